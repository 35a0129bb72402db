"""skplint fix on real files: what it writes, what it tells, and its exit codes."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import linter.app
from linter.app import Analyser
from linter.app.resources import Resources
from linter.cli import main

BEFORE, AFTER = "Ijin terbit\r\nArsip tertata\r\n", "Izin terbit\r\nArsip tertata\r\n"
BY_HAND = 'utama:\n- rhk: "Ijin\\x20terbit"\n'


def no(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"no {program} here")


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def fix(
    tmp_path: Path, resources: Resources, capfdbinary: Any, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Run ``skplint fix`` in an empty folder; what is given as *stdin* is the standard input."""
    monkeypatch.setattr(linter.app, "Analyser", lambda settings: Analyser(settings, resources))
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["fix", *arguments])
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_file_is_mended_and_told_of(fix: Callable[..., Result]) -> None:
    path = write("draf.txt", BEFORE)
    result = fix("draf.txt")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "draf.txt: 1 perubahan dibuat: E001 1×\n1 perubahan dibuat dalam 1 berkas.\nCatatan selebihnya: skplint check\n"
    )
    assert path.read_bytes() == AFTER.encode()
    assert fix("draf.txt", "--lang", "en").out == "0 change(s) made.\nAll other notes: skplint check\n"


def test_a_diff_writes_nothing_and_is_exit_1_where_there_is_something_to_mend(fix: Callable[..., Result]) -> None:
    path = write("draf.txt", BEFORE)
    result = fix("--diff", "draf.txt")
    assert result.code == 1
    assert result.out == (
        "--- draf.txt\n+++ draf.txt\n@@ -1,2 +1,2 @@\n-Ijin terbit\r\n+Izin terbit\r\n Arsip tertata\r\n"
    )
    assert "draf.txt: 1 perubahan akan dibuat: E001 1×" in result.err
    assert path.read_bytes() == BEFORE.encode()
    path.write_bytes(AFTER.encode())
    assert fix("--diff", "draf.txt")[:2] == (0, "")


TAKERS = (["patch", "-p0", "--binary", "-s"], ["git", "apply", "-p0"])


@pytest.mark.parametrize("command", [pytest.param(c, marks=no(c[0]), id=c[0]) for c in TAKERS])
@pytest.mark.parametrize("name", ["draf.txt", "unit kami/draf saya.txt"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "text", ["Ijin terbit\nArsip\n", "Ijin terbit\r\nArsip", "Arsip\rIjin\r", "Ijin\nArsip\rIjin\r\n"]
)
def test_a_diff_is_a_patch(fix: Callable[..., Result], command: list[str], name: str, mark: bytes, text: str) -> None:
    path = write(name, "")
    path.write_bytes(mark + text.encode())
    patch = fix("--diff", name).out
    subprocess.run(command, input=patch.encode(), check=True, capture_output=True)
    assert path.read_bytes() == mark + text.replace("Ijin", "Izin").encode()


@pytest.mark.parametrize("codec", ["utf-16", "cp1252"])
def test_a_diff_of_another_encoding_is_said_to_be_for_reading(fix: Callable[..., Result], codec: str) -> None:
    Path("draf.txt").write_bytes("Ijin café terbit\n".encode(codec))
    result = fix("--diff", "draf.txt")
    assert "+Izin café terbit" in result.out
    assert result.err.startswith("skplint: draf.txt bukan UTF-8: diff ini hanya untuk dibaca, tidak untuk patch\n")


def test_a_file_that_is_not_changed_is_not_written(fix: Callable[..., Result]) -> None:
    path = write("draf.txt", AFTER)
    os.utime(path, (1, 1))
    assert fix("draf.txt").code == 0
    assert path.stat().st_mtime == 1


def test_preview_makes_what_wants_a_look_first(fix: Callable[..., Result]) -> None:
    path = write("draf.txt", "Aplikasi RESIKO terpasang di dua unit\n")
    assert "1 lagi perlu dilihat dahulu: skplint fix --diff --preview" in fix("draf.txt").out
    assert fix("--preview", "draf.txt").code == 0
    assert path.read_text("utf-8") == "Aplikasi RISIKO terpasang di dua unit\n"


@pytest.mark.parametrize("arguments", [["--ignore", "E001"], ["--select", "C"], ["--part", "target"]])
def test_only_the_rules_that_are_chosen_mend(fix: Callable[..., Result], arguments: list[str]) -> None:
    path = write("draf.txt", BEFORE)
    assert fix(*arguments, "draf.txt").code == 0
    assert path.read_bytes() == BEFORE.encode()


def test_what_must_be_changed_by_hand_is_exit_1(fix: Callable[..., Result]) -> None:
    path = write("draf.yaml", BY_HAND)
    result = fix("draf.yaml")
    assert result.code == 1
    assert "✗ baris 2: E001 “Ijin” → “Izin”: ditulis dengan tanda kutip ganda, escape" in result.out
    assert "1 perlu diubah dengan tangan (✗)." in result.out
    assert path.read_text("utf-8") == BY_HAND


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("skp.xlsx", "skplint annotate"),
        ("SKP.DOCX", "skplint annotate"),
        ("skp.xls", "simpan dahulu sebagai .xlsx"),
        ("skp.pdf", "skplint check --format xlsx=catatan.xlsx"),
    ],
)
def test_what_is_not_changed_in_place_is_told_where_its_notes_go(
    fix: Callable[..., Result], name: str, told: str
) -> None:
    Path(name).write_bytes(b"PK\x03\x04")
    result = fix(name)
    assert result.code == 2
    assert told in " ".join(result.out.split())


