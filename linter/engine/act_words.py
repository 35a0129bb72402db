"""What is said of the act of a statement in better sentences: its patient, its result, who receives it, what else is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.engine.act_facts import act_in
from linter.engine.act_places import behind, has_time, inside, kept, said_in_order, slice_of
from linter.engine.acts import ABOUT, Act
from linter.engine.casing import upper_first
from linter.engine.facts import Facts
from linter.language.inflect import NOT_SAID, USUAL, Inflection, Paradigm, best
from linter.model import Word

_WHERE = {"lapang": "lapangan", "lapangan": "lapangan", "setempat": "tempat"}
"""Ways of an act that are places: verifikasi lapangan is verified di lapangan."""
_STAGES = frozenset({"awal", "akhir", "lanjutan", "bersama", "terpadu"})
"""Words behind a noun of action that no verb takes over."""
ActFiller = Callable[[Facts, Inflection, Act], str]


def _patient(f: Facts, i: Inflection, act: Act) -> str:
    """Return the patient with what belongs to its name: "jadwal wisuda | yang sudah ditetapkan"."""
    return " ".join(filter(None, (inside(f, *act.patient), kept(f, act, "patient")))) if act.patient else ""


def _start(f: Facts, act: Act, said: str) -> str:
    """Return *said* as a sentence begins with it, unless a phrase stands in front of it."""
    return said if kept(f, act, "front") else upper_first(said)


def _manner(f: Facts, i: Inflection, act: Act) -> str:
    """Return how it is done: "secara elektronik"."""
    said = kept(f, act, "manner")
    if not said and act.aside is not None:
        return slice_of(f, act.aside, act.aside)  # satu per satu
    if act.manner in _STAGES:
        return said
    way = f"di {_WHERE[act.manner]}" if act.manner in _WHERE else f"secara {act.manner}"
    return way if act.manner and not said else said


def _in_the_manner(f: Facts, i: Inflection, act: Act) -> str:
    """Return what stands before a quality that is added: "secara", or "secara elektronik,"."""
    said = _manner(f, i, act)
    if said.startswith("secara"):
        return f"{said},"
    return f"{said} secara".lstrip()


def _with_the_manner(f: Facts, i: Inflection, act: Act) -> str:
    """Return what stands before one quality that "dan tepat waktu" may follow: "secara rutin," or "secara rutin dan"."""
    said = _in_the_manner(f, i, act)
    return said if not (has_time(f, act) and said.endswith(",")) else f"{said[:-1]} dan"


def _receiver(f: Facts, i: Inflection, act: Act) -> str:
    """Return who receives it, without the preposition."""
    found = next((q.phrase for q in act.rest if q.type == "penerima" and q.phrase.last > q.phrase.first), None)
    return inside(f, found.first + 1, found.last) if found else ""


def _subject(f: Facts, i: Inflection, act: Act) -> str:
    """Return the patient with its place and year, made once; "" where there is none."""
    said: str | None = f.found.get("act_subject")
    if said is None:
        patient = _patient(f, i, act)
        said = " ".join(filter(None, (patient, kept(f, act, "beside")))) if patient else ""
        f.found["act_subject"] = said
    return said


def _topic(f: Facts, i: Inflection, act: Act) -> str:
    """Return the patient with its place, year and direction: "kunjungan wisatawan ke desa adat"."""
    patient = _patient(f, i, act)
    return " ".join(filter(None, (patient, kept(f, act, "beside", "towards")))) if patient else ""


def _joined(forms: Sequence[str]) -> str:
    return " dan ".join(filter(None, (", ".join(forms[:-1]), forms[-1]))) if forms else ""


def _paradigms(f: Facts, i: Inflection, act: Act) -> list[Paradigm | None]:
    """Return the forms of each act, of a foreign one those of its Indonesian counterpart (upload: unggah)."""
    own = f.pairs.get("padanan-akar", {})
    return [i.of_root(own[w.lemma].text) if w.lemma in own else _paradigm(w, i) for w in act.words]


def _paradigm(word: Word, i: Inflection) -> Paradigm | None:
    """Return the forms of the verb that *word* is a form of; of one that commands (antar undangan) those of its root."""
    return i.of(word.reading) or (i.of_root(word.lemma) if word.tag == "PREP" else None)


def _result(f: Facts, i: Inflection, act: Act) -> str:
    """Return what has come about (tersusun, diperiksa dan disetujui); "" where one of the acts has no such form."""
    forms = [_result_of(paradigm) for paradigm in _paradigms(f, i, act)]
    mixed = len({form.startswith("ter") for form in forms}) > 1
    return _passive(f, i, act) if mixed else _with_again(forms, act)


def _with_again(forms: list[str], act: Act) -> str:
    """Return the *forms* of all acts joined, the last with "ulang" where the act is done again; "" where one is missing."""
    if not forms or not all(forms):
        return ""
    return _joined([*forms[:-1], f"{forms[-1]} {act.again}".strip()])


def _result_of(paradigm: Paradigm | None) -> str:
    if paradigm is None or not paradigm.passive:
        return ""
    usual = next((form.text for form in paradigm.result if form.standing == USUAL), "")
    return usual if usual.startswith(("ter", "di")) else best(paradigm.passive)


def _passive(f: Facts, i: Inflection, act: Act) -> str:
    return _with_again([best(paradigm.passive) if paradigm else "" for paradigm in _paradigms(f, i, act)], act)


def _change(f: Facts, i: Inflection, act: Act) -> str:
    """Return the intransitive change (meningkat, menurun, menguat), "" where the verb has none."""
    paradigm = i.of(act.words[0].reading)
    return next((form.text for form in paradigm.result if form.standing == USUAL), "") if paradigm else ""


def _action(f: Facts, i: Inflection, act: Act) -> str:
    """Return the act as a noun (penyuluhan, monitoring dan evaluasi), as it stands where it is one."""
    if act.noun:
        return inside(f, *act.span)
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
    return " ".join(filter(None, (action, _patient(f, i, act), kept(f, act, "beside")))) if action else ""


def _whole_in_order(f: Facts, i: Inflection, act: Act) -> str:
    """Return the act as a noun with all that stands behind it, in the order of the text."""
    action, patient, phrases = _action(f, i, act), act.patient, behind(f, act)
    if patient is not None and act.manner and _is_next(f, patient[1], act.manner):
        patient = patient[0], patient[1] + 1  # "pemeriksaan kendaraan | berkala"
    if patient is not None and f.parse.words[patient[0] - 1].lower in ABOUT:
        phrases = sorted([*phrases, (patient[0] - 1, patient[1])])
    elif patient is not None:
        phrases = [patient, *phrases]
    company = f"bersama {slice_of(f, *act.company)}" if act.company else ""
    return " ".join(filter(None, (action, said_in_order(f, phrases), company))) if action else ""


def _is_next(f: Facts, last: int, word: str) -> bool:
    return last + 1 < len(f.parse.words) and f.parse.words[last + 1].lower == word


def _doer(f: Facts, i: Inflection, act: Act) -> str:
    """Return those who are brought to do something: "siswa kelas IX | membaca peta"."""
    at = _begins_doing(f, act)
    return inside(f, act.patient[0], at - 1) if act.patient and at is not None else ""


def _doing(f: Facts, i: Inflection, act: Act) -> str:
    """Return what they are brought to do."""
    at = _begins_doing(f, act)
    return slice_of(f, at, act.patient[1]) if act.patient and at is not None else ""


def _begins_doing(f: Facts, act: Act) -> int | None:
    """Return the index of the active verb inside the patient, None where it has none or begins with it."""
    if act.patient is None:
        return None
    first, last = act.patient
    return next((n for n in range(first + 1, last + 1) if f.parse.words[n].tag == "V_ACT"), None)


def _come_about(f: Facts, i: Inflection, act: Act) -> str:
    """Return a nominalised result as a clause: "tersampaikannya | undangan rapat" → undangan rapat tersampaikan."""
    if act.patient is None or act.patient[0] == act.patient[1]:
        return ""
    first, last = act.patient
    tag, said = f.parse.words[first].tag, f.parse.words[first].reading
    if tag not in {"V_NYA", "NEG_ADA"}:
        return ""
    verb = (said.meant or said.form).removesuffix("nya")
    beside = kept(f, act, "patient", "beside")
    if tag == "NEG_ADA":  # tidak adanya | calo
        return " ".join(filter(None, (verb, inside(f, first + 1, last), beside)))
    return " ".join(filter(None, (inside(f, first + 1, last), beside, verb)))


def _others(f: Facts, i: Inflection, act: Act) -> str:
    """Return the remaining qualifiers, and with whom it is done."""
    others = kept(f, act, "towards", "other")
    if act.company is None:
        return others
    joined = f"dan {others.removeprefix('bersama ')}" if others.startswith("bersama ") else others
    return f"bersama {slice_of(f, *act.company)} {joined}".rstrip()


def _wanted_deed(f: Facts, i: Inflection, act: Act) -> str:
    """Return what the patient is brought to do by a purpose: "(mendorong nelayan untuk) memakai jaring ramah lingkungan"."""
    for q in act.rest:
        first = q.phrase.first
        if (
            q.type == "tujuan"
            and first > 0
            and first < q.phrase.last
            and f.parse.words[first + 1].tag in {"V_ACT", "V_BER"}
        ):
            return slice_of(f, first + 1, q.phrase.last)
    return ""


ACT_FILLERS: dict[str, ActFiller] = {
    "perihal": _subject,
    "Perihal": lambda f, i, a: _start(f, a, _subject(f, i, a)),
    "Pokok": lambda f, i, a: _start(f, a, _topic(f, i, a)),
    "benda": _patient,
    "Benda": lambda f, i, a: _start(f, a, _patient(f, i, a)),
    "jadi": _result,
    "dikenai": _passive,
    "berubah": _change,
    "tindakan": _action,
    "Tindakan": lambda f, i, a: _start(f, a, _action(f, i, a)),
    "kegiatan": _whole,
    "seluruhnya": _whole_in_order,
    "depan": lambda f, i, a: upper_first(kept(f, a, "front")),
    "Kegiatan": lambda f, i, a: _start(f, a, _whole(f, i, a)),
    "penerima": _receiver,
    "Penerima": lambda f, i, a: _start(f, a, _receiver(f, i, a)),
    "kepada": lambda f, i, a: kept(f, a, "receiver"),
    "lain": _others,
    "Terjadi": lambda f, i, a: _start(f, a, _come_about(f, i, a)),
    "lain_saja": lambda f, i, a: kept(f, a, "other"),
    "tujuan": lambda f, i, a: kept(f, a, "purpose"),
    "tempat": lambda f, i, a: kept(f, a, "beside"),
    "pelaku": _doer,
    "Pelaku": lambda f, i, a: _start(f, a, _doer(f, i, a)),
    "perbuatan": _doing,
    "supaya": _wanted_deed,
    "cara": _manner,
    "secara": _in_the_manner,
    "secara_dan": _with_the_manner,
    "dan_tepat_waktu": lambda f, i, a: "" if has_time(f, a) else "dan tepat waktu",
}
"""What may stand in braces in a better sentence, of "Menyampaikan laporan kas di kecamatan kepada camat setiap bulan":

