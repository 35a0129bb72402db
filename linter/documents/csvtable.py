"""Reads CSV and TSV tables: finds the separator by the headings that it brings out, and hands the rows on."""

from __future__ import annotations

import contextlib
import csv
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from msgspec.structs import replace

from linter.documents.forms import read_sheets
from linter.documents.headings import HEADER_ROWS, Cells, find_header
from linter.documents.layouts import Layouts
from linter.documents.origins import CsvRecord
from linter.documents.sheets import Row, Sheet
from linter.io.files import TextSource
from linter.io.lines import physical_lines
from linter.io.ours import NOTES_TITLES
from linter.model import Document, Item, NotChecked, Origin, Said, UserError

_SEPARATORS = (",", ";", "\t", "|")
_HEAD_LINES = 2000
_HEAD_CHARACTERS = 1 << 20

_FAULTS = (
    (
        "unexpected end of data",
        Said("tanda kutip ganda dibuka dan tidak ditutup", "a double quotation mark is opened and never closed"),
    ),
    (
        "field larger than",
        Said(
            "satu sel memuat lebih dari 131.072 karakter; mungkin tanda kutip ganda tidak ditutup",
            "a cell has more than 131,072 characters; perhaps a double quotation mark is not closed",
        ),
    ),
    (
        "expected after",
        Said(
            'tanda kutip ganda di dalam sel harus ditulis dua kali ("")',
            'a double quotation mark within a cell must be written twice ("")',
        ),
    ),
)
_UNREADABLE = Said("baris CSV ini tidak dapat dibaca", "this row of the CSV cannot be read")


def read_csv(source: TextSource, layouts: Layouts, *, tabs: bool = False) -> Iterator[Document | NotChecked]:
    """Yield the documents of a CSV table, or TSV where *tabs* are expected first; an empty one has no items.

    ``at`` of an item is row (record, 1-based, blank ones counted), column, and line within the cell. Raises UserError
    where the headings are not known; reading the items raises it for a broken record, with the line.
    """
    shape = shape_of(source, layouts, tabs=tabs)
    records = _Records(_lines(source), shape.separator)
    rows = (
        row._replace(cells=_without_notes(row.cells, shape.notes))
        for row in _rows(records, shape.separator, source.path)
    )
    sheet = Sheet("", rows, _at, exact_width=True, placed=records.placed)
    yield from read_sheets([sheet], layouts, source.path, "tsv" if tabs else "csv")


class Shape(NamedTuple):
    """How a table is written: what parts its cells, and the 0-based record of its headings and column of notes of ours.

    The last two are None where there are none.
    """

    separator: str
    headings: int | None
    notes: int | None


def shape_of(source: TextSource, layouts: Layouts, *, tabs: bool) -> Shape:
    """Return how the table in *source* is written: the separator that brings out notes of ours or else the most headings.

    Where none does, it is the one with the widest rows. Raises UserError where the source cannot be opened any more.
    """
    head = _head(_lines(source))

    def looked(separator: str) -> tuple[tuple[bool, int, int], Shape]:
        rows = _first_rows(head, separator)
        notes = next((n for cells in rows for n, cell in enumerate(cells) if cell in NOTES_TITLES), None)
        found = find_header([_without_notes(cells, notes) for cells in rows], layouts)
        headings = len(found.columns.at) if found else 0
        shape = Shape(separator, found.index if found else None, notes)
        return (notes is not None, headings, max(map(len, rows), default=0)), shape

    return max(map(looked, ("\t", ",", ";", "|") if tabs else _SEPARATORS), key=lambda one: one[0])[1]


def record_texts(source: TextSource, separator: str) -> Iterator[str]:
    """Yield each record of the table as it is written, its line end included; raises UserError for a broken one."""
    records = _Records(_lines(source), separator)
    for _ in _rows(records, separator, source.path):
        yield records.last


def _without_notes(cells: Cells, notes: int | None) -> Cells:
    """Return *cells* with nothing in the column of *notes*, which is no part of the form."""
    return cells if notes is None or notes >= len(cells) else [*cells[:notes], "", *cells[notes + 1 :]]


def _lines(source: TextSource) -> Iterator[str]:
    with source.open() as stream:
        yield from physical_lines(stream, source.path)


class _Records:
    """The lines of a table on their way to the CSV reader; remembers the last records, for the origins of their items.

    The items of a row come before the next row is read, but for the rows among which the headings are looked for.
    """

    def __init__(self, lines: Iterator[str], separator: str) -> None:
        self._lines = lines
        self._separator = separator
        self._taken: list[str] = []
        self._ended: deque[tuple[int, int, str]] = deque(maxlen=HEADER_ROWS + 1)
        self._row, self._record = 0, CsvRecord("", 1, separator)

    def __iter__(self) -> Iterator[str]:
        taken = self._taken
        for line in self._lines:
            taken.append(line)
            yield line

    def end(self, row: int, first: int) -> None:
        """Close the record *row*, which began at the physical line *first*."""
        self._ended.append((row, first, "".join(self._taken)))
        self._taken.clear()

    @property
    def last(self) -> str:
        """The record that was closed last, as it is written."""
        return self._ended[-1][2]

    def placed(self, item: Item) -> Item:
        """Return *item* with where it stands in the file."""
        silences = tuple(replace(s, origin=self._origin(s.at, s.text)) for s in item.silences)
        return replace(item, origin=self._origin(item.at, item.text), silences=silences)

    def _origin(self, at: Mapping[str, Any], text: str) -> Origin:
        """Return where a *text* of one of the last records, with its place *at*, stands."""
        if at["row"] != self._row:
            self._row, first, source = self._ended[at["row"] - self._ended[0][0]]
            self._record = CsvRecord(source, first, self._separator)
        return self._record.origin(at["column"], at["line"], text)


def _at(row: int, column: int, line: int) -> dict[str, int | str]:
    return {"row": row, "column": column, "line": line}


def _head(lines: Iterator[str]) -> list[str]:
    """Return the first lines, enough for the headings and bounded in number and size."""
    head, size = [], 0
    for line in islice(lines, _HEAD_LINES):
        head.append(line)
        size += len(line)
        if size > _HEAD_CHARACTERS:
            break
    return head


def _first_rows(head: list[str], separator: str) -> list[Cells]:
    """Return the first records of *head*, up to the first one that is cut off or broken."""
    rows: list[Cells] = []
    with contextlib.suppress(csv.Error):
        rows.extend(islice(csv.reader(head, delimiter=separator, strict=True), HEADER_ROWS))
    return rows


def _rows(records: _Records, separator: str, path: str) -> Iterator[Row]:
    """Yield number and cells of each record; raises UserError with the line where a broken record begins."""
    reader = csv.reader(records, delimiter=separator, strict=True)
    row, first = 0, 1
    while True:
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = next((said for key, said in _FAULTS if key in str(error)), _UNREADABLE)
            raise UserError(fault, path=path, line=first) from None
        records.end(row, first)
        first = reader.line_num + 1
        yield Row(row, cells)
