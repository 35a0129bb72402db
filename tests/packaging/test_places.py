"""skplint says the same from wherever Python finds it, and whatever the current folder is."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

WAYS = ("installed", "zip", "checkout", "editable")
DRAFT = """\
Menyusun laporan keuangan
Permohonan informasi publik dijawab paling lambat 3 hari kerja
Persentase realisasi anggaran 90–95%
Pembinaan s.d. triwulan II
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the checkout with one draft."""
    folder = tmp_path_factory.mktemp("luar")
    (folder / "draf.txt").write_text(DRAFT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environments(place: Callable[[str], Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    return {way: place(way) for way in WAYS}


@pytest.mark.parametrize("way", [way for way in WAYS if way != "editable"])
def test_python_finds_the_one_that_is_meant(way, environments, folder, run):
    """Without this the next test could compare the dev install with itself."""
    found = run(
        sys.executable, "-c", "import linter; print(linter.__file__)", cwd=folder, environment=environments[way]
    )
    assert found.startswith(environments[way]["PYTHONPATH"])


def test_the_json_lines_are_the_same(environments, folder, run):
    command = (sys.executable, "-m", "linter", "check", "draf.txt", "--format", "jsonl", "--fail-on", "never")
    said = {way: run(*command, cwd=folder, environment=environment) for way, environment in environments.items()}
    items = [json.loads(line) for line in said["installed"].splitlines()]
    assert [item["text"] for item in items] == DRAFT.splitlines()
    assert items[0]["decided_by"] == "C001"
    assert said["zip"] == said["checkout"] == said["editable"] == said["installed"]


def test_labelled_statements_are_found_in_a_zip(environments, folder, run):
    """Lessons and measurements read the corpus through the same function as the rules."""
    program = (
        "from linter.io.data import data_dir, walk\n"
        "print(*(name for name, _ in walk(data_dir('corpus') / 'gold', '.jsonl')), sep='\\n')"
    )
    found = {
        way: run(sys.executable, "-c", program, cwd=folder, environment=environments[way])
        for way in ("zip", "checkout")
    }
    assert "statements-pencapaian.jsonl" in found["zip"].splitlines()
    assert found["zip"] == found["checkout"]


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_nothing_heavy_is_imported_for_version_and_help(argument, environments, folder, run):
    program = (
        "import sys\nfrom linter.cli import main\n"
        f"code = main([{argument!r}])\n"
        "print(*sorted({'spacy', 'lark', 'yaml'} & set(sys.modules)), sep=',')\nsys.exit(code)"
    )
    said = run(sys.executable, "-c", program, cwd=folder, environment=environments["installed"])
    assert said.splitlines()[-1] == ""
