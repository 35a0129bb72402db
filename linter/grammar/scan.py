"""The state of one pass over the words of a statement: what was emitted, where the pass is, what stands around."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linter.grammar.contexts import VERBAL
from linter.model import Word

VERB = {"VA": "VACT", "VP": "VPAS", "VT": "VTER", "VS": "VSTA", "VB": "VSTA", "VR": "VSTA"}
PREDICATES = frozenset({"VP", "VT", "VS"})
OPENS_CLAUSE = frozenset({"SEP", "CJC"})
CONJUNCTIONS = frozenset({"SEP", "CJC", "CJQ", "CJP", "CJN", "CJV", "CJA", "CJU", "CJR"})

_IN_RELATIVE = frozenset({
    "NREL", "NEG", "AUX", "VACT", "VPAS", "VTER", "VSTA", "ADA", "N", "NX", "ADJ", "DEG", "CJA", "CJN", "CJR", "CJV", "PREP",
    "DGN", "SECARA", "TIME", "QTY", "ADV", "LIM",
})  # fmt: skip
"""Terminals that do not close a relative clause."""
FROM_WHEN = frozenset({"sebelum", "setelah", "sesudah", "sejak", "semenjak"})
"""Words that count a time from an event."""
BEYOND = frozenset({"di bawah", "di atas"})
"""Prepositions that before an amount are its bound."""


Span = tuple[int, int]
"""The first and the last word of a part of a text."""


class Terminal(msgspec.Struct, frozen=True, gc=False):
    """A chunk: its terminal in the grammar and the first and last word it covers."""

    type: str
    first: int
    last: int


class Scan:
    """Words, their coarse classes, the terminals so far and the position; ``main`` once the clause has its verb.

    ``mains`` are the positions in ``out`` of the verbs that made it so.

    ``embedded`` is true where a purpose or a preposition has opened a verb of its own, so that later verbs belong to it.
    """

    def __init__(self, words: Sequence[Word], bases: Sequence[str]) -> None:
        self.words = words
        self.bases = list(bases)
        self.out: list[Terminal] = []
        self.main = False
        self.mains: list[int] = []
        self.embedded = False
        self.i = 0

    def base(self, i: int) -> str:
        """Return the coarse class at *i*, marks and parentheses passed over; "" at the end."""
        i = self.skip(i)
        return self.bases[i] if i < len(self.bases) else ""

    def skip(self, i: int) -> int:
        """Return the index of the first word from *i* on that is no mark or parenthesis."""
        while i < len(self.bases) and self.bases[i] in {"-", "PAREN"}:
            i += 1
        return i

    def last(self) -> str:
        """Return the type of the last terminal, "" where there is none."""
        return self.out[-1].type if self.out else ""

    def at_start(self) -> bool:
        """Tell whether a clause begins here."""
        return not self.out or self.out[-1].type in OPENS_CLAUSE

    def emit(self, kind: str, last: int, first: int | None = None) -> None:
        """Add a terminal that covers the words from *first* (the current one) to *last*, and go on behind it."""
        self.out.append(Terminal(kind, self.i if first is None else first, last))
        self.i = last + 1

    def widen(self, last: int) -> None:
        """Stretch the last terminal to the word *last*, and go on behind it."""
        before = self.out.pop()
        self.out.append(Terminal(before.type, before.first, last))
        self.i = last + 1

    def retype(self, kind: str) -> None:
        """Change the type of the last terminal."""
        before = self.out.pop()
        self.out.append(Terminal(kind, before.first, before.last))

    def opened_by(self) -> str:
        """Return the type of the terminal that opened the noun phrase in hand, its coordinated nouns passed over."""
        return next((t.type for t in reversed(self.out) if t.type not in {"N", "NX", "CJN"}), "")

    def in_relative(self) -> bool:
        """Tell whether the verb here is that of a relative clause or a purpose, auxiliaries passed over."""
        before = next((t.type for t in reversed(self.out) if t.type not in {"AUX", "NEG", "NREL"}), "")
        return before in {"YANG", "UNTUK", "CJR"}

    def relative_open(self) -> bool:
        """Tell whether a relative clause with a verb is open, so that a verb after "dan" may still be part of it."""
        begin = next((k for k in range(len(self.out) - 1, -1, -1) if self.out[k].type == "YANG"), -1)
        return (
            begin >= 0
            and all(at < begin for at in self.mains)
            and all(t.type in _IN_RELATIVE for t in self.out[begin + 1 :])
            and any(t.type in {"VACT", "VPAS", "VTER", "VSTA", "ADJ"} for t in self.out[begin + 1 :])
        )

    def has_verb_outside_lead(self) -> bool:
        """Tell whether a verb stands in the open clause that no purpose or preposition has opened."""
        clause = self.clause()
        return any(
            t.type in {"VACT", "VPAS", "VTER", "VSTA"}
            and (k == 0 or clause[k - 1].type not in {"UNTUK", "PREP", "DGN", "CJU"})
            for k, t in enumerate(clause)
        )

    def has_verb(self) -> bool:
        """Tell whether the clause that is open has a verb."""
        return any(t.type in {"NYA", "VACT", "VPAS", "VTER", "VSTA", "NEGADA"} for t in self.clause())

    def predicate_ahead(self) -> bool:
        """Tell whether a predicate follows in the sentence, so that the word here is its noun: "Koleksi … terawat"."""
        for k in range(self.i + 1, len(self.bases)):
            base, features = self.bases[k], self.features(k)
            if base in {"SEP", "YANG", "UNTUK", "SUB"}:
                return False
            if (
                base in PREDICATES
                or base == "NEGADA"
                or (base == "VB" and "state" in features)
                or (base == "A" and "apart" in features)
            ):
                return True
        return False

    def verb_beyond(self, j: int) -> bool:
        """Tell whether a verb of the same clause follows the adjective at *j* and its phrases, so that it is the noun's.

        "Petani bawang merah di lereng gunung menggunakan …", "saluran air kotor tidak tersumbat".
        """
        for k in range(j + 1, len(self.bases)):
            base = self.bases[k]
            if base in {"SEP", "YANG", "UNTUK", "SUB", "CJ", "SESUAI", "DGN", "SECARA"}:
                return False
            if base in PREDICATES or base in {"VA", "NEGADA"}:
                return self.bases[k - 1] not in {"PREP", "VR", "VB"}
        return False

    def adjacent(self, j: int) -> bool:
        """Tell whether the words at *j* and the two behind it stand without a space: "Simpang–Lubuk"."""
        words = self.words[j : j + 3]
        return len(words) == 3 and words[0].end == words[1].start and words[1].end == words[2].start

    def none_beyond(self, j: int) -> bool:
        """Tell whether the clause ends by saying that there is none of what stands before *j*."""
        ahead = [b for b in self.bases[j + 1 :] if b in {"SEP", "YANG", "UNTUK", "SUB", "CJ", "NEGADA"}]
        return ahead[:1] == ["NEGADA"]

    def behind_verb(self) -> bool:
        """Tell whether the word right before is a verb that stands as one in the clause."""
        return bool(self.out) and self.out[-1].type in VERB.values() and self.out[-1].last == self.i - 1

    def clause_between(self, first: int, last: int) -> bool:
        """Tell whether a verb or an adjective stands between the words *first* and *last*."""
        return any(base in VERBAL or base in {"A", "NYA"} for base in self.bases[first:last])

    def clause(self) -> list[Terminal]:
        """Return the terminals of the clause that is open."""
        begin = next((k + 1 for k in range(len(self.out) - 1, -1, -1) if self.out[k].type in OPENS_CLAUSE), 0)
        return self.out[begin:]

    def features(self, i: int) -> frozenset[str]:
        """Return what the lexicon knows of the word at *i*."""
        return self.words[i].reading.features
