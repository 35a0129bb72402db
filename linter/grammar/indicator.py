"""The facts of an indicator: what it measures, of what, and whether its target fits (annotation guide for indicators)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from linter.grammar.target import is_duration
from linter.model import Indicator, Parse, Target, Word

_TIME_HEADS = {"waktu", "lama", "kecepatan", "durasi", "ketepatan"}
_COST_HEADS = {"biaya", "anggaran", "belanja", "serapan", "penyerapan", "efisiensi", "realisasi anggaran", "pnbp"}
_QUALITY_HEADS = {
    "indeks",
    "indek",
    "nilai",
    "skor",
    "tingkat",
    "predikat",
    "opini",
    "level",
    "peringkat",
    "akurasi",
    "kualitas",
    "mutu",
}
_COUNT_HEADS = {"jumlah", "banyaknya", "volume", "luas", "panjang", "frekuensi", "kapasitas"}
_SHARE_HEADS = {"persentase", "prosentase", "presentase", "proporsi", "cakupan", "rasio"}
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
    return Indicator(
        measure=measure or any(w.tag == "QTY" and "percent" in w.reading.features for w in words),
        form=_form(parse, measure, class_),
        circular=_circular(parse, words, measure, head),
        vague=_vague(words, lists),
        multi=len({w.lower for w in heads}) > 1 and any(w.tag == "CONJ" for w in words),
        time=time,
        aspect=_aspect(parse, words, head, target),
        target_ok=_target_ok(head, measure, target, target_text),
        absolute=_absolute(words, target, target_text, lists),
    )


_HEADS = _TIME_HEADS | _COST_HEADS | _QUALITY_HEADS | _COUNT_HEADS | _SHARE_HEADS
_PERIODIC = {"harian", "mingguan", "bulanan", "triwulanan", "tahunan", "berkala"}


def _is_measure(word: Word) -> bool:
    return "measure" in word.reading.features or word.lower in _SHARE_HEADS


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


def _circular(parse: Parse, words: Sequence[Word], measure: bool, head: str) -> bool:
    """Tell whether only the doing is measured: a process or line of work, with no condition that it must meet."""
    if any(q.type in ("mutu", "kesesuaian", "relatif") or (q.type == "waktu" and q.standard) for q in parse.qualifiers):
        return False
    if not measure:
        verb = words[0] if words else None
        return verb is not None and verb.lemma in ("laksana", "selenggara", "fasilitasi") and parse.form != "nomina"
    if (
        head in _QUALITY_HEADS - {"tingkat"}
        or head in ("angka", "laju")
        or (head in _TIME_HEADS and head != "ketepatan")
    ):
        return False
    after = words[1] if len(words) > 1 else None
    if after is None or "SESUAI" in {w.tag for w in words}:
        return False
    if after.reading.features & {"line"} and after.lower not in ("program",):
        return True
    return "process" in after.reading.features and after.lemma not in _OUTCOME_ROOTS


def _time(words: Sequence[Word], target: Target | None, target_text: str) -> bool:
    """Tell whether a deadline, a duration, a frequency or "tepat waktu" stands in the indicator or its target."""
    if "tepat waktu" in target_text.lower() or any(w.lower in _PERIODIC for w in words[1:]):
        return True
    if any(w.lower in ("tepat waktu", "ketepatan waktu") or _is_time(w) for w in words):
        return True
    if any(a.lower == "ketepatan" and b.lower == "waktu" for a, b in pairwise(words)):
        return True
    ages = any(w.lower in ("usia", "umur") for w in words)
    if not ages and any(w.tag == "QTY" and "duration" in w.reading.features and "-" not in w.text for w in words):
        return True
    return target is not None and (target.form in ("tenggat", "bulan", "frekuensi") or is_duration(target.unit))


def _is_time(word: Word) -> bool:
    return word.tag == "TIME" and "year" not in word.reading.features


def _aspect(parse: Parse, words: Sequence[Word], head: str, target: Target | None) -> str:
    lower = {w.lower for w in words}
    if (
        head in _TIME_HEADS
        or lower & {"tepat waktu", "ketepatan waktu"}
        or (len(words) > 1 and words[1].lower == "ketepatan")
    ):
        return "waktu"
    if (
        words
        and (lower & _COST_HEADS and (head in _COST_HEADS or head in _SHARE_HEADS))
        and not any(w.lower == "dokumen" for w in words[:2])
    ):
        return "biaya"
    if head in _COUNT_HEADS:
        return "kuantitas"
    if head in _QUALITY_HEADS:
        return "kualitas"
    good = any(q.type in ("mutu", "kesesuaian") for q in parse.qualifiers) or any(
        w.tag in ("ADJ", "SESUAI") for w in words
    )
    if head in _SHARE_HEADS:
        return "kualitas" if good else "kuantitas"
    if target is not None and is_duration(target.unit):
        return "waktu"
    return "kualitas" if good else "kuantitas"


def _vague(words: Sequence[Word], lists: IndicatorLists) -> bool:
    joined = " " + " ".join(w.lower for w in words) + " "
    for term in lists.terms:
        joined = joined.replace(f" {term} ", " ")
    left = set(joined.split())
    return any(w.lower in lists.vague and w.lower in left for w in words) or any(
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


def _target_ok(head: str, measure: bool, target: Target | None, text: str) -> bool | None:
    """Tell whether the target's number and unit fit the measure; None without a target."""
    if target is None:
        return None
    unit = target.unit
    if target.form in ("kosong", "naratif"):
        return False if target.form == "naratif" else None
    if target.form == "predikat":
        return True
    if head in _SHARE_HEADS:
        return unit == "%"
    if head in _TIME_HEADS:
        return (
            target.form in ("tenggat", "bulan", "frekuensi")
            or is_duration(unit)
            or (head == "ketepatan" and unit == "%")
        )
    if head in ("indeks", "indek", "nilai", "skor"):
        return unit != "%"
    if head in _COUNT_HEADS:
        return unit is not None and unit != "%" and unit not in ("skala", "indeks", "index")
    return unit is not None if measure else unit not in ("%", None)
