"""Reads tables of texts (CSV, TSV, XLSX, Parquet), a text a row, as record batches for the kernel; forms stay forms."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import python_calamine as calamine

from linter.batch.parquet import read_parquet
from linter.batch.schema import INPUT, pa
from linter.batch.titles import NAMES, ROWS, Titles, load_titles, no_texts, places_of, plain_name
from linter.documents.blanks import is_blank
from linter.documents.csvtable import record_texts
from linter.documents.headings import HEADER_ROWS, Cells, find_header
from linter.documents.layouts import default_layouts, heading_key
from linter.documents.numberformat import shown as as_shown
from linter.documents.xlsxguard import BROKEN, SheetLook, look
from linter.io.files import read_bytes, shown, text_in
from linter.io.ours import is_report
from linter.model import Said, UserError

PARQUET = frozenset({".parquet", ".pq"})
CSV = frozenset({".csv", ".tsv"})
XLSX = frozenset({".xlsx", ".xlsm"})

_SEPARATORS = (",", ";", "\t")

Row = tuple[int, Cells]
"""A row with its number in the file (1-based; a record of a CSV may have several lines)."""


class _Table(NamedTuple):
    """A table whose headings were found: the first rows down to them, the place of each column of INPUT, the rows below."""

    head: Sequence[Cells]
    at: Mapping[str, int]
    rows: Iterator[Row]


def read_table(path: str) -> Iterator[pa.RecordBatch]:
    """Yield the rows of the table in the file *path* as INPUT, at most ROWS at a time; blank rows are left out.

    Without a column of ids a row has its number in the file. Raises UserError for a file that cannot be read, has no
    column of texts, or (while it streams) has a broken row.
    """
    suffix = Path(path).suffix.lower()
    if suffix in PARQUET:
        yield from read_parquet(path)
    elif suffix in CSV | XLSX:
        table = _tables(path, suffix)
        while block := list(islice(table.rows, ROWS)):
            yield _batch(block, table.at)
    else:
        raise UserError(_ANOTHER, path=shown(path))


def is_table(path: str) -> bool:
    """Tell whether the file *path* is a table of texts: a Parquet file, or CSV or XLSX with a column of texts and no form.

    What cannot be read is none, nor is a report of ours. Headings that are nothing but names of INPUT are those of a
    table, though a form has some of them too (rk, aspek, target).
    """
    suffix = Path(path).suffix.lower()
    if suffix in PARQUET:
        return Path(path).is_file()
    if suffix not in CSV | XLSX or is_report(path):
        return False
    try:
        table = _tables(path, suffix)
    except UserError:
        return False
    if {heading_key(cell) for cell in table.head[-1] if not is_blank(cell)} <= set(INPUT.names):
        return True
    head = list(table.head)
    with suppress(UserError):  # a broken row makes it no form
        head.extend(cells for _, cells in islice(table.rows, HEADER_ROWS))
    return find_header(head, default_layouts()) is None


def _tables(path: str, suffix: str) -> _Table:
    """Return the table in a CSV or XLSX file; raises UserError where there is none."""
    titles, name = load_titles(), shown(path)
    found = _in_csv(path, titles) if suffix in CSV else _in_xlsx(path, titles)
    if isinstance(found, _Table):
        return found
    raise no_texts(found, name)


def _found(rows: Iterator[Row], titles: Titles) -> _Table | Cells:
    """Return the table that begins in one of the first *rows*; the cells of the first filled one where none has texts."""
    head: list[Cells] = []
    for _, cells in islice(rows, HEADER_ROWS):
        head.append(cells)
        at = places_of(cells, titles)
        if "text" in at:
            return _Table(head, at, rows)
    filled = ([cell for cell in cells if not is_blank(cell)] for cells in head)
    return next(filter(None, filled), [])


def _in_csv(path: str, titles: Titles) -> _Table | Cells:
    """Return the table that the separator brings out which gives the most columns, else the headings that were seen."""
    source = text_in(path)
    seen: list[Cells] = []
    best: _Table | None = None
    fault: UserError | None = None
    for separator in _SEPARATORS:
        try:
            found = _found(_records(record_texts(source, separator), separator), titles)
        except UserError as error:  # quotation marks make no sense with this one
            fault = error
            continue
        if not isinstance(found, _Table):
            seen.append(found)
        elif best is None or len(found.at) > len(best.at):
            best = found
    if best is not None:
        return best._replace(rows=_even(best, source.path))
    if not seen and fault is not None:
        raise fault
    return max(seen, key=len)


def _records(texts: Iterable[str], separator: str) -> Iterator[Row]:
    for number, text in enumerate(texts, 1):
        cells = next(csv.reader([text], delimiter=separator, strict=True), [])
        yield number, cells


def _even(table: _Table, path: str) -> Iterator[Row]:
    """Yield the rows of a CSV table; raises UserError where a text is beyond the last heading: one before it was cut up."""
    width = len(table.head[-1])
    for number, cells in table.rows:
        if len(cells) > width and any(not is_blank(cell) for cell in cells[width:]):
            message = Said(
                f"baris tabel ke-{number} memuat {len(cells)} sel, padahal judulnya {width}; apit teks yang memuat "
                "pemisah dengan tanda kutip ganda",
                f"row {number} of the table has {len(cells)} cells under {width} headings; put a text that holds the "
                "separator in double quotation marks",
            )
            raise UserError(message, path=path)
        yield number, cells


def _in_xlsx(path: str, titles: Titles) -> _Table | Cells:
    """Return the table on the first visible sheet that has one, else the headings that were seen."""
    data, name = read_bytes(path), shown(path)
    looks = look(data, name)
    seen: Cells = ()
    with _opened(data, name) as book:
        for about in book.sheets_metadata:
            if about.typ == calamine.SheetTypeEnum.WorkSheet and about.visible == calamine.SheetVisibleEnum.Visible:
                rows = _sheet(book.get_sheet_by_name(about.name), looks.get(about.name) or SheetLook({}))
                found = _found(rows, titles)
                if isinstance(found, _Table):
                    return found
                seen = seen or found
    return seen


@contextmanager
def _opened(data: bytes, path: str) -> Iterator[Any]:
    try:
        yield calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except (calamine.CalamineError, OSError, ValueError):
        raise UserError(BROKEN, path=path) from None


def _sheet(sheet: Any, known: SheetLook) -> Iterator[Row]:
    """Yield the rows of a sheet as they are shown; ``iter_rows`` begins with the first row and the first filled column."""
    left = sheet.start[1] if sheet.start else 0
    for n, values in enumerate(sheet.iter_rows()):
        yield (
            n + 1,
            [
                value if isinstance(value, str) else as_shown(value, known.formats.get((n, left + column), ""))
                for column, value in enumerate(values)
            ],
        )


def _batch(rows: Sequence[Row], at: Mapping[str, int]) -> pa.RecordBatch:
    """Return *rows* as INPUT; a blank cell is null."""
    filled = [row for row in rows if not all(map(is_blank, row[1]))]

    def column(name: str) -> list[str | None]:
        place = at.get(name)
        if place is None:
            return [str(number) for number, _ in filled] if name == "id" else [None] * len(filled)
        cells = [cells[place] if place < len(cells) and not is_blank(cells[place]) else None for _, cells in filled]
        return [plain_name(cell) for cell in cells] if name in NAMES else cells

    return pa.RecordBatch.from_pydict({name: column(name) for name in INPUT.names}, schema=INPUT)


_ANOTHER = Said(
    "tabel teks dibaca dari .csv, .tsv, .xlsx, atau .parquet",
    "tables of texts are read from .csv, .tsv, .xlsx or .parquet",
)
