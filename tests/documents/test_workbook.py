"""Workbooks: numbers as their cells show them, merged cells, sheets that are passed over."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest

from linter.documents.numberformat import shown
from linter.documents.read import read_data
from linter.model import Document, NotChecked

HEADINGS = ("NO", "RENCANA HASIL KERJA", "INDIKATOR", "TARGET")


def saved(change: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    book.active.append((1, "Arsip tertata", "Persentase arsip tertata", None))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.9, "0%", "90%"),
        (0.83, "0.00%", "83,00%"),
        (0.905, "0.0%", "90,5%"),
        (12, "General", "12"),
        (3.5, "General", "3,5"),
        (1500, "#,##0", "1.500"),
        (1500000, '"Rp"#,##0', "Rp1.500.000"),
        (1500000, "[$Rp-421]#,##0", "Rp1.500.000"),
        (12, '0" laporan"', "12 laporan"),
        (1234.5, "#,##0.00", "1.234,50"),
        (-3, "0;[Red]-0", "-3"),
        (date(2026, 9, 1), "mmm-yy", "September 2026"),
        (date(2026, 7, 25), "d mmmm yyyy", "25 Juli 2026"),
        (datetime(2026, 7, 25, 10, 30), "d/m/yyyy h:mm", "25 Juli 2026 10:30"),
        (time(8, 5), "h:mm", "08:05"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (True, "General", "TRUE"),
    ],
)
def test_a_number_is_read_as_its_cell_shows_it(value: Any, code: str, text: str) -> None:
    def change(book: Any) -> None:
        cell = book.active["D2"]
        cell.value, cell.number_format = value, code

    (found,) = read_data(saved(change), "skp.xlsx")
    assert isinstance(found, Document)
    assert [item.text for item in found.items if item.part == "target"] == [text]


def test_a_format_of_words_alone_shows_the_number() -> None:
    assert shown(3.0, '"tiga"') == "3"
    assert shown(1e20) == "1e+20"
    assert shown("90%", "0%") == "90%"


def test_a_formula_without_a_result_is_told() -> None:
    (told, found) = read_data(saved(lambda book: book.active.__setitem__("D2", "=A2*12")), "skp.xlsx")
    assert isinstance(told, NotChecked) and told.fatal
    assert "sel D2 berisi rumus tanpa hasil" in told.reason.id
    assert isinstance(found, Document)


def test_a_hidden_sheet_and_one_without_a_table_are_told() -> None:
    def change(book: Any) -> None:
        book.create_sheet("Pilihan").append(("Kuantitas",))
        book["Pilihan"].sheet_state = "hidden"
        book.create_sheet("Petunjuk").append(("Isilah lembar SKP sampai selesai",))

    found = list(read_data(saved(change), "skp.xlsx"))
    passed = [(one.reason.id, one.fatal) for one in found if isinstance(one, NotChecked)]
    assert passed == [
        ("lembar tersembunyi 'Pilihan' tidak dibaca", False),
        ("lembar 'Petunjuk' tidak berisi tabel SKP yang dikenali", False),
    ]


def test_the_identity_may_stand_on_a_sheet_in_front() -> None:
    def change(book: Any) -> None:
        front = book.create_sheet("Data", 0)
        for row in (("Nama", "Melati", "Nama", "Mawar"), ("Jabatan", "Arsiparis", "Jabatan", "Camat")):
            front.append(row)

    found = [one for one in read_data(saved(change), "skp.xlsx") if isinstance(one, Document)]
    assert [(one.header.post, one.header.appraiser) for one in found] == [("Arsiparis", "Camat")]


def test_tables_on_several_sheets_of_one_person_are_one_document() -> None:
    def change(book: Any) -> None:
        book.create_sheet("Tambahan").append(HEADINGS)
        book["Tambahan"].append(("B. KINERJA TAMBAHAN",))
        book["Tambahan"].append((1, "Lomba terlaksana tertib", "Jumlah aduan", "0 aduan"))

    (found,) = read_data(saved(change), "skp.xlsx")
    assert isinstance(found, Document)
    assert [(i.id, i.section, i.at["sheet"]) for i in found.items if i.part == "rencana_kinerja"] == [
        ("rk1", None, "Sheet"),
        ("rk2", "tambahan", "Tambahan"),
    ]


def test_an_unknown_table_tells_what_was_seen_and_what_was_expected() -> None:
    book = openpyxl.Workbook()
    book.active.append(("NO", "TARGET", "Melati"))
    out = io.BytesIO()
    book.save(out)
    (found,) = read_data(out.getvalue(), "skp.xlsx")
    assert isinstance(found, NotChecked) and found.fatal
    assert "pada baris 1 terbaca 'NO', 'TARGET'" in found.reason.id
    assert "RENCANA HASIL KERJA PIMPINAN" not in found.reason.id
    assert "Melati" not in found.reason.id


def test_a_form_with_its_conduct_is_whole_and_tells_which_values_it_has() -> None:
    def change(book: Any) -> None:
        sheet = book.active
        sheet.insert_rows(1, 3)
        sheet["A1"] = "SASARAN KINERJA PEGAWAI"
        for n, row in enumerate((("Nama", "Melati", "Nama", "Mawar"), ("Jabatan", "Arsiparis", "Jabatan", "Camat")), 2):
            for column, cell in enumerate(row, 1):
                sheet.cell(n, column, cell)
        for row in (("PERILAKU KERJA",), (1, "Berorientasi Pelayanan"), ("", "- Ramah"), (2, "Akuntabel")):
            sheet.append(row)

    (found,) = read_data(saved(change), "skp.xlsx")
    assert isinstance(found, Document)
    assert (found.header.kind, found.header.behaviours) == ("skp", ("Berorientasi Pelayanan", "Akuntabel"))
    assert [item.text for item in found.items if item.part == "rencana_kinerja"] == ["Arsip tertata"]


def test_an_annex_tells_which_of_its_parts_are_filled() -> None:
    def change(book: Any) -> None:
        sheet = book.active
        rows = ("LAMPIRAN SASARAN KINERJA PEGAWAI", "DUKUNGAN SUMBER DAYA", "1. Kendaraan uji", "KONSEKUENSI", "1", "-")
        for row in (*rows, "SKEMA PERTANGGUNGJAWABAN", "(diisi skema)", "Pegawai yang Dinilai", "Melati"):
            sheet.append((row,))

    (found,) = read_data(saved(change), "skp.xlsx")
    assert isinstance(found, Document)
    assert found.header.annex == {"sumber daya"}


def test_a_form_without_an_annex_does_not_say_what_it_lacks() -> None:
    (found,) = read_data(saved(lambda book: None), "skp.xlsx")
    assert isinstance(found, Document)
    assert found.header.annex is None


@pytest.mark.parametrize(
    "written", ["Akuntabel:", "2. Akuntabel : jujur", "Akuntabel - Memahami tugas", "Akuntabel\n- jujur"]
)
def test_a_value_of_conduct_is_known_by_how_its_cell_begins(written: str) -> None:
    def change(book: Any) -> None:
        for row in (("PERILAKU KERJA",), (written,), ("Melayani 7 hari penuh",)):
            book.active.append(row)

    (found,) = read_data(saved(change), "skp.xlsx")
    assert isinstance(found, Document)
    assert found.header.behaviours == ("Akuntabel",)
