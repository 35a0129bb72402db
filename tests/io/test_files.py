"""Opening, writing, guarding and finding files."""

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.io.atomic import AtomicFile, write_atomic
from linter.io.cells import guard_csv, guard_formula
from linter.io.data import data_dir, walk
from linter.io.files import read_bytes, read_stream, text_in, text_of
from linter.model import UserError

ROOT = Path(__file__).parents[2]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="tidak ditemukan"):
        read_bytes(str(tmp_path / "tak ada"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder"):
        read_bytes(str(tmp_path))


def test_a_name_that_no_system_allows_is_told() -> None:
    with pytest.raises(UserError, match="nama berkas"):
        read_bytes("a\0b")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_forbidden_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"")
    file.chmod(0)
    with pytest.raises(UserError, match="izin"):
        read_bytes(str(file))


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bytes(str(tmp_path / "a"), max_bytes=5) == b"12345"
    with pytest.raises(UserError, match="terlalu besar: lebih dari 4 bita"):
        read_bytes(str(tmp_path / "a"), max_bytes=4)
    with pytest.raises(UserError, match="terlalu besar"):
        read_stream(BytesIO(b"12345"), "-", max_bytes=4)


def test_a_text_can_be_opened_again_and_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfsatu\r\n" * 200_000)
    source = text_in(str(file))
    assert source.data is None
    for _ in range(2):
        with source.open() as stream:
            assert stream.readline() == "satu\r\n"
    assert len(source.read()) == len("satu\r\n") * 200_000 + 199_999


def test_bytes_are_a_text_of_the_name_they_are_given() -> None:
    assert text_of(b"\xff\xfea\x00", "-").read() == "a"


def test_a_file_is_written_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_atomic(file, b"satu")
    file.chmod(0o640)
    write_atomic(str(file), b"dua")
    assert file.read_bytes() == b"dua"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_writing_through_a_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"satu")
    (tmp_path / "tautan").symlink_to("a")
    write_atomic(tmp_path / "tautan", b"dua")
    assert (tmp_path / "tautan").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"dua"


def test_a_file_that_is_left_in_an_error_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"lama")
    with pytest.raises(ZeroDivisionError), AtomicFile(file) as new:
        new.write(b"baru")
        raise ZeroDivisionError
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"lama"]


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no such device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with AtomicFile("/dev/null") as file:
        file.write(b"satu")
    assert Path("/dev/null").is_char_device()


def test_a_file_with_other_bytes_than_expected_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"satu")
    with pytest.raises(UserError, match="berubah sejak dibaca"):
        write_atomic(file, b"dua", instead_of=b"lain")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.txt", b"satu")]
    write_atomic(file, b"dua", instead_of=b"satu")
    assert file.read_bytes() == b"dua"


@pytest.mark.parametrize("name", ["tak ada/a", ".", "a\0b"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="tidak dapat menyimpan"):
        write_atomic(f"{tmp_path}/{name}", b"satu")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1", "'=1"),
        ("a,=1", "a,'=1"),
        ("a;+1\t@b", "a;'+1\t'@b"),
        ("a\n-1", "a\n'-1"),
        ('"=1"', """"'=1\""""),
        ("\t=1", "'\t'=1"),
        ('a,"=1,"', """a,"'=1,\""""),
        ("Selesai, -5 hari; = cukup", "Selesai, -5 hari; = cukup"),
        ("1 = 1", "1 = 1"),
    ],
)
def test_what_another_separator_would_bring_to_the_start_is_guarded_too(text: str, guarded: str) -> None:
    assert guard_csv(text) == guarded


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "- butir", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_start_that_could_open_a_formula_is_guarded(text: str) -> None:
    assert guard_formula(text) == "'" + text


@pytest.mark.parametrize("text", ["", "5", " =1", "Laporan = 1", "'=1"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert guard_formula(text) == text


@given(st.text())
def test_guarding_twice_is_guarding_once(text: str) -> None:
    assert guard_formula(guard_formula(text)) == guard_formula(text)


def test_the_rules_are_found_in_a_checkout() -> None:
    names = [name for name, _ in walk(data_dir("rules"), ".yaml")]
    assert "layouts/headings.yaml" in names
    assert names == sorted(names)


def test_another_folder_is_no_data() -> None:
    with pytest.raises(ValueError, match="tests"):
        data_dir("tests")


def test_the_rules_are_found_in_a_zip_on_the_path(tmp_path: Path) -> None:
    archive = tmp_path / "skplint.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for file in (*(ROOT / "linter" / "io").glob("*.py"), *(ROOT / "linter" / "model").glob("*.py")):
            out.write(file, file.relative_to(ROOT))
        out.write(ROOT / "linter" / "__init__.py", "linter/__init__.py")
        out.writestr("linter/_data/rules/a/b.yaml", "isi: 1")
        out.writestr("linter/_data/rules/.tersembunyi.yaml", "isi: 2")
    code = (
        "import linter; from linter.io.data import *; "
        "assert '.zip' in linter.__file__; "
        "print([(name, file.read_text()) for name, file in walk(data_dir('rules'), ('.yaml', '.yml'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(archive)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == "[('a/b.yaml', 'isi: 1')]\n", run.stderr


def test_linked_and_hidden_folders_are_not_walked(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.yaml").write_text("")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.yaml").write_text("")
    (tmp_path / "sub" / "putar").symlink_to(tmp_path, target_is_directory=True)
    assert [name for name, _ in walk(tmp_path, ".yaml")] == ["b.yaml", "sub/a.yaml"]
