"""The counts of a batch as a workbook, to filter and to reckon with: every text a text, every number a number."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from linter.io.ours import XLSX_MARK
from linter.io.writable import writable
from linter.model.batch import Batch, DocumentLine, Named
from linter.report.batchreport import listed
from linter.report.batchreport.definitions import definitions
from linter.report.batchreport.figures import CLASSES, by_name, by_notes, note_shares, quartiles, share, units_of
from linter.report.batchreport.headline import basis, figures, headline, mandatory
from linter.report.batchreport.numbers import Numbers
from linter.report.batchreport.table import Cell, Column, Table, Telling, telling
from linter.report.harmless import harmless
from linter.report.layout import wrap
from linter.report.notes import one_line
from linter.report.xlsx import EPOCH, SHEET_ROWS, cell_text

_FORMATS = {
    "whole": {"num_format": "#,##0"},
    "figure": {"num_format": "#,##0", "align": "left"},
    "tenths": {"num_format": "#,##0.0"},
    "share": {"num_format": "0%"},
}
_LINE = 15.0
"""The height of a line in points."""
_LINES = 27
"""Lines that a row can be high."""


def to_xlsx(batch: Batch, *, lang: str, sheet_rows: int = SHEET_ROWS) -> bytes:
    """Return the workbook in Indonesian or, for *lang* "en", in English; the same batch gives the same bytes.

    What does not fit into *sheet_rows* rows of a sheet is counted in its last one.
    """
    told, file = telling(lang), io.BytesIO()
    texts = told.texts
    book = _Book(file, told, sheet_rows)
    book.summary(batch)
    book.sheet("sheet_units", _counts(batch.units, "unit", told))
    book.sheet("sheet_levels", _counts(batch.levels, "level", told))
    book.sheet("sheet_rules", _rules(batch, told))
    book.sheet("sheet_cross", _cross(batch, told), shaded=2)
    book.sheet("sheet_documents", _documents(batch.documents, told))
    book.sheet("sheet_doubtful", listed.doubtful(batch.doubtful, told))
    book.sheet("sheet_alike", listed.alike(batch.alike, told))
    book.sheet("sheet_left", listed.left(batch.left, told))
    book.close(texts["title"], batch.basis.engine)
    return file.getvalue()


class _Book:
    """Writes tables as sheets: headings that stay in sight and filter, and formats for texts and numbers."""

    def __init__(self, file: io.BytesIO, told: Telling, sheet_rows: int) -> None:
        self._told = told
        self._sheet_rows = sheet_rows
        self._book = Workbook(file, {"in_memory": True})
        top = {"valign": "top"}
        head = {**top, "bold": True, "bottom": 1, "text_wrap": True, "quote_prefix": True}
        self._head: Format = self._book.add_format(head)
        self._number_head: Format = self._book.add_format({**head, "align": "right"})
        self._title: Format = self._book.add_format({**top, "bold": True, "font_size": 14, "quote_prefix": True})
        self._strong: Format = self._book.add_format({**top, "bold": True, "quote_prefix": True, "text_wrap": True})
        self._text: Format = self._book.add_format({**top, "quote_prefix": True, "text_wrap": True})
        self._line: Format = self._book.add_format({**top, "quote_prefix": True})
        self._numbers: dict[str, Format] = {
            kind: self._book.add_format({**top, **more}) for kind, more in _FORMATS.items()
        }

    def sheet(self, name: str, table: Table, *, shaded: int = 0) -> None:
        """Add a sheet with a table; columns from *shaded* on are the darker the greater their numbers."""
        sheet: Worksheet = self._book.add_worksheet(self._told.texts[name])
        for n, column in enumerate(table.columns):
            sheet.set_column(n, n, column.width)
            sheet.write_string(0, n, _clean(column.title), self._head if column.kind == "text" else self._number_head)
        _heighten(sheet, 0, [column.title for column in table.columns], table.columns)
        for n, row in enumerate(self._kept(table.rows), 1):
            self._row(sheet, n, row, table.columns)
        last = min(len(table.rows), self._sheet_rows - 1)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, last, len(table.columns) - 1)
        if shaded and last and len(table.columns) > shaded:
            scale = {"type": "2_color_scale", "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
            colours = {"min_color": "#FFFFFF", "max_color": "#86B4DA"}
            sheet.conditional_format(1, shaded, last, len(table.columns) - 1, {**scale, **colours})
        _print(sheet)

    def summary(self, batch: Batch) -> None:
        """Add the sheet that says how the batch stands, what it was judged by, and what every number means."""
        told, texts = self._told, self._told.texts
        sheet: Worksheet = self._book.add_worksheet(texts["sheet_summary"])
        sheet.set_column(0, 0, 36)
        sheet.set_column(1, 1, 90)
        numbers = Numbers(told.lang)
        opening = (texts["title"], headline(batch, told, numbers), mandatory(batch, told, numbers), texts["judges"])
        for n, line in enumerate(filter(None, opening)):
            sheet.write_string(n, 0, _clean(line), self._title if n < 2 else self._line)
        meanings = Table(texts["meaning"], (told.text("item", 36), told.text("meaning", 90)), definitions(told.lang))
        at = 5
        for table in (figures(batch, told), basis(batch, told), meanings):
            sheet.write_string(at, 0, _clean(table.title), self._strong)
            for n, row in enumerate(table.rows, at + 1):
                self._row(sheet, n, row, table.columns)
            at += len(table.rows) + 2
        _print(sheet)

    def close(self, title: str, engine: str) -> None:
        """Finish the workbook, with the mark by which a report of ours is known."""
        self._book.set_custom_property(XLSX_MARK, engine)
        self._book.set_properties({"title": title, "created": EPOCH})
        self._book.close()

    def _kept(self, rows: tuple[tuple[Cell, ...], ...]) -> Iterable[tuple[Cell, ...]]:
        """Return the rows that a sheet holds below its heading; the last one counts what it does not."""
        room = self._sheet_rows - 1
        if len(rows) <= room:
            return rows
        more = len(rows) - room + 1
        return (*rows[: room - 1], (self._told.texts["and_more"].format(n=more),))

    def _row(self, sheet: Worksheet, at: int, row: tuple[Cell, ...], columns: tuple[Column, ...]) -> None:
        for n, (value, column) in enumerate(zip(row, columns, strict=False)):
            if isinstance(value, str):
                sheet.write_string(at, n, _clean(value), self._text)
            elif value is not None:
                sheet.write_number(at, n, value, self._numbers[column.kind])
        _heighten(sheet, at, row, columns)


def _clean(text: str) -> str:
    return cell_text(harmless(writable(one_line(text))))


def _heighten(sheet: Worksheet, at: int, row: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Make a row as high as its longest text needs: LibreOffice does not do it by itself, and Excel need not any more."""
    texts = ((cell, column.width) for cell, column in zip(row, columns, strict=False) if isinstance(cell, str))
    lines = max((len(wrap(text, max(1, width - 2))) for text, width in texts if len(text) > width - 2), default=1)
    if lines > 1:
        sheet.set_row(at, _LINE * min(lines, _LINES))


