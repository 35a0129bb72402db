"""CSV and XLSX: the rows, and that nothing in them becomes a formula."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from linter.documents.read import read_data, read_path
from linter.io.cells import guard_csv
from linter.io.ours import is_report
from linter.io.writable import CELL_UNITS
from linter.model import NotChecked
from linter.report.xlsx import Xlsx

FORMULAS = [
    "=1+1",
    "+62",
    "-5",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://x")',
    "＝1",
    "=cmd|' /C calc'!A0",
    "a,=1+1",
    "a;@b",
    "a\t-1",
]


@pytest.fixture
def rows(report, samples, validators):
    head, *rows = validators.table(report("csv", None, samples.UNCHECKED))
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_note_is_a_row(rows):
    assert rows[0] == {
        "Berkas": "draf/bendahara.txt",
        "Tempat": "baris 3",
        "Bagian": "rencana kinerja",
        "Teks": "1. Menyusun laporan keuangan bulanan tepat waktu",
        "Target": "",
        "Kelas": "aktivitas",
        "Keyakinan": "tinggi",
        "Hasil": "Perlu diperbaiki",
        "Kode": "C001",
        "Aturan": "verba-aktivitas",
        "Kutipan": "Menyusun",
        "Catatan": "Rumusan ini menyebut kegiatan (“Menyusun”). Apa yang dihasilkan, dan bagaimana mutunya?",
        "Mengapa": rows[0]["Mengapa"],
        "Dasar": "Materi evaluasi kinerja ASN 2025, bagian Kerja – Kinerja (pedoman)",
        "Contoh lebih baik": "Laporan keuangan bulanan tersaji <sesuai standar …> dan disampaikan tepat waktu\n"
        "Laporan keuangan bulanan disampaikan kepada <penerima> tepat waktu",
        "Alasan": "",
    }


def test_every_statement_has_a_row_and_says_how_it_came_out(rows):
    assert [row["Hasil"] for row in rows] == [
        "Perlu diperbaiki", "Sebaiknya diperbaiki", "Tanpa catatan", "Perlu diperbaiki", "Sebaiknya diperbaiki",
        "Sebaiknya diperbaiki", "Diabaikan", "Pertimbangkan", "Perlu diperbaiki", "Diabaikan",
        "Tanpa catatan", "Tanpa catatan", "Sebaiknya diperbaiki", "Pertimbangkan", "Tanpa catatan", "Pertimbangkan",
        "tidak ada rumusan di dalamnya", "Tidak dapat diperiksa", "Dilewati",
    ]  # fmt: skip


def test_a_waiver_and_a_refusal_have_their_reason(rows):
    assert [row["Alasan"] for row in rows if row["Alasan"]] == [
        "istilah baku instansi",
        "disepakati dengan pimpinan",
        "berkas dikunci dengan kata sandi; buka kuncinya lalu simpan sebagai salinan baru",
        "tidak ada tabel SKP di dalamnya",
    ]


def test_excel_with_indonesian_settings_opens_it(report):
    data = report("csv").encode()
    assert data.startswith('\ufeff"Berkas";"Tempat";"Bagian";'.encode())
    assert data.count(b"\r\n") == 18


def test_the_workbook_has_the_same_rows(report, workbook, samples, validators):
    table = validators.table(report("csv", None, samples.UNCHECKED))
    assert validators.workbook(workbook(None, samples.UNCHECKED)) == table
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(workbook(None, samples.UNCHECKED))).get_sheet_by_index(0)
    assert sheet.to_python() == table


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(report, workbook, samples, validators, text):
    note = samples.finding(text, text, "C001", text, "error", text, why=text, basis=(text,), suggestions=(text,))
    silent = samples.finding(text, text, "C001", text, "error", text, suppressed=text)
    at = {"sheet": text, "cell": text}
    documents = [
        (samples.document(text), [samples.statement(text, None, 0.9, None, [note, silent], at=at, target=text)])
    ]
    unchecked = [samples.NotChecked(text, samples.Said(text))]
    assert guard_csv(text) in [cell for row in validators.table(report("csv", documents, unchecked)) for cell in row]
    data = workbook(documents, unchecked)
    assert text in [cell for row in validators.workbook(data) for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert all(cell.quotePrefix for cell in sheet[2] if cell.value), "editing the cell must not make it a formula"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_report_is_not_taken_for_a_draft(report, workbook, tmp_path: Path, lang):
    text = report("csv", lang=lang)
    for name, data in (
        ("a.csv", text.encode()),
        ("saved-again.csv", text.removeprefix("\ufeff").replace('"', "").replace(";", ",").encode()),
        ("a.tsv", text.encode()),
        ("a.txt", report("teks", lang=lang).encode()),
        ("b.txt", report("ringkas", lang=lang).encode()),
        ("a.json", report("sarif", lang=lang).encode()),
        ("a.xlsx", workbook(lang=lang)),
    ):
        (tmp_path / name).write_bytes(data)
        assert is_report(str(tmp_path / name))
        (named,) = read_path(str(tmp_path / name))
        assert isinstance(named, NotChecked) and named.fatal and "skplint" in named.reason.id
        assert list(read_data(data, name)) == [NotChecked(name, named.reason)]
    found = list(read_path(str(tmp_path)))
    assert [one.fatal for one in found] == [*[False] * (len(found) - 1), True], (
        "the folder itself held nothing to check"
    )


@pytest.mark.parametrize("data", [b"", b"NO;RENCANA HASIL KERJA\r\n", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.txt"])
def test_other_files_are_no_reports(tmp_path: Path, name, data):
    (tmp_path / name).write_bytes(data)
    assert not is_report(str(tmp_path / name))
    assert not is_report(str(tmp_path / f"tak-ada-{name}"))


def test_a_full_sheet_is_followed_by_another(samples, validators):
    pieces: list[bytes] = []
    samples.play([Xlsx(pieces.append, sheet_rows=8)])
    book = openpyxl.load_workbook(io.BytesIO(pieces[0]))
    assert book.sheetnames == ["Catatan", "Catatan (2)", "Catatan (3)"]
    assert [sheet.auto_filter.ref for sheet in book] == ["A1:P8", "A1:P8", "A1:P6"]
    assert len(validators.workbook(pieces[0])) == 3 + 19


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a" * 40_000, "a" * (CELL_UNITS - 1) + "…"),
        ("😀" * 20_000, "😀" * (CELL_UNITS // 2) + "…"),
        ("<r><t>a</t></r>", "<r><t>a</t></r> "),
        ("_x0041_", "_x0041_"),
        (" a \x0b\x1b\n=1", " a ␋␛\n=1"),
        ("\ud800\ufffe", "\ufffd\ufffd"),
    ],
)
def test_odd_and_long_texts_fit_a_cell(workbook, samples, text, cell):
    data = workbook([(samples.document("a.txt"), [samples.statement(text, None, 0.9, None)])])
    assert len(cell.encode("utf-16-le")) // 2 <= CELL_UNITS
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()[1][3] == cell


def test_the_same_notes_give_the_same_bytes(workbook):
    assert workbook() == workbook()
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_nothing_is_left_on_the_disk(workbook, monkeypatch, tmp_path: Path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    workbook()
    assert list(tmp_path.iterdir()) == []
