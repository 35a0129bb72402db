"""Expressions of time as data: "15 Februari 2026", "TW IV", "tanggal 10 bulan berikutnya", "H-3", "akhir Juni"."""

from __future__ import annotations

import re

from linter.language.numbers import MONTHS, WORDS
from linter.model import Moment

_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})\Z")
_OFFSET = re.compile(r"[ht]([-+]\d{1,3})\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_PERIODS = {
    "triwulan": "triwulan", "tw": "triwulan", "kuartal": "triwulan", "caturwulan": "caturwulan", "semester": "semester",
    "smt": "semester", "minggu": "minggu", "pekan": "minggu", "periode": "periode", "tahap": "tahap",
}  # fmt: skip
ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip


def moment(expression: str) -> Moment:
    """Return what the lower-case *expression* of time says; parts that it does not name are None."""
    tokens = expression.split()
    if len(tokens) == 1 and (found := _NUMERIC.match(tokens[0])):
        day, month, year = (int(part) for part in found.groups())
        return Moment(year=year + 2000 if year < 100 else year, month=month, day=day)
    if len(tokens) == 1 and (shift := _OFFSET.match(tokens[0])):
        return Moment(offset=int(shift.group(1)))
    return _told(tokens)


def _told(tokens: list[str]) -> Moment:
    """Read an expression word by word; of a span ("Januari s.d. Juni") the last part counts."""
    year = month = day = number = None
    period = ""
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if token in MONTHS:
            month = MONTHS[token]
            day = _plain(before) or day
        elif _YEAR.match(token):
            year = int(token)
        elif before in _PERIODS and (number := _counted(token)):
            period = _PERIODS[before]
        elif before in ("tanggal", "tgl"):
            day = _plain(token)
    return Moment(year=year, month=month, day=day, period=period, number=number)


def _plain(token: str) -> int | None:
    return int(token) if token.isdigit() and len(token) <= 2 else None


def _counted(token: str) -> int | None:
    return ROMAN.get(token) or WORDS.get(token) or _plain(token.removeprefix("ke").removeprefix("-"))
