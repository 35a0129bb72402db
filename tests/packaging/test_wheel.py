"""What the wheel holds, and what it promises of itself."""

from __future__ import annotations

import email
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
EXTRAS = {"browser", "docx", "pdf", "lsp", "web", "batch", "spark", "all", "dev"}


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


def files(folder: Path) -> set[str]:
    """Return the files under *folder* that git or an editor did not leave there, relative to it."""
    return {
        f.relative_to(folder).as_posix()
        for f in folder.rglob("*")
        if f.is_file() and "__pycache__" not in f.parts and not f.name.startswith(".")
    }


@pytest.mark.parametrize("folder", ["rules", "grammars", "corpus/gold", "corpus/pelajaran", "corpus/latihan"])
def test_data_ships_whole(folder, names):
    assert {f"linter/_data/{folder}/{name}" for name in files(ROOT / folder)} <= names


def test_code_and_word_tables_ship_whole(names):
    assert {f"linter/{name}" for name in files(ROOT / "linter")} <= names
    assert "linter/language/lexicon/verbs.txt" in names


def test_nothing_else_ships(names):
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"linter"}
    assert not [name for name in names if {"tests", "__pycache__"} & set(Path(name).parts)]


def test_the_licence_ships(names):
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_says_which_python_and_which_extras(metadata):
    assert metadata["Requires-Python"] == ">=3.11"
    assert set(metadata.get_all("Provides-Extra", [])) == EXTRAS


def test_all_has_every_extra_of_users_but_spark(metadata):
    wanted: dict[str, set[str]] = {}
    for line in metadata.get_all("Requires-Dist", []):
        requirement, _, extra = line.partition(" extra == ")
        wanted.setdefault(extra.strip("'\""), set()).add(requirement)
    assert wanted["all"] == set().union(*(wanted[extra] for extra in EXTRAS - {"all", "browser", "dev", "spark"}))


def test_the_command_is_the_entry_point(wheel):
    with ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/entry_points.txt"))
        assert "skplint = linter.cli:main" in archive.read(name).decode()
