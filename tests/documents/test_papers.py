"""Papers beside an SKP: as tables of offices, and as YAML that a person writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import writers

from linter.documents.papers import papers_schema
from linter.documents.read import read_data
from linter.model import Document, Item, NotChecked

ROOT = Path(__file__).parents[2]
ABK = (
    ("Jabatan", "Pengelola Pasar"),
    (
        "No",
        "URAIAN TUGAS",
        "HASIL KERJA",
        "JUMLAH HASIL",
        "WAKTU PENYELESAIAN (JAM)",
        "WAKTU EFEKTIF",
        "KEBUTUHAN PEGAWAI",
    ),
    ("1", "2", "3", "4", "5", "6", "7"),
    ("1", "Memeriksa atap los", "Laporan", "48", "5", "1250", "0,192"),
    ("2", "Mencatat setoran retribusi", "", "240", "1", "1250", "0,192"),
    ("", "JUMLAH", "", "", "", "", "0,384"),
)
PK = (
    ("PERJANJIAN KINERJA TAHUN 2026",),
    ("Jabatan", "Kepala Dinas Perdagangan"),
    ("NO", "SASARAN", "INDIKATOR KINERJA", "SATUAN", "TARGET"),
    ("1", "2", "3", "4", "5"),
    ("1", "Pedagang kecil naik kelas", "Jumlah pedagang bersertifikat halal", "pedagang", "120"),
    ("", "", "Persentase los terisi", "%", "90"),
    ("", "Program", "Anggaran", "Keterangan"),
    ("1", "Program Sarana Distribusi", "Rp1.000.000.000", "APBD"),
)


def documents(data: bytes, name: str) -> list[tuple[Document, list[Item]]]:
    return [(one, list(one.items)) for one in read_data(data, name) if isinstance(one, Document)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx"])
def test_an_analysis_of_work_load_is_read_from_its_table(suffix: str) -> None:
    ((document, items),) = documents(writers.WRITERS[suffix](ABK), f"abk{suffix}")
    assert (document.header.kind, document.header.post) == ("abk", "Pengelola Pasar")
    assert [(item.part, item.text) for item in items] == [
        ("uraian_tugas", "Memeriksa atap los"),
        ("uraian_tugas", "Mencatat setoran retribusi"),
    ]
    assert items[0].cells == {
        "hasil_kerja": "Laporan", "jumlah": "48", "waktu": "5", "efektif": "1250", "kebutuhan": "0,192",
        "satuan_waktu": "jam", "abk": "tugas",
    }  # fmt: skip
    assert items[1].cells["hasil_kerja"] == ""


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx", ".md"])
def test_a_contract_is_read_from_its_table_and_its_budget_is_not(suffix: str) -> None:
    ((document, items),) = documents(writers.WRITERS[suffix](PK), f"pk{suffix}")
    assert (document.header.kind, document.header.post) == ("pk", "Kepala Dinas Perdagangan")
    assert [(item.part, item.text, item.asal) for item in items] == [
        ("sasaran", "Pedagang kecil naik kelas", "pk"),
        ("indikator", "Jumlah pedagang bersertifikat halal", "pk"),
        ("target", "120", "pk"),
        ("indikator", "Persentase los terisi", "pk"),
        ("target", "90", "pk"),
    ]
    assert items[1].target == "120 pedagang"


PAPERS = """\
matriks:
  sasaran: 1. Pasar rakyat tertib
  hasil: [{id: h1, teks: Los pasar bebas bocor}]
  peran: [{jabatan: Pengelola Pasar, nama: Melati, tingkat: anggota, sel: {h1: Atap los utuh}}]
perjanjian_kinerja:
  jabatan: Kepala Dinas Perdagangan
  sasaran: [{teks: Pedagang kecil naik kelas, indikator: [{teks: Jumlah pedagang, target: "120", satuan: pedagang}]}]
pohon_kinerja:
  simpul:
    - {id: a, teks: Pedagang kecil naik kelas, tingkat: final}
    - {id: b, teks: Los bebas bocor, induk: a, pemilik: Kepala Bidang Pasar, csf: ya}
abk:
  jabatan: Pengelola Pasar
  pemangku: 2
  tugas: [{uraian: Memeriksa atap los, jumlah: 48}]
manual_indikator: [{indikator: Jumlah pedagang, definisi: Pedagang yang terdaftar}]
keterkaitan_angka_kredit:
  jabatan: Penilik Pasar
  rencana: [{rencana_kinerja: Los bebas bocor, butir_kegiatan: [Memeriksa bangunan], angka_kredit: "0,5"}]
"""


def test_every_paper_has_a_form_that_a_person_can_write() -> None:
    found = documents(PAPERS.encode(), "a.yaml")
    assert {d.header.kind: [(i.part, i.id, i.parent, i.text) for i in items] for d, items in found} == {
        "matriks": [
            ("sasaran", "sasaran", None, "1. Pasar rakyat tertib"),
            ("sel_matriks", "h1", None, "Los pasar bebas bocor"),
            ("sel_matriks", "p1.h1", "h1", "Atap los utuh"),
        ],
        "pk": [
            ("sasaran", "s1", None, "Pedagang kecil naik kelas"),
            ("indikator", "s1.i1", "s1", "Jumlah pedagang"),
            ("target", "s1.i1.target", "s1", "120"),
        ],
        "pohon": [
            ("simpul_pohon", "a", None, "Pedagang kecil naik kelas"),
            ("simpul_pohon", "b", "a", "Los bebas bocor"),
        ],
        "abk": [("uraian_tugas", "ut1", None, "Memeriksa atap los")],
        "manual": [("indikator", "m1", None, "Jumlah pedagang")],
        "keterkaitan": [("rencana_kinerja", "rk1", None, "Los bebas bocor")],
    }
    headers = {d.header.kind: d.header for d, _ in found}
    assert (headers["abk"].holders, headers["pk"].post) == (2, "Kepala Dinas Perdagangan")
    assert "Melati" not in str(found)


def test_the_places_of_papers_are_those_of_their_values() -> None:
    (_, items) = documents(PAPERS.encode(), "a.yaml")[0]
    assert items[1].at == {"line": 3, "column": 26, "pointer": "/matriks/hasil/0/teks"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abk: {jabatan: A, tugas: [{urain: B}]}", "urain"),
        ("abk: {tugas: []}", "jabatan"),
        ("pohon_kinerja: {simpul: [{id: a, teks: B, tingkat: atas}]}", "tingkat"),
        ("abk: {jabatan: A, pemangku: dua, tugas: []}", "pemangku"),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, said: str) -> None:
    (found,) = read_data(text.encode(), "a.yaml")
    assert isinstance(found, NotChecked)
    assert said in found.reason.id
    assert "baris 1" in found.reason.id


def test_the_schema_is_that_of_the_types() -> None:
    committed = (ROOT / "rules" / "schema" / "papers.json").read_text(encoding="utf-8")
    assert committed == json.dumps(papers_schema(), indent=2, ensure_ascii=False) + "\n"


def test_json_is_read_like_yaml() -> None:
    tree: dict[str, Any] = {"abk": {"jabatan": "A", "tugas": [{"uraian": "Memeriksa atap"}]}}
    ((document, items),) = documents(json.dumps(tree).encode(), "a.json")
    assert (document.format, [item.text for item in items]) == ("json", ["Memeriksa atap"])
