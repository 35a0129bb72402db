"""Targets as data: "90–95 %", "12 laporan", "paling lambat 15 Februari", "3,5 (skala 1–4)", "Rp25.000.000"."""

from __future__ import annotations

import re

from linter.language.numbers import DURATIONS, MONTHS
from linter.language.tagger import Tagger
from linter.model import Target, Word

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_INSIDE = re.compile(r"\(\s*(?:target\s*:\s*)?([^()]*\d[^()]*)\)[\s.;]*\Z", re.IGNORECASE)
_SCALES = {"ratus": 1e2, "ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12}
_PERCENT = {"%", "persen", "persentase", "prosentase"}
_INDEX = {"indeks", "index", "nilai", "skor", "skala", "poin", "point", "level", "tingkat", "kategori", "predikat"}
_GRADES = {"baik", "sangat baik", "unggul", "wtp", "a", "b", "bb", "aa", "cukup", "paripurna", "informatif"}
_UPPER = {
    "maksimal",
    "maksimum",
    "paling lama",
    "paling banyak",
    "paling tinggi",
    "≤",
    "<",
    "kurang dari",
    "tidak melebihi",
    "tidak lebih dari",
}
_LOWER = {
    "minimal",
    "minimum",
    "paling sedikit",
    "sekurang-kurangnya",
    "paling rendah",
    "≥",
    ">",
    "lebih dari",
    "setidaknya",
}
_DEADLINE = {"paling lambat", "sebelum", "selambat-lambatnya", "tanggal", "tgl"}


def number(text: str, unit: str | None = None) -> float:
    """Return the value of an Indonesian number: comma for decimals, dots for thousands ("1.000" is a thousand).

    A dot before one or two digits, or before three where the *unit* is a percentage, is read as a decimal sign.
    """
    if "," in text and "." in text:
        text = text.replace(".", "") if text.rindex(",") > text.rindex(".") else text.replace(",", "")
    elif text.count(".") == 1 and (len(text.rpartition(".")[2]) != 3 or unit == "%"):
        return float(text)
    elif text.count(".") >= 1:
        text = text.replace(".", "")
    return float(text.replace(",", ".", 1).replace(",", ""))


def read_target(text: str | None, tagger: Tagger) -> Target | None:
    """Return the target that *text* states; None where there is no text."""
    if text is None or not text.strip():
        return None
    _, words = tagger.words(text)
    if not any(c.isalnum() for c in text):
        return Target("kosong")
    lower = " ".join(text.lower().split())
    unit = _unit(words, lower)
    scale = _scale(lower)
    values = [number(m, unit) * scale for w in words if w.tag in ("QTY", "NUM") for m in _NUMBER.findall(w.text)]
    if any(w.tag == "TIME" and w.lower.split(" ")[0] in ("setiap", "tiap", "per") for w in words) and not values:
        return Target("frekuensi")
    if any(d in lower for d in _DEADLINE) or any(w.tag == "TIME" for w in words):
        if all(w.tag == "TIME" for w in words) and words[0].lower in MONTHS:
            return Target("bulan")
        return Target("tenggat")
    if not values:
        bare = lower.strip("\"'“”. ").removeprefix("predikat ").removeprefix("kategori ").strip("\"'“” ")
        return Target("predikat" if bare in _GRADES or "predikat" in lower or "kategori" in lower else "naratif")
    return _valued(values, unit, lower)


def target_inside(text: str) -> str | None:
    """Return the target that stands in parentheses at the end of an indicator ("… (3 dokumen)"), None where none does."""
    found = _INSIDE.search(text)
    return found.group(1) if found else None


def _valued(values: list[float], unit: str | None, lower: str) -> Target:
    if unit == "rp":
        return Target("uang", values[0], values[-1], unit)
    if any(mark in lower for mark in _UPPER):
        return Target("batas", None, values[0], unit)
    if any(mark in lower for mark in _LOWER):
        return Target("batas", values[0], None, unit)
    if "skala" in lower or unit in _INDEX:
        return Target("indeks", values[0], values[0], unit)
    if len(values) == 2 and re.search(r"\d\s*%?\s*(?:[-–]|s\.?/?d\.?|sampai|hingga)", lower):
        return Target("rentang", values[0], values[1], unit)
    if len(values) > 1 and "(" not in lower and " dari " not in lower:
        return Target("naratif")
    return Target("angka", values[0], values[0], unit)


def _scale(lower: str) -> float:
    return next((value for name, value in _SCALES.items() if re.search(rf"\d\s*{name}\b", lower)), 1.0)


def _unit(words: tuple[Word, ...], lower: str) -> str | None:
    """Return the unit behind the first number: "%", "rp", a noun, "hari kerja"; what stands in parentheses is left out."""
    if any(w.lower.startswith("rp") or w.lower == "rupiah" for w in words) or "rupiah" in lower:
        return "rp"
    for n, word in enumerate(words):
        if word.tag not in ("QTY", "NUM"):
            continue
        inside = _NUMBER.sub("", word.lower).strip(" –-≥≤<>,.()")
        if inside:
            return "%" if inside in _PERCENT or "%" in inside else inside
        if [w.lower for w in words[n + 1 : n + 3]] == ["per", "seratus"]:
            return "%"
        for following in words[n + 1 : n + 3]:
            if following.lower in _PERCENT or following.lower == "%":
                return "%"
            if following.lower[:1].isalpha() and following.tag not in ("CONJ", "PREP", "TIME", "YANG", "SUB"):
                return following.lower
    return None


def is_duration(unit: str | None) -> bool:
    """Tell whether *unit* measures time."""
    return unit is not None and unit.split(" ")[0] in DURATIONS
