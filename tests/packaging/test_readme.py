"""What the README and the other pages show is what happens."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from linter.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def docs() -> ModuleType:
    """The module docs/regenerate.py."""
    spec = importlib.util.spec_from_file_location("regenerate_docs", ROOT / "docs" / "regenerate.py")
    assert spec and spec.loader
    sys.path.insert(0, str(ROOT / "docs"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_the_pages_of_the_rules_are_up_to_date(docs):
    written = {path: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "aturan").glob("*.md")}
    assert written == docs.pages.pages(), "to renew them: nox -s docs"


def blocks(kind: str) -> list[str]:
    """Return the fenced blocks of the README whose language is *kind*."""
    pieces = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[1::2]
    return [body for name, _, body in (piece.partition("\n") for piece in pieces) if name.strip() == kind]


@pytest.mark.slow
@pytest.mark.parametrize("path", ["README.md", "docs/aturan.md", "docs/pengaturan.md"])
def test_what_comes_from_the_program_is_up_to_date(docs, path):
    assert (ROOT / path).read_text(encoding="utf-8") == docs.renewed(path), "to renew it: nox -s docs"


def test_the_two_commands_stand_there():
    said = "\n".join(blocks("sh"))
    assert "python -m pip install . && skplint check corpus/contoh\n" in said
    assert 'python -m pip install -e ".[dev]" && python -m pytest\n' in said


def test_the_rule_can_be_loaded_and_its_examples_hold(tmp_path, capsys):
    (rule,) = blocks("yaml")
    first, _, _ = rule.partition("\n")
    file = tmp_path / first.removeprefix("# ").strip()
    file.parent.mkdir(parents=True)
    file.write_text(rule, encoding="utf-8")
    folder = tmp_path / file.relative_to(tmp_path).parts[0]
    code = file.name.partition("-")[0]
    assert main(["rules", "test", code, "--rules", str(folder)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", ["linter", "rules", "grammars", "corpus", "tests", "benchmarks", "docs/adr"])
def test_the_rooms_it_names_are_there(path):
    assert (ROOT / path).is_dir()


def test_the_configuration_that_is_shown_is_valid(tmp_path, monkeypatch):
    page = (ROOT / "docs" / "pengaturan.md").read_text(encoding="utf-8")
    (tmp_path / "skplint.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    (tmp_path / "aturan-kami" / "lists").mkdir(parents=True)
    (tmp_path / "aturan-kami" / "lists" / "kata-kami.txt").write_text("sip\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["config", "show"]) == 0
