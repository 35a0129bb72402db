"""What is said of the act of a statement in better sentences: its patient, its result, who receives it, what else is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.engine.act_facts import act_in
from linter.engine.acts import Act
from linter.engine.casing import lower_first, upper_first
from linter.engine.facts import Facts
from linter.language.inflect import NOT_SAID, USUAL, Form, Inflection, Paradigm
from linter.model import Qualifier

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
    }
)
"""Prepositions of what belongs behind the verb, not beside its patient: tercatat ke dalam buku agenda."""
_PLACES = frozenset({"di", "pada", "dalam"})
ActFiller = Callable[[Facts, Inflection, Act], str]


def _slice(f: Facts, first: int, last: int) -> str:
    """Return the words *first* to *last* as they stand in the text, spaces and line breaks made one."""
    words = f.parse.words
    return " ".join(f.item.text[words[first].start : words[last].end].split())


def _patient(f: Facts, i: Inflection, act: Act) -> str:
    return lower_first(_slice(f, *act.patient)) if act.patient else ""


def _kept(f: Facts, act: Act, wanted: Callable[[Facts, Act, Qualifier], bool]) -> str:
    """Return the qualifiers that are wanted, joined as they are in the text; one from its front gets a small letter."""
    spans: list[tuple[int, int]] = []
    for phrase in (q.phrase for q in act.rest if wanted(f, act, q) and not _is_left_out(f, q)):
        between = f.parse.words[spans[-1][1] + 1 : phrase.first] if spans else ()
        if spans and between and all(word.tag in ("CONJ", "COMMA") for word in between):
            spans[-1] = spans[-1][0], phrase.last
        else:
            spans.append((phrase.first, phrase.last))
    return " ".join(lower_first(_slice(f, *span)) for span in spans)


def _is_left_out(f: Facts, q: Qualifier) -> bool:
    """Tell whether a qualifier speaks of the writer or the process, or says nothing: sebagai panitera, secara daring."""
    first = f.parse.words[q.phrase.first].lower
    front = q.phrase.first == 0 and first in _OF_THE_WRITER
    return front or (first == "oleh" and q.type == "cara") or (q.type == "mutu" and not q.standard)


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
    relative = q.type == "relatif" or first.tag == "YANG"
    if before is not None and (relative or (before.type == "relatif" and not q.standard)):
        return _place(f, act, before)
    year = first.tag == "TIME" and "year" in first.reading.features
    if relative or year or q.type == "lingkup":
        return "towards" if first.lower in _TOWARDS else "beside"
    if first.lower == "secara" and not q.standard:
        return "manner"
    return {"tujuan": "purpose", "penerima": "receiver"}.get(q.type, "other")


def _placed(*places: str) -> Callable[[Facts, Act, Qualifier], bool]:
    return lambda f, act, q: _place(f, act, q) in places


_is_beside, _is_purpose, _is_receiver, _is_manner = map(_placed, ("beside", "purpose", "receiver", "manner"))
_is_near, _is_other, _is_only_other = _placed("beside", "towards"), _placed("towards", "other"), _placed("other")


def _manner(f: Facts, i: Inflection, act: Act) -> str:
    """Return how it is done: "secara elektronik"."""
    said = _kept(f, act, _is_manner)
    return f"secara {act.manner}" if act.manner and not said else said


def _in_the_manner(f: Facts, i: Inflection, act: Act) -> str:
    """Return what stands before a quality that is added: "secara", or "secara elektronik,"."""
    said = _manner(f, i, act)
    return f"{said}," if said else "secara"


def _receiver(f: Facts, i: Inflection, act: Act) -> str:
    """Return who receives it, without the preposition."""
    found = next((q.phrase for q in act.rest if q.type == "penerima" and q.phrase.last > q.phrase.first), None)
    return lower_first(_slice(f, found.first + 1, found.last)) if found else ""


def _subject(f: Facts, i: Inflection, act: Act) -> str:
    """Return the patient with its place and year; "" where there is none."""
    patient = _patient(f, i, act)
    return " ".join(filter(None, (patient, _kept(f, act, _is_beside)))) if patient else ""


def _topic(f: Facts, i: Inflection, act: Act) -> str:
    """Return the patient with its place, year and direction: "kunjungan wisatawan ke desa adat"."""
    patient = _patient(f, i, act)
    return " ".join(filter(None, (patient, _kept(f, act, _is_near)))) if patient else ""


def _joined(forms: Sequence[str]) -> str:
    return " dan ".join(filter(None, (", ".join(forms[:-1]), forms[-1]))) if forms else ""


def _paradigms(f: Facts, i: Inflection, act: Act) -> list[Paradigm | None]:
    """Return the forms of each act, of a foreign one those of its Indonesian counterpart (upload: unggah)."""
    own = f.pairs.get("padanan-akar", {})
    return [i.of_root(own[w.lemma].text) if w.lemma in own else i.of(w.reading) for w in act.words]


def _best(forms: tuple[Form, ...]) -> str:
    return next((form.text for form in forms if form.standing != NOT_SAID), "")


def _result(f: Facts, i: Inflection, act: Act) -> str:
    """Return what has come about (tersusun, diperiksa dan disetujui); "" where one of the acts has no such form."""
    return _with_again([_result_of(paradigm) for paradigm in _paradigms(f, i, act)], act)


def _with_again(forms: list[str], act: Act) -> str:
    """Return the *forms* of all acts joined, the last with "ulang" where the act is done again; "" where one is missing."""
    if not forms or not all(forms):
        return ""
    return _joined([*forms[:-1], f"{forms[-1]} {act.again}".strip()])


def _result_of(paradigm: Paradigm | None) -> str:
    if paradigm is None or not paradigm.passive:
        return ""
    usual = next((form.text for form in paradigm.result if form.standing == USUAL), "")
    return usual if usual.startswith(("ter", "di")) else _best(paradigm.passive)


def _passive(f: Facts, i: Inflection, act: Act) -> str:
    return _with_again([_best(paradigm.passive) if paradigm else "" for paradigm in _paradigms(f, i, act)], act)


def _change(f: Facts, i: Inflection, act: Act) -> str:
    """Return the intransitive change (meningkat, menurun, menguat), "" where the verb has none."""
    paradigm = i.of(act.words[0].reading)
    return next((form.text for form in paradigm.result if form.standing == USUAL), "") if paradigm else ""


def _action(f: Facts, i: Inflection, act: Act) -> str:
    """Return the act as a noun (penyuluhan, monitoring dan evaluasi), as it stands where it is one."""
    if act.noun:
        return lower_first(_slice(f, *act.span))
    found = [_action_of(paradigm) for paradigm in _paradigms(f, i, act)]
    return _joined(found) if found and all(found) else ""


def _action_of(paradigm: Paradigm | None) -> str:
    """Return the noun of the act; the root itself where it is one (koordinasi, not pengoordinasian)."""
    if paradigm is None:
        return ""
    said = [form.text for form in paradigm.action if form.standing != NOT_SAID]
    return paradigm.root if paradigm.root in said else next(iter(said), "")


def _whole(f: Facts, i: Inflection, act: Act) -> str:
    """Return the act as a noun with its patient and its place."""
    action = _action(f, i, act)
    return " ".join(filter(None, (action, _patient(f, i, act), _kept(f, act, _is_beside)))) if action else ""


def _doer(f: Facts, i: Inflection, act: Act) -> str:
    """Return those who are brought to do something: "siswa kelas IX | membaca peta"."""
    at = _begins_doing(f, act)
    return lower_first(_slice(f, act.patient[0], at - 1)) if act.patient and at is not None else ""


def _doing(f: Facts, i: Inflection, act: Act) -> str:
    """Return what they are brought to do."""
    at = _begins_doing(f, act)
    return _slice(f, at, act.patient[1]) if act.patient and at is not None else ""


def _begins_doing(f: Facts, act: Act) -> int | None:
    """Return the index of the active verb inside the patient, None where it has none or begins with it."""
    if act.patient is None:
        return None
    first, last = act.patient
    return next((n for n in range(first + 1, last + 1) if f.parse.words[n].tag == "V_ACT"), None)


def _wanted_deed(f: Facts, i: Inflection, act: Act) -> str:
    """Return what the patient is brought to do by a purpose: "(mendorong nelayan untuk) memakai jaring ramah lingkungan"."""
    for q in act.rest:
        first = q.phrase.first
        if (
            q.type == "tujuan"
            and first > 0
            and first < q.phrase.last
            and f.parse.words[first + 1].tag in ("V_ACT", "V_BER")
        ):
            return _slice(f, first + 1, q.phrase.last)
    return ""


def _on_time(f: Facts, act: Act) -> bool:
    """Tell whether "tepat waktu" may be said: it may not beside another time, years apart."""
    return not any(q.type == "waktu" and not _is_beside(f, act, q) for q in act.rest)


ACT_FILLERS: dict[str, ActFiller] = {
    "perihal": _subject,
    "Perihal": lambda f, i, a: upper_first(_subject(f, i, a)),
    "Pokok": lambda f, i, a: upper_first(_topic(f, i, a)),
    "benda": _patient,
    "Benda": lambda f, i, a: upper_first(_patient(f, i, a)),
    "jadi": _result,
    "dikenai": _passive,
    "berubah": _change,
    "tindakan": _action,
    "Tindakan": lambda f, i, a: upper_first(_action(f, i, a)),
    "kegiatan": _whole,
    "Kegiatan": lambda f, i, a: upper_first(_whole(f, i, a)),
    "penerima": _receiver,
    "Penerima": lambda f, i, a: upper_first(_receiver(f, i, a)),
    "kepada": lambda f, i, a: _kept(f, a, _is_receiver),
    "lain": lambda f, i, a: _kept(f, a, _is_other),
    "lain_saja": lambda f, i, a: _kept(f, a, _is_only_other),
    "tujuan": lambda f, i, a: _kept(f, a, _is_purpose),
    "tempat": lambda f, i, a: _kept(f, a, _is_beside),
    "pelaku": _doer,
    "Pelaku": lambda f, i, a: upper_first(_doer(f, i, a)),
    "perbuatan": _doing,
    "supaya": _wanted_deed,
    "cara": _manner,
    "secara": _in_the_manner,
    "dan_tepat_waktu": lambda f, i, a: "dan tepat waktu" if _on_time(f, a) else "",
}
"""What may stand in braces in a better sentence, of "Menyampaikan laporan kas di kecamatan kepada camat setiap bulan":

``benda`` laporan kas; ``perihal`` laporan kas di kecamatan; ``jadi`` tersampaikan; ``dikenai`` disampaikan; ``tindakan``
penyampaian; ``kegiatan`` penyampaian laporan kas di kecamatan; ``penerima`` camat; ``kepada`` kepada camat; ``lain``
setiap bulan; ``tujuan`` what it is for; ``tempat`` di kecamatan; ``berubah`` meningkat, of a verb of change; ``pelaku``
and ``perbuatan`` those who are brought to do something, and what; ``supaya`` the same where a purpose says it;
``dan_tepat_waktu`` itself, where no other time is named; ``cara`` secara elektronik, ``secara`` the same before a quality;
``Pokok`` the patient with where it goes too, and ``lain_saja`` what is left then.
"""


def act_filler(name: str) -> Callable[[Facts, Inflection, str], str]:
    """Return the filler *name* as messages use it; it says nothing where a text names no act."""
    fill = ACT_FILLERS[name]

    def said(f: Facts, i: Inflection, match: str) -> str:
        act = act_in(f)
        return fill(f, i, act) if act is not None else ""

    return said
