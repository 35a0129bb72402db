"""Writes the rows of a table as a file of each format, as programs write them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import docx
import openpyxl
from openpyxl.utils import range_boundaries
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

Rows = Sequence[Sequence[str]]


def _even(rows: Rows) -> list[list[str]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def to_csv(rows: Rows, merges: Sequence[str] = ()) -> bytes:
    """Return the rows as Excel with Indonesian settings writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(_even(rows))
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Rows, merges: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "SKP"
    for n, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if cell:
                sheet.cell(n, column, cell).data_type = "s"
    for merged in merges:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_ods(rows: Rows, merges: Sequence[str] = ()) -> bytes:
    spans = {}
    for merged in merges:
        left, top, right, bottom = range_boundaries(merged)
        spans[top, left] = (bottom - top + 1, right - left + 1)
    covered = {
        (r, c) for (top, left), (h, w) in spans.items() for r in range(top, top + h) for c in range(left, left + w)
    }
    lines = []
    for n, row in enumerate(_even(rows), 1):
        cells = []
        for column, cell in enumerate(row, 1):
            name = "covered-table-cell" if (n, column) in covered and (n, column) not in spans else "table-cell"
            height, width = spans.get((n, column), (1, 1))
            told = (
                f' table:number-rows-spanned="{height}" table:number-columns-spanned="{width}"'
                if height * width > 1
                else ""
            )
            texts = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n")) if cell else ""
            cells.append(f"<table:{name}{told}>{texts}</table:{name}>")
        lines.append(
            f'<table:table-row>{"".join(cells)}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        )
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0"'
        f' xmlns:text="{office}text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="SKP">{"".join(lines)}'
        '<table:table-row table:number-rows-repeated="1040000"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return out.getvalue()


def to_docx(rows: Rows, merges: Sequence[str] = ()) -> bytes:
    document = docx.Document()
    even = _even(rows)
    table = document.add_table(len(even), len(even[0]))
    for n, row in enumerate(even):
        for column, cell in enumerate(row):
            table.cell(n, column).text = cell
    for merged in merges:
        left, top, right, bottom = range_boundaries(merged)
        whole = table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))
        whole.text = even[top - 1][left - 1]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def to_pdf(rows: Rows, merges: Sequence[str] = ()) -> bytes:
    plain = getSampleStyleSheet()["BodyText"]
    plain.fontSize, plain.leading = 7, 8
    even = _even(rows)
    cells = [[Paragraph(escape(cell).replace("\n", "<br/>"), plain) if cell else "" for cell in row] for row in even]
    spans = []
    for merged in merges:
        left, top, right, bottom = range_boundaries(merged)
        spans.append(("SPAN", (left - 1, top - 1), (right - 1, bottom - 1)))
    width = 1100 / len(even[0])
    table = Table(
        cells,
        colWidths=[width] * len(even[0]),
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), *spans]),
    )
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=landscape(A3), leftMargin=30, rightMargin=30).build([table])
    return out.getvalue()


def to_md(rows: Rows, merges: Sequence[str] = ()) -> bytes:
    lines = [
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in row) + " |" for row in _even(rows)
    ]
    lines.insert(1, "|" + "---|" * len(_even(rows)[0]))
    return "\n".join(lines).encode()


WRITERS = {".csv": to_csv, ".xlsx": to_xlsx, ".ods": to_ods, ".docx": to_docx, ".pdf": to_pdf, ".md": to_md}