``benda`` laporan kas; ``perihal`` laporan kas di kecamatan; ``jadi`` tersampaikan; ``dikenai`` disampaikan; ``tindakan``
penyampaian; ``kegiatan`` penyampaian laporan kas di kecamatan; ``seluruhnya`` the same with all that stands behind it;
``depan`` what stands in front of the clause; ``penerima`` camat; ``kepada`` kepada camat; ``lain`` setiap bulan; ``tujuan``
what it is for; ``tempat`` di kecamatan; ``berubah`` meningkat, of a verb of change; ``pelaku`` and ``perbuatan`` those who
are brought to do something, and what; ``supaya`` the same where a purpose says it; ``dan_tepat_waktu`` itself, where no
other time is named; ``cara`` secara elektronik, ``secara`` the same before qualities, ``secara_dan`` before one;
``Pokok`` the patient with where it goes too, and ``lain_saja`` what is left then;
``Terjadi``, of "memastikan terbitnya kartu": Kartu terbit.
"""


def act_filler(name: str) -> Callable[[Facts, Inflection, str], str]:
    """Return the filler *name* as messages use it; it says nothing where a text names no act."""
    fill = ACT_FILLERS[name]

    key = f"{{{name}}}"

    def said(f: Facts, i: Inflection, match: str) -> str:
        found = f.found
        if key not in found:
            act = act_in(f)
            found[key] = fill(f, i, act) if act is not None else ""
        known: str = found[key]
        return known

    return said
