"""Shows a number or date of a workbook as its cell does, in Indonesian: 0.9 as "0%" is "90%", 1500 as "#,##0" is "1.500"."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from linter.documents.months import MONTHS

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[0#?][0#?,.]*")
_GENERAL = re.compile(r"general", re.IGNORECASE)
_QUOTED_PERCENT = "\0"
_LARGEST = 1e15
_FRACTION = re.compile(r"\.([0#?]+)")
Value = str | float | bool | date | time | timedelta
"""What a cell of a workbook may hold; a datetime is a date too."""


def shown(value: Value, code: str = "") -> str:
    """Return *value* as text by the number format *code*; a text stays as it is."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        day = _day(value, code)
        return f"{day} {value:%H:%M}" if (value.hour or value.minute) and "h" in code.lower() else day
    if isinstance(value, date):
        return _day(value, code)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    return _number(float(value), code) if math.isfinite(value) else str(value)


def _day(value: date, code: str) -> str:
    month = MONTHS[value.month - 1]
    return f"{value.day} {month} {value.year}" if "d" in code.lower() or not code else f"{month} {value.year}"


def _number(value: float, code: str) -> str:
    """Return a number with the decimals, the thousands and the words that *code* gives it."""
    section = code.split(";")[0]
    plain = _LITERAL.sub("", section)
    digits = _DIGITS.search(plain) or _GENERAL.search(plain)
    if digits is None:
        return _general(value)
    before, _, behind = _LITERAL.sub(_spelled, section).partition(digits[0])
    if "/" in plain or digits[0][0] in "Gg":  # a fraction: what is not the number is what is quoted
        words = "".join(_spelled(found) for found in _LITERAL.finditer(section))
        return f"{_general(value)}{words}".replace(_QUOTED_PERCENT, "%")
    percent = "%" in plain
    fraction = _FRACTION.search(digits[0])
    places = Decimal(1).scaleb(-len(fraction[1]) if fraction else 0)
    exact = Decimal(repr(value)) * (100 if percent else 1)
    text = f"{exact.quantize(places, ROUND_HALF_UP):,f}" if abs(value) < _LARGEST else _general(value)
    if "," not in digits[0].partition(".")[0]:
        text = text.replace(",", "")
    text = text.translate(str.maketrans(",.", ".,"))
    shown_ = f"{before.lstrip()}{text}{'%' if percent else ''}{behind.replace('%', '').rstrip()}"
    return shown_.replace(_QUOTED_PERCENT, "%")


def _spelled(found: re.Match[str]) -> str:
    """Return what a quoted or escaped piece of a format shows; its percent sign is none of the format's."""
    return (found[1] or found[2] or found[3] or "").replace("%", _QUOTED_PERCENT)


def _general(value: float) -> str:
    return f"{value:.10g}".replace(".", ",") if value != int(value) or abs(value) >= 1e15 else str(int(value))
