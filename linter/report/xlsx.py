"""A workbook for people: one row a note, to filter and to hand on."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from tempfile import TemporaryDirectory

import msgspec
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from linter.io.ours import XLSX_MARK
from linter.io.writable import fitting
from linter.model import Checked, Document, NotChecked
from linter.report.base import Run, Summary, WriteBytes, regimes_of
from linter.report.rows import Row, Rows, headings
from linter.report.words import words

SHEET_ROWS = 1 << 20
"""What a sheet of Excel holds."""
EPOCH = datetime(2000, 1, 1)
"""The date that every workbook bears, so that the same notes give the same bytes."""
WIDTHS = (24, 18, 18, 60, 18, 16, 12, 20, 8, 24, 24, 60, 48, 40, 60, 24)
"""Widths of the columns in characters."""


class Xlsx:
    """Writes one workbook at the end; the rows wait on the disk, in a folder that is removed with it.

    Every cell is a text with the quote prefix, so that it stays one also when somebody edits it. A sheet that is full
    (*sheet_rows*, the heading among them) is followed by another.
    """

    def __init__(self, write: WriteBytes, *, lang: str = "id", sheet_rows: int = SHEET_ROWS) -> None:
        self._write = write
        self._words = words(lang)
        self._rows = Rows(self._words)
        self._sheet_rows = sheet_rows
        self._folder = TemporaryDirectory(prefix="skplint-", ignore_cleanup_errors=True)
        self._file = io.BytesIO()
        options = {
            "constant_memory": True,
            "tmpdir": self._folder.name,
            # ``write_string`` guesses at nothing; these hold for whoever calls ``write`` one day.
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = Workbook(self._file, options)
        self._head: Format = self._book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self._cell: Format = self._book.add_format({"quote_prefix": True, "valign": "top", "text_wrap": True})
        self._run: Run | None = None
        self._sheets = 0
        self._next = 0
        self._sheet = self._new_sheet()

    def begin(self, run: Run) -> None:
        self._run = run
        self._book.set_custom_property(XLSX_MARK, run.engine)

    def document(self, doc: Document) -> None:
        self._put(self._rows.document(doc))

    def item(self, doc: Document, checked: Checked) -> None:
        self._put(self._rows.item(doc, checked))

    def not_checked(self, nc: NotChecked) -> None:
        self._put(self._rows.not_checked(nc))

    def end(self, summary: Summary) -> None:
        self._put(self._rows.end())
        self._filter()
        assert self._run is not None, "begin() comes first"
        told = {**msgspec.structs.asdict(self._run), "regime": regimes_of(self._run, summary.regimes)}
        comments = "; ".join(f"{name}: {told[name]}" for name in ("regime", "profile", "engine", "rules"))
        self._book.set_properties({"title": "skplint", "comments": comments, "created": EPOCH})
        self._book.close()
        self._folder.cleanup()
        self._write(self._file.getvalue())

    def _put(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if self._next == self._sheet_rows:
                self._filter()
                self._sheet = self._new_sheet()
            for column, text in enumerate(row.cells()):
                if text:
                    self._sheet.write_string(self._next, column, cell_text(text), self._cell)
            self._next += 1

    def _new_sheet(self) -> Worksheet:
        self._sheets += 1
        name = self._words.sheet
        sheet: Worksheet = self._book.add_worksheet(f"{name} ({self._sheets})" if self._sheets > 1 else name)
        for column, (heading, width) in enumerate(zip(headings(self._words), WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, self._head)
        sheet.freeze_panes(1, 0)
        self._next = 1
        return sheet

    def _filter(self) -> None:
        self._sheet.autofilter(0, 0, self._next - 1, len(WIDTHS) - 1)


def cell_text(text: str) -> str:
    """Return what a cell can hold of *text*, and nothing that XlsxWriter takes for the XML of rich text."""
    text = fitting(text)
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
