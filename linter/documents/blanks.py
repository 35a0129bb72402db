"""Tells texts that say nothing: blank ones and placeholders that a form puts where a statement should stand."""

from __future__ import annotations

from typing import TypeGuard

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x1a"
_NO_MARKS = str.maketrans("", "", _INVISIBLE)
_ORDERS = ("diisi", "isi", "isikan", "isilah", "tulis", "tuliskan", "sebutkan")
_BRACKETS = {"(": ")", "[": "]", "<": ">", "{": "}"}


def is_blank(text: str) -> bool:
    """Say whether *text* has no visible character."""
    if not text:
        return True
    bare = text.strip()
    return not bare or (not bare[0].isalnum() and not bare.translate(_NO_MARKS).strip())


def is_placeholder(text: str) -> bool:
    """Say whether *text* only holds a place: "-", "--", ".....", "…", "x", "(diisi dengan …)".

    That is a text without any letter or digit, one of x alone, or a bracket that opens with an order to fill in.
    """
    bare = text.strip()
    if len(bare) > 400 or (bare[:1].isalnum() and bare[0] not in "xX"):
        return False
    bare = bare.translate(_NO_MARKS).strip()
    if not any(char.isalnum() for char in bare) or not bare.strip("xX"):
        return bool(bare)
    if _BRACKETS.get(bare[0]) == bare[-1]:
        first = bare[1:].split(maxsplit=1)[0].strip(":,.").lower()
        return first in _ORDERS
    return False


def part_of(text: str, part: str) -> str:
    """Return *part*, or "pengisi" where *text* is a placeholder."""
    return "pengisi" if is_placeholder(text) else part


def is_filled(text: str | None) -> TypeGuard[str]:
    """Say whether there is a *text* with something visible in it."""
    return text is not None and not is_blank(text)
