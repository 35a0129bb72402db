"""Text of others on a terminal: what could steer it is made visible, and widths are those that are seen."""

from __future__ import annotations

import unicodedata

from linter.io.writable import shown


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
