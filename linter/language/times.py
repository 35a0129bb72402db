"""Expressions of time as single words: "25 Juli 2026", "triwulan IV", "setiap tiga bulan", "Januari s.d. Juni".

The rules work on the tokens of one text, left to right; each says how many tokens it takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.language.numbers import DURATIONS, RANGE, is_number
from linter.language.numerals import numeral

_ROMAN = re.compile(r"(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)(?:[-–](?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii))?\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-–/](?:19|20)?\d{2})?\Z")
_DATE = re.compile(
    r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|(?<=[/-])\d{2})\Z"
    r"|(?P<year2>(?:19|20)\d{2})(?P<mark2>[/-])(?P<month2>\d{1,2})(?P=mark2)(?P<day2>\d{1,2})\Z"
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])(?P<mark>[:.])[0-5]\d(?::[0-5]\d)?\Z")
_ZONES = {"wib", "wita", "wit"}
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
_LABELLED = {"tahun", "ta", "t.a", "t.a.", "triwulan", "tw", "semester", "periode", "tanggal", "minggu", "pekan",
             "bulan", "kuartal", "caturwulan", "pukul"}  # fmt: skip
EVERY = frozenset({"setiap", "tiap", "tiap-tiap", "per"})
PART_OF = frozenset({"awal", "akhir", "pertengahan"})
_DAYS = {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"}
_DAYTIMES = {"pagi", "siang", "sore", "malam", "petang", "subuh"}
_SEASONS = {"puasa", "ramadan", "ramadhan", "haji", "hujan", "kemarau", "panen", "tanam", "libur"}
_WHEN = {"selama", "saat", "pada", "menjelang", "sepanjang", "setiap", "sebelum", "sesudah", "setelah", "ketika"}
_SINCE = {"pada", "sejak", "hingga", "selama", "mulai"}
BEFORE_TIME = frozenset({*_WHEN, *_SINCE})
"""The words before a time that have a say in whether it is one."""
_RANKS = {
    "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh",
}  # fmt: skip
_CURRENT = {"berjalan", "ini", "berkenaan", "sebelumnya", "berikutnya", "lalu", "depan"}
_PART_OF_PERIOD = PART_OF | {"hari", "tanggal", "minggu", "pekan"}
_NEAR = 12
"""Tokens that an expression of time may take; it also bounds the recursion over ranges."""


BEGINS_TIME = frozenset({*MONTHS, *PERIODS, *_LABELLED, *EVERY, *PART_OF, "malam", "musim", "masa"})
"""The words, letters only, with which an expression of time may begin."""


def is_current(expression: str) -> bool:
    """Tell whether a time only points at now: "bulan berjalan", "tahun ini"."""
    return expression.rpartition(" ")[2] in _CURRENT


def date_in(token: str) -> tuple[int, int, int] | None:
    """Return year, month 1–12 and day 1–31 of a date in figures: "25/07/2026", "2025-12-31"; None where *token* is none."""
    found = _DATE.match(token)
    if found is None:
        return None
    year, month, day = (int(found[name] or found[name + "2"]) for name in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return year + 2000 if year < 100 else year, month, day


def time_length(tokens: Sequence[str], at: int) -> int:
    """Return how many of the lower-case *tokens* from *at* on are one expression of time; 0 where none begins."""
    first = max(0, at - 1)
    return _time_length(tokens[first : at + _NEAR], at - first)


def _time_length(tokens: Sequence[str], at: int) -> int:
    token = tokens[at]
    in_figures = not token.isalpha()
    if in_figures and (date_in(token) or _DAY_OFFSET.match(token)):
        return 1
    n = len(tokens)
    if (in_figures or token == "jam") and (clock := _clock(tokens, at)):
        return clock
    if token in EVERY and at + 1 < n:
        return _every(tokens, at)
    if (token in MONTHS and token != "mar") or (in_figures and _months(token)):
        return _with_range(tokens, at, 1 + (at + 1 < n and _YEAR.match(tokens[at + 1]) is not None))
    if in_figures and is_number(token) and at + 1 < n and tokens[at + 1] in MONTHS:
        return _with_range(tokens, at, 2 + (at + 2 < n and tokens[at + 2].isdigit()))
    if token in PART_OF and at + 1 < n and (tokens[at + 1] in MONTHS or tokens[at + 1] in _LABELLED):
        inner = _time_length(tokens, at + 1)
        return 1 + inner if inner else 0
    if in_figures and _YEAR.match(token) and at and tokens[at - 1] in _SINCE:
        return 1
    if token in PERIODS and at + 1 < n and tokens[at + 1] in _CURRENT:
        return 2 + (at + 2 < n and tokens[at + 2] == "juga")
    if token in PERIODS and (ranked := _ranked_period(tokens, at)):
        return ranked
    if token in {"hari", "malam"} and at + 1 < n and tokens[at + 1] == "itu":
        return 2 + (at + 2 < n and tokens[at + 2] == "juga")
    if (
        token in {"musim", "masa", "bulan"}
        and at + 1 < n
        and tokens[at + 1] in _SEASONS
        and at
        and tokens[at - 1] in _WHEN
    ):
        return 2
    if token in _LABELLED and at + 1 < n:
        return _labelled(tokens, at)
    return 0


def _months(token: str) -> bool:
    """Tell whether *token* is two months and all between: "jan-des"."""
    first, _, last = token.replace("–", "-").partition("-")
    return first in MONTHS and last in MONTHS


def _clock(tokens: Sequence[str], at: int) -> int:
    """Return the length of a time of day: "10:30", "08.00 wib", "jam 08.00"; 0 where none begins."""
    labelled = tokens[at] == "jam" and at + 1 < len(tokens)
    i = at + labelled
    found = _CLOCK.match(tokens[i])
    zone = i + 1 < len(tokens) and tokens[i + 1] in _ZONES
    return i + 1 + zone - at if found and (labelled or zone or found["mark"] == ":") else 0


def _ranked_period(tokens: Sequence[str], at: int) -> int:
    """Return the length of "hari kerja kelima", "minggu pertama", "hari ke-3"; 0 where no rank follows the period."""
    i = at + 1 + (at + 1 < len(tokens) and tokens[at + 1] in {"kerja", "kalender"})
    if i < len(tokens) and (tokens[i] in _RANKS or re.fullmatch(r"ke-?\d{1,2}", tokens[i])):
        return i + 1 - at
    return 0


def _every(tokens: Sequence[str], at: int) -> int:
    """Return the length of "setiap bulan", "setiap tiga jam", "setiap Senin", "setiap akhir bulan", "setiap tanggal 10".

    "per" is said of periods only: "per tanggal 10" and "per akhir bulan" are points in time, not frequencies.
    """
    n = len(tokens)
    i = at + 1
    if (
        tokens[i] in _PART_OF_PERIOD
        and tokens[at] != "per"
        and i + 1 < n
        and (tokens[i + 1] in PERIODS or tokens[i + 1] in _DAYS or is_number(tokens[i + 1]))
    ):
        return i + 2 - at
    several = 1 if is_number(tokens[i]) else numeral(tokens, i)[0]
    if several and i + several < n and tokens[i + several] in DURATIONS:
        i += several
    elif tokens[i].removesuffix("nya") not in PERIODS and tokens[i] not in _DAYS and tokens[i] not in _DAYTIMES:
        return 0
    i += 1
    return i - at + (i < n and (tokens[i] in {"kerja", "sekali"} or tokens[i] in _DAYTIMES))


def _labelled(tokens: Sequence[str], at: int) -> int:
    """Return the length of "tahun (anggaran) 2026", "triwulan IV", "tanggal 5 Maret 2026", "bulan Juni"."""
    n = len(tokens)
    i = at + 1
    if tokens[i] in {"anggaran", "ajaran", "pelajaran", "akademik", "pajak", "berjalan", "buku"} and i + 1 < n:
        if tokens[i] == "berjalan":
            return 2
        i += 1
    if tokens[at] in {"minggu", "pekan"} and re.fullmatch(r"ke-?\d", tokens[i]):
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
    if tokens[at] == "tahun" and tokens[i] in {"berjalan", "sebelumnya", "lalu", "depan"}:
        return 2
    return 0


def _with_range(tokens: Sequence[str], at: int, length: int) -> int:
    """Extend a time over "s.d. Juni 2026", "s.d. IV", "dan II" and the like."""
    after = at + length
    if after + 1 < len(tokens) and tokens[after] in RANGE:
        skip = 2 if tokens[after : after + 2] == ["sampai", "dengan"] else 1
        if after + skip < len(tokens):
            last = tokens[after + skip]
            inner = _time_length(tokens, after + skip)
            if not inner and (last in MONTHS or _alike(last, tokens[after - 1])):
                inner = 1
            if inner:
                return length + skip + inner
    if after + 1 < len(tokens) and tokens[after] in {"dan", "&"} and _alike(tokens[after + 1], tokens[after - 1]):
        return length + 2
    return length


def _alike(last: str, first: str) -> bool:
    return any(kind.match(last) and kind.match(first) for kind in (_ROMAN, _YEAR))
