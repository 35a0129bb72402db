"""Reads the rows of an SKP table as items; shared by every format that can supply rows of cell texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from msgspec.structs import replace

from linter.documents.blanks import is_blank, is_placeholder, part_of
from linter.documents.headings import (
    HEADER_ROWS,
    Cells,
    Columns,
    columns_of,
    divider,
    find_header,
    instruction,
    is_number_row,
    is_sub_heading,
    roles_in,
)
from linter.documents.layouts import Layouts, heading_key, heading_words
from linter.documents.stacked import Measure, measures_in
from linter.io.lines import split_lines
from linter.model import Item, Said, Silence, UserError, silence_of

Row = tuple[int, Cells]


class At(Protocol):
    """Makes the ``at`` of an item from row, column and line within the cell (all 1-based)."""

    def __call__(self, row: int, column: int, line: int) -> dict[str, int | str]: ...


@dataclass(slots=True)
class _State:
    """Where the reading stands: section, the rencana kinerja above, and the numbers given out."""

    section: str | None = None
    reading: bool = True
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


def table_items(
    rows: Iterable[Row], layouts: Layouts, at: At, *, path: str, exact_width: bool = False
) -> Iterator[Item]:
    """Yield the items of a table, row by row in reading order.

    *rows* are (row number, cells). A row gives its rencana kinerja (once), the superior's, and aspect, indicator and
    target, one set for each line of a stacked cell. Ids: "rk1", "atasan1", "rk1.i1" with "rk1.i1.aspek" and
    "rk1.i1.target"; the parent of an indicator, aspect or target is its "rk1", that of "rk1" its "atasan1".
    Raises UserError where no heading row is known within the first rows, and with *exact_width* for a row that has
    texts beyond the last column (a separator inside a text that is not quoted). No rows, no items.
    """
    stream = iter(rows)
    head = list(islice(stream, HEADER_ROWS))
    found = find_header([cells for _, cells in head], layouts)
    if found is None:
        if all(is_blank(cell) for _, cells in head for cell in cells):
            return
        raise unrecognised(head, layouts, path)
    state = _State()
    for _, cells in head[: found.index]:
        _divide(divider(cells, layouts), state)
    state.reading = True
    columns, titles, under_headings = found.columns, list(head[found.index][1]), True
    for row, cells in chain(head[found.index + 1 :], stream):
        again = found.columns if list(cells) == titles else columns_of(cells, layouts, fuzzy=False)
        if again:
            columns, under_headings, state.reading = again, True, True
            continue
        if is_number_row(cells) or (under_headings and is_sub_heading(cells, layouts)):
            continue
        said = divider(cells, layouts)
        if said:
            _divide(said, state)
        elif state.reading:
            if exact_width and any(not is_blank(cell) for cell in cells[columns.width :]):
                raise _too_wide(len(cells), columns.width, row, path)
            yield from _row(row, cells, columns, state, layouts, at)
        under_headings = under_headings and all(is_blank(cell) for cell in cells)


def unrecognised(head: Iterable[Row], layouts: Layouts, path: str) -> UserError:
    """Return the error for a table whose headings are not known.

    It repeats only cells made of words that headings have: another cell may hold the name of a person.
    """
    read = Said("", "")
    rows = [(len(roles_in(cells, layouts)), -row, cells) for row, cells in head if not all(map(is_blank, cells))]
    if rows:
        _, row, cells = max(rows, key=lambda entry: entry[:2])
        named = [cell for cell in cells if heading_words(cell) and set(heading_words(cell)) <= layouts.words]
        titles = ", ".join(f"'{' '.join(cell.split())[:60]}'" for cell in named)
        if titles:
            read = Said(f"; pada baris {-row} terbaca {titles}", f"; row {-row} reads {titles}")
    rk, indicator = layouts.names.get("rk", "rk"), layouts.names.get("indikator", "indikator")
    return UserError(
        Said(
            f"judul kolom tabel tidak dikenali{read.id}; perlu satu baris judul dengan kolom {rk} atau {indicator}",
            f"the column headings are not known{read.said('en')}; one row of headings with {rk} or {indicator} is needed",
        ),
        path=path,
        hint=Said(
            "daftar rumusan tanpa judul kolom dapat disimpan sebagai .txt, satu rumusan per baris",
            "a list of statements without headings can be saved as .txt, one statement on each line",
        ),
    )


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


def _divide(said: str | None, state: _State) -> None:
    """Take in what a dividing row says."""
    if said in ("utama", "tambahan"):
        state.section = said
    if said in ("utama", "tambahan", "hasil", "berhenti"):
        state.reading = said != "berhenti"
        state.forget()


def _row(row: int, cells: Cells, columns: Columns, state: _State, layouts: Layouts, at: At) -> Iterator[Item]:
    """Yield the items of one data row, in reading order."""
    index = instruction(cells)
    if index is not None:
        yield Item(text=cells[index], part="pengisi", at=at(row, index + 1, 1), row=row, section=state.section)
        return
    kind = layouts.kinds.get(heading_key(columns.cell(cells, "jenis")[:40]))
    if kind and kind != state.section:
        state.section = kind
        state.forget()
    items = [*_statements(row, cells, columns, state, at)]
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


def _statements(row: int, cells: Cells, columns: Columns, state: _State, at: At) -> Iterator[Item]:
    """Yield the rencana kinerja of a row and its superior's where they are new, and note them in the state."""
    text, number = columns.cell(cells, "rk"), columns.cell(cells, "no").strip()
    numbered = not is_blank(number)
    new = not is_blank(text) and not (text == state.rk and (not numbered or number == state.number))
    if new or (is_blank(text) and numbered):
        state.forget()
        state.number = number
    if new:
        state.rks += 1
        state.rk, state.rk_id = text, f"rk{state.rks}"
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
