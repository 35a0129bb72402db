"""Reads ODS workbooks: the cells as they are shown, with repeated rows and columns kept in bounds."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from linter.documents.forms import read_sheets
from linter.documents.layouts import Layouts
from linter.documents.sheets import Row, Sheet, in_workbook, lists_notes
from linter.documents.ziplimits import CHUNK, MAX_BYTES, MAX_CELLS, entities, too_large, too_wide, unpacked
from linter.model import Document, NotChecked, Said, UserError

Attributes = dict[str, str]
_COVERS = 64
"""Rows and columns that one cell may span: more is a slip of the form, and is not followed."""


def read_ods(data: bytes, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in an ODS workbook, with places as in XLSX.

    Raises UserError for a file that is broken, locked, or would take too much memory.
    """
    sheets = [sheet for sheet in _sheets(data, path) if not lists_notes(sheet.rows)]
    yield from read_sheets(sheets, layouts, path, "ods")


def _sheets(data: bytes, path: str) -> list[Sheet]:
    reader = _Reader(path)
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = lambda *_: reader.refuse()
    read = 0
    with unpacked(data, path, _BROKEN, _LOCKED) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UserError(_LOCKED, path=path)
        with archive.open("content.xml") as stream:
            while piece := stream.read(CHUNK):
                read += len(piece)
                if read > MAX_BYTES:
                    raise too_large(path)
                parser.Parse(piece, False)
        parser.Parse(b"", True)
    return reader.sheets


class _Reader:
    """Takes the elements of content.xml in their order and makes rows of them."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.sheets: list[Sheet] = []
        self._rows: list[Row] = []
        self._name = ""
        self._at = 0
        self._cells: list[str] = []
        self._covered: set[int] = set()
        self._above: dict[int, int] = {}
        """How many rows below a cell in each column still belong to it."""
        self._texts: list[str] | None = None
        self._repeat = self._row_repeat = 1
        self._spans: list[tuple[int, int]] = []
        self._notes = 0
        self._size = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        """Take in the beginning of an element."""
        local = name.rpartition("|")[2]
        told = {key.rpartition("|")[2]: value for key, value in attributes.items()}
        if local == "table":
            self._name, self._rows, self._at, self._above, self._size = told.get("name", ""), [], 0, {}, 0
        elif local == "table-row":
            self._cells, self._covered, self._spans = [], set(), []
            self._row_repeat = _number(told.get("number-rows-repeated"))
        elif local in ("table-cell", "covered-table-cell"):
            self._repeat, self._texts = _number(told.get("number-columns-repeated")), []
            self._spans.append((len(self._cells), _number(told.get("number-rows-spanned"))))
        elif local == "annotation":
            self._notes += 1
        elif self._texts is not None and not self._notes:
            if local == "p":
                self._texts += ["\n"] if self._texts else []
                self._texts.append("")
            elif local == "line-break":
                self._texts.append("\n")
            elif local in ("s", "tab"):
                self._texts.append(" " * min(_number(told.get("c")), 1_000))

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        local = name.rpartition("|")[2]
        if local == "annotation":
            self._notes -= 1
        elif local in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif local == "table-row":
            self._end_row()
        elif local == "table":
            self.sheets.append(Sheet(self._name, self._rows, in_workbook(self._name)))

    def characters(self, text: str) -> None:
        """Take in characters of a paragraph; those of a comment are not read."""
        if self._texts and not self._notes:
            self._texts.append(text)

    def refuse(self) -> None:
        """Raise UserError for a declaration of entities."""
        raise entities(self._path)

    def _end_cell(self) -> None:
        text = "".join(self._texts or ())
        self._texts = None
        if text or self._repeat <= _COVERS:
            self._grow(self._repeat if text else 0)
            self._cells += [text] * self._repeat
        else:
            self._cells += [""] * _COVERS  # a row is blank behind its last text

    def _end_row(self) -> None:
        while self._cells and not self._cells[-1]:
            self._cells.pop()
        covered = frozenset(column for column, left in self._above.items() if left > 0)
        if self._cells:
            self._grow(len(self._cells) * (self._row_repeat - 1))
            for n in range(self._row_repeat):
                self._rows.append(Row(self._at + n + 1, tuple(self._cells), covered))
        self._above = {column: left - 1 for column, left in self._above.items() if left > 1}
        for column, rows in self._spans:
            if 1 < rows <= _COVERS:
                self._above[column] = rows - 1
        self._at += self._row_repeat

    def _grow(self, cells: int) -> None:
        self._size += cells
        if self._size > MAX_CELLS:
            raise too_wide(self._at + self._row_repeat, len(self._cells) + self._repeat, self._path)


def _number(written: str | None) -> int:
    """Return a number of repetitions, 1 where none is given."""
    return int(written) if written and written.isdecimal() and len(written) < 9 else 1


_LOCKED = Said("berkas ini dikunci sandi", "this file is locked by a password")
_BROKEN = Said("berkas ini rusak, atau bukan buku kerja ODS", "this file is broken, or no ODS workbook")
