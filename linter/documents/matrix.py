"""Reads a matrix of roles and results (Permen PANRB 8/2021, Lampiran hlm. 29) from the rows of a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.documents.blanks import is_blank, part_of
from linter.documents.headings import Cells, is_number_row
from linter.documents.identity import person_key
from linter.documents.layouts import Layouts, heading_key
from linter.documents.sheets import Row, Sheet
from linter.io.lines import split_lines
from linter.model import Item

_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s*\S")


class MatrixColumns(msgspec.Struct, frozen=True):
    """The heading row of a matrix: the columns (0-based) of posts and names, and the first one of the results.

    Where both are one column, ``named`` tells that the name stands first in it.
    """

    post: int
    name: int
    results: int
    named: bool = False


def matrix_columns(cells: Cells, layouts: Layouts) -> MatrixColumns | None:
    """Return the columns of a row that heads a matrix, else None."""
    found = {role: n for n, cell in reversed([*enumerate(cells)]) if (role := _role(cell, layouts))}
    results = found.get("results")
    person = next((found[role] for role in ("person", "post", "named", "name") if role in found), None)
    if results is None or person is None or person >= results:
        return None
    post, name = found.get("post", person), found.get("name", found.get("named", person))
    return MatrixColumns(post, name, results, named=post == name and not {"person", "post"} & found.keys())


def _role(cell: str, layouts: Layouts) -> str:
    key = heading_key(cell) if len(cell) < 160 else ""
    return layouts.matrix.get(key) or next(
        (role for title, role in layouts.matrix.items() if key.startswith(title)), ""
    )


class Matrix:
    """Reads row after row: first the unit's head, whose cells are the results, then those who contribute to them."""

    def __init__(self, columns: MatrixColumns, sheet: Sheet, above: Sequence[Row]) -> None:
        self._columns = columns
        self._sheet = sheet
        self._above = [row for row in above if len(_texts(row.cells)) == 1]
        self._heads: dict[int, str] = {}
        self._goals = self._results = self._persons = 0
        self._waits = True
        """Whether the next row with results is that of the head."""

    def begin(self) -> Iterator[Item]:
        """Yield the goal that stands right above the headings, if one does."""
        goals = [row for row in self._above if _NUMBERED.match(_texts(row.cells)[0][1])]
        if goals:
            yield self._goal(goals[-1])

    def rows(self, row: Row) -> Iterator[Item]:
        """Yield the items of *row*, in reading order."""
        texts = _texts(row.cells)
        if not texts or is_number_row(row.cells):
            return
        roles = [(n, text) for n, text in texts if n >= self._columns.results]
        if not roles:
            if len(texts) == 1 and _NUMBERED.match(texts[0][1]):
                yield self._goal(row)
                self._waits = True
            return
        if self._waits:
            self._waits, self._heads = False, {}
            for n, text in roles:
                self._results += 1
                self._heads[n] = f"h{self._results}"
                yield self._item(row, n, text, self._heads[n], None, {})
            return
        self._persons += 1
        about = self._about(row.cells)
        for n, text in roles:
            if n in self._heads:
                yield self._item(row, n, text, f"p{self._persons}.{self._heads[n]}", self._heads[n], about)

    def _goal(self, row: Row) -> Item:
        ((n, text),) = _texts(row.cells)
        self._goals += 1
        return self._sheet.placed(
            Item(
                text=text,
                part="sasaran",
                at=self._sheet.at(row.number, n + 1, 1),
                id=f"sasaran{self._goals}",
                row=row.number,
            )
        )

    def _item(self, row: Row, n: int, text: str, id_: str, parent: str | None, cells: dict[str, str]) -> Item:
        at, part = self._sheet.at(row.number, n + 1, 1), part_of(text, "sel_matriks")
        return self._sheet.placed(Item(text=text, part=part, at=at, id=id_, row=row.number, parent=parent, cells=cells))

    def _about(self, cells: Cells) -> dict[str, str]:
        """Return the post of a row, "" where it has none, and a key for the person; a name itself is never handed on."""
        columns = self._columns
        lines = [line.strip() for _, line in split_lines(_cell(cells, columns.post)) if not is_blank(line)]
        if columns.named:
            post, name = " ".join(lines[1:]), "".join(lines[:1])
        else:
            post = "".join(lines[:1])
            name = _cell(cells, columns.name) if columns.name != columns.post else " ".join(lines[1:])
        orang = person_key(name)
        return {"jabatan": post} | ({"orang": orang} if orang else {})


def _texts(cells: Cells) -> list[tuple[int, str]]:
    return [(n, cell) for n, cell in enumerate(cells) if not is_blank(cell)]


def _cell(cells: Cells, n: int) -> str:
    return cells[n] if n < len(cells) else ""
