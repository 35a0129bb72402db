"""Quantities and times as single words: "90–95 %", "Rp1,5 juta", "3 hari kerja", "25 Juli 2026", "triwulan IV".

The rules work on the tokens of one text, left to right; each says how many tokens it takes and what they are together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?\Z")
_ROMAN = re.compile(r"(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-–/](?:19|20)?\d{2})?\Z")
_DATE = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\Z")
_DAY_OFFSET = re.compile(r"[ht][-+]\d{1,3}\Z")

MONTHS = {
    "januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
    "september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "agt": 8, "agu": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "des": 12,
}  # fmt: skip
PERIODS = {
    "hari", "minggu", "pekan", "bulan", "triwulan", "tw", "caturwulan", "semester", "tahun", "periode", "kuartal", "jam",
    "menit", "detik",
}  # fmt: skip
DURATIONS = {
    "detik",
    "menit",
    "jam",
    "hari",
    "minggu",
    "pekan",
    "bulan",
    "triwulan",
    "semester",
    "tahun",
    "bln",
    "thn",
    "hr",
}
_LABELLED = {"tahun", "ta", "t.a", "t.a.", "triwulan", "tw", "semester", "smt", "periode", "tanggal", "tgl", "minggu", "pekan",
             "bulan", "kuartal", "caturwulan", "pukul"}  # fmt: skip
_EVERY = {"setiap", "tiap", "tiap-tiap", "per"}
SCALES = {"ratus": 1e2, "ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12}
_UNITS = {
    "%", "persen", "orang", "paket", "kali", "unit", "buah", "lembar", "eksemplar", "jp", "km", "ha", "m", "m2", "m3", "ton",
    "kg", "kk", "poin", "point", "skala", "set", "titik", "butir", "rupiah", "km2", "meter", "hektare", "hektar", "kilometer",
    "dpi", "kwh", "mbps", "level",
}  # fmt: skip
_SIGNS = {"≥", "≤", "<", ">", "±", "="}
_RANGE = {"–", "-", "s.d.", "s.d", "s/d", "sampai", "hingga"}


def is_current(expression: str) -> bool:
    """Tell whether a time only points at now: "bulan berjalan", "tahun ini"."""
    return expression.rpartition(" ")[2] in _CURRENT


def is_number(token: str) -> bool:
    """Tell whether the lower-case *token* is a number or a range of numbers."""
    return NUMBER.match(token) is not None


WORDS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11, "selusin": 12,
}  # fmt: skip
_DAYS = {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"}
_DAYTIMES = {"pagi", "siang", "sore", "malam", "petang", "subuh"}
_SEASONS = {"puasa", "ramadan", "ramadhan", "haji", "hujan", "kemarau", "panen", "tanam", "libur"}
_WHEN = {"selama", "saat", "pada", "menjelang", "sepanjang", "setiap", "sebelum", "sesudah", "setelah", "ketika"}
_RANKS = {
    "pertama",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "keenam",
    "ketujuh",
    "kedelapan",
    "kesembilan",
    "kesepuluh",
}
_CURRENT = {"berjalan", "ini", "berkenaan", "sebelumnya", "berikutnya", "lalu", "depan"}
A_PERIOD = frozenset({"sehari", "seminggu", "sebulan", "setahun", "sepekan"})
_PART_OF_PERIOD = {"awal", "akhir", "pertengahan", "hari", "tanggal", "tgl", "minggu", "pekan"}


_NEAR = 12
"""Tokens that an expression of time may take; it also bounds the recursion over ranges."""


BEGINS_TIME = frozenset(
    {*MONTHS, *PERIODS, *_LABELLED, *_EVERY, "awal", "akhir", "pertengahan", "malam", "musim", "masa"}
)
"""The words, letters only, with which an expression of time may begin."""


def time_length(tokens: Sequence[str], at: int) -> int:
    """Return how many of the lower-case *tokens* from *at* on are one expression of time; 0 where none begins."""
    first = max(0, at - 1)
    return _time_length(tokens[first : at + _NEAR], at - first)


def _time_length(tokens: Sequence[str], at: int) -> int:
    token = tokens[at]
    if _DATE.match(token) or _DAY_OFFSET.match(token):
        return 1
    n = len(tokens)
    if token in _EVERY and at + 1 < n:
        return _every(tokens, at)
    if token in MONTHS and token != "mar":
        return _with_range(tokens, at, 1 + (at + 1 < n and _YEAR.match(tokens[at + 1]) is not None))
    if is_number(token) and at + 1 < n and tokens[at + 1] in MONTHS:
        return _with_range(tokens, at, 2 + (at + 2 < n and tokens[at + 2].isdigit()))
    if (
        token in ("awal", "akhir", "pertengahan")
        and at + 1 < n
        and (tokens[at + 1] in MONTHS or tokens[at + 1] in _LABELLED)
    ):
        inner = _time_length(tokens, at + 1)
        return 1 + inner if inner else 0
    if _YEAR.match(token) and at and tokens[at - 1] in ("pada", "sejak", "hingga", "selama", "mulai"):
        return 1
    if token in PERIODS and at + 1 < n and tokens[at + 1] in _CURRENT:
        return 2 + (at + 2 < n and tokens[at + 2] == "juga")
    if token in PERIODS and (ranked := _ranked_period(tokens, at)):
        return ranked
    if token in ("hari", "malam") and at + 1 < n and tokens[at + 1] == "itu":
        return 2 + (at + 2 < n and tokens[at + 2] == "juga")
    if (
        token in ("musim", "masa", "bulan")
        and at + 1 < n
        and tokens[at + 1] in _SEASONS
        and at
        and tokens[at - 1] in _WHEN
    ):
        return 2
    if token in _LABELLED and at + 1 < n:
        return _labelled(tokens, at)
    return 0


def _ranked_period(tokens: Sequence[str], at: int) -> int:
    """Return the length of "hari kerja kelima", "minggu pertama", "hari ke-3"; 0 where no rank follows the period."""
    i = at + 1 + (at + 1 < len(tokens) and tokens[at + 1] in ("kerja", "kalender"))
    if i < len(tokens) and (tokens[i] in _RANKS or re.fullmatch(r"ke-?\d{1,2}", tokens[i])):
        return i + 1 - at
    return 0


def _every(tokens: Sequence[str], at: int) -> int:
    """Return the length of "setiap bulan", "setiap tiga jam", "setiap Senin", "setiap akhir bulan", "setiap tanggal 10"."""
    n = len(tokens)
    i = at + 1
    if (
        tokens[i] in _PART_OF_PERIOD
        and i + 1 < n
        and (tokens[i + 1] in PERIODS or tokens[i + 1] in _DAYS or is_number(tokens[i + 1]))
    ):
        return i + 2 - at
    if (is_number(tokens[i]) or tokens[i] in WORDS) and i + 1 < n and tokens[i + 1] in DURATIONS:
        return i + 2 - at
    if tokens[i].removesuffix("nya") in PERIODS or tokens[i] in _DAYS or tokens[i] in _DAYTIMES:
        return i + 1 - at + (i + 1 < n and (tokens[i + 1] in ("kerja", "sekali") or tokens[i + 1] in _DAYTIMES))
    return 0


def _labelled(tokens: Sequence[str], at: int) -> int:
    """Return the length of "tahun (anggaran) 2026", "triwulan IV", "tanggal 5 Maret 2026", "bulan Juni"."""
    n = len(tokens)
    i = at + 1
    if tokens[i] in ("anggaran", "ajaran", "pelajaran", "akademik", "pajak", "berjalan", "buku") and i + 1 < n:
        if tokens[i] == "berjalan":
            return 2
        i += 1
    if tokens[at] in ("minggu", "pekan") and re.fullmatch(r"ke-?\d", tokens[i]):
        return 2
    if i < n and (tokens[i] in MONTHS or _YEAR.match(tokens[i]) or _ROMAN.match(tokens[i]) or is_number(tokens[i])):
        inner = _time_length(tokens, i) if tokens[i] not in _LABELLED else 0
        length = i - at + max(1, inner)
        after = at + length
        if after < n and tokens[after] in _LABELLED and (inner := _time_length(tokens, after)):
            length += inner
        elif after < n and _ROMAN.match(tokens[i]) and _YEAR.match(tokens[after]):  # TW II 2026
            length += 1
        return _with_range(tokens, at, length)
    if tokens[at] == "tahun" and tokens[i] in ("berjalan", "sebelumnya", "lalu", "depan"):
        return 2
    return 0


def _with_range(tokens: Sequence[str], at: int, length: int) -> int:
    """Extend a time over "s.d. Juni 2026" and the like."""
    after = at + length
    if after + 1 < len(tokens) and tokens[after] in _RANGE:
        skip = 2 if tokens[after : after + 2] == ["sampai", "dengan"] else 1
        if after + skip < len(tokens):
            inner = _time_length(tokens, after + skip)
            if not inner and tokens[after + skip] in MONTHS:
                inner = 1
            if inner:
                return length + skip + inner
    return length


def quantity_length(tokens: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    """Return how many tokens from *at* on are one quantity, and its features (percent, money, duration, unit)."""
    n = len(tokens)
    i = at
    if tokens[i] in A_PERIOD:
        return 1, frozenset({"duration"})
    money = tokens[i] == "rp"
    if money:
        i += 1 + (i + 1 < n and tokens[i + 1] == ".")
    if i < n and tokens[i] in _SIGNS:
        i += 1
    if i >= n or not (is_number(tokens[i]) or tokens[i] in WORDS or re.fullmatch(r"\d+x\d*", tokens[i])):
        return 0, frozenset()
    i += 1
    if i < n and re.fullmatch(r"\d+x", tokens[at]):
        return (i + 1 - at, frozenset({"frequency"})) if tokens[i] in A_PERIOD else (i - at, frozenset({"unit"}))
    if i + 1 < n and re.fullmatch(r"\d+x\d+", tokens[at]) and tokens[i] in DURATIONS:
        return i + 1 - at, frozenset({"duration"})
    if i + 2 < n and tokens[i] == "x" and is_number(tokens[i + 1]) and tokens[i + 2] in DURATIONS:
        return i + 3 - at, frozenset({"duration"})
    i = _second_bound(tokens, i)
    if i + 2 < n and tokens[i] == "(" and tokens[i + 2] == ")" and tokens[i + 1].isalpha():
        i += 3
    features = {"money"} if money else set()
    while i < n and tokens[i] in SCALES:
        i += 1
    if i + 1 < n and money and tokens[i] == "," and tokens[i + 1] == "-":
        i += 2
    if i < n and tokens[i] in DURATIONS:
        i += 1 + (i + 1 < n and tokens[i + 1] in ("kerja", "kalender"))
        features.add("duration")
    elif i < n and tokens[i] in _UNITS and not (tokens[i] == "kali" and tokens[i + 1 : i + 2] == ["lipat"]):
        features.add("percent" if tokens[i] in ("%", "persen") else "money" if tokens[i] == "rupiah" else "unit")
        i += 1
    if i < n and (tokens[i - 1] == "kali" or tokens[i] == "x"):
        often = i + (tokens[i] == "x")
        if often < n and tokens[often] in A_PERIOD:
            return often + 1 - at, frozenset({"frequency"})
    if (
        i + 1 < n
        and tokens[i] in ("per", "/")
        and features - {"duration"}
        and (tokens[i + 1].isalpha() or is_number(tokens[i + 1]))
    ):
        i += 2 if tokens[i + 1].isalpha() else 2 + (i + 2 < n and tokens[i + 2].isalpha())
    return i - at, frozenset(features)


def _second_bound(tokens: Sequence[str], i: int) -> int:
    """Return the index after "– 95" or "s.d. 95" (a percent sign of the first bound included), else *i*."""
    n = len(tokens)
    j = i + (i < n and tokens[i] == "%")
    if j + 1 < n and tokens[j] in _RANGE:
        skip = 2 if tokens[j] == "sampai" and tokens[j + 1] == "dengan" else 1
        if j + skip < n and is_number(tokens[j + skip]):
            return j + skip + 1
    return i
