"""A file of text with tables in it (Word, PDF, Markdown) as one sheet: its lines and the rows of its tables, in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from linter.documents.sheets import Row, Sheet

_GAP = re.compile(r"\t+|\s{4,}")
_SEARCHED = 5_000
"""Rows within which the first heading row must stand: a letter may come before the form."""


class Flow:
    """Gathers lines and table rows with their places."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._places: list[Mapping[str, int]] = []

    def line(self, text: str, place: Mapping[str, int]) -> None:
        """Add a line that stands outside of tables, as a row of its pieces between tabs or wide gaps."""
        self._add([piece for piece in _GAP.split(text.strip()) if piece] or ("",), place, frozenset())

    def row(
        self,
        cells: Sequence[str],
        place: Mapping[str, int],
        covered: frozenset[int] = frozenset(),
        *,
        begins: bool = False,
    ) -> None:
        """Add a row of a table; *covered* are the columns (0-based) that a cell above covers.

        *begins* is true for the first row of a table that is one by itself, not the rest of one on the page before.
        """
        self._add(cells, place, covered, begins)

    def sheet(self) -> Sheet:
        """Return what was gathered; the place of a cell in a table gets its column, that of a stacked line its line."""
        return Sheet("", self._rows, self._at, search=_SEARCHED)

    def _add(
        self, cells: Sequence[str], place: Mapping[str, int], covered: frozenset[int], begins: bool = False
    ) -> None:
        self._rows.append(Row(len(self._rows) + 1, cells, covered, begins))
        self._places.append(place)

    def _at(self, row: int, column: int, line: int) -> dict[str, int | str]:
        place = self._places[row - 1]
        at: dict[str, int | str] = {**place, "column": column} if "row" in place else dict(place)
        return {**at, "line": line} if line != 1 else at
