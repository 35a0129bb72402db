"""What a statement says is done, to what, for whom: the act behind light verbs and nouns of action.

"Melakukan penyuluhan gizi kepada kader", "Penyuluhan gizi dilaksanakan" and "Terlaksananya penyuluhan gizi" have one act
(suluh) and one patient (gizi).
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from linter.model import Parse, Phrase, Qualifier, Word

ABOUT = frozenset({"terhadap", "atas", "tentang", "mengenai", "terkait", "akan", "perihal"})
"""Prepositions behind which a noun of action has its patient."""
_RESULTS = frozenset({"nominalisasi_hasil", "hasil_awal", "klausa_ter", "klausa_keadaan"})
"""Forms whose verb says only that the act came about, where an act is what came about: meningkatnya penyusunan …"""
_KEPT_BY_VERBS = frozenset({"ulang", "silang", "balik", "mundur"})
_ADVERBS = _KEPT_BY_VERBS | {"berkala", "insidentil", "intensif", "langsung", "mendadak", "mendalam", "menyeluruh"}
"""Ways that may stand behind the patient: menera timbangan ulang."""
_NAMING = frozenset({"pertama kali"})
"""Adverbs that belong to the name of what stands before them: pendaftaran tanah pertama kali."""
_JOINS = ("CONJ", "COMMA", "SLASH")
Lists = Mapping[str, frozenset[str]]


class Act(msgspec.Struct, frozen=True):
    """An act: the words that name it (of several joined ones each), and the words of its patient (indices, inclusive).

    ``noun`` tells whether nouns name it ("penyuluhan"), ``span`` covers them with what joins them; ``again`` is what a verb
    keeps of how it is done ("ulang"), ``manner`` another word for it ("berkala"), ``aside`` the index of an adverb behind
    the patient ("satu per satu"). ``company`` are the words of those with
    whom, or for whom, it is done ("membantu camat dalam …"). ``rest`` are the qualifiers that are not the patient.
    """

    words: tuple[Word, ...]
    span: tuple[int, int]
    noun: bool
    again: str
    manner: str
    patient: tuple[int, int] | None
    rest: tuple[Qualifier, ...]
    company: tuple[int, int] | None = None
    aside: int | None = None


def act_of(parse: Parse, lists: Lists) -> Act | None:
    """Return the act of *parse*; None where no act is named."""
    verb, object_, drawing = parse.verb, parse.object, _Drawing(parse, lists)
    whole = (object_.first, object_.last) if object_ is not None else None
    noun = parse.form == "nomina_tindakan"
    if verb is not None and (noun or not _is_light(parse.words[verb.head], object_, parse, lists)):
        return drawing.act((verb.first, verb.last), whole, noun=noun)
    if object_ is None:
        return None
    first = _behind_shells(parse.words, object_, lists)
    last = _run_of_acts(parse.words, first, object_.last)
    if last < first:
        return drawing.act((verb.first, verb.last), whole, noun=False) if verb is not None else None
    return drawing.act((first, last), (last + 1, object_.last) if last < object_.last else None, noun=True)


def _is_light(verb: Word, object_: Phrase | None, parse: Parse, lists: Lists) -> bool:
    """Tell whether *verb* only says that what its object names is done: melakukan, terlaksananya, memberikan + edukasi."""
    carries = parse.form in _RESULTS or verb.lemma in lists.get("akar-pembawa", frozenset())
    if not carries or object_ is None:
        return False
    first = _behind_shells(parse.words, object_, lists)
    return names_act(parse.words[first])


class _Drawing:
    """Draws the act of a parse from the words that name it and those that may be its patient."""

    def __init__(self, parse: Parse, lists: Lists) -> None:
        self.words = parse.words
        self.lists = lists
        subject = parse.subject
        self.rest = tuple(  # "Staf | pada Bagian Umum | menyiapkan …": it speaks of the writer
            q
            for q in parse.qualifiers
            if parse.form != "klausa_aktif"
            or subject is None
            or parse.verb is None
            or q.phrase.last < subject.first
            or q.phrase.first > parse.verb.last
        )
        self.company: tuple[int, int] | None = None

    def act(self, span: tuple[int, int], patient: tuple[int, int] | None, *, noun: bool) -> Act:
        """Return the act named by the words of *span*, with its *patient* where there is one."""
        helped = self._helped(span, patient)
        if helped is not None:
            span, patient, noun = helped
        span, patient = self._joined(span, patient)
        aside = self._adverb_behind(patient)
        if patient is not None and aside is not None and self.words[aside].lower in _NAMING:
            patient, aside = (patient[0], aside), None
        words = self.words[span[0] : span[1] + 1]
        ways = self.lists.get("penjelas-tindakan", frozenset())
        inner = next((w.lower for w in words[1:] if _is_way(w.lower, ways)), "")
        named = [
            w
            for w in words
            if (w.tag[:1] == "V" or w.tag == "PREP" or w.is_noun)
            and w.lower not in _KEPT_BY_VERBS
            and (w.lower != inner)
            and (w.tag[:1] == "V" or "aids" not in w.reading.features)  # tengah merampungkan
        ]
        inner = inner or next(
            (way for way in (w.lemma.rpartition(" ")[2] for w in named if " " in w.lemma) if _is_way(way, ways)), ""
        )
        named = [_without_way(w, ways) for w in named]
        hedges = self.lists.get("akar-pengantar", frozenset())
        joined = any(w.tag in _JOINS for w in words)  # menerima dan meneruskan
        acts = [w for w in named if w.lemma not in hedges or (joined and "-kan" in w.reading.affixes)]
        acts = acts or named[-1:] or [self.words[span[0]]]
        again = next((w.lower for w in words if w.lower in _KEPT_BY_VERBS), "")
        begin = patient[0] if patient is not None else 0
        patient, before = self._without_manner(patient, first=True)
        if noun and before:  # "bimbingan teknis" is what the act is called
            span = span[0], (patient[0] if patient is not None else begin + 1) - 1
        elif noun and patient is not None and not any(w.is_noun for w in self.words[patient[0] : patient[1] + 1]):
            span, patient = (span[0], patient[1]), None  # pengamanan terbuka dan tertutup
        if patient is None and noun:
            patient = self._behind_preposition()
        patient, behind = self._without_manner(self._without_deed(patient), first=False)
        again = again or (before if before in _KEPT_BY_VERBS else "")
        manner = behind if behind not in _KEPT_BY_VERBS else ""
        if noun and not manner:
            manner = inner or (before if before not in _KEPT_BY_VERBS else "")
        return Act(tuple(acts), span, noun, again, manner, self._with_amount(patient), self.rest, self.company, aside)

    def _helped(
        self, span: tuple[int, int], whom: tuple[int, int] | None
    ) -> tuple[tuple[int, int], tuple[int, int] | None, bool] | None:
        """Return the act that is done with someone: "membantu camat | dalam menyiapkan bahan"; None where none is."""
        if self.words[span[1]].lemma not in self.lists.get("tindakan-bersama", frozenset()):
            return None
        for q in self.rest:
            at, last = q.phrase.first + 1, q.phrase.last
            if self.words[q.phrase.first].lower in {"dalam", "untuk"} and at < last and names_act(self.words[at]):
                along = next((r for r in self.rest if self.words[r.phrase.first].lower == "dengan"), None)
                if whom is None and along is not None and along.phrase.first < along.phrase.last:
                    self.company = along.phrase.first + 1, along.phrase.last
                elif whom is not None:
                    self.company, along = whom, None
                self.rest = tuple(r for r in self.rest if r is not q and r is not along)
                end = _run_of_acts(self.words, at, last)
                noun = self.words[at].is_noun
                return (at, end), ((end + 1, last) if end < last else None), noun
        return None

    def _adverb_behind(self, patient: tuple[int, int] | None) -> int | None:
        """Return the index of the adverb right behind *patient*: "memanggil siswa | satu per satu"."""
        at = patient[1] + 1 if patient is not None else len(self.words)
        return at if at < len(self.words) and self.words[at].tag == "ADV" else None

    def _joined(
        self, span: tuple[int, int], patient: tuple[int, int] | None
    ) -> tuple[tuple[int, int], tuple[int, int] | None]:
        """Return *span* with an act that was taken for its patient: "identifikasi, menganalisis, serta | pelaporan OPT"."""
        if patient is None or patient[0] == 0 or span[1] >= patient[0]:
            return span, patient
        between = self.words[span[1] + 1 : patient[0]]
        joined = bool(between) and all(w.tag in _JOINS for w in between)
        if joined and names_act(self.words[patient[0]]) and patient[0] < patient[1]:
            return (span[0], patient[0]), (patient[0] + 1, patient[1])
        return span, patient

    def _without_manner(self, patient: tuple[int, int] | None, *, first: bool) -> tuple[tuple[int, int] | None, str]:
        """Return *patient* without the words at its beginning, or at its end, that say how the act is done, and the last."""
        manners, kept = self.lists.get("penjelas-tindakan", frozenset()), ""
        while patient is not None:
            at = patient[0] if first else patient[1]
            word = self.words[at]
            if word.lower not in manners or (not first and patient[0] == patient[1]):
                break
            if not first and (word.lower not in _ADVERBS or self.words[at - 1].tag in {"V_PASS", "V_TER"}):
                break  # DAK fisik; tabung diisi | ulang
            kept = word.lower
            left = (at + 1, patient[1]) if first else (patient[0], at - 1)
            patient = left if left[0] <= left[1] else None
        return patient, kept

    def _without_deed(self, patient: tuple[int, int] | None) -> tuple[int, int] | None:
        """Return *patient* without what the writer does besides: "rapat paripurna | mewakili kepala dinas"."""
        if patient is None or "event" not in self.words[patient[0]].reading.features:
            return patient
        inside = range(patient[0] + 1, patient[1] + 1)
        at = next((n for n in inside if self.words[n].tag == "V_ACT" and self.words[n].text.islower()), None)
        nouns = at is not None and all(w.tag[:1] in "NA" for w in self.words[patient[0] : at])
        return (patient[0], at - 1) if at is not None and nouns else patient

    def _behind_preposition(self) -> tuple[int, int] | None:
        """Return what stands behind terhadap, tentang … where nothing else is the patient."""
        phrases = ((q, q.phrase) for q in self.rest)
        found = next((q for q, p in phrases if self.words[p.first].lower in ABOUT and p.last > p.first), None)
        before = next((q for q in self.rest if found and q.phrase.last + 1 == found.phrase.first), None)
        inside = before is not None and self.words[before.phrase.first].lower in {"dalam", "pada", "di"}
        if found is None or inside:  # "dalam penyusunan RUU | tentang …"
            return None
        self.rest = tuple(q for q in self.rest if q is not found)
        return found.phrase.first + 1, found.phrase.last

    def _with_amount(self, patient: tuple[int, int] | None) -> tuple[int, int] | None:
        """Return *patient* with the amount right before it: "14 | SPO pelayanan"."""
        found = next(
            (q for q in self.rest if patient and q.type == "kuantitas" and q.phrase.last == patient[0] - 1), None
        )
        if patient is None or found is None:
            return patient
        self.rest = tuple(q for q in self.rest if q is not found)
        return found.phrase.first, patient[1]


def _is_way(form: str, ways: frozenset[str]) -> bool:
    """Tell whether *form* is one of the *ways* in which an act is done that no verb keeps."""
    return form in ways and form not in _KEPT_BY_VERBS


def _without_way(word: Word, ways: frozenset[str]) -> Word:
    """Return the act that a term names with the way it is done: "verifikasi lapangan" → verifikasi."""
    act, _, way = word.lemma.rpartition(" ")
    if not act or not _is_way(way, ways):
        return word
    return msgspec.structs.replace(word, reading=msgspec.structs.replace(word.reading, root=act, form=act))


def head_of(words: tuple[Word, ...], span: tuple[int, int]) -> int:
    """Return the index of the head of *span*: its first word that is a noun, behind amounts ("15 pelatih")."""
    return next((n for n in range(span[0], span[1] + 1) if words[n].is_noun), span[0])


def _behind_shells(words: tuple[Word, ...], object_: Phrase, lists: Lists) -> int:
    """Return the index of the first word behind those that only say that something is done: kegiatan, pelaksanaan, proses."""
    shells = lists.get("inti-kegiatan", frozenset())
    return next((n for n in range(object_.first, object_.last) if words[n].lower not in shells), object_.last)


def _run_of_acts(words: tuple[Word, ...], first: int, end: int) -> int:
    """Return the last word of the joined acts that begin at *first* ("monitoring dan evaluasi"); one less where none does."""
    last = first - 1
    n = first
    while n <= end and names_act(words[n]):
        last = n
        joins = n + 1 <= end and words[n + 1].tag in _JOINS
        n += 2 if joins else end + 1
    return last


def names_act(word: Word) -> bool:
    """Tell whether *word* is a verb or noun of action: menyusun, penyusunan, rapat."""
    return bool(word.reading.features & {"process", "event"}) or word.tag in {"N_PEAN", "V_ACT"}
