"""The matrix of roles and results, as a table and as YAML."""

from __future__ import annotations

import pytest
import writers

from linter.documents.read import read_data
from linter.model import Document

ROWS = (
    ("MATRIKS PEMBAGIAN PERAN DAN HASIL",),
    ("1. TERWUJUDNYA PASAR RAKYAT YANG TERTIB",),
    ("JABATAN DAN NAMA PEGAWAI", "OUTCOME ANTARA/ PRODUK/ LAYANAN TIM KERJA PADA UNIT KERJA"),
    (
        "Kepala Bidang Pasar\nMawar",
        "Los pasar bebas bocor",
        "Retribusi tersetor pada hari yang sama",
        "Timbangan bertera",
    ),
    ("Pengelola Pasar\nMelati", "Atap los diperbaiki sebelum musim hujan", "x", "....."),
    ("Juru Pungut\nKenanga", "", "Karcis cocok dengan setoran", "x"),
)
SCHOOL = (
    ("Kinerja", "Peran", "No.", "JABATAN", "NAMA", "Outcome pada Pohon Kinerja"),
    tuple(str(n) for n in range(1, 9)),
    ("", "", "1", "Kepala Sekolah", "Mawar", "Murid lancar membaca", "Murid gemar berhitung"),
    ("", "", "2", "Guru Kelas", "Melati", "Murid kelas satu membaca sepuluh kata semenit", "x"),
)


def read(rows: tuple[tuple[str, ...], ...], suffix: str) -> Document:
    (found,) = (one for one in read_data(writers.WRITERS[suffix](rows), f"m{suffix}") if isinstance(one, Document))
    return found


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods", ".docx", ".md"])
def test_every_role_cell_is_read_under_its_result(suffix: str) -> None:
    document = read(ROWS, suffix)
    assert document.header.kind == "matriks"
    items = list(document.items)
    assert [(i.part, i.id, i.parent, i.text) for i in items] == [
        ("sasaran", "sasaran1", None, "1. TERWUJUDNYA PASAR RAKYAT YANG TERTIB"),
        ("sel_matriks", "h1", None, "Los pasar bebas bocor"),
        ("sel_matriks", "h2", None, "Retribusi tersetor pada hari yang sama"),
        ("sel_matriks", "h3", None, "Timbangan bertera"),
        ("sel_matriks", "p1.h1", "h1", "Atap los diperbaiki sebelum musim hujan"),
        ("pengisi", "p1.h2", "h2", "x"),
        ("pengisi", "p1.h3", "h3", "....."),
        ("sel_matriks", "p2.h2", "h2", "Karcis cocok dengan setoran"),
        ("pengisi", "p2.h3", "h3", "x"),
    ]
    assert items[4].cells["jabatan"] == "Pengelola Pasar"
    assert "Melati" not in str(items)
    assert items[4].cells["orang"] != items[7].cells["orang"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_form_of_schools_numbers_its_columns(suffix: str) -> None:
    items = list(read(SCHOOL, suffix).items)
    assert [(i.id, i.cells.get("jabatan")) for i in items] == [
        ("h1", None), ("h2", None), ("p1.h1", "Guru Kelas"), ("p1.h2", "Guru Kelas"),
    ]  # fmt: skip


def test_a_matrix_and_an_skp_in_one_workbook_are_two_documents() -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(writers.to_xlsx(ROWS)))
    sheet = book.create_sheet("Rencana")
    for row in (
        ("Nama", "Melati"),
        ("Jabatan", "Pengelola Pasar"),
        ("NO", "RENCANA HASIL KERJA", "INDIKATOR"),
        (1, "Atap los utuh", "Jumlah los"),
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    found = [one for one in read_data(out.getvalue(), "a.xlsx") if isinstance(one, Document)]
    assert [(d.header.kind, d.header.post) for d in found] == [("matriks", None), ("daftar", "Pengelola Pasar")]


@pytest.mark.parametrize(
    ("title", "cell"), [("Nama dan Jabatan", "Melati\nArsiparis"), ("Pegawai", "Melati"), ("Nama", "Melati")]
)
def test_a_name_is_never_taken_for_a_post(title: str, cell: str) -> None:
    rows = (("No", title, "Outcome"), ("", "Mawar", "Arsip mudah ditemukan"), ("1", cell, "Boks arsip berlabel"))
    (found,) = (one for one in read_data(writers.to_csv(rows), "m.csv") if isinstance(one, Document))
    items = list(found.items)
    assert all("Melati" not in value and "Mawar" not in value for item in items for value in item.cells.values())
    assert items[-1].cells["jabatan"] == ("Arsiparis" if "Arsiparis" in cell else "")


def test_a_plan_behind_a_matrix_is_read_as_a_plan() -> None:
    plan = (
        ("No", "Rencana Hasil Kerja", "Indikator", "Target"),
        ("1", "Boks arsip berlabel", "Jumlah boks", "40 boks"),
    )
    found = read_data(writers.to_csv((*ROWS, *plan)), "m.csv")
    items = [item for one in found if isinstance(one, Document) for item in one.items]
    assert [item.text for item in items if item.part == "rencana_kinerja"] == ["Boks arsip berlabel"]
    assert "Rencana Hasil Kerja" not in [item.text for item in items]
