"""Text of others on a terminal: what could steer it is made visible, and widths are those that are seen."""

from __future__ import annotations

import unicodedata

_SPACE_LIKE = "\t\u00a0"


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


def harmless(text: str) -> str:
    """Return *text* with each character as it is `shown`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown, text))


def width(text: str) -> int:
    """Return the terminal columns that harmless *text* takes: 0 for a combining mark, 2 for a wide character."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
