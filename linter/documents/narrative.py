"""Reads the form of the qualitative approach, which is no table: "Rencana Kinerja: …", then measures as points below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from linter.documents.blanks import is_blank
from linter.documents.headings import Cells
from linter.documents.layouts import Layouts, heading_key
from linter.documents.plan import Plan
from linter.documents.sheets import Row, Sheet
from linter.io.lines import split_lines
from linter.model import Item

_LABEL = re.compile(r"\s*(?:\d{1,2}[.)]?\s+)?([^:]{3,90}):(\s*)")
_POINT = re.compile(r"\s*(?:[-•▪◦*–]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s*")
_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]?\s*")


def opens_narrative(cells: Cells, layouts: Layouts) -> bool:
    """Tell whether a row begins a rencana kinerja with its label: "Rencana Kinerja: Usul mutasi diproses …"."""
    return any(_labelled(line, layouts)[0] in ("rk", "rk_atasan") for cell in cells for line in cell.split("\n", 3)[:3])


class Narrative:
    """Reads row after row of such a form; a line that goes on in small letters belongs to the point before it."""

    def __init__(self, plan: Plan, layouts: Layouts, sheet: Sheet) -> None:
        self._plan = plan
        self._layouts = layouts
        self._sheet = sheet
        self._waits = ""
        """What the next line is: rk or rk_atasan where their label stands alone, indikator below its label."""
        self._last: Item | None = None

    def rows(self, row: Row) -> Iterator[Item]:
        """Yield the items that *row* completes."""
        for column, cell in enumerate(row.cells, 1):
            for number, line in split_lines(cell):
                if not is_blank(line) and not _NUMBER.fullmatch(line):
                    yield from self._line(line, row.number, column, number)

    def end(self) -> Iterator[Item]:
        """Yield the indicator that waits for more lines."""
        if self._last is not None:
            yield self._sheet.placed(self._last)
        self._last = None

    def _line(self, line: str, row: int, column: int, number: int) -> Iterator[Item]:
        label, text = _labelled(line, self._layouts)
        at = self._sheet.at(row, column, number)
        if label:
            yield from self.end()
            self._waits = label
            if is_blank(text):
                return
            line = text
        if self._waits == "rk_atasan":
            yield self._sheet.placed(self._plan.superior(line, row, at))
        elif self._waits == "rk":
            above = self._plan.above, self._plan.above_id
            self._plan.forget()
            self._plan.above, self._plan.above_id = above
            self._plan.open(line)
            yield self._sheet.placed(self._plan.statement(row, at))
        elif self._waits == "indikator":
            yield from self._indicator(line, row, at)
            return
        self._waits = ""

    def _indicator(self, line: str, row: int, at: dict[str, int | str]) -> Iterator[Item]:
        """Yield the indicator before this one, unless *line* goes on with it."""
        if self._last is not None and not _POINT.match(line) and line.lstrip()[:1].islower():
            self._last = replace(self._last, text=f"{self._last.text} {line.strip()}")
            return
        yield from self.end()
        (self._last,) = self._plan.measure(row, "", "", (("indikator", line, at),))


def _labelled(line: str, layouts: Layouts) -> tuple[str, str]:
    """Return what a label at the beginning of *line* announces (rk, rk_atasan, indikator, or "") and what stands behind it."""
    found = _LABEL.match(line)
    if found is None:
        return "", line
    role = layouts.columns.get(heading_key(found[1]), ("", 0))[0]
    return (role, line[found.end() :]) if role in ("rk", "rk_atasan", "indikator") else ("", line)
