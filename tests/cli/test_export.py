"""skplint rules export: what is written where, and what is never replaced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PAGE = "C001-verba-aktivitas.md"


@pytest.fixture
def export(run_here, tmp_path, monkeypatch):
    """Run rules export in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run_here("rules", "export", *arguments, "--no-plugins")


def test_all_rules_have_a_page_and_an_index(export):
    result = export("--output", "halaman")
    written = sorted(path.name for path in Path("halaman").iterdir())
    assert result.out == f"{len(written)} berkas ditulis ke halaman\n"
    assert {PAGE, "README.md"} <= set(written)
    assert all(
        path.read_text("utf-8").startswith("<!-- skplint rules export -->\n\n# ") for path in Path("halaman").iterdir()
    )


def test_single_rules_leave_the_index_alone(export):
    assert export("C001", "--output", "halaman").out == "1 berkas ditulis ke halaman\n"
    assert [path.name for path in Path("halaman").iterdir()] == [PAGE]


def test_one_rule_can_have_a_file_of_a_given_name(export):
    assert export("C001", "--output", "a/b/c001.md").code == 0
    assert "# C001 verba-aktivitas" in Path("a/b/c001.md").read_text("utf-8")
    result = export("C", "--output", "c.md")
    assert (result.code, "halaman memerlukan folder, bukan satu berkas .md" in result.err) == (2, True)


def test_json_says_what_was_written(export):
    result = export("C001", "--format", "json", "--output", "a/aturan.json")
    assert (result.code, result.out) == (0, f"1 berkas ditulis ke {Path('a/aturan.json')}\n")
    assert [rule["code"] for rule in json.loads(Path("a/aturan.json").read_text("utf-8"))] == ["C001"]


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("--output", "halaman"), "halaman/README.md"),
        (("C001", "--output", "halaman"), f"halaman/{PAGE}"),
        (("C001", "--output", "halaman/catatan.md"), "halaman/catatan.md"),
        (("C001", "--format", "json", "--output", "halaman/data.json"), "halaman/data.json"),
    ],
)
def test_a_file_of_someone_else_stays_and_nothing_is_written(export, arguments, file):
    Path("halaman").mkdir()
    Path(file).write_text('[{"code": "C001"}]\n', "utf-8")
    result = export(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "bukan tulisan rules export dan tidak ditimpa" in result.err
    assert Path(file).read_text("utf-8") == '[{"code": "C001"}]\n'
    assert len(list(Path("halaman").iterdir())) == 1


@pytest.mark.parametrize(
    "arguments",
    [("--output", "halaman"), ("C001", "--output", "c.md"), ("C001", "--format", "json", "--output", "c.json")],
)
def test_what_was_exported_before_is_replaced(export, arguments):
    assert [export(*arguments).code, export(*arguments).code] == [0, 0]


@pytest.mark.parametrize("target", ["berkas", "berkas/halaman", "berkas/x/c001.md"])
def test_a_file_where_a_folder_is_needed(export, target):
    Path("berkas").write_text("", "utf-8")
    result = export("C001", "--output", target)
    assert (result.code, result.out) == (2, "")
    assert "folder ini tidak dapat dibuat: berkas berkas, bukan folder" in result.err
