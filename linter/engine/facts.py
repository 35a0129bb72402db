"""The vocabulary that rules speak: named facts of one text, computed when a rule asks for them.

A fact is a value, a set of values, or None; linter/engine/vocabulary.py lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from linter.engine.around import ALONE, Around
from linter.engine.phrases import phrases_in, phrases_of
from linter.model import Header, Indicator, Item, Parse, Phrase, Target, Verdict, Word, listed_at

if TYPE_CHECKING:
    from linter.engine.fixes import Replacements

LISTS_OF_FACTS = (
    "akar-hasil-kosong", "akar-pembawa", "akar-penanganan", "akar-pengantar", "akar-ringan", "angka-nol",
    "bagian-lampiran", "bagian-manual", "benda-berisiko", "dasar-tindakan", "inti-kegiatan", "istilah-baku",
    "jenjang-jabatan", "jenjang-tertulis", "kata-asing", "kata-kabur", "kata-mutlak", "kata-tidak-baku", "lama-tanpa-arah",
    "musibah",
    "nilai-perilaku", "nomina-perjalanan", "nomina-perjanjian", "nomina-tempat", "objek-kabur", "outcome-makro", "padanan-akar",
    "pasangan-garis-miring", "penilai-menurut-jenjang", "penjelas-tindakan", "pihak-sendiri", "predikat", "risiko",
    "rujukan-kosong", "rujukan-umum", "sebutan-jabatan", "sebutan-nama", "sifat-jenis", "sifat-terhadap",
    "singkatan-umum", "teks-pengisi", "tindakan-bersama", "tindakan-melepaskan", "tindakan-menempatkan",
    "tujuan-kosong", "ukuran-makin-rendah", "ukuran-makin-tinggi",
)  # fmt: skip
"""The word lists that facts are found with, besides those that rules name themselves."""
_BOUNDS = frozenset({"maksimal", "minimal", "maksimum", "minimum"})
_BESIDE = frozenset({"dengan", "menurut", "sesuai", "bagi"})
Fact = Callable[["Facts"], Any]


class SilenceUse(msgspec.Struct, frozen=True):
    """What became of a note that silences rules: whether it lists none, the codes that no rule has, those that were in
    vain, whether it gives no reason, and whether it could not be read."""

    bare: bool
    unknown: tuple[str, ...]
    unused: tuple[str, ...]
    unreasoned: bool
    unread: bool = False

    @property
    def faulty(self) -> bool:
        """Whether any of these is so."""
        return self.bare or self.unreasoned or self.unread or bool(self.unknown or self.unused)


class Facts(msgspec.Struct, eq=False):
    """One text to judge, with its parse and what stands around it; remembers nothing beyond itself.

    ``regime`` is the code of the regime in force, ``lineage`` has those that it extends too, ``approach`` is its own.
    ``around`` is what the document says of it, ``pairs`` are the lists with two columns. ``found`` holds the lasting facts
    that a rule has asked for; those of the verdict are looked up anew. ``met`` and ``sieved`` belong to the sieve (sieve.py).
    """

    item: Item
    parse: Parse
    header: Header
    regime: str
    lists: Mapping[str, frozenset[str]]
    indicator: Indicator | None = None
    target: Target | None = None
    rk: Parse | None = None
    silence: SilenceUse | None = None
    lineage: frozenset[str] = frozenset()
    approach: str | None = None
    around: Around = ALONE
    pairs: Mapping[str, Replacements] = MappingProxyType({})
    verdict: Verdict | None = None
    found: dict[str, Any] = {}
    met: int = 0
    sieved: object = None

    def __post_init__(self) -> None:
        if not self.lineage:
            self.lineage = frozenset({self.regime})

    def word(self, phrase: Phrase | None) -> Word | None:
        """Return the head word of *phrase*."""
        return self.parse.words[phrase.head] if phrase is not None else None

    def span(self, mark: str) -> tuple[int, int]:
        """Return the span (code points) of the part called *mark*; the whole text where it has none."""
        phrase = getattr(self.parse, mark, None)
        if isinstance(phrase, Phrase):
            return phrase.start, phrase.end
        if mark == "qualifier" and self.parse.qualifiers:
            first = self.parse.qualifiers[0].phrase
            return first.start, first.end
        if mark == "standard" and (promised := next((q for q in self.parse.qualifiers if q.standard), None)):
            return promised.phrase.start, promised.phrase.end
        if mark == "vague" and (found := self.vague()):
            return found[0].start, found[0].end
        if mark in {"silence_unknown", "silence_unused"} and self.silence is not None:
            for code in self.silence.unknown if mark == "silence_unknown" else self.silence.unused:
                return listed_at(self.item.text, code)
        if mark in {"head", "awal"} and self.parse.words:
            word = self.word(self.parse.object) if mark == "head" else self.parse.words[0]
            if word is not None:
                return word.start, word.end
        return self.whole()

    def vague(self) -> list[Word]:
        """Return the vague words of the text that are no part of a standard term ("air minum layak") or of a bound."""
        vague, words = self.lists.get("kata-kabur", frozenset()), self.parse.words
        found = [n for n, w in enumerate(words) if w.lower in vague and w.tag in {"ADJ", "N", "V_BER", "ADJR", "ADV"}]
        if not found:
            return []
        covered = self._in_terms()
        return [words[n] for n in found if n not in covered and not self._told(n)]

    def _told(self, n: int) -> bool:
        """Tell whether word *n* is no claim of quality where it stands: a bound, a kind, a verb, or followed by its measure."""
        words = self.parse.words
        word, before = words[n].lower, words[n - 1] if n else None
        after = words[n + 1] if n + 1 < len(words) else None
        if before is None:
            return words[n].tag == "V_BER"  # bersinergi dengan …: the predicate itself
        if after is not None and word in _BOUNDS and after.tag in {"QTY", "NUM"}:
            return True
        if after is not None and word in self.lists.get("sifat-terhadap", frozenset()):
            return after.lower in _BESIDE or after.lower.startswith("antar")
        if word == "baik" and before.lower == "lebih":
            return any(w.lower == "atau" for w in words[max(0, n - 2) : n])  # 6/18 atau lebih baik
        if word == "baik" and any(w.lower == "maupun" for w in words[n:]):
            return True
        return word in self.lists.get("sifat-jenis", frozenset()) and before.is_noun

    def _in_terms(self) -> set[int]:
        """Return the indices of the words that stand inside a standard term."""
        terms = phrases_of(self.lists.get("istilah-baku", frozenset()))
        return {n for first, last in phrases_in(self.parse.words, terms) for n in range(first, last + 1)}

    def whole(self) -> tuple[int, int]:
        """Return the span of the text without the space around it."""
        text = self.item.text
        start = len(text) - len(text.lstrip())
        return start, max(start, len(text.rstrip()))


MARKS = (
    "teks",
    "verb",
    "object",
    "subject",
    "qualifier",
    "standard",
    "head",
    "awal",
    "vague",
    "silence_unknown",
    "silence_unused",
    "cocok",
)
"""Parts that a finding can mark, besides every kind of spot; "cocok" is what the rule's pattern or phrase matched."""


class FactInfo(msgspec.Struct, frozen=True):
    """A fact's name, what it is, the values it can take (empty: free text or a number), and how it is found.

    ``number`` says that it is a number; a set of values may be counted too. ``cues`` are words, "@lists" and signs (see
    linter/engine/cues.py) without any of which it has no value.
    """

    name: str
    about: str
    values: tuple[str, ...]
    get: Fact
    number: bool = False
    cues: tuple[str, ...] = ()


class Registry(dict[str, FactInfo]):
    """Facts by name; called with a name it is the decorator that adds one."""

    def __call__(
        self, name: str, about: str, values: tuple[str, ...] = (), *, number: bool = False, cues: tuple[str, ...] = ()
    ) -> Callable[[Fact], Fact]:
        """Return a decorator that registers a function as the fact *name*."""

        def register(get: Fact) -> Fact:
            self[name] = FactInfo(name, about, values, get, number, cues)
            return get

        return register
