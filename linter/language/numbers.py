"""Quantities as single words: "90–95 %", "Rp1,5 juta", "3 (tiga) hari kerja", "2 x 24 jam", "dua kali setahun".

The rules work on the tokens of one text, left to right; each says how many tokens it takes and what they are together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from linter.language.numerals import BEGINS_NUMERAL, SCALES, number, numeral

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?\Z")
_TIMES = re.compile(r"(\d+)[x×](\d*)\Z")
DURATIONS = {
    "detik", "menit", "jam", "hari", "minggu", "pekan", "bulan", "triwulan", "semester", "tahun", "hr",
}  # fmt: skip
A_PERIOD = {"semenit": "menit", "sejam": "jam", "sehari": "hari", "seminggu": "minggu", "sepekan": "pekan",
            "sebulan": "bulan", "setahun": "tahun"}  # fmt: skip
"""Words that say one period, and the period."""
UNITS = {
    "%", "persen", "orang", "jiwa", "paket", "kali", "unit", "buah", "lembar", "eksemplar", "jp", "km", "ha", "m", "m2",
    "m3", "ton", "kg", "kuintal", "liter", "ekor", "kk", "poin", "point", "skala", "set", "titik", "butir", "rupiah", "km2",
    "meter", "hektare", "hektar", "kilometer", "dpi", "kwh", "mbps", "level", "sks",
}  # fmt: skip
_PEOPLE = {"orang", "kk", "jiwa"}
_SIGNS = {"≥", "≤", "<", ">", "±", "="}
_BY = {"x", "×", "kali"}
_EACH = {"per", "/", "setiap", "tiap", "tiap-tiap"}
RANGE = frozenset({"–", "-", "s.d.", "s.d", "s/d", "sampai", "hingga"})
BEGINS_AMOUNT = BEGINS_NUMERAL | frozenset(A_PERIOD) | {"sekali"}
"""The words, letters only, with which a quantity may begin; "rp" apart."""


class Often(msgspec.Struct, frozen=True, gc=False):
    """How often: ``times`` (a number as it is written) in a ``period`` ("bulan", "3 bulan"); ``length`` in tokens."""

    length: int
    times: str
    period: str


def is_number(token: str) -> bool:
    """Tell whether the lower-case *token* is a number or a range of numbers."""
    return NUMBER.match(token) is not None


def frequency_at(tokens: Sequence[str], at: int) -> Often | None:
    """Return the frequency that begins at *at*: "2 kali sebulan", "3x dalam setahun", "sebulan sekali", "setahun dua kali"."""
    length, times = _times(tokens, at)
    if length:
        i = at + length
        each = i < len(tokens) and tokens[i] in _EACH
        linked = each or (i < len(tokens) and tokens[i] == "dalam")
        more, period = _period(tokens, i + linked, bare=each)
        one = more == 1 and tokens[i + linked] in A_PERIOD
        return Often(length + linked + more, times, period) if more and (linked or one) else None
    length, period = _period(tokens, at)
    more, times = _times(tokens, at + length) if length else (0, "")
    if not more or (times != "1" and tokens[at] not in A_PERIOD):
        return None
    return Often(length + more, times, period)


def _times(tokens: Sequence[str], at: int) -> tuple[int, str]:
    """Return the length and the number of "2 kali", "dua (2) kali", "3x", "sekali"; 0 where none begins."""
    if at >= len(tokens):
        return 0, ""
    if tokens[at] == "sekali":
        return 1, "1"
    found = _TIMES.match(tokens[at])
    if found and not found[2]:
        return 1, found[1]
    counted = _number_length(tokens, at)
    i = at + counted
    if not counted or i >= len(tokens) or tokens[i] not in _BY or tokens[i + 1 : i + 2] == ["lipat"]:
        return 0, ""
    spelled, _ = numeral(tokens, at)
    return counted + 1, " ".join(tokens[at : at + max(spelled, 1)])


def _period(tokens: Sequence[str], at: int, *, bare: bool = False) -> tuple[int, str]:
    """Return the length and the name of "sebulan" (bulan), "3 bulan", and of "bulan" alone where *bare* allows it."""
    if at >= len(tokens):
        return 0, ""
    if tokens[at] in A_PERIOD:
        return 1, A_PERIOD[tokens[at]]
    counted = _number_length(tokens, at)
    i = at + counted
    if i >= len(tokens) or tokens[i] not in DURATIONS or not (counted or bare):
        return 0, ""
    several = number(" ".join(tokens[at : at + (numeral(tokens, at)[0] or 1)])) if counted else 1
    return counted + 1, tokens[i] if several == 1 else " ".join(tokens[at : i + 1])


def quantity_length(tokens: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    """Return how many tokens from *at* on are one quantity, and its features (percent, money, duration, unit, frequency)."""
    often = frequency_at(tokens, at)
    if often is not None:
        return often.length, frozenset({"frequency"})
    if tokens[at] in A_PERIOD:
        return 1, frozenset({"duration"})
    n = len(tokens)
    i = at
    money = tokens[i] == "rp"
    if money:
        i += 1 + (i + 1 < n and tokens[i + 1] == ".")
    if i < n and tokens[i] in _SIGNS:
        i += 1
    if length := _product_length(tokens, i):
        return i + length - at, frozenset({"duration"})
    if i < n and (found := _TIMES.match(tokens[i])):
        return i + 1 - at, frozenset() if found[2] else frozenset({"unit"})
    counted = _number_length(tokens, i)
    if not counted:
        return 0, frozenset()
    i, kind = _unit(tokens, _second_bound(tokens, i + counted), money=money)
    rated = i + 1 < n and tokens[i] in {"per", "/"} and kind and kind != "duration"
    if rated and (tokens[i + 1].isalpha() or is_number(tokens[i + 1])):
        i += 2 if tokens[i + 1].isalpha() else 2 + (i + 2 < n and tokens[i + 2].isalpha())
    named = {kind} if kind else set()
    if tokens[i - 1] in _PEOPLE:
        named.add("person")
    return i - at, frozenset(named | {"money"} if money else named)


def _unit(tokens: Sequence[str], i: int, *, money: bool) -> tuple[int, str]:
    """Return the index behind the scale and the unit at *i*, and what the unit makes of the number."""
    n = len(tokens)
    while i < n and tokens[i] in SCALES:
        i += 1
    if i + 1 < n and money and tokens[i] == "," and tokens[i + 1] == "-":
        i += 2
    if i < n and tokens[i] in DURATIONS:
        return i + 1 + (i + 1 < n and tokens[i + 1] in {"kerja", "kalender"}), "duration"
    if i < n and tokens[i] in UNITS and not (tokens[i] == "kali" and tokens[i + 1 : i + 2] == ["lipat"]):
        return i + 1, "percent" if tokens[i] in {"%", "persen"} else "money" if tokens[i] == "rupiah" else "unit"
    return i, "money" if money else ""


def _number_length(tokens: Sequence[str], i: int) -> int:
    """Return the tokens of a number, the same number once more in brackets included: "12 (dua belas)", "dua belas (12)"."""
    if i >= len(tokens):
        return 0
    spelled, value = numeral(tokens, i)
    length = spelled or int(is_number(tokens[i]))
    again = i + length + 1
    if not length or again >= len(tokens) or tokens[again - 1] != "(":
        return length
    inside, said = numeral(tokens, again)
    if not inside and spelled:
        inside, said = 1, number(tokens[again]) or -1.0
    same = inside and said == (value if spelled else number(tokens[i]))
    return length + inside + 2 if same and tokens[again + inside : again + inside + 1] == [")"] else length


def _product_length(tokens: Sequence[str], i: int) -> int:
    """Return the tokens of a product that lasts: "2x24 jam", "2 x 24 jam", "1 kali 24 jam"; 0 where none begins."""
    n = len(tokens)
    found = _TIMES.match(tokens[i]) if i < n else None
    if found:
        last = i if found[2] else i + 1
    elif i + 1 < n and is_number(tokens[i]) and tokens[i + 1] in _BY:
        last = i + 2
    else:
        return 0
    lasts = last + 1 < n and tokens[last + 1] in DURATIONS and (last == i or is_number(tokens[last]))
    return last + 2 - i if lasts else 0


def _second_bound(tokens: Sequence[str], i: int) -> int:
    """Return the index after "– 95" or "s.d. 95" (a percent sign of the first bound included), else *i*."""
    n = len(tokens)
    j = i + (i < n and tokens[i] == "%")
    if j + 1 < n and tokens[j] in RANGE:
        skip = 2 if tokens[j] == "sampai" and tokens[j + 1] == "dengan" else 1
        if j + skip < n and is_number(tokens[j + skip]):
            return j + skip + 1
    return i
