"""Numbers as values: figures with Indonesian separators ("1.250,75"), and numbers in letters ("dua puluh lima")."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DIGITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_ALONE = {"nol": 0.0, "selusin": 12.0, "setengah": 0.5}
_THOUSANDS = {"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12}
SCALES = {"ratus": 1e2, **_THOUSANDS, "rb": 1e3, "jt": 1e6}
"""Words that multiply the figure before them."""

BEGINS_NUMERAL = frozenset(
    {*_DIGITS, *_ALONE}
    | {first + word for first in ("se", *_DIGITS) for word in ("puluh", "belas", "ratus", *_THOUSANDS)}
)
"""The words with which a number in letters may begin; "duabelas" is often written so."""

_FIGURE = re.compile(r"-?[\d.,]*\d[\d.,]*\Z")
_EXACT = 15
"""Digits that a number may have; with more it would not be exact, and it is no target."""


def number(text: str, unit: str | None = None) -> float | None:
    """Return the value of an Indonesian number in figures or in lower-case letters; None where *text* is none.

    The comma is for decimals, dots are for thousands ("1.000" is a thousand). A mark that stands more than once parts
    thousands, whichever it is. A single dot before one or two digits, behind a zero, or before three where the *unit* is
    a percentage, is read as a decimal sign. A colon makes a time or a ratio, never a number.
    """
    words = text.split()
    length, value = numeral(words, 0)
    if length and length == len(words):
        return value
    if not _FIGURE.match(text) or sum(c.isdecimal() for c in text) > _EXACT:
        return None
    for mark in ".,":
        if text.count(mark) > 1:
            text = text.replace(mark, "")
    if "," in text and "." in text:
        text = text.replace("." if text.rindex(",") > text.rindex(".") else ",", "")
    whole, dot, behind = text.partition(".")
    if dot and len(behind) == 3 and unit != "%" and whole.strip("-0"):
        text = whole + behind
    return float(text.replace(",", "."))


def numeral(tokens: Sequence[str], at: int) -> tuple[int, float]:
    """Return how many of the lower-case *tokens* from *at* on are a number in letters, and its value; 0 where none begins."""
    if at >= len(tokens) or tokens[at] not in BEGINS_NUMERAL:
        return 0, 0.0
    if tokens[at] in _ALONE:
        return 1, _ALONE[tokens[at]]
    i, value, room = at, 0.0, float("inf")
    while True:
        length, group, scale = _group(tokens, i)
        if not length or scale >= room:
            break
        i, value, room = i + length, value + group * scale, scale
        if scale == 1:
            break
    return _fraction(tokens, at, i, value)


def _fraction(tokens: Sequence[str], at: int, i: int, value: float) -> tuple[int, float]:
    """Add what stands behind the whole number that ends before *i*: "koma lima", "setengah"."""
    if tokens[i : i + 1] and tokens[i] == "setengah":
        return i + 1 - at, value + 0.5
    weight = 0.1
    if i + 1 < len(tokens) and tokens[i] == "koma" and (tokens[i + 1] in _DIGITS or tokens[i + 1] == "nol"):
        i += 1
        while i < len(tokens) and (tokens[i] in _DIGITS or tokens[i] == "nol") and weight > 1e-6:
            value, weight, i = value + _DIGITS.get(tokens[i], 0) * weight, weight / 10, i + 1
        value = round(value, 6)
    return i - at, value


def _group(tokens: Sequence[str], i: int) -> tuple[int, float, float]:
    """Return the tokens of the group at *i*, its value below a thousand, and what it counts: 1, a thousand, a million …"""
    for word, scale in _THOUSANDS.items():
        if i < len(tokens) and tokens[i] == "se" + word:
            return 1, 1.0, scale
    hundreds, length = _several(tokens, i, "ratus")
    tens, more = _below_hundred(tokens, i + length)
    length += more
    value = float(100 * hundreds + tens)
    if length and i + length < len(tokens) and tokens[i + length] in _THOUSANDS:
        return length + 1, value, _THOUSANDS[tokens[i + length]]
    return length, value, 1.0


def _below_hundred(tokens: Sequence[str], i: int) -> tuple[int, int]:
    """Return the value of "lima belas", "dua puluh lima", "tujuh" at *i*, and its tokens."""
    tens, length = _several(tokens, i, "belas")
    if length:
        return 10 + tens, length
    tens, length = _several(tokens, i, "puluh")
    ones = _DIGITS.get(tokens[i + length], 0) if i + length < len(tokens) else 0
    return 10 * tens + ones, length + bool(ones)


def _several(tokens: Sequence[str], i: int, word: str) -> tuple[int, int]:
    """Return how many times *word* is counted at *i* and in how many tokens: "dua belas", "duabelas", "sebelas"."""
    if i >= len(tokens):
        return 0, 0
    if tokens[i] in _DIGITS:
        return (_DIGITS[tokens[i]], 2) if i + 1 < len(tokens) and tokens[i + 1] == word else (0, 0)
    stem = tokens[i].removesuffix(word)
    if stem == tokens[i] or (stem != "se" and stem not in _DIGITS):
        return 0, 0
    return _DIGITS.get(stem, 1), 1
