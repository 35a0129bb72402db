"""Files that would harm, or that are not what they say: one clear line each, in bounded memory, and the process lives."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import xlwt
from reportlab.pdfgen.canvas import Canvas

from linter.documents.read import read_data, read_path
from linter.model import Document, NotChecked

Make = Callable[[], bytes]
HEADINGS = ("RENCANA HASIL KERJA", "INDIKATOR", "TARGET")
MOST_MEMORY = 300


def book(sheets: int = 1) -> bytes:
    made = openpyxl.Workbook()
    for n in range(sheets):
        sheet = made.active if n == 0 else made.create_sheet(f"S{n}")
        sheet.append(HEADINGS)
        sheet.append((f"Arsip {n} tertata", "Jumlah arsip", "12 boks"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes], data: bytes | None = None) -> bytes:
    """Return a workbook in which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or book())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def bomb() -> bytes:
    return with_part(SHEET, lambda old: old.replace(b"</sheetData>", b" " * (300 << 20) + b"</sheetData>"))


def far_cell() -> bytes:
    cell = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    return with_part(SHEET, lambda old: old.replace(b"</sheetData>", cell))


def million_rows() -> bytes:
    row = b"<row>" + b'<c t="inlineStr"><is><t>Arsip tertata</t></is></c>' * 3 + b"</row>"
    return with_part(SHEET, lambda old: old.replace(b"</sheetData>", row * 1_000_000 + b"</sheetData>"))


def million_named_rows() -> bytes:
    def rows(old: bytes) -> bytes:
        made = b"".join(
            b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>1</v></c></row>' % (n, n, n) for n in range(3, 1_000_001)
        )
        return old.replace(b"</sheetData>", made + b"</sheetData>")

    return with_part(SHEET, rows)


def entities() -> bytes:
    return with_part(SHEET, lambda old: ENTITIES + old)


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4096)


def truncated() -> bytes:
    return book()[:-400]


def ods(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return out.getvalue()


def wide_ods() -> bytes:
    cell = '<t:table-cell t:number-columns-repeated="16384"><x:p>a</x:p></t:table-cell>'
    row = f'<t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row>'
    return ods(f'<o xmlns:t="urn:t" xmlns:x="urn:x"><t:table t:name="S">{row}</t:table></o>'.encode())


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def scan() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    return out.getvalue()


CASES: list[tuple[str, Make, str]] = [
    ("bom.xlsx", bomb, "terlalu besar bila dibuka"),
    ("jauh.xlsx", far_cell, "terlalu luas"),
    ("sejuta.xlsx", million_rows, "terlalu besar bila dibuka"),
    ("sejuta-bernama.xlsx", million_named_rows, "terlalu"),
    ("entitas.xlsx", entities, "entitas XML"),
    ("sandi.xlsx", locked, "dikunci sandi"),
    ("sandi.docx", locked, "dikunci sandi"),
    ("potong.xlsx", truncated, "rusak"),
    ("potong.docx", lambda: word()[:-300], "rusak"),
    ("kosong.xlsx", lambda: b"", "rusak"),
    ("kosong.pdf", lambda: b"", "rusak"),
    ("teks.xlsx", lambda: b"Arsip tertata\n", "rusak"),
    ("teks.pdf", lambda: b"Arsip tertata\n", "rusak"),
    ("web.xls", lambda: b"<html><table><tr><td>RHK</td></tr></table></html>", "halaman web"),
    ("baru.xls", book, "ubah namanya menjadi .xlsx"),
    ("rusak.xls", locked, "rusak"),
    ("buku.docx", book, "bukan dokumen Word"),
    ("entitas.docx", lambda: with_part("word/document.xml", lambda old: ENTITIES + old, word()), "entitas XML"),
    ("entitas.ods", lambda: ods(ENTITIES + b"<o/>"), "entitas XML"),
    ("lebar.ods", wide_ods, "terlalu luas"),
    ("pindai.pdf", scan, "tidak memuat teks"),
]


@pytest.mark.parametrize(("name", "make", "said"), CASES, ids=[name for name, _, _ in CASES])
def test_one_clear_line(name: str, make: Make, said: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(make())
    (found,) = read_path(str(file))
    assert isinstance(found, NotChecked), found
    assert found.fatal
    assert said in found.reason.id
    assert "\n" not in found.reason.id


STATUS = Path("/proc/self/status")


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="this system does not tell the memory of a process")
@pytest.mark.parametrize("name", ["bom.xlsx", "jauh.xlsx", "sejuta.xlsx", "sejuta-bernama.xlsx", "lebar.ods"])
def test_in_bounded_memory_with_exit_2(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(next(make for known, make, _ in CASES if known == name)())
    code = (
        "import sys; from linter.cli import main; code = main(['check', sys.argv[1]])\n"
        f"print([l.split()[1] for l in open({str(STATUS)!r}) if l.startswith('VmHWM')][0], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert int(done.stderr.split()[-1]) >> 10 <= MOST_MEMORY


def test_macros_are_never_looked_at() -> None:
    data = with_part("xl/vbaProject.bin", lambda _: b"\xff" * 64)
    (found,) = read_data(data, "makro.xlsm")
    assert isinstance(found, Document)
    assert [item.text for item in found.items] == ["Arsip 0 tertata", "Jumlah arsip", "12 boks"]


def test_three_hundred_sheets_are_read() -> None:
    (found,) = read_data(book(300), "banyak.xlsx")
    assert isinstance(found, Document)
    assert [item.text for item in found.items if item.part == "rencana_kinerja"] == [
        f"Arsip {n} tertata" for n in range(300)
    ]


def test_an_old_workbook_is_read_in_a_process_of_its_own() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("SKP")
    for n, row in enumerate([HEADINGS, ("Arsip tertata", "Jumlah arsip", "12 boks")]):
        for column, cell in enumerate(row):
            sheet.write(n, column, cell)
    out = io.BytesIO()
    made.save(out)
    (found,) = read_data(out.getvalue(), "lama.xls")
    assert isinstance(found, Document)
    assert [(item.text, item.at) for item in found.items][:1] == [
        ("Arsip tertata", {"sheet": "SKP", "cell": "A2", "line": 1})
    ]
