"""Where the cells of a worksheet stand, so that the box of a comment can be placed beside its cell and wide enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.documents.marked.xlsx_sheet import Worksheet
from linter.documents.xlsxguard import column_of

COLUMNS, ROWS = 16_384, 1 << 20
"""What a sheet of Excel has."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row\b([^>]*)>")
_ATTRIBUTE = re.compile(rb"""\b(r|ht|hidden)=["']([^"']*)["']""")
_ON = ("1", "true")
_WIDTH, _HEIGHT = 64, 20
"""Pixels of a column and of a row in a new workbook."""
_BESIDE, _ABOVE = 15, 8
"""Pixels between a cell and the box of its comment."""
_SPAN = 128
"""The most columns or rows that a box may cross; hidden ones take no room."""


def cell_of(reference: str) -> tuple[int, int] | None:
    """Return row and column (0-based) of a cell like "C11", None where *reference* names none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    row, column = int(found[2]) - 1, column_of(found[1])
    return (row, column) if row < ROWS and column < COLUMNS else None


class Grid:
    """The columns and rows of a sheet, in pixels of an ordinary screen (96 to the inch)."""

    def __init__(self, sheet: Worksheet, last: int) -> None:
        """Measure *sheet* as far down as the boxes of comments may reach, the *last* of which stands at that row (0-based)."""
        about = {name: value for one in sheet.children("sheetFormatPr") for name, value in one.attrib.items()}
        self._width = round(_number(about.get("defaultColWidth"), 0) * 7) or _WIDTH
        self._height = round(_number(about.get("defaultRowHeight"), 0) * 4 / 3) or _HEIGHT
        self._widths: dict[int, int] = {}
        for column in sheet.root.iter(f"{{{sheet.words.main}}}col"):
            width = 0 if column.get("hidden") in _ON else round(_number(column.get("width"), 9.14) * 7)
            first, final = (int(_number(column.get(name), 0)) for name in ("min", "max"))
            self._widths.update(dict.fromkeys(range(first - 1, min(final, COLUMNS)), width))
        self._heights = dict(_heights(sheet.cells, last + _SPAN))
        self._right = dict(_merged(sheet))

    def box(self, row: int, column: int, width: int, height: int) -> tuple[int, ...]:
        """Return the eight numbers that anchor a box beside a cell (0-based): left, top, right, bottom, each with pixels."""
        left = min(self._right.get((row, column), column) + 1, COLUMNS - 8)
        top, above = (row - 1, _ABOVE) if row else (0, 2)
        right, across = left, _BESIDE + width
        while right < min(COLUMNS - 1, left + _SPAN) and across >= (wide := self._widths.get(right, self._width)):
            across -= wide
            right += 1
        bottom, down = top, above + height
        while bottom < min(ROWS - 1, top + _SPAN) and down >= (high := self._heights.get(bottom, self._height)):
            down -= high
            bottom += 1
        return left, _BESIDE, top, above, right, across, bottom, down


def _heights(cells: bytes, last: int) -> Iterator[tuple[int, int]]:
    """Yield the rows (0-based) that have a height of their own, down to the *last*."""
    row = -1
    for found in _ROW.finditer(cells):
        told = dict(_ATTRIBUTE.findall(found[1]))
        row = int(told[b"r"]) - 1 if told.get(b"r", b"").isdigit() else row + 1
        if row > last:
            return
        if told.get(b"hidden", b"").decode("latin-1") in _ON:
            yield row, 0
        elif b"ht" in told:
            yield row, round(_number(told[b"ht"].decode("latin-1"), 15) * 4 / 3)


def _merged(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the first cell of each merged range, and its last column (0-based)."""
    for found in sheet.root.iter(f"{{{sheet.words.main}}}mergeCell"):
        begin, _, end = found.get("ref", "").partition(":")
        if (first := cell_of(begin)) and (last := cell_of(end)):
            yield first, last[1]


def _number(text: str | None, otherwise: float) -> float:
    """Return a measure, bounded to what a sheet may have."""
    try:
        return min(max(0.0, float(text or "")), 100_000.0)
    except ValueError:
        return otherwise
