"""Figures that are written otherwise than is usual in Indonesian ("90.5 %", "1,000 orang", "Rp 1.000.000,-")."""

from __future__ import annotations

import re
from collections.abc import Callable

_FRACTIONS = (
    r"bar|cm|detik|gram|ha|hektare?|jam|juta|kg|km|kuintal|liter|m[23]?|mbps|meter|miliar|persen|poin|ton|triliun"
)
"""Units of which there are parts: "1,250 ton" is a ton and a quarter."""
_NUMBERS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("%", re.compile(r"(?<![\d.,])(\d{1,3})\.(\d{1,2})(\s?%)"), lambda m: f"{m[1]},{m[2]}{m[3].strip()}"),  # 90.5 %
    (
        "%",
        re.compile(r"(?<![\d.,])(\d{1,3})\.(\d{1,2})(?=\s?[-–]\s?\d{1,3}[.,]\d{1,2}\s?%)"),
        lambda m: f"{m[1]},{m[2]}",
    ),
    (
        ",",
        re.compile(
            rf"(?<![\d.,])[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,3}}|,\d{{3}}(?=\s[a-z])(?!\s(?:{_FRACTIONS})\b))(?![\d,.]*\d)"
        ),
        lambda m: m[0].replace(",", "."),
    ),  # 1,000 orang
    (
        "Rp",
        re.compile(r"\bRp\.?\s*(\d+(?:\.\d+)*(?:,\d+)?)(?:[,.]?[-–](?=\s*(?:[;)]|\Z))|[,.][-–])?"),
        lambda m: f"Rp{m[1]}",
    ),  # Rp 1.000.000,-
    ("%", re.compile(r"(?<![\d.,])(\d[\d.,]*)\s+%"), lambda m: f"{m[1]}%"),  # 83,00 %
)
"""A sign that each such figure has, its pattern, and what should stand there."""


def misprints(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, what should stand there) of each such figure in *text*, from left to right; none overlap."""
    taken: list[tuple[int, int, str]] = []
    for sign, pattern, better in _NUMBERS:
        for found in pattern.finditer(text) if sign in text else ():
            apart = all(found.end() <= start or found.start() >= end for start, end, _ in taken)
            if apart and better(found) != found[0]:
                taken.append((found.start(), found.end(), better(found)))
    return sorted(taken)
