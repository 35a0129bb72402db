"""What the README shows is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import main

ROOT = Path(__file__).parents[2]


def blocks(kind: str) -> list[str]:
    """Return the fenced blocks of the README whose language is *kind*."""
    pieces = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[1::2]
    return [body for name, _, body in (piece.partition("\n") for piece in pieces) if name.strip() == kind]


def test_the_report_is_a_real_one(capsys, monkeypatch):
    """Lines may be left out, at an ellipsis of their own; none may be invented."""
    monkeypatch.chdir(ROOT)
    assert main(["check", "corpus/contoh"]) == 1
    real = capsys.readouterr().out.splitlines()
    (shown,) = blocks("text")
    missing = [line for line in shown.splitlines() if line.strip() not in ("", "…") and line not in real]
    assert not missing, "copy the block again from: skplint check corpus/contoh"


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
