"""The facts of an indicator: what it measures, of what, and whether its target fits (annotation guide for indicators)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from linter.grammar.aspect import COST_HEADS, COUNT_HEADS, QUALITY_HEADS, SHARE_HEADS, TIME_HEADS, aspect_of, is_time
from linter.grammar.target import is_duration
from linter.model import Indicator, Parse, Target, Word

_OUTCOME_ROOTS = {
    "selesai",
    "penuh",
    "capai",
    "sedia",
    "realisasi",
    "tindaklanjut",
    "turun",
    "tingkat",
    "milik",
    "sesuai",
    "patuh",
    "naik",
    "ikut",
    "serap",
    "lulus",
}


class IndicatorLists(msgspec.Struct, frozen=True):
    """Word lists for reading indicators (lower case): vague words, vague objects, absolute words, set terms."""

    vague: frozenset[str] = frozenset()
    vague_objects: frozenset[str] = frozenset()
    absolute: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()


def read_indicator(
    parse: Parse, class_: str | None, target: Target | None, target_text: str, lists: IndicatorLists
) -> Indicator:
    """Return the facts of the indicator read as *parse*, with its target; *class_* is how it reads as a statement."""
    words = [w for w in parse.words if w.tag not in ("PUNCT", "COMMA", "STOP")]
    heads = _heads(words)
    measure = bool(heads)
    head = heads[0].lower.split(" ")[0] if heads else ""
    time = _time(words, target, target_text)
    form = _form(parse, measure, class_)
    return Indicator(
        measure=measure or any(w.tag == "QTY" and "percent" in w.reading.features for w in words),
        form=form,
        circular=_circular(parse, words, form, head, target),
        vague=_vague(words, lists),
        multi=len({w.lower for w in heads}) > 1 and any(w.tag == "CONJ" for w in words),
        time=time,
        aspect=aspect_of(parse, words, head, target),
        target_ok=_target_ok(head, form, target),
        absolute=_absolute(words, target, target_text, lists),
    )


_HEADS = TIME_HEADS | COST_HEADS | QUALITY_HEADS | COUNT_HEADS | SHARE_HEADS
_OTHER_HEADS = {"resolusi", "koefisien", "rerata", "penghematan", "deviasi", "rentang", "response", "rate"}
_DONE_ROOTS = {"laksana", "selenggara", "fasilitasi", "laku", "dukung", "kerja"}
_PERIODIC = {"harian", "mingguan", "bulanan", "triwulanan", "tahunan", "berkala"}


def _is_measure(word: Word) -> bool:
    return "measure" in word.reading.features or word.lower.split(" ")[0] in _HEADS or word.lower in _OTHER_HEADS


def _heads(words: Sequence[Word]) -> list[Word]:
    """Return the words that name a measure and head a noun phrase: the first one, and those joined to it."""
    found: list[Word] = []
    for n, word in enumerate(words):
        if _is_measure(word) and (n == 0 or (found and words[n - 1].tag == "CONJ" and word.lower in _HEADS)):
            found.append(word)
        elif n == 0 and word.tag not in ("PAREN", "NUM"):
            break
    return found


def _form(parse: Parse, measure: bool, class_: str | None) -> str:
    if measure:
        return "ukuran"
    head = parse.words[parse.object.head] if parse.object else None
    if parse.form == "nomina" and head is not None and head.reading.features & {"doc", "thing"}:
        return "produk"
    if parse.form == "nomina_keadaan":
        return "pencapaian"
    return class_ if class_ in ("pencapaian", "aktivitas", "kategori") else "produk"


def _circular(parse: Parse, words: Sequence[Word], form: str, head: str, target: Target | None) -> bool:
    """Tell whether only the doing is measured: an act, a process or a line of work, with no condition that it must meet."""
    roots = {w.lemma for w in words}
    if form == "aktivitas":
        return not roots & {"terap", "baik", "hemat"} and not any(q.standard for q in parse.qualifiers)
    if form != "ukuran":
        return bool(words) and words[0].lemma in _DONE_ROOTS and parse.form != "nomina"
    after = words[1] if len(words) > 1 else None
    if after is None:
        return False
    if after.lower in ("kegiatan", "tugas", "pekerjaan") and roots & _DONE_ROOTS:
        return True
    if head in TIME_HEADS:
        year = target is not None and target.unit in ("bulan", "bln") and target.low == 12
        return year and "process" in after.reading.features | (
            words[2].reading.features if len(words) > 2 else frozenset()
        )
    if head in QUALITY_HEADS | COST_HEADS | {"angka", "laju"} and head != "tingkat":
        return False
    if any(q.type in ("mutu", "kesesuaian", "relatif") or (q.type == "waktu" and q.standard) for q in parse.qualifiers):
        return False
    if "SESUAI" in {w.tag for w in words} or after.lower in ("program", "kunjungan", "koreksi", "permohonan"):
        return False
    return bool(after.reading.features & {"line", "process"}) and after.lemma not in _OUTCOME_ROOTS


def _time(words: Sequence[Word], target: Target | None, target_text: str) -> bool:
    """Tell whether a deadline, a duration, a frequency or "tepat waktu" stands in the indicator or its target."""
    if "tepat waktu" in target_text.lower() or any(w.lower in _PERIODIC for w in words[1:]):
        return True
    if any(w.lower in ("tepat waktu", "ketepatan waktu") or is_time(w) for w in words):
        return True
    if any(a.lower == "ketepatan" and b.lower == "waktu" for a, b in pairwise(words)):
        return True
    ages = any(w.lower in ("usia", "umur") for w in words)
    if not ages and any(w.tag == "QTY" and "duration" in w.reading.features and "-" not in w.text for w in words):
        return True
    return target is not None and (target.form in ("tenggat", "bulan", "frekuensi") or is_duration(target.unit))


def _vague(words: Sequence[Word], lists: IndicatorLists) -> bool:
    joined = " " + " ".join(w.lower for w in words) + " "
    for term in lists.terms:
        joined = joined.replace(f" {term} ", " ")
    left = set(joined.split())
    amounts = {a.lower for a, b in pairwise(words) if b.tag in ("QTY", "NUM")}
    return any(w.lower in lists.vague - amounts and w.lower in left for w in words) or any(
        w.lower in lists.vague_objects for w in words
    )


def _absolute(words: Sequence[Word], target: Target | None, target_text: str, lists: IndicatorLists) -> bool:
    if any(w.lower in lists.absolute or w.tag == "NEG_ADA" for w in words):
        return True
    if any(w.tag == "QTY" and "percent" in w.reading.features and w.lower.split(" ")[0] in ("100", "0") for w in words):
        return True
    if target is not None and target.form in ("angka", "batas") and target.low is not None:
        if target.unit == "%" and target.low in (0.0, 100.0):
            return True
        if target.low == 0.0:
            return True
    return any(w in lists.absolute for w in target_text.lower().split())


def _target_ok(head: str, form: str, target: Target | None) -> bool | None:
    """Tell whether the target's number and unit fit an indicator of *form*; None without a target."""
    if target is None or target.form == "kosong":
        return None
    unit, timed = target.unit, target.form in ("tenggat", "bulan", "frekuensi") or is_duration(target.unit)
    if target.form == "naratif":
        return False
    if target.form == "predikat":
        return True
    if head in SHARE_HEADS:
        return unit == "%"
    if head in TIME_HEADS:
        return timed or unit == "%"
    if head in ("indeks", "indek", "nilai", "skor"):
        return unit != "%"
    if head in COUNT_HEADS:
        return unit is not None and not timed and unit not in ("%", "skala", "indeks", "index")
    if form == "pencapaian":
        return unit is not None or timed
    return unit is not None and (form == "ukuran" or unit != "%")
