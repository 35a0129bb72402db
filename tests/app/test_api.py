"""The public functions of the package."""

from __future__ import annotations

from pathlib import Path

import linter
from linter.model import Checked, NotChecked


def test_one_text_is_checked() -> None:
    checked = linter.check_text("Menyusun jadwal piket")
    assert checked.verdict is not None
    assert (checked.verdict.class_, checked.findings[0].code) == ("aktivitas", "C001")


def test_an_indicator_is_checked_with_its_target() -> None:
    checked = linter.check_text("Jumlah peserta", part="indikator", target="90 %")
    assert [f.code for f in checked.findings] == ["X003"]


def test_a_folder_is_checked_item_by_item_and_says_what_was_not(tmp_path: Path) -> None:
    (tmp_path / "draf.txt").write_text("Menyusun jadwal\nData lengkap\n", encoding="utf-8")
    (tmp_path / "rusak.csv").write_bytes(bytes(range(256)))
    found = list(linter.check_path(str(tmp_path)))
    assert [type(f) for f in found] == [Checked, Checked, NotChecked]


def test_the_lines_of_a_text_file_are_what_the_settings_say(tmp_path: Path) -> None:
    (tmp_path / "indikator.txt").write_text("Jumlah peserta\n", encoding="utf-8")
    settings = linter.Settings(part="indikator", aspek="Kuantitas", target="90 %")
    (found,) = linter.check_path(str(tmp_path / "indikator.txt"), settings=settings)
    assert isinstance(found, Checked)
    assert (found.item.part, found.item.aspek, found.item.target) == ("indikator", "Kuantitas", "90 %")
    assert [f.code for f in found.findings] == ["X003"]


def test_the_package_has_no_other_names() -> None:
    assert not hasattr(linter, "lint")
