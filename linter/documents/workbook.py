"""Reads workbooks (XLSX and the like) as sheets of cell texts, with merged cells and numbers as they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from typing import Any

import python_calamine as calamine

from linter.documents.forms import read_sheets
from linter.documents.layouts import Layouts
from linter.documents.numberformat import shown
from linter.documents.sheets import Row, Sheet, in_workbook, lists_notes
from linter.documents.xlsapart import sheets_apart
from linter.documents.xlsxguard import BROKEN, SheetLook, look
from linter.model import Document, NotChecked, Said, UserError


def read_xlsx(data: bytes, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in an XLSX workbook, and what of it was passed over.

    ``at`` of an item is the name of its sheet, its cell ("C11") and the line within the cell. Macros are never looked at.
    Raises UserError for a file that is broken, locked, or would harm.
    """
    looks = look(data, path)
    book = _opened(data, path)
    sheets: list[Sheet] = []
    for about in book.sheets_metadata:
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if about.visible != calamine.SheetVisibleEnum.Visible:
            yield NotChecked(path, _hidden(about.name), fatal=False)
            continue
        known = looks.get(about.name) or SheetLook({})
        rows = _rows(book, about.name, known, path)
        if lists_notes(rows):
            continue
        if known.uncalculated:
            yield NotChecked(path, _uncalculated(about.name, known.uncalculated))
        if known.faulty:
            yield NotChecked(path, _faulty(about.name, known.faulty))
        sheets.append(Sheet(about.name, rows, in_workbook(about.name)))
    yield from read_sheets(sheets, layouts, path, "xlsx")


def read_xls(data: bytes, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in an old workbook (XLS), with places as in XLSX.

    It is taken apart in a process of its own, with bounds on its memory and time, since nothing can look into it before.
    The formats of its numbers are not known: 90% reads as 0,9.
    """
    sheets = []
    for name, visible, rows in sheets_apart(data, path):
        sheet = Sheet(name, [Row(n + 1, cells) for n, cells in enumerate(rows)], in_workbook(name))
        if visible and not lists_notes(sheet.rows):
            sheets.append(sheet)
        elif not visible:
            yield NotChecked(path, _hidden(name), fatal=False)
    yield from read_sheets(sheets, layouts, path, "xls")


def notes_sheets(data: bytes, path: str, titles: Collection[str]) -> frozenset[str]:
    """Return the names of the sheets of an XLSX workbook that list notes of ours: their first text is one of *titles*.

    Raises UserError for a file that is broken or locked.
    """
    book = _opened(data, path)
    named = [about.name for about in book.sheets_metadata if about.typ == calamine.SheetTypeEnum.WorkSheet]
    return frozenset(name for name in named if lists_notes(_rows(book, name, SheetLook({}), path), titles))


def _opened(data: bytes, path: str) -> Any:
    try:
        return calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except calamine.PasswordError:
        raise UserError(_LOCKED, path=path) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise UserError(BROKEN, path=path) from None


def _rows(book: Any, name: str, known: SheetLook, path: str) -> list[Row]:
    try:
        sheet = book.get_sheet_by_name(name)
        table, merged = sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or ()
    except (calamine.CalamineError, OSError, ValueError):
        raise UserError(BROKEN, path=path) from None
    covered: dict[int, set[int]] = {}
    for (top, left), (bottom, _) in merged:
        for row in range(top + 1, min(bottom + 1, len(table))):
            covered.setdefault(row, set()).add(left)
    codes, rows = known.formats, list[Row]()
    for n, values in enumerate(table):
        cells = [v if isinstance(v, str) else shown(v, codes.get((n, column), "")) for column, v in enumerate(values)]
        rows.append(Row(n + 1, cells, frozenset(covered.get(n, ()))))
    return rows


def _hidden(name: str) -> Said:
    return Said(f"lembar tersembunyi '{name[:60]}' tidak dibaca", f"the hidden sheet '{name[:60]}' is not read")


def _uncalculated(name: str, cells: Sequence[str]) -> Said:
    told = ", ".join(cells)
    return Said(
        f"lembar '{name[:60]}': sel {told} berisi rumus tanpa hasil; buka di Excel, lalu simpan sekali lagi",
        f"sheet '{name[:60]}': cell {told} holds a formula without a result; open it in Excel and save it again",
    )


def _faulty(name: str, cells: Sequence[str]) -> Said:
    told = ", ".join(cells)
    return Said(
        f"lembar '{name[:60]}': rumus pada sel {told} menghasilkan galat (#REF!, #N/A), jadi isinya tidak dibaca",
        f"sheet '{name[:60]}': the formula in cell {told} gives an error (#REF!, #N/A), so it is not read",
    )


_LOCKED = Said("berkas ini dikunci sandi", "this file is locked by a password")
