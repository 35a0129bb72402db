"""Sheets: what every tabular format hands on, rows of cell texts with the place of each cell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol

import msgspec

from linter.documents.blanks import is_blank
from linter.documents.headings import HEADER_ROWS, Cells
from linter.io.ours import NOTES_TITLES
from linter.model import Item


class Row(NamedTuple):
    """A row of a sheet: its number (1-based), the texts of its cells, and the columns (0-based) that a cell above covers.

    ``begins`` tells that a table of its own begins with it.
    """

    number: int
    cells: Cells
    covered: frozenset[int] = frozenset()
    begins: bool = False


class At(Protocol):
    """Makes the ``at`` of an item from row, column and line within the cell (all 1-based)."""

    def __call__(self, row: int, column: int, line: int) -> dict[str, int | str]: ...


class Sheet(msgspec.Struct, frozen=True):
    """A sheet, or the one table of a file that has no sheets (its name is ""): its rows, and how its cells are named.

    ``exact_width`` is true where a text beyond the last heading betrays a separator inside a text that is not quoted;
    ``search`` is the number of rows within which the first heading row must stand.
    """

    name: str
    rows: Iterable[Row]
    at: At
    exact_width: bool = False
    search: int = HEADER_ROWS
    placed: Callable[[Item], Item] = lambda item: item
    """Adds to an item what its place is in the source, right after its row was read."""


def lists_notes(rows: Iterable[Row], titles: Collection[str] = NOTES_TITLES) -> bool:
    """Tell whether the rows of a sheet list notes of ours, and hold no draft: their first text is one of *titles*."""
    first = next((cell for row in rows for cell in row.cells if not is_blank(cell)), "")
    return first.strip() in titles


def in_workbook(sheet: str) -> At:
    """Return what names the cells of a *sheet* of a workbook: {"sheet": "SKP", "cell": "C11", "line": 1}."""

    def at(row: int, column: int, line: int) -> dict[str, int | str]:
        return {"sheet": sheet, "cell": f"{letters(column)}{row}", "line": line}

    return at


def letters(column: int) -> str:
    """Return the letters of a column (1-based): 1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
