"""Where the qualifiers of an act go in a better sentence: beside its patient, behind the verb, at the end, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from linter.engine.acts import Act, head_of, names_act
from linter.engine.casing import lower_first
from linter.engine.facts import Facts
from linter.model import Phrase, Qualifier

_OF_THE_WRITER = frozenset({"sebagai", "selaku", "oleh", "sambil", "atas nama"})
_NOT_SAID_IN_FRONT = _OF_THE_WRITER | {"karena"}
_WRITERS = frozenset({"saya", "kami", "kita"})
_ROLES = frozenset({"sebagai", "selaku"})
_TOWARDS = frozenset(
    {
        "akan",
        "menjadi",
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
_ONWARDS = frozenset({"ke", "kedalam", "sampai", "hingga", "menuju"})
"""First words of where something goes; what it comes from ("dari") belongs with them."""
_PLACES = frozenset({"di", "pada", "dalam"})
_TOPICS = frozenset({"tentang", "mengenai", "perihal"})
_PARTIES = frozenset({"person", "body", "place"})
_TERMS = ("semester", "triwulan", "caturwulan", "tahap", "periode")
_SIDES = frozenset({"hadapan", "depan", "muka", "bawah"})


def slice_of(f: Facts, first: int, last: int) -> str:
    """Return the words *first* to *last* as they stand in the text, spaces and line breaks made one."""
    words = f.parse.words
    return " ".join(f.item.text[words[first].start : words[last].end].split())


def inside(f: Facts, first: int, last: int) -> str:
    """Return the words *first* to *last* as they go on inside a sentence; the name of an office keeps its capital."""
    said = slice_of(f, first, last)
    return said if first and "abbreviation" in f.parse.words[first].reading.features else lower_first(said)


def kept(f: Facts, act: Act, *places: str) -> str:
    """Return the qualifiers that go to *places*, joined as they are in the text; one from its front gets a small letter."""
    known: dict[tuple[str, ...], str] | None = f.found.get("act_kept")
    if known is None:
        known = f.found["act_kept"] = {}
    said = known.get(places)
    if said is None:
        phrases = [(phrase.first, phrase.last) for place, phrase in _said_places(f, act) if place in places]
        said = known[places] = said_in_order(f, phrases) if phrases else ""
    return said


def said_in_order(f: Facts, phrases: Iterable[tuple[int, int]]) -> str:
    """Return *phrases* (first and last word) one after the other; what joins two in the text stands between them."""
    spans: list[tuple[int, int]] = []
    for first, last in phrases:
        between = f.parse.words[spans[-1][1] + 1 : first] if spans else ()
        if spans and between and all(word.tag in {"CONJ", "COMMA"} for word in between):
            spans[-1] = spans[-1][0], last
        else:
            spans.append((first, last))
    return " ".join(inside(f, *span) for span in spans)


def behind(f: Facts, act: Act) -> list[tuple[int, int]]:
    """Return the phrases behind the act (first and last word) that are kept, its patient not among them."""
    return [(phrase.first, phrase.last) for place, phrase in _said_places(f, act) if place != "front"]


def front_end(f: Facts, act: Act) -> int:
    """Return the index of the first word behind the phrases in front of the clause and their comma; 0 without any."""
    end = 0
    for place, q in _places(f, act):
        if place != "front" or q.phrase.first != end:
            break
        end = q.phrase.last + 1
        while end < len(f.parse.words) and f.parse.words[end].tag == "COMMA":
            end += 1
    return end


def has_time(f: Facts, act: Act) -> bool:
    """Tell whether a time is named that is not part of the patient's name."""
    return any(q.type == "waktu" and place not in {"beside", "patient"} for place, q in _places(f, act))


def _is_left_out(f: Facts, act: Act, q: Qualifier) -> bool:
    """Tell whether a qualifier speaks of the writer or the process, or says nothing: sebagai panitera, secara daring."""
    first = f.parse.words[q.phrase.first].lower
    front = q.phrase.first == 0 and first in _NOT_SAID_IN_FRONT
    return (
        front
        or first == "mewakili"
        or (first == "oleh" and q.type == "cara" and not _behind_relative(act, q))
        or (first in _ROLES and q.type == "cara" and not _is_of(f, act, "person"))
        or (q.type == "mutu" and not q.standard and f.parse.words[q.phrase.first].tag != "YANG")
    )


def _behind_relative(act: Act, q: Qualifier) -> bool:
    """Tell whether *q* stands right behind a relative clause: "yang berkasnya dinyatakan lengkap | oleh petugas"."""
    return any(r.type == "relatif" and r.phrase.last + 1 == q.phrase.first for r in act.rest)


def _is_of(f: Facts, act: Act, *kinds: str) -> bool:
    """Tell whether the patient is of one of *kinds*."""
    words = f.parse.words
    return act.patient is not None and not words[head_of(words, act.patient)].reading.features.isdisjoint(kinds)


