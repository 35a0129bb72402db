"""Where a note stands in a source that has lines, and in the units that a format counts in."""

from __future__ import annotations

import msgspec

from linter.model import Item


class Region(msgspec.Struct, frozen=True, gc=False):
    """A piece of one physical line: the line and the columns from ``start`` to before ``end``, all 1-based.

    Columns are None where only the line is known.
    """

    line: int
    start: int | None = None
    end: int | None = None


def region(item: Item, start: int, end: int) -> Region | None:
    """Return where ``item.text[start:end]`` stands in its source, columns in code points; None without an origin."""
    origin = item.origin
    if origin is None:
        return None
    if not is_literal(item):
        return Region(origin.line)
    return Region(origin.line, origin.column + start, origin.column + end)


def utf8_region(item: Item, start: int, end: int) -> Region | None:
    """Return the same with columns in UTF-8 bytes.

    They can only be counted for a text that begins its line: what stands before another one is not known here, and has
    its line alone.
    """
    origin = item.origin
    if origin is None:
        return None
    if not is_literal(item) or origin.column != 1:
        return Region(origin.line)
    return Region(origin.line, 1 + _bytes(item.text[:start]), 1 + _bytes(item.text[:end]))


def is_literal(item: Item) -> bool:
    """Tell whether the characters of the text stand one to one on a single line of the source."""
    return item.origin is not None and item.origin.exact and "\n" not in item.text and "\r" not in item.text


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
