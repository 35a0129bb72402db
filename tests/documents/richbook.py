"""Builds workbooks with all that users put beside a table, and looks into what became of them."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree

import openpyxl
import xlsxwriter

from linter.model import ListedRow, Listing, Marking, Remark

HEADINGS = ("NO", "RENCANA HASIL KERJA", "INDIKATOR", "TARGET")
SHEET, SECOND = "SKP", "Data Capaian"
COMMENT = "Mohon dicek lagi.\n\nTerima kasih"
PERSON = "Pegawai Contoh"


def picture() -> io.BytesIO:
    """Return a grey picture of 2 × 2 pixels."""
    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00\x80\x80" * 2)), (b"IEND", b""))
    made = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(made))


def rich_book(sheet: str = SHEET, *, macros: bool = False) -> bytes:
    """Return a form with a text box, pictures, sparklines, choices, a chart, formulas, a comment, merged cells and more."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    if macros:
        book.add_vba_project(io.BytesIO(b"macros of the user"), is_stream=True)
    form, data = book.add_worksheet(sheet), book.add_worksheet(SECOND)
    bordered = book.add_format({"border": 1, "text_wrap": True})
    form.write_row("A1", HEADINGS, book.add_format({"bold": True, "bg_color": "#DDDDDD"}))
    for n in range(1, 6):
        form.write_row(n, 0, (n, f"Arsip {n} tertata", f"Persentase arsip {n} tertata", "90%"), bordered)
    form.merge_range("B7:C8", "Laporan keuangan tersusun", bordered)
    form.write_formula("E2", "=SUM(A2:A6)", None, 15)
    form.write_comment("B2", COMMENT, {"author": PERSON, "x_scale": 1.5})
    form.insert_textbox("G2", "Catatan di kotak teks")
    form.insert_image("G12", "logo.png", {"image_data": picture()})
    form.set_header("&L&G", {"image_left": "header.png", "image_data_left": picture()})
    form.add_sparkline("F2", {"range": f"'{SECOND}'!A1:A5"})
    form.data_validation("D2:D6", {"validate": "list", "source": ["90%", "100%"]})
    form.conditional_format("A2:A6", {"type": "cell", "criteria": ">", "value": 3, "format": bordered})
    form.write_url("H1", "https://example.org/")
    form.autofilter("A1:D6")
    data.write_column("A1", (3, 1, 4, 1, 5))
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{SECOND}'!$A$1:$A$5"})
    data.insert_chart("C2", chart)
    book.define_name("Capaian", f"='{SECOND}'!$A$1:$A$5")
    book.close()
    return out.getvalue()


def plain_book(sheet: str = SHEET, cells: Mapping[str, str] | None = None) -> bytes:
    """Return a form as openpyxl writes it, with nothing beside its table."""
    book = openpyxl.Workbook()
    form = book.active
    form.title = sheet
    form.append(HEADINGS)
    form.append((1, "Arsip tertata", "Persentase arsip tertata", "90%"))
    for cell, text in (cells or {}).items():
        form[cell] = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def marking(
    *cells: tuple[str, str] | tuple[str, str, str],
    sheet: str = SHEET,
    title: str = "Catatan skplint",
    choices: Mapping[int, tuple[str, ...]] | None = None,
) -> Marking:
    """Return a marking with a remark at each of *cells*: its cell, its severity, and its text where that matters."""
    remarks = tuple(
        Remark(
            {"sheet": sheet, "cell": c[0], "line": 1}, c[1], f"Judul {c[0]}", c[2] if len(c) > 2 else f"Saran {c[0]}"
        )
        for c in cells
    )
    rows = tuple(ListedRow((str(r.at["cell"]), r.title, r.text, ""), r.at, r.severity) for r in remarks)
    listing = Listing(
        title,
        ("3 dari 9 rumusan tanpa catatan",),
        ("Tempat", "Catatan", "Saran", "Putusan"),
        (16, 30, 60, 12),
        (*rows, ListedRow(("Dokumen", "Judul", "Saran", ""), None, "info")),
        {3: ("Terima", "Tolak")} if choices is None else choices,
    )
    return Marking("skplint", "— Catatan skplint —", remarks, listing)


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rebuilt(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return the package with its parts changed."""
    changed = parts(data)
    change(changed)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in changed.items():
            archive.writestr(name, content)
    return out.getvalue()


def opened(data: bytes) -> openpyxl.Workbook:
    """Return the workbook as openpyxl reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know sparklines
        return openpyxl.load_workbook(io.BytesIO(data))


def comments(data: bytes, sheet: str = SHEET) -> dict[str, tuple[str, str]]:
    """Return author and text of each comment of a sheet by its cell."""
    cells = (cell for row in opened(data)[sheet] for cell in row if cell.comment)
    return {cell.coordinate: (cell.comment.author, cell.comment.text) for cell in cells}


def colours(data: bytes, sheet: str = SHEET) -> dict[str, tuple[str, str]]:
    """Return the cells and the colour of each conditional format of ours by its severity."""
    found = {}
    for cells, rules in opened(data)[sheet].conditional_formatting._cf_rules.items():
        for rule in rules:
            severity = re.search('"skplint:(.*)"', "".join(rule.formula))
            if severity:
                found[severity[1]] = (str(cells.sqref), rule.dxf.fill.bgColor.rgb)
    return found


def order(part: bytes) -> Sequence[str]:
    """Return the names of the elements of a worksheet in their order."""
    return [child.tag.rpartition("}")[2] for child in ElementTree.fromstring(part)]
