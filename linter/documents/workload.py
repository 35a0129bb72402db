"""Reads the table of an analysis of work load (ABK): tasks with output, amount, time and the staff needed."""

from __future__ import annotations

from collections.abc import Iterator

from linter.documents.blanks import is_blank, part_of
from linter.documents.headings import Cells, is_number_row
from linter.documents.layouts import Layouts, heading_key, heading_words
from linter.documents.sheets import Row, Sheet
from linter.model import Item

_MINUTES, _HOURS = "menit", "jam"
_WORDS_OF_A_SUM = 4


class Workload:
    """Reads row after row below the headings *titles*."""

    def __init__(self, titles: Cells, sheet: Sheet, layouts: Layouts) -> None:
        self._columns = workload_columns(titles, layouts)
        self._sheet = sheet
        self._layouts = layouts
        self._tasks = 0
        unit = heading_key(titles[self._columns["waktu"]])
        self._unit = _MINUTES if _MINUTES in unit else _HOURS if _HOURS in unit else ""

    def rows(self, row: Row) -> Iterator[Item]:
        """Yield the task of *row*; a row that numbers the columns or sums up has none."""
        n = self._columns["tugas"]
        text = row.cells[n] if n < len(row.cells) else ""
        if is_blank(text) or is_number_row(row.cells) or _sums_up(text, self._layouts):
            return
        self._tasks += 1
        at, part = self._sheet.at(row.number, n + 1, 1), part_of(text, "uraian_tugas")
        cells = {
            role: row.cells[column].strip() if column < len(row.cells) else ""
            for role, column in self._columns.items()
            if role != "tugas"
        }
        told = {role: said for role, said in cells.items() if said or role == "hasil_kerja"} | {"abk": "tugas"}
        if self._unit:
            told["satuan_waktu"] = self._unit
        yield self._sheet.placed(Item(text=text, part=part, at=at, id=f"ut{self._tasks}", row=row.number, cells=told))


def _sums_up(text: str, layouts: Layouts) -> bool:
    """Tell whether a row is a sum: "Jumlah", "Jumlah Pegawai", "Total waktu"; a task begins with a verb."""
    words = heading_words(text[:60])
    return any(words[: len(title)] == title for title in layouts.sums) and len(words) <= _WORDS_OF_A_SUM


def workload_columns(cells: Cells, layouts: Layouts) -> dict[str, int]:
    """Return the columns (0-based) of a row that heads such a table, by role; {} where it heads none."""
    found = {
        role: n
        for n, cell in reversed([*enumerate(cells)])
        if len(cell) < 160 and (role := layouts.workload.get(heading_key(cell)))
    }
    return found if {"tugas", "waktu"} <= found.keys() else {}
