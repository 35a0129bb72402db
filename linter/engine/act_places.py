"""Where the qualifiers of an act go in a better sentence: beside its patient, behind the verb, at the end, or nowhere."""

from __future__ import annotations

from collections.abc import Callable

from linter.engine.acts import Act, head_of
from linter.engine.casing import lower_first
from linter.engine.facts import Facts
from linter.model import Qualifier, Word

_OF_THE_WRITER = frozenset({"sebagai", "selaku", "oleh", "sambil", "atas nama"})
_TOWARDS = frozenset(
    {
        "ke",
        "ke dalam",
        "kedalam",
        "sampai",
        "sampai dengan",
        "hingga",
        "menuju",
        "bersama",
        "bersama dengan",
        "dengan",
        "mewakili",
        "di hadapan",
        "di depan",
        "di muka",
    }
)
"""Prepositions of what belongs behind the verb, not beside its patient: tercatat ke dalam buku agenda."""
_PLACES = frozenset({"di", "pada", "dalam"})
_AGREED = frozenset(
    {"mou", "pks", "kontrak", "nota kesepahaman", "perjanjian", "kerja sama", "mitra", "adendum", "janji"}
)
_PUTTING = frozenset({"tempat", "simpan", "letak", "tampung", "tempel", "gantung"})
_PARTIES = frozenset({"person", "body", "place"})
_TERMS = ("semester", "triwulan", "caturwulan", "tahap", "periode")
_GOING = frozenset({"kunjung", "datang", "jalan", "pindah", "berangkat", "mutasi"})
_SIDES = frozenset({"hadapan", "depan", "muka", "bawah"})


def slice_of(f: Facts, first: int, last: int) -> str:
    """Return the words *first* to *last* as they stand in the text, spaces and line breaks made one."""
    words = f.parse.words
    return " ".join(f.item.text[words[first].start : words[last].end].split())


def inside(f: Facts, first: int, last: int) -> str:
    """Return the words *first* to *last* as they go on inside a sentence; the name of an office keeps its capital."""
    said = slice_of(f, first, last)
    return said if first and "abbreviation" in f.parse.words[first].reading.features else lower_first(said)


def kept(f: Facts, act: Act, wanted: Callable[[Facts, Act, Qualifier], bool]) -> str:
    """Return the qualifiers that are wanted, joined as they are in the text; one from its front gets a small letter."""
    spans: list[tuple[int, int]] = []
    for phrase in (q.phrase for q in act.rest if wanted(f, act, q) and not _is_left_out(f, q)):
        between = f.parse.words[spans[-1][1] + 1 : phrase.first] if spans else ()
        if spans and between and all(word.tag in ("CONJ", "COMMA") for word in between):
            spans[-1] = spans[-1][0], phrase.last
        else:
            spans.append((phrase.first, phrase.last))
    return " ".join(inside(f, *span) for span in spans)


def _is_left_out(f: Facts, q: Qualifier) -> bool:
    """Tell whether a qualifier speaks of the writer or the process, or says nothing: sebagai panitera, secara daring."""
    first = f.parse.words[q.phrase.first].lower
    front = q.phrase.first == 0 and first in (*_OF_THE_WRITER, "karena")
    return (
        front
        or (first == "oleh" and q.type == "cara")
        or (q.type == "mutu" and not q.standard and f.parse.words[q.phrase.first].tag != "YANG")
    )


def _place(f: Facts, act: Act, q: Qualifier) -> str:
    """Return where a qualifier goes: "beside" the patient, "receiver", "purpose", "manner", "towards" or "other".

    A place, a relative clause and a year belong to the patient; what stands inside a relative clause, or is one about
    another qualifier, goes where that goes.
    """
    front = f.parse.words[q.phrase.first].lower
    if q.phrase.last < act.span[0] and front not in _PLACES and front != "secara":
        return "purpose"  # "Karena petugas cuti, …": it goes to the end
    before = next((r for r in act.rest if r.phrase.last + 1 == q.phrase.first), None)
    first = f.parse.words[q.phrase.first]
    if before is not None and act.patient is not None and before.phrase.first > act.patient[1]:
        ahead = _place(f, act, before)
        verbs = any(w.tag[:2] == "V_" for w in f.parse.words[before.phrase.first : before.phrase.last + 1])
        inside_it = (q.type in ("lingkup", "relatif") and front not in _TOWARDS) or (q.type == "penerima" and verbs)
        if ahead in ("purpose", "receiver", "other") and inside_it:
            return ahead  # pupuk cair | dari bahan limbah; diuji | di BTKL
    agreed = act.patient is not None and any(
        w.lemma in _AGREED for w in f.parse.words[act.patient[0] : act.patient[1] + 1]
    )
    if agreed and front == "dengan" and act.patient is not None and q.phrase.first == act.patient[1] + 1:
        return "beside"  # MoU | dengan lembaga riset
    putting = act.words[0].lemma in _PUTTING and front in ("di", "pada", "dalam")
    if putting:
        return "other"  # menempatkan narapidana | di sel khusus
    behind = f.parse.words[q.phrase.first + 1] if q.phrase.first < q.phrase.last else first
    who = act.patient is not None and bool(
        _PARTIES & f.parse.words[head_of(f.parse.words, act.patient)].reading.features
    )
    if front in _PLACES and (behind.lower in _SIDES or (who and front == "dalam" and _is_deed(behind))):
        return "other"  # membimbing petani | dalam pembuatan kompos; membacakan hasil | di hadapan majelis
    if who and front in ("tentang", "mengenai", "perihal"):
        return "other"
    relative = q.type == "relatif" or first.tag == "YANG"
    into = before is not None and before.type == "relatif" and front in ("ke", "ke dalam", "kepada")
    if before is not None and not into and (relative or (before.type == "relatif" and not q.standard)):
        return _place(f, act, before)
    going = act.patient is not None and f.parse.words[act.patient[0]].lemma in _GOING
    if going and front == "ke" and act.patient is not None and q.phrase.first == act.patient[1] + 1:
        return "beside"  # meliput kunjungan menteri | ke sentra garam
    follows = act.patient is not None and q.phrase.first == act.patient[1] + 1
    year = first.tag == "TIME" and ("year" in first.reading.features or (follows and first.lower.startswith(_TERMS)))
    if relative or year or q.type == "lingkup":
        return "towards" if first.lower in _TOWARDS else "beside"
    if first.lower == "secara" and not q.standard:
        return "manner"
    return {"tujuan": "purpose", "penerima": "receiver"}.get(q.type, "other")


def _is_deed(word: Word) -> bool:
    return word.tag == "V_ACT" or bool(word.reading.features & {"process", "event"})


def _placed(*places: str) -> Callable[[Facts, Act, Qualifier], bool]:
    return lambda f, act, q: _place(f, act, q) in places


BESIDE, PURPOSE, RECEIVER, MANNER = map(_placed, ("beside", "purpose", "receiver", "manner"))
NEAR, OTHER, ONLY_OTHER = _placed("beside", "towards"), _placed("towards", "other"), _placed("other")
