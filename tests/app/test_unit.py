"""Links between the documents of a folder, as the command line tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.app import unit as unit_module
from linter.cli import main
from linter.io.data import data_dir

CHIEF = """\
pegawai: {jabatan: Kepala Bidang Pasar, unit_kerja: Dinas Perdagangan}
utama: [{rhk: Los pasar bebas bocor}]
"""
STAFF = """\
pegawai: {jabatan: Pengelola Pasar, unit_kerja: Dinas Perdagangan}
pejabat_penilai: {jabatan: Kepala Bidang Pasar}
utama: [{rhk: Atap los utuh sebelum musim hujan, rhk_atasan: Retribusi pasar naik}]
"""


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    main(["check", "--format", "ringkas", *options, str(folder)])
    return capsys.readouterr().out


def test_documents_of_one_folder_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = told(written(tmp_path, kepala=CHIEF, staf=STAFF), capsys)
    assert "staf.yaml:3:62: warning R015" in out


def test_documents_of_different_folders_are_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "R015" not in told(written(tmp_path, a__kepala=CHIEF, b__staf=STAFF), capsys)


def test_a_post_that_two_hold_is_no_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "R015" not in told(written(tmp_path, kepala=CHIEF, kembar=CHIEF, staf=STAFF), capsys)


def test_a_note_about_a_link_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "R015" in told(written(tmp_path, kepala=CHIEF, staf=STAFF), capsys)
    assert "R015" not in told(tmp_path, capsys, "--ignore", "R015")


def test_a_folder_with_too_much_is_listed_and_not_linked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_module, "_MOST", 1)
    out = told(written(tmp_path, kepala=CHIEF, staf=STAFF), capsys)
    assert "R015" not in out
    assert "tidak dihubungkan satu sama lain" in out


def test_lists_that_say_nobody_s_name_are_no_unit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_module, "_MOST", 1)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Arsip tertata\n" * 3, encoding="utf-8")
    assert "dihubungkan" not in told(tmp_path, capsys)


HEAD = """\
pegawai: {jabatan: Kepala Dinas Perdagangan, unit_kerja: Dinas Perdagangan}
pejabat_penilai: {jabatan: Bupati}
utama: [{rhk: Pedagang pasar naik kelas}, {rhk: Pedagang kaki lima naik kelas}]
"""
CONTRACT = """\
perjanjian_kinerja: {jabatan: Kepala Dinas Perdagangan, tahun: "2026", sasaran: [{teks: Pedagang kecil naik kelas}]}
"""


@pytest.mark.parametrize(
    ("rule", "bound", "moved", "noted"),
    [
        ("dokumen/D007-rencana-kembar.yaml", "at_least: 85", "at_least: 40", (False, True)),
        ("dokumen/D017-sasaran-pk-tanpa-rencana.yaml", "below: 60", "below: 99", (False, True)),
        ("relevan/R015-rencana-atasan-tidak-ditemukan.yaml", "below: 60", "below: 0", (True, False)),
    ],
)
def test_how_like_is_like_enough_is_said_in_the_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, bound: str, moved: str, noted: tuple[bool, bool]
) -> None:
    folder = written(tmp_path / "unit", kepala=CHIEF, staf=STAFF, dinas=HEAD, pk=CONTRACT)
    text = (data_dir("rules") / rule).read_text("utf-8")
    assert text.count(bound) == 1
    own = tmp_path / "aturan"
    own.mkdir()
    (own / Path(rule).name).write_text(text.replace(bound, moved), encoding="utf-8")
    code = Path(rule).name[:4]
    assert (f" {code} " in told(folder, capsys), f" {code} " in told(folder, capsys, "--rules", str(own))) == noted