def _print(sheet: Worksheet) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _counts(named: Iterable[Named], name: str, told: Telling) -> Table:
    """Return all counts of units or of levels, which *name* says; fewer than five documents have no spread."""
    texts, severities = told.texts, told.words.severity
    columns = (
        told.text(name, 36), told.number("documents"), told.number("statements"), told.number("clean"),
        told.number("clean_share", "share"), told.number("mandatory"),
        *(Column(one, "whole", 13) for one in (*told.classes, *severities.values())), *told.spread(),
    )  # fmt: skip
    rows = (
        (
            one.name or texts[f"no_{name}"],
            one.counts.documents,
            one.counts.statements,
            one.counts.clean,
            share(one.counts.clean, one.counts.statements) if one.counts.statements else None,
            one.counts.mandatory,
            *(one.counts.classes.get(class_, 0) for class_ in CLASSES),
            *(one.counts.severities.get(severity, 0) for severity in severities),
            *(quartiles(one.counts) or (None, None, None)),
        )
        for one in by_name(named)
    )
    return Table("", columns, tuple(rows))


def _documents(lines: Iterable[DocumentLine], told: Telling) -> Table:
    """Return the documents in the order of reading, each with its file and how it stands."""
    severities = told.words.severity
    columns = (
        told.text("document", 12), told.text("path", 48), told.text("unit", 36), told.text("posts", 36), told.text("level", 18),
        told.number("statements"), told.number("clean"), told.number("mandatory"),
        *(Column(one, "whole", 13) for one in severities.values()), told.number("index", "tenths"),
    )  # fmt: skip
    rows = (
        (
            one.name, one.path, told.unit(one.unit), one.post, one.level, one.statements, one.clean, one.mandatory,
            *(one.notes.get(severity, 0) for severity in severities), one.index,
        )
        for one in lines
    )  # fmt: skip
    return Table("", columns, tuple(rows))


def _rules(batch: Batch, told: Telling) -> Table:
    """Return all rules that have notes, those with most first."""
    columns = (
        told.text("code", 10), told.text("name", 28), told.text("about", 60), told.text("severity", 22),
        told.text("force", 14), told.number("notes"), told.number("documents"),
        told.number("document_share", "share"), told.number("units"),
    )  # fmt: skip
    severities, forces = told.words.severity, told.words.force
    rows = (
        (
            one.code,
            one.name,
            one.title,
            severities.get(one.severity, one.severity),
            forces.get(one.force, one.force),
            one.notes,
            one.documents,
            share(one.documents, batch.total.documents),
            one.units,
        )
        for one in by_notes(batch)
    )
    return Table("", columns, tuple(rows))


def _cross(batch: Batch, told: Telling) -> Table:
    """Return for each unit and rule the share of documents that have the note; the small units are one row together."""
    lines, units = by_notes(batch), units_of(batch.units)
    codes = [line.code for line in lines]
    named = [(told.unit(unit.name), unit.counts) for unit in units.shown]
    if units.small_drawn:
        named.append((told.texts["small"].format(n=units.small.units), units.small.counts))
    columns = (
        told.text("unit", 36), told.number("documents"),
        *(told.share(f"{line.code} {line.name}") for line in lines),
    )  # fmt: skip
    return Table("", columns, tuple((name, one.documents, *note_shares(one, codes)) for name, one in named))
