"""What users are told of the corpus changes only when somebody approves it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from linter.app import Analyser

MOST_SHOWN = 40


@pytest.fixture(scope="module")
def made() -> ModuleType:
    """The module that writes the snapshots."""
    spec = importlib.util.spec_from_file_location("snapshots", Path(__file__).with_name("snapshots.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_changed_that_was_not_approved(analyser: Analyser, made: ModuleType) -> None:
    now = dict(made.snapshots(analyser))
    approved = {path.name: path.read_text("utf-8") for path in made.FOLDER.glob("*.tsv")}
    assert now.keys() == approved.keys()
    changes = [
        f"{name}: {sign} {row}"
        for name, text in now.items()
        for sign, here, there in (("-", approved[name], text), ("+", text, approved[name]))
        for row in sorted(set(here.splitlines()) - set(there.splitlines()))
    ]
    told = "\n".join(changes[:MOST_SHOWN])
    assert not changes, f"{len(changes)} lines differ; read them, then approve with: nox -s snapshots\n{told}"
