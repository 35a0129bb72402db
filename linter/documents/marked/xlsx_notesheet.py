"""The sheet that lists all notes of a workbook: a table to filter, with links to the cells, that prints on A4."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from linter.documents.marked.package import Element
from linter.documents.marked.xlsx_comments import escaped, plain
from linter.documents.marked.xlsx_grid import COLUMNS, ROWS, cell_of
from linter.documents.marked.xlsx_sheet import Vocabulary
from linter.documents.marked.xlsx_styles import COLOURS, Look, Styles
from linter.documents.sheets import letters
from linter.io.ours import NOTES_TITLES
from linter.io.writable import fitting
from linter.model import ListedRow, Listing

_NAMES = ("Catatan", "Notes")
_LONGEST_NAME = 31
_LONGEST_CHOICES = 255
_LINKS = 65_530
"""The most links that a sheet may have."""
_LINE, _HIGHEST = 15, 405
"""Points of a line of text, and the most that a row may have."""


def tab_name(title: str, taken: Collection[str]) -> str:
    """Return the name of the sheet for a listing with that *title*, which none of the names *taken* is."""
    name = _NAMES[1] if title == NOTES_TITLES[1] else _NAMES[0]
    used = {one.lower() for one in taken}
    n, free = 1, name
    while free.lower() in used:
        n += 1
        free = f"{name[: _LONGEST_NAME - 8]} ({n})"
    return free


def heading_row(listing: Listing) -> int:
    """Return the row (1-based) in which the headings of the table stand."""
    return len(listing.lead) + 3


def table_range(listing: Listing) -> str:
    """Return the cells of the table, headings and all, as absolute references."""
    head = heading_row(listing)
    last = min(head + len(listing.rows), ROWS)
    return f"$A${head}:${letters(max(len(listing.headings), 1))}${last}"


def notes_sheet(
    listing: Listing, places: Collection[str], styles: Styles, words: Vocabulary, kept: Sequence[Element]
) -> str:
    """Return the XML of the sheet; *places* are the names of the sheets that may be linked to.

    *kept* are elements of the sheet before it, in the order of the standard, which hold what the user drew or wrote on it.
    """
    head = heading_row(listing)
    rows = listing.rows[: ROWS - head]
    across = sum(listing.widths) or 80
    width = max(len(listing.headings), 1)
    big, lead = styles.cell(Look(bold=True, size=14, wrapped=False)), styles.cell(Look())
    lines = [_row(1, (plain(listing.title),), (big,), height=_LINE + 5)]
    for n, text in enumerate(listing.lead, 2):
        # programs fit no row to a merged cell, so its height is fixed
        lines.append(_row(n, (plain(text),), (lead,), height=_lines(text, across) * _LINE, fixed=True))
    merged = [f"A{n}:{letters(width)}{n}" for n in range(2, len(listing.lead) + 2)] if width > 1 else []
    title = styles.cell(Look(bold=True, line="thin"))
    high = max(map(_lines, listing.headings, listing.widths), default=1) * _LINE
    lines.append(_row(head, tuple(map(plain, listing.headings)), (title,) * width, height=high))
    lines += _table(listing, rows, head, places, styles)
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
            f'<worksheet xmlns="{words.main}" xmlns:r="{words.relation}">'
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{head}" topLeftCell="A{head + 1}"'
            ' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="{_LINE}"/>',
            _columns(listing.widths),
            f"<sheetData>{''.join(lines)}</sheetData>",
            f'<autoFilter ref="{table_range(listing).replace("$", "")}"/>',
            _group("mergeCells", [f'<mergeCell ref="{one}"/>' for one in merged]),
            _group("dataValidations", list(_choices(listing, head, len(rows)))),
            _group("hyperlinks", list(_links(rows, head, places))[:_LINKS], counted=False),
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
            "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>",
            *(_written(one, words) for one in kept),
            "</worksheet>",
        )
    )


def _table(
    listing: Listing, rows: Sequence[ListedRow], head: int, places: Collection[str], styles: Styles
) -> Iterator[str]:
    """Yield the rows below the headings; the first cell of each is filled by severity, and looks as a link where it is one."""
    cell = styles.cell(Look(line="hair"))
    firsts: dict[tuple[str, bool], int] = {}
    for n, row in enumerate(rows, head + 1):
        look = (COLOURS.get(row.severity, ""), bool(_location(row, places)))
        if look not in firsts:
            firsts[look] = styles.cell(Look(fill=look[0], link=look[1], line="hair"))
        cells = row.cells[:COLUMNS]
        high = max(map(_lines, cells, listing.widths), default=1) * _LINE
        yield _row(n, tuple(map(plain, cells)), (firsts[look], *(cell,) * (len(cells) - 1)), height=high)


def _lines(text: str, width: int) -> int:
    """Return how many lines *text* takes in a column of that *width*, about."""
    return sum(-(-max(len(line), 1) // max(width - 1, 1)) for line in text.split("\n"))


def _row(n: int, texts: Sequence[str], styles: Sequence[int], *, height: int, fixed: bool = False) -> str:
    tall = f' ht="{min(height, _HIGHEST)}"' + (' customHeight="1"' if fixed else "")
    cells = (_cell(f"{letters(column)}{n}", *told) for column, told in enumerate(zip(texts, styles, strict=False), 1))
    return f'<row r="{n}"{tall}>{"".join(cells)}</row>'


def _cell(place: str, text: str, style: int) -> str:
    if not text:
        return f'<c r="{place}" s="{style}"/>'
    written = escape(escaped(fitting(text)))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'


def _columns(widths: Sequence[int]) -> str:
    told = (f'<col min="{n}" max="{n}" width="{min(w, 255)}" customWidth="1"/>' for n, w in enumerate(widths, 1))
    return f"<cols>{''.join(told)}</cols>" if widths else ""


def _group(name: str, inner: Sequence[str], *, counted: bool = True) -> str:
    count = f' count="{len(inner)}"' if counted else ""
    return f"<{name}{count}>{''.join(inner)}</{name}>" if inner else ""


def _choices(listing: Listing, head: int, rows: int) -> Iterator[str]:
    """Yield what lets the reviewer choose; words that no such list can hold are not offered."""
    for column, words in sorted(listing.choices.items()):
        told = ",".join(words)
        if not rows or not words or any("," in word for word in words) or len(told) > _LONGEST_CHOICES:
            continue
        letter, formula = letters(column + 1), escape('"' + plain(told).replace('"', '""') + '"')
        yield (
            '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"'
            f' sqref="{letter}{head + 1}:{letter}{head + rows}"><formula1>{formula}</formula1></dataValidation>'
        )


def _links(rows: Sequence[ListedRow], head: int, places: Collection[str]) -> Iterator[str]:
    for n, row in enumerate(rows, head + 1):
        if row.cells and (location := _location(row, places)):
            yield f'<hyperlink ref="A{n}" location={quoteattr(location)}/>'


def _location(row: ListedRow, places: Collection[str]) -> str:
    """Return where the link of a row leads, "" where it is about no cell."""
    sheet, cell = (str(row.at.get(name, "")) for name in ("sheet", "cell")) if row.at else ("", "")
    return f"{quoted(sheet)}!{cell}" if sheet in places and cell_of(cell) else ""


def quoted(sheet: str) -> str:
    """Return the name of a sheet as it stands in a reference."""
    return "'" + sheet.replace("'", "''") + "'"


def _written(element: Element, words: Vocabulary) -> str:
    """Return an element that names a relationship (a drawing)."""
    name = element.tag.rpartition("}")[2]
    return f"<{name} r:id={quoteattr(words.id_of(element))}/>"