def test_a_folder_is_mended_and_its_workbooks_are_skipped(fix: Callable[..., Result]) -> None:
    paths = [write("unit/a.txt", BEFORE), write("unit/b/c.csv", "RHK,Indikator\nIjin terbit,Lama\n")]
    write("unit/skp.xlsx", "")
    result = fix("unit")
    assert result.code == 0
    assert "Dilewati (1):\n  unit/skp.xlsx" in result.out
    assert [path.read_text("utf-8").count("Izin") for path in paths] == [1, 1]


@pytest.mark.parametrize(
    ("name", "said"),
    [("tidak-ada.txt", "tidak ditemukan"), ("", "nama berkas ini kosong"), ("a.rtf", "jenis berkas '.rtf'")],
)
def test_what_cannot_be_read_is_exit_2_and_the_rest_is_mended(fix: Callable[..., Result], name: str, said: str) -> None:
    path = write("draf.txt", BEFORE)
    write("a.rtf", "Ijin")
    result = fix(name, "draf.txt")
    assert result.code == 2
    assert said in result.out
    assert path.read_bytes() == AFTER.encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_no_file_to_mend(fix: Callable[..., Result]) -> None:
    os.mkfifo("pipa.txt")
    assert fix("pipa.txt").code == 2


def test_standard_input_goes_to_standard_output_in_its_own_bytes(fix: Callable[..., Result]) -> None:
    result = fix("-", stdin=BEFORE.encode())
    assert (result.code, result.out) == (0, AFTER)
    assert "1 perubahan dibuat" in result.err
    result = fix("-", "--stdin-filename", "a.csv", stdin=b"RHK,Indikator\nIjin,Lama")
    assert (result.code, result.out) == (0, "RHK,Indikator\nIzin,Lama")
    assert fix("-", stdin=b"\x00\x01")[:2] == (2, "")


def test_a_read_only_file_stays(fix: Callable[..., Result]) -> None:
    path = write("draf.txt", BEFORE)
    path.chmod(0o444)
    result = fix("draf.txt")
    assert (result.code, path.read_bytes()) == (2, BEFORE.encode())
    assert result.err == "skplint: draf.txt: berkas ini hanya boleh dibaca; tidak diubah\n"


def test_a_link_stays_a_link(fix: Callable[..., Result]) -> None:
    path = write("asli/draf.txt", BEFORE)
    Path("tautan.txt").symlink_to(path)
    assert fix("tautan.txt").code == 0
    assert Path("tautan.txt").is_symlink()
    assert path.read_bytes() == AFTER.encode()


def test_a_file_that_someone_else_changes_meanwhile_stays_theirs(
    fix: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("draf.txt", BEFORE)
    save = linter.app.save

    def late(fixed: Any, name: str) -> None:
        path.write_text("Ijin lain\n", "utf-8")
        save(fixed, name)

    monkeypatch.setattr(linter.app, "save", late)
    result = fix("draf.txt")
    assert (result.code, path.read_text("utf-8")) == (2, "Ijin lain\n")
    assert "berubah sejak dibaca" in result.err
    assert [entry.name for entry in Path().iterdir()] == ["draf.txt"]


def test_unknown_rules_are_an_error(fix: Callable[..., Result]) -> None:
    write("draf.txt", BEFORE)
    assert fix("--select", "E999", "draf.txt").err.startswith("skplint: aturan 'E999' tidak dikenal")


def test_the_configuration_that_checks_a_file_mends_it_too(fix: Callable[..., Result]) -> None:
    write("skplint.toml", 'exclude = ["lama"]\n[[per-path]]\nmatch = ["*.skp"]\nignore = ["E001"]\n')
    paths = [write(name, BEFORE) for name in ("a.txt", "b.skp", "lama/c.txt")]
    assert fix(".").code == 0
    assert [path.read_bytes() == AFTER.encode() for path in paths] == [True, False, False]
    assert fix("--no-config", ".").code == 0
    assert all(path.read_bytes() == AFTER.encode() for path in paths)
