"""Facts of the act behind a statement: its roots, its patient, those it is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.engine.acts import Act, act_of, head_of, names_act
from linter.engine.facts import Facts, Registry
from linter.model import Word

ACT: Registry = Registry()
fact = ACT


def act_in(f: Facts) -> Act | None:
    """Return the act of the text, found once."""
    found = f.found
    if "act" not in found:
        found["act"] = act_of(f.parse, f.lists)
    act: Act | None = found["act"]
    return act


@fact("act_root", "Akar tindakan, juga di balik verba pembawa (melakukan penyuluhan: suluh).")
def _root(f: Facts) -> Any:
    act = act_in(f)
    return act.words[0].lemma if act else None


@fact("act_roots", "Akar semua tindakan yang setara (monitoring dan evaluasi).")
def _roots(f: Facts) -> Any:
    act = act_in(f)
    return frozenset(w.lemma for w in act.words) if act else frozenset()


@fact(
    "listed_acts",
    "Banyaknya tindakan berbeda yang berobjek sendiri dan dirangkai (pengelolaan promosi, fasilitasi karier: 2).",
    number=True,
)
def _listed_acts(f: Facts) -> Any:
    parse = f.parse
    if parse.form not in {"nomina_tindakan", "nominalisasi_hasil"}:
        return 0
    spans = [phrase for phrase in (parse.verb, parse.object) if phrase is not None]
    first = min((p.first for p in spans), default=0)
    first = parse.object.first if parse.object and parse.form == "nominalisasi_hasil" else first
    words = parse.words[first : max((p.last for p in spans), default=-1) + 1]
    shells = f.lists.get("inti-kegiatan", frozenset())
    if not any(word.tag in {"CONJ", "COMMA"} for word in words):  # most texts
        return int(_has_object([word for word in words if word.lower not in shells]))
    heads, piece = set[str](), list[Word]()
    for word in (*words, None):
        if word is not None and word.tag not in {"CONJ", "COMMA"}:
            piece += [] if not piece and word.lower in shells else [word]
            continue
        if _has_object(piece):
            heads.add(piece[0].lemma)
        piece = []
    return len(heads)


def _has_object(piece: Sequence[Word]) -> bool:
    """Tell whether *piece* begins with an act and goes on with more than acts: "fasilitasi | karier"."""
    return len(piece) > 1 and names_act(piece[0]) and not all(map(names_act, piece))


@fact("act_kind", "Ciri kata tindakan menurut leksikon (process, event, transitive …).")
def _kind(f: Facts) -> Any:
    act = act_in(f)
    return act.words[0].reading.features if act else frozenset()


@fact("act_noun", "Benar bila tindakan disebut dengan kata benda (penyuluhan, sosialisasi).", ("true", "false"))
def _noun(f: Facts) -> Any:
    act = act_in(f)
    return act.noun if act else None


@fact("patient_head", "Kata inti hal atau orang yang dikenai tindakan, huruf kecil.")
def _patient_head(f: Facts) -> Any:
    act = act_in(f)
    return f.parse.words[act.patient[0]].lower.split(" ")[0] if act and act.patient else None


@fact("patient_kind", "Ciri kata inti hal atau orang yang dikenai tindakan (doc, thing, person, body …).")
def _patient_kind(f: Facts) -> Any:
    act = act_in(f)
    return f.parse.words[head_of(f.parse.words, act.patient)].reading.features if act and act.patient else frozenset()


@fact("patient_tag", "Jenis kata pertama dari hal atau orang yang dikenai tindakan (V_NYA bila sendiri sebuah hasil).")
def _patient_tag(f: Facts) -> Any:
    act = act_in(f)
    return f.parse.words[act.patient[0]].tag if act and act.patient else None


@fact("patient_tags", "Jenis kata yang ada dalam frasa hal atau orang yang dikenai tindakan (V_ACT, NUM …).")
def _patient_tags(f: Facts) -> Any:
    act = act_in(f)
    return (
        frozenset(w.tag for w in f.parse.words[act.patient[0] : act.patient[1] + 1])
        if act and act.patient
        else frozenset()
    )


@fact("receiver_kind", "Ciri kata inti penerima (kepada, bagi, terhadap …): person, body …; kosong tanpa penerima.")
def _receiver_kind(f: Facts) -> Any:
    act = act_in(f)
    found = next((q.phrase for q in act.rest if q.type == "penerima"), None) if act else None
    return (
        f.parse.words[head_of(f.parse.words, (found.first + 1, found.last))].reading.features if found else frozenset()
    )


@fact("act_company", "Benar bila dikerjakan bersama atau untuk orang lain (membantu camat dalam …).", ("true", "false"))
def _company(f: Facts) -> Any:
    act = act_in(f)
    return act is not None and act.company is not None


@fact(
    "act_twice",
    "Benar bila tindakan disebut lagi di dalam hal yang dikenai (audit kinerja, audit mutu).",
    ("true", "false"),
)
def _twice(f: Facts) -> Any:
    act = act_in(f)
    if act is None or act.patient is None:
        return False
    roots = {w.lemma for w in act.words}
    return any(w.lemma in roots and names_act(w) for w in f.parse.words[act.patient[0] + 1 : act.patient[1] + 1])


@fact(
    "unsaid",
    "Benar bila ada kata berisi yang tidak termasuk tindakan, yang dikenai, atau keterangannya.",
    ("true", "false"),
)
def _unsaid(f: Facts) -> Any:
    act, parse = act_in(f), f.parse
    if act is None:
        return False
    phrases = [p for p in (parse.subject, parse.verb, parse.object) if p is not None]
    phrases += [q.phrase for q in parse.qualifiers]
    taken = bytearray(len(parse.words))
    for p in phrases:
        taken[p.first : p.last + 1] = b"\1" * (p.last + 1 - p.first)
    at = taken.find(0, max(0, taken.find(1)))
    while at >= 0:
        if _says_something(parse.words[at]):
            return True
        at = taken.find(0, at + 1)
    return False


def _says_something(word: Word) -> bool:
    return word.is_noun or word.tag[:2] == "V_" or word.tag in {"ADJ", "NUM", "QTY", "TIME"}
