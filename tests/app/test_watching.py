"""What was saved since the last look."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import xlsxwriter

from linter.app.watching import Watch
from linter.model import UserError

HEADINGS = ("NO", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET")


def book(path: Path, statement: str) -> Path:
    """Write a form with one statement."""
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("SKP")
    sheet.write_row(0, 0, HEADINGS)
    sheet.write_row(1, 0, (1, statement, "Kuantitas", "Jumlah laporan kas yang tersusun", "12 laporan"))
    made.close()
    return path


def test_all_at_first_then_what_was_saved(tmp_path):
    one, two = book(tmp_path / "a.xlsx", "Menyusun laporan kas"), book(tmp_path / "b.xlsx", "Menyusun laporan kas")
    watch = Watch([str(tmp_path)])
    assert set(watch.saved()) == {str(one), str(two)}
    assert watch.saved() == ()
    os.utime(two, ns=(1, 1))
    assert watch.saved() == (str(two),)
    three = book(tmp_path / "unit.xlsx", "Menyusun laporan kas")
    assert watch.saved() == (str(three),)
    one.unlink()
    assert watch.saved() == ()
    book(one, "Menyusun daftar aset")
    assert watch.saved() == (str(one),)


def test_what_is_left_out_or_of_another_kind_is_not_watched(tmp_path):
    book(tmp_path / "a.xlsx", "Menyusun laporan kas")
    (tmp_path / "catatan.txt").write_text("Menyusun laporan kas\n", "utf-8")
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    (tmp_path / "kosong.xlsx").touch()
    assert Watch([str(tmp_path)]).saved() == (str(tmp_path / "a.xlsx"),)
    assert Watch([str(tmp_path)], lambda path, _: path.endswith("a.xlsx")).saved() == ()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError):
        Watch([str(tmp_path / "tidak-ada")])


def test_what_is_gone_or_cannot_be_followed_is_told(tmp_path):
    draft = book(tmp_path / "a.xlsx", "Menyusun laporan kas")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "tidak-ada.xlsx")
    watch = Watch([str(draft), str(tmp_path)])
    watch.saved()
    assert set(watch.unseen) == {str(tmp_path / "b.xlsx")}
    draft.unlink()
    watch.saved()
    assert str(draft) in watch.unseen


@pytest.mark.slow
@pytest.mark.parametrize("name", ["skp.xlsx", "skp.csv"])
def test_the_copy_is_made_anew_at_each_save(tmp_path, name):
    draft, copy = tmp_path / name, tmp_path / f"skp-catatan{Path(name).suffix}"

    def save(statement: str) -> None:
        if name.endswith("xlsx"):
            book(draft, statement)
        else:
            row = ("1", statement, "Kuantitas", "Jumlah laporan kas yang tersusun", "12 laporan")
            draft.write_text(f"{';'.join(HEADINGS)}\n{';'.join(row)}\n", "utf-8")

    save("Menyusun laporan kas")
    command = [sys.executable, "-m", "linter", "watch", str(tmp_path), "--no-config"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watching:
        try:
            first = _next(copy, b"")
            save("Laporan kas tersusun lengkap")
            second = _next(copy, first)
            save("Monitoring dan supervisi")
            _next(copy, second)
        finally:
            watching.terminate()
            said, failed = watching.communicate(timeout=30)
    assert "C001" in said
    assert "Tidak dapat diperiksa" not in failed


def _next(copy: Path, before: bytes) -> bytes:
    """Wait for the copy to be another one, and return it."""
    for _ in range(600):
        if copy.exists() and (data := copy.read_bytes()) not in (before, b""):
            return data
        time.sleep(0.1)
    raise AssertionError(f"{copy.name} was not made anew")
