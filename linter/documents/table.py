"""Reads the data rows of an SKP table as items; shared by every format that can supply rows of cell texts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from linter.documents.blanks import is_blank, is_placeholder
from linter.documents.headings import Cells, Columns, instruction
from linter.documents.layouts import Layouts, heading_key
from linter.documents.plan import Place, Plan
from linter.documents.sheets import At, Row, Sheet
from linter.documents.stacked import Measure, measures_in
from linter.io.lines import split_lines
from linter.model import Item, Said, Silence, UserError, silence_of


def row_items(row: Row, columns: Columns, plan: Plan, layouts: Layouts, sheet: Sheet, path: str) -> Iterator[Item]:
    """Yield the items of a data row, in reading order.

    A row gives its rencana kinerja (once), the superior's, and aspect, indicator and target, one set for each line of a
    stacked cell. Raises UserError where the width of *sheet* is exact and there are texts beyond the last column.
    """
    if sheet.exact_width and any(not is_blank(cell) for cell in row.cells[columns.width :]):
        raise _too_wide(len(row.cells), columns.width, row.number, path)
    return map(sheet.placed, _items(row, columns, plan, layouts, sheet.at))


def _items(row: Row, columns: Columns, plan: Plan, layouts: Layouts, at: At) -> Iterator[Item]:
    n, cells = row.number, row.cells
    index = instruction(cells)
    if index is not None:
        yield Item(text=cells[index], part="pengisi", at=at(n, index + 1, 1), row=n, section=plan.section)
        return
    kind = layouts.kinds.get(heading_key(columns.cell(cells, "jenis")[:40]))
    if kind and kind != plan.section:
        plan.divide(kind)
    if plan.asal != "pk":
        plan.asal = "katalog" if ("katalog", None) in columns.at else "sendiri"
    items = [*_statements(row, columns, plan, layouts, at)]
    for measure in measures_in(cells, columns):
        items += _measure(n, measure, columns, plan, at)
    silences = _silences(n, cells, columns, at)
    for item in sorted(items, key=lambda item: (item.at.get("line", 1), item.at.get("column", 1))):
        yield replace(item, silences=silences) if silences else item
    if not items:
        yield from (Item(text=s.text, part="baris", at=s.at, row=n, silences=(s,)) for s in silences)


def _silences(row: int, cells: Cells, columns: Columns, at: At) -> tuple[Silence, ...]:
    """Return the silences of a row, one for each line of its cell: "C001 -- alasan"; they hold for all texts of it."""
    column = columns.at.get(("abaikan", None), -1)
    lines = [(n, line) for n, line in split_lines(columns.cell(cells, "abaikan")) if not is_blank(line)]
    return tuple(silence_of(line, at(row, column + 1, n)) for n, line in lines if not is_placeholder(line))


def _statements(row: Row, columns: Columns, plan: Plan, layouts: Layouts, at: At) -> Iterator[Item]:
    """Yield the rencana kinerja of a row and its superior's where they are new.

    The superior's goes on where its cell is merged with the one above. It is missing where a sign says so ("-"), or where no
    row so far had one: a blank cell below another may go on with that.
    """
    cells = row.cells
    text, number = _statement(columns.cell(cells, "rk"), layouts), columns.cell(cells, "no").strip()
    numbered = not is_blank(number)
    new = not is_blank(text) and not (text == plan.rk and (not numbered or number == plan.number))
    if new or (is_blank(text) and numbered):
        before = plan.above, plan.above_id
        plan.forget()
        plan.number = number
        if new and columns.at.get(("rk_atasan", None)) in row.covered:
            plan.above, plan.above_id = before
    if new:
        plan.open(text)
    above = _statement(columns.cell(cells, "rk_atasan"), layouts)
    asks = ("rk_atasan", None) in columns.at and (is_placeholder(above) or (plan.above is None and not plan.served))
    plan.served = plan.served or not is_blank(above)
    if not is_blank(above) and above != plan.above:
        yield plan.superior(above, row.number, at(row.number, columns.at["rk_atasan", None] + 1, 1))
    if new:
        missing = asks and (is_blank(above) or is_placeholder(above))
        way = columns.cell(cells, "cascading").strip().lower()
        told = ({"atasan": ""} if missing else {}) | ({"cascading": way} if way else {})
        yield plan.statement(row.number, at(row.number, columns.at["rk", None] + 1, 1), told)


def _statement(cell: str, layouts: Layouts) -> str:
    """Return the statement of a cell without what some forms print below it: "Indikator: …", "(organisasi)"."""
    if "\n" not in cell:
        return cell
    lines = cell.split("\n")
    ends = (n for n, line in enumerate(lines[1:], 1) if heading_key(line.partition(":")[0]) in layouts.tails)
    return "\n".join(lines[: next(ends, len(lines))]).rstrip("\r\n ") if lines[0].strip() else cell


def _measure(row: int, measure: Measure, columns: Columns, plan: Plan, at: At) -> Iterator[Item]:
    def place(role: str, aspect: str | None) -> Place | None:
        column = columns.at.get((role, aspect))
        return None if column is None else at(row, column + 1, measure.line)

    texts = (
        ("aspek", measure.aspect_cell, place("aspek", None)),
        ("indikator", measure.indicator, place("indikator", measure.column_of)),
        ("target", measure.target_cell, place("target", measure.column_of)),
    )
    return plan.measure(row, measure.aspect, measure.target, texts)


def _too_wide(has: int, width: int, row: int, path: str) -> UserError:
    return UserError(
        Said(
            f"baris tabel {row} berisi {has} kolom, padahal judulnya {width}",
            f"row {row} of the table has {has} columns where there are {width} headings",
        ),
        path=path,
        hint=Said(
            "apit teks yang memuat pemisah kolom dengan tanda kutip ganda",
            "put a text that holds the separator of the columns in double quotes",
        ),
    )
