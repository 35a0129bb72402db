"""CSV, for spreadsheets and for programs: one row a note, as Excel with Indonesian settings opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from linter.io.cells import guard_csv
from linter.model import Checked, Document, NotChecked
from linter.report.base import Run, Summary, Write
from linter.report.rows import Row, Rows, headings
from linter.report.words import words

SEPARATOR = ";"
"""Where the decimal sign is a comma, as in Indonesia, Excel parts the columns of a CSV file at semicolons only."""
BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the system."""


class Csv:
    """Writes a heading and the rows, with CRLF, as UTF-8 that begins with a byte order mark.

    Every cell stands in quotes, since LibreOffice offers to part at commas and tabs too. No cell can become a formula
    (``linter.io.cells``).
    """

    def __init__(self, write: Write, *, lang: str = "id") -> None:
        self._write = write
        self._words = words(lang)
        self._rows = Rows(self._words)

    def begin(self, run: Run) -> None:
        self._write(BOM + csv_line(headings(self._words)))

    def document(self, doc: Document) -> None:
        self._put(self._rows.document(doc))

    def item(self, doc: Document, checked: Checked) -> None:
        self._put(self._rows.item(doc, checked))

    def not_checked(self, nc: NotChecked) -> None:
        self._put(self._rows.not_checked(nc))

    def end(self, summary: Summary) -> None:
        self._put(self._rows.end())

    def _put(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._write(csv_line(row.cells()))


def csv_line(cells: Iterable[str]) -> str:
    """Return a line of a CSV file as Excel with Indonesian settings opens it; no cell can become a formula."""
    line = io.StringIO()
    csv.writer(line, delimiter=SEPARATOR, quoting=csv.QUOTE_ALL).writerow(map(guard_csv, cells))
    return line.getvalue()
