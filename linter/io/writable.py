"""Text of others as it may be written: what would steer a terminal, or what no table can hold, is made visible."""

from __future__ import annotations

import re
import unicodedata

CELL_UNITS = 32_767
"""What a cell or a comment of Excel holds, in UTF-16 units."""

_SPACE_LIKE = "\t\u00a0"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def shown(char: str) -> str:
    """Return what to print for one character.

    A tab becomes a space; control characters become their symbols (ESC is ␛); what is invisible and yet has an effect
    (bidi marks, zero-width characters, C1 controls, line separators, lone surrogates) is named, as in ⟨U+202E⟩.
    """
    if " " <= char <= "~":
        return char
    if char in _SPACE_LIKE:
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"⟨U+{code:04X}⟩"
    return char


def whole(text: str) -> str:
    """Return *text* with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def writable(text: str) -> str:
    """Return *text* as a table can hold it: control characters are made visible, what is no character is U+FFFD."""
    return _NO_CHARACTERS.sub("\ufffd", _CONTROLS.sub(lambda match: shown(match[0]), whole(text)))


def fitting(text: str, units: int = CELL_UNITS) -> str:
    """Return *text*, cut with … where it has more than *units* UTF-16 units (at least 1)."""
    if len(text) > units // 2 and len(text.encode("utf-16-le")) > 2 * units:
        return text.encode("utf-16-le")[: 2 * (units - 1)].decode("utf-16-le", "ignore") + "…"
    return text
