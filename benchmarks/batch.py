"""Workbooks a second through ``skplint score``, with copies and report: ``python benchmarks/batch.py [N] [--kill K]``.

N workbooks (default 2,000) of 12 rencana kinerja and 36 indicators, recombined from the labelled corpus, each a file of its
own, 100 in a folder. With ``--kill`` the same run is begun in another folder, killed at a random moment, begun again, K times,
and brought to its end: its outputs must be those of the first run, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter
from gold import indicators
from recombined import recombined

_PLANS, _MEASURES, _FOLDER = 12, 3, 100
_HEADINGS = (
    "NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU",
    "TARGET",
)  # fmt: skip


def make(folder: Path, n: int, seed: int = 11) -> None:
    """Write *n* workbooks into folders below *folder*, the same for the same *seed*."""
    choose = random.Random(seed)
    texts, measures = recombined(min(_PLANS * n, 40_000), seed), indicators()
    for number in range(n):
        place = folder / f"unit-{number // _FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        book = xlsxwriter.Workbook(place / f"{number:06}.xlsx")
        sheet = book.add_worksheet("SKP")
        unit = f"Bidang {number // _FOLDER}"
        rows = [
            ("SASARAN KINERJA PEGAWAI",),
            ("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",),
            ("PEGAWAI YANG DINILAI", "", "", "PEJABAT PENILAI KINERJA"),
            ("Nama", f"Pegawai {number}", "", "Nama", "Pejabat"),
            ("Jabatan", choose.choice(("Arsiparis Ahli Pertama", "Analis", "Bendahara")), "", "Jabatan", f"Kepala {unit}"),
            ("Unit Kerja", unit, "", "Unit Kerja", unit),
            _HEADINGS,
            ("A. KINERJA UTAMA",),
        ]  # fmt: skip
        for plan in range(1, _PLANS + 1):
            text = choose.choice(texts)
            for m in range(_MEASURES):
                measure = choose.choice(measures)
                first = (str(plan), "Tata kelola unit membaik", text) if m == 0 else ("", "", "")
                rows.append((*first, measure.aspek or "", measure.indikator, measure.target or ""))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell:
                    sheet.write_string(row, column, cell)
        book.close()


def begin(folder: Path, output: str, jobs: int) -> subprocess.Popen[bytes]:
    """Begin the run that is measured."""
    command = [sys.executable, "-m", "linter", "score", "draf", "--output", output, "--copies", "--jobs", str(jobs)]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, start_new_session=True)


def digest(folder: Path) -> str:
    """Return a digest of every output of a run, by name."""
    seen = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and ".skplint" not in path.parts):
        seen.update(str(path.relative_to(folder)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


def main() -> int:
    """Print the rate, and what became of the runs that were killed."""
    arguments = argparse.ArgumentParser(description="Workbooks a second through skplint score")
    arguments.add_argument("n", nargs="?", type=int, default=2_000, help="workbooks (default: 2000)")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    arguments.add_argument("--kill", type=int, default=0, metavar="K", help="kill and resume a second run K times")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "draf", options.n)
        since = time.perf_counter()
        code = begin(folder, "utuh", options.jobs).wait()
        took = time.perf_counter() - since
        texts = options.n * _PLANS * (1 + _MEASURES)
        print(f"{options.n} workbooks, {texts} texts, {options.jobs} processes: {took:.1f} s, exit {code}; "
              f"{options.n / took:.1f} workbooks/s, {texts / took:.0f} texts/s")  # fmt: skip
        chance, killed = random.Random(5), 0
        while killed < options.kill:
            process = begin(folder, "terhenti", options.jobs)
            time.sleep(chance.uniform(0.3, max(1.0, took * 0.4)))
            if process.poll() is None:
                killed += 1
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            else:  # it came to its end: once more from the start
                shutil.rmtree(folder / "terhenti")
        if options.kill:
            begin(folder, "terhenti", options.jobs).wait()
            same = digest(folder / "utuh") == digest(folder / "terhenti")
            print(f"killed {killed} times and resumed: {'the same outputs' if same else 'OTHER OUTPUTS'}")
            return 0 if same else 1
    return code


if __name__ == "__main__":
    sys.exit(main())
