"""Expressions of time as data: "15 Februari 2026", "TW IV", "tanggal 10 bulan berikutnya", "H-3", "akhir Juni"."""

from __future__ import annotations

import re

from linter.language.numbers import RANGE
from linter.language.numerals import number
from linter.language.times import MONTHS, date_in
from linter.model import Moment

_OFFSET = re.compile(r"[ht]([-+]\d{1,3})\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_PERIODS = {
    "triwulan": "triwulan", "tw": "triwulan", "kuartal": "triwulan", "caturwulan": "caturwulan", "semester": "semester",
    "minggu": "minggu", "pekan": "minggu", "periode": "periode", "tahap": "tahap",
}  # fmt: skip
_ACROSS = RANGE | {"dengan"}
ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip


def moment(expression: str) -> Moment:
    """Return what the lower-case *expression* of time says; parts that it does not name, or names impossibly, are None."""
    if found := date_in(expression):
        year, month, day = found
        return Moment(year=year, month=month, day=day)
    if shift := _OFFSET.match(expression):
        return Moment(offset=int(shift.group(1)))
    return _told(expression.split())


def _told(tokens: list[str]) -> Moment:
    """Read an expression word by word; of a span ("Januari s.d. Juni", "TW I s.d. IV") the last part counts."""
    year = month = day = count = None
    period = label = ""
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if not {token, before} & _ACROSS:
            label = before if before in _PERIODS else ""
        name = token.replace("–", "-").rpartition("-")[2]
        if name in MONTHS:
            month = MONTHS[name]
            day = _day(before) or day
        elif found := date_in(token):
            year, month, day = found
        elif _YEAR.match(token):
            year = int(token)
        elif label and (counted := _counted(name)):
            period, count = _PERIODS[label], counted
        elif before == "tanggal":
            day = _day(token)
    return Moment(year=year, month=month, day=day, period=period, number=count)


def _day(token: str) -> int | None:
    """Return the day of the month that *token* is; of "5-7" the last."""
    last = token.replace("–", "-").rpartition("-")[2]
    return int(last) if last.isdecimal() and len(last) <= 2 and 1 <= int(last) <= 31 else None


def _counted(token: str) -> int | None:
    """Return which part of the year *token* names: "iv", "2", "dua", "kedua"; None where it names none."""
    if token in ROMAN:
        return ROMAN[token]
    value = number(token.removeprefix("ke"))
    return int(value) if value is not None and value in range(1, 60) else None
