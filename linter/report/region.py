"""Where a note stands in a source that has lines, and in the units that a format counts in."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from linter.io.lines import LineMap
from linter.model import Item


class Region(msgspec.Struct, frozen=True, gc=False):
    """A piece of a source: its first line, the column ``start`` there and the column before which it ends, all 1-based.

    Columns are None where only lines are known. ``last`` is the line on which it ends, None where that is the first.
    """

    line: int
    start: int | None = None
    end: int | None = None
    last: int | None = None

    @property
    def end_line(self) -> int:
        """The line on which it ends."""
        return self.line if self.last is None else self.last


def region(item: Item, start: int, end: int) -> Region | None:
    """Return where ``item.text[start:end]`` stands in its source, columns in code points; None without an origin."""
    return _region(item, start, end, item.origin.column - 1 if item.origin else 0, len)


def utf8_region(item: Item, start: int, end: int) -> Region | None:
    """Return the same with columns in UTF-8 bytes; lines alone where the bytes before the text were not counted."""
    origin = item.origin
    return _region(item, start, end, origin.bytes_before if origin and origin.column > 1 else 0, _bytes)


def is_literal(item: Item) -> bool:
    """Tell whether the characters of the text stand one to one on a single line of the source."""
    return item.origin is not None and item.origin.exact


def _region(item: Item, start: int, end: int, before: int | None, size: Callable[[str], int]) -> Region | None:
    """Return the region where *before* units stand before the text on its line and *size* counts those of a piece."""
    origin, text = item.origin, item.text
    if origin is None:
        return None
    if before is None or not (origin.exact or origin.below):
        return Region(origin.line, last=origin.last)
    start = min(start, len(text.rstrip("\r\n")))  # line ends that close a block are not on its line
    end = start + len(text[start:end].rstrip("\r\n"))
    lines = LineMap(text)

    def place(offset: int) -> tuple[int, int]:
        line, column = lines.place(offset)
        left = before if line == 1 else (origin.below or 1) - 1
        return origin.line + line - 1, left + size(text[offset - column + 1 : offset]) + 1

    first, begins = place(start)
    last, ends = place(end)
    return Region(first, begins, ends, last if last > first else None)


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
