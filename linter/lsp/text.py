"""A text as an editor holds it: lines as the protocol counts them, and places in the units that the client counts in.

Only ``\n``, ``\r\n`` and ``\r`` end a line. pygls cuts lines with ``str.splitlines``, which also cuts at U+000B, U+2028 and
others that texts from Word are full of; so lines are split here, and the units alone are left to its codec.
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from linter.io.lines import LINE_END
from linter.model import Item
from linter.report.region import Region, region


class Text:
    """The characters of one version of a document, and the way from code points to positions and back."""

    def __init__(self, source: str, codec: PositionCodec) -> None:
        self.source = source
        self._codec = codec
        ends = [(found.start(), found.end()) for found in LINE_END.finditer(source)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(source)]

    @property
    def lines(self) -> int:
        """How many lines there are; a line end at the end of the text begins another."""
        return len(self._starts)

    @property
    def line_end(self) -> str:
        """What ends the first line, and so is to end a new one."""
        found = LINE_END.search(self.source)
        return found[0] if found else "\n"

    def line(self, number: int) -> str:
        """Return the characters of the line *number* (0-based) without its end; "" beyond the last."""
        return self.source[self._starts[number] : self._ends[number]] if number < len(self._starts) else ""

    def position(self, offset: int) -> lsp.Position:
        """Return the position of the character at *offset* (code points)."""
        line = bisect_right(self._starts, offset) - 1
        return lsp.Position(line, self._units(self.source[self._starts[line] : offset]))

    def offset(self, position: lsp.Position) -> int:
        """Return the offset (code points) of a position; one beyond the end of a line is its end."""
        if position.line >= len(self._starts):
            return len(self.source)
        line = self.line(position.line)
        start = self._starts[position.line]
        if line.isascii():
            return start + min(position.character, len(line))
        at = 0
        for n, char in enumerate(line):
            if at >= position.character:
                return start + n
            at += self._units(char)
        return start + len(line)

    def span(self, start: int, end: int) -> lsp.Range:
        """Return the range of the characters from *start* to *end* (code points)."""
        return lsp.Range(self.position(start), self.position(end))

    def width(self, start: int, end: int) -> int:
        """Return how many units of the client the characters from *start* to *end* are."""
        return self._units(self.source[start:end])

    def place(self, item: Item, start: int, end: int) -> tuple[int, int]:
        """Return where ``item.text[start:end]`` stands (code points of the source); its lines where that is not known."""
        where = region(item, start, end)
        if where is None:
            line = min(max(int(item.at.get("line", 1)), 1), self.lines) - 1
            return self._content(line, line)
        return self._place(where)

    def _place(self, where: Region) -> tuple[int, int]:
        first, last = (min(line, self.lines) - 1 for line in (where.line, where.end_line))
        if where.start is None or where.end is None:
            return self._content(first, last)
        shift = self.source.startswith("\ufeff")  # readers do not count it
        begin = self._starts[first] + where.start - 1 + (shift and first == 0)
        end = self._starts[last] + where.end - 1 + (shift and last == 0)
        return min(begin, self._ends[first]), min(end, self._ends[last])

    def _content(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of the lines *first* to *last* without the space around them."""
        body = self.source[self._starts[first] : self._ends[last]]
        begin = self._starts[first] + len(body) - len(body.lstrip())
        return begin, max(begin, self._starts[first] + len(body.rstrip()))

    def _units(self, chars: str) -> int:
        return len(chars) if chars.isascii() else self._codec.client_num_units(chars)
