"""Milliseconds to read a small workbook, besides checking it: ``python benchmarks/reading.py [N]``.

N workbooks (default 1,000) of 30 rows with merged cells, styles and number formats, as offices make them; each is a file
of its own, read from the disk. Also the most memory that the process used.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from linter.documents.layouts import default_layouts
from linter.documents.read import read_path
from linter.model import Document

_HEADINGS = (
    "NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU",
    "TARGET",
)  # fmt: skip
_DIFFERENT = 25
"""Workbooks that are made; the rest are copies of them under other names."""


def make(file: Path, n: int) -> None:
    """Write the SKP of one of the made-up officers."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "SKP"
    line = Side(style="thin")
    for row in (
        ("SASARAN KINERJA PEGAWAI",),
        ("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",),
        ("PEGAWAI YANG DINILAI", "", "", "PEJABAT PENILAI KINERJA"),
        ("Nama", f"Pegawai {n}", "", "Nama", "Pejabat"),
        ("Jabatan", "Arsiparis Ahli Pertama", "", "Jabatan", "Kepala Bidang Arsip"),
        ("Unit Kerja", "Bidang Arsip", "", "Unit Kerja", "Bidang Arsip"),
        _HEADINGS,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("A. KINERJA UTAMA",),
    ):
        sheet.append(row)
    for rk in range(10):
        first = sheet.max_row + 1
        sheet.append(
            (rk + 1, "Arsip terkelola", f"Berkas seri {n}-{rk} tertata", "Kuantitas", "Jumlah berkas", 120 + rk)
        )
        sheet.append((None, None, None, "Kualitas", "Persentase berkas yang ditemukan kembali", 0.95))
        sheet.append((None, None, None, "Waktu", "Lama pencarian", "10 menit"))
        sheet.cell(first, 6).number_format = '#,##0" berkas"'
        sheet.cell(first + 1, 6).number_format = "0%"
        for column in "ABC":
            sheet.merge_cells(f"{column}{first}:{column}{first + 2}")
    for cells in sheet.iter_rows(min_row=7):
        for cell in cells:
            cell.border = Border(line, line, line, line)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[7]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDDDDD")
    book.save(file)


def main() -> int:
    """Print milliseconds a file, and the memory."""
    arguments = argparse.ArgumentParser(description="Milliseconds to read a small workbook, besides checking it")
    arguments.add_argument("n", nargs="?", type=int, default=1_000, help="workbooks (default: 1000)")
    n = arguments.parse_args().n
    with tempfile.TemporaryDirectory() as folder:
        for number in range(min(n, _DIFFERENT)):
            make(Path(folder, f"{number:05}.xlsx"), number)
        for number in range(_DIFFERENT, n):
            Path(folder, f"{number:05}.xlsx").write_bytes(Path(folder, f"{number % _DIFFERENT:05}.xlsx").read_bytes())
        layouts = default_layouts()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        begin, items = time.perf_counter(), 0
        for found in read_path(folder, layouts=layouts):
            if not isinstance(found, Document):
                print(found)
                return 1
            items += sum(1 for _ in found.items)
        took = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{n} workbooks, {items} texts: {took / n * 1000:.2f} ms each; at most {after} MB ({before} MB before)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
