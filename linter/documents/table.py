"""Reads the rows of an SKP table as items; shared by every format that can supply rows of cell texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from linter.documents.blanks import is_blank, is_placeholder, part_of
from linter.documents.headings import Cells, Columns, instruction
from linter.documents.layouts import Layouts, heading_key
from linter.documents.sheets import At, Row, Sheet
from linter.documents.stacked import Measure, measures_in
from linter.io.lines import split_lines
from linter.model import Item, Said, Silence, UserError, silence_of


@dataclass(slots=True)
class _State:
    """Where the reading stands: section, the rencana kinerja above, and the numbers given out."""

    section: str | None = None
    number: str = ""
    rk: str | None = None
    rk_id: str | None = None
    above: str | None = None
    above_id: str | None = None
    rks: int = 0
    aboves: int = 0
    measures: int = 0

    def forget(self) -> None:
        """Leave the rencana kinerja: what follows belongs to another."""
        self.number, self.rk, self.rk_id, self.above, self.above_id, self.measures = "", None, None, None, None, 0


class SkpTable:
    """Reads the data rows of the SKP tables of one document, one table after another.

    A row gives its rencana kinerja (once), the superior's, and aspect, indicator and target, one set for each line of a
    stacked cell. Ids: "rk1", "atasan1", "rk1.i1" with "rk1.i1.aspek" and "rk1.i1.target"; the parent of an indicator,
    aspect or target is its "rk1", that of "rk1" its "atasan1".
    """

    def __init__(self, layouts: Layouts, path: str) -> None:
        self._layouts = layouts
        self._path = path
        self._state = _State()

    def divide(self, said: str) -> None:
        """Take in what a dividing row says: utama or tambahan; what follows belongs to no rencana kinerja above it."""
        if said in ("utama", "tambahan"):
            self._state.section = said
        self._state.forget()

    def items(self, row: Row, columns: Columns, sheet: Sheet) -> Iterator[Item]:
        """Yield the items of a data row, in reading order.

        Raises UserError where the width of *sheet* is exact and there are texts beyond the last column.
        """
        if sheet.exact_width and any(not is_blank(cell) for cell in row.cells[columns.width :]):
            raise _too_wide(len(row.cells), columns.width, row.number, self._path)
        return map(sheet.placed, _row(row, columns, self._state, self._layouts, sheet.at))


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


def _row(data: Row, columns: Columns, state: _State, layouts: Layouts, at: At) -> Iterator[Item]:
    """Yield the items of one data row, in reading order."""
    row, cells = data.number, data.cells
    index = instruction(cells)
    if index is not None:
        yield Item(text=cells[index], part="pengisi", at=at(row, index + 1, 1), row=row, section=state.section)
        return
    kind = layouts.kinds.get(heading_key(columns.cell(cells, "jenis")[:40]))
    if kind and kind != state.section:
        state.section = kind
        state.forget()
    items = [*_statements(data, columns, state, at)]
    for measure in measures_in(cells, columns):
        items += _measure(row, measure, columns, state, at)
    silences = _silences(row, cells, columns, at)
    for item in sorted(items, key=lambda item: (item.at.get("line", 1), item.at.get("column", 1))):
        yield replace(item, silences=silences) if silences else item
    if not items:
        yield from (Item(text=s.text, part="baris", at=s.at, row=row, silences=(s,)) for s in silences)


def _silences(row: int, cells: Cells, columns: Columns, at: At) -> tuple[Silence, ...]:
    """Return the silences of a row, one for each line of its cell: "C001 -- alasan"; they hold for all texts of it."""
    column = columns.at.get(("abaikan", None), -1)
    lines = [(n, line) for n, line in split_lines(columns.cell(cells, "abaikan")) if not is_blank(line)]
    return tuple(silence_of(line, at(row, column + 1, n)) for n, line in lines if not is_placeholder(line))


def _statements(data: Row, columns: Columns, state: _State, at: At) -> Iterator[Item]:
    """Yield the rencana kinerja of a row and its superior's where they are new, and note them in the state.

    The superior's goes on where its cell is merged with the one above.
    """
    row, cells = data.number, data.cells
    text, number = columns.cell(cells, "rk"), columns.cell(cells, "no").strip()
    merged = columns.at.get(("rk_atasan", None)) in data.covered
    before = state.above, state.above_id
    numbered = not is_blank(number)
    new = not is_blank(text) and not (text == state.rk and (not numbered or number == state.number))
    if new or (is_blank(text) and numbered):
        state.forget()
        state.number = number
    if new:
        state.rks += 1
        state.rk, state.rk_id = text, f"rk{state.rks}"
        if merged:
            state.above, state.above_id = before
    above = columns.cell(cells, "rk_atasan")
    if not is_blank(above) and above != state.above:
        state.aboves += 1
        state.above, state.above_id = above, f"atasan{state.aboves}"
        yield _item(row, above, "rk_atasan", columns.at["rk_atasan", None], state, at, state.above_id)
    if new:
        column = columns.at["rk", None]
        yield _item(row, text, "rencana_kinerja", column, state, at, state.rk_id or "", parent=state.above_id)


def _item(
    row: int, text: str, part: str, column: int, state: _State, at: At, id_: str, parent: str | None = None
) -> Item:
    place = at(row, column + 1, 1)
    return Item(text=text, part=part_of(text, part), at=place, id=id_, row=row, parent=parent, section=state.section)


def _measure(row: int, measure: Measure, columns: Columns, state: _State, at: At) -> Iterator[Item]:
    """Yield aspect, indicator and target of one measure."""
    state.measures += 1
    id_ = f"{state.rk_id or f'r{row}'}.i{state.measures}"
    rk = state.rk if state.rk_id and state.rk is not None and part_of(state.rk, "") == "" else None
    for part, suffix, text, column in (
        ("aspek", ".aspek", measure.aspect_cell, columns.at.get(("aspek", None))),
        ("indikator", "", measure.indicator, columns.at.get(("indikator", measure.column_of))),
        ("target", ".target", measure.target_cell, columns.at.get(("target", measure.column_of))),
    ):
        if column is None or is_blank(text):
            continue
        yield Item(
            text=text,
            part=part_of(text, part),
            at=at(row, column + 1, measure.line),
            id=id_ + suffix,
            row=row,
            parent=state.rk_id,
            section=state.section,
            rk=rk,
            aspek=(measure.aspect or None) if part != "aspek" else None,
            target=(measure.target or None) if part == "indikator" else None,
        )
