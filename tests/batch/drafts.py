"""Makes folders of drafts for the tests of batches: units with staff, some of them with faults."""

from __future__ import annotations

from pathlib import Path

import openpyxl

HEADINGS = ("NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
            "INDIKATOR KINERJA INDIVIDU", "TARGET")  # fmt: skip
NAME = "Kenari Rekaan"
PLANS = (
    ("Arsip vital tersimpan sesuai ketentuan", "Persentase arsip vital yang tersimpan sesuai ketentuan", "90–95%"),
    ("Menyusun materi sosialisasi", "Jumlah materi sosialisasi", "4 materi"),
    ("Terlaksananya temu teknis penyuluh dengan baik", "Jumlah temu teknis", "90%"),
)


def draft(path: Path, n: int, unit: str = "Bidang Arsip", post: str = "Arsiparis Ahli Pertama", plans: int = 3) -> None:
    """Write the SKP of a made-up officer."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "SKP"
    for row in (
        ("SASARAN KINERJA PEGAWAI",),
        ("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",),
        ("PEGAWAI YANG DINILAI", "", "", "PEJABAT PENILAI KINERJA"),
        ("Nama", f"{NAME} {n}", "", "Nama", "Penilai Rekaan"),
        ("NIP", f"19870314201902{n:04}", "", "NIP", "198001012005011001"),
        ("Jabatan", post, "", "Jabatan", f"Kepala {unit}"),
        ("Unit Kerja", unit, "", "Unit Kerja", unit),
        HEADINGS,
        ("A. KINERJA UTAMA",),
        *((m, "Arsip terkelola sesuai kaidah", plan, "Kualitas", measure, target)
          for m, (plan, measure, target) in enumerate(PLANS[:plans], 1)),
    ):  # fmt: skip
        sheet.append(row)
    book.save(path)


def office(folder: Path, units: int = 3, staff: int = 6) -> Path:
    """Write *units* folders of *staff* drafts each, a broken file and a foreign one, and return the folder."""
    for unit in range(units):
        place = folder / f"unit-{unit}"
        place.mkdir(parents=True)
        for n in range(staff):
            draft(place / f"{n:03}.xlsx", unit * 100 + n, f"Bidang {unit}", plans=1 + n % 3)
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    (folder / "foto.jpg").write_bytes(b"bukan draf")
    return folder