def _place(f: Facts, act: Act, q: Qualifier, known: Mapping[int, str]) -> str:
    """Return where a qualifier goes: to the "front", part of the "patient" or "beside" it, or "receiver", "purpose",
    "manner", "towards" or "other".

    A place, a relative clause and a year belong to the patient; what stands inside a relative clause, or is one about
    another qualifier, goes where that goes. *known* has the places of those before it, by their first word.
    """
    first, last = f.parse.words[q.phrase.first], q.phrase.last
    front = first.lower
    if last < min(act.span[0], act.patient[0] if act.patient else act.span[0]):
        return "front"
    if front == "dari" and (found := _from(f, act, q)):
        return found
    before = next((r for r in act.rest if r.phrase.last + 1 == q.phrase.first), None)
    where = known.get(before.phrase.first) if before is not None else None
    if before is not None and where is not None and _is_about(f, act, q, before, where):
        return where
    if front in _PLACES and act.words[-1].lemma in f.lists.get("tindakan-menempatkan", frozenset()):
        return "other"  # menempatkan narapidana | di sel khusus
    if act.patient is not None and (found := _by_patient(f, act.patient, q)):
        return found
    if _goes(front) and q.type in {"lingkup", "relatif"}:
        return "towards"
    year = first.tag == "TIME" and "year" in first.reading.features
    if q.type in {"lingkup", "relatif"} or first.tag == "YANG" or year:
        within = act.patient is not None and q.phrase.first == act.patient[1] + 1 and front not in _PLACES
        return "patient" if within else "beside"
    if front == "secara" and not q.standard:
        return "manner"
    return {"tujuan": "purpose", "penerima": "receiver"}.get(q.type, "other")


def _goes(front: str) -> bool:
    """Tell whether what the preposition *front* opens belongs behind the verb."""
    return front in _TOWARDS or front.split(" ")[0] in _ONWARDS


def _from(f: Facts, act: Act, q: Qualifier) -> str:
    """Return where "dari …" goes with what follows it or because of the act: "mengangkut sampah | dari TPS ke TPA"."""
    words = f.parse.words
    following = next((r for r in act.rest if r.phrase.first == q.phrase.last + 1), None)
    if following is not None and words[following.phrase.first].lower.split(" ")[0] in _ONWARDS:
        return "receiver" if following.type == "penerima" else "towards"
    inside = any(w.lower in _ONWARDS for w in words[q.phrase.first : q.phrase.last + 1])
    leaves = act.words[-1].lemma in f.lists.get("tindakan-melepaskan", frozenset())
    return "towards" if inside or leaves else ""


def _is_about(f: Facts, act: Act, q: Qualifier, before: Qualifier, where: str) -> bool:
    """Tell whether *q* says something of the qualifier right before it, which goes *where*: yang dijual | di pasar."""
    first = f.parse.words[q.phrase.first]
    relative = q.type == "relatif" or first.tag == "YANG"
    if q.type == "tujuan" and (first.tag == "SUB" or f.parse.words[before.phrase.last].tag[:2] not in {"V_", "AD"}):
        return False  # petani yang gagal panen | untuk mengajukan klaim
    into = first.lower in {"ke", "ke dalam", "kepada"}
    if relative or (before.type == "relatif" and not before.standard and not q.standard and not into):
        return True
    behind = act.patient is not None and before.phrase.first > act.patient[1]
    if not behind or where not in {"purpose", "receiver", "other"}:
        return False
    verbs = any(w.tag[:2] == "V_" for w in f.parse.words[before.phrase.first : before.phrase.last + 1])
    return (q.type == "lingkup" and not _goes(first.lower)) or (q.type == "penerima" and verbs)


def _by_patient(f: Facts, patient: tuple[int, int], q: Qualifier) -> str:
    """Return where *q* goes because of what the patient is; "" where that does not decide."""
    words, first = f.parse.words, f.parse.words[q.phrase.first]
    front = first.lower
    governed = words[q.phrase.first + 1] if q.phrase.first < q.phrase.last else first
    if front in _PLACES and governed.lower in _SIDES:
        return "other"  # membacakan surat | di hadapan majelis
    if front == "atas" and governed.lower in f.lists.get("dasar-tindakan", frozenset()):
        return "other"  # mengevakuasi sarang tawon | atas permintaan warga
    if front in _PLACES and "event" in governed.reading.features and "event" not in words[patient[0]].reading.features:
        return "other"  # membacakan dakwaan | di persidangan
    told = front in _TOPICS or (front == "dalam" and names_act(governed))
    if told and _PARTIES & words[head_of(words, patient)].reading.features:
        return "other"  # membimbing petani | dalam menanam
    if q.phrase.first != patient[1] + 1:
        return ""
    agreed = f.lists.get("nomina-perjanjian", frozenset())
    going = words[patient[0]].lemma in f.lists.get("nomina-perjalanan", frozenset())
    if (front == "dengan" and any(w.lemma in agreed for w in words[patient[0] : patient[1] + 1])) or (
        front == "ke" and going
    ):
        return "beside"  # kontrak | dengan penyedia; kunjungan menteri | ke sentra garam
    return "beside" if first.tag == "TIME" and front.startswith(_TERMS) else ""


def _places(f: Facts, act: Act) -> tuple[tuple[str, Qualifier], ...]:
    """Return where each qualifier goes, found once; what is left out stands in none."""
    found: tuple[tuple[str, Qualifier], ...] | None = f.found.get("act_places")
    if found is None:
        known: dict[int, str] = {}
        for q in act.rest:
            known[q.phrase.first] = _place(f, act, q, known)
        found = f.found["act_places"] = tuple((known[q.phrase.first], q) for q in act.rest)
    return found


def _said_places(f: Facts, act: Act) -> tuple[tuple[str, Phrase], ...]:
    """Return where each qualifier goes that is said at all, found once."""
    found: tuple[tuple[str, Phrase], ...] | None = f.found.get("act_said")
    if found is None:
        said = (
            (place, _without_writer(f, q.phrase) if place == "front" else q.phrase)
            for place, q in _places(f, act)
            if not _is_left_out(f, act, q)
        )
        found = f.found["act_said"] = tuple(said)
    return found


def _without_writer(f: Facts, phrase: Phrase) -> Phrase:
    """Return a phrase in front without the subject that was taken for its end: "Bersama Basarnas | kami menyisir …"."""
    last = phrase.last
    if last == phrase.first or f.parse.words[last].lower not in _WRITERS:
        return phrase
    return msgspec.structs.replace(phrase, last=last - 1)
