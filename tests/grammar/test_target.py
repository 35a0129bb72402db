"""Targets as data, and Indonesian numbers."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.app.resources import Resources, load_resources
from linter.grammar import TargetReader
from linter.grammar.target import number
from linter.language import Tagger, build_lexicon

GRAMMAR = load_resources(()).grammars["target"]
BARE = TargetReader(Tagger(build_lexicon({})), GRAMMAR, frozenset())
"""A reader that knows no words."""


@pytest.fixture(scope="module")
def targets(resources: Resources, tagger: Tagger) -> TargetReader:
    """The reader of targets as it is shipped."""
    return TargetReader(tagger, GRAMMAR, resources.rules.lists["predikat"], strict=True)


@pytest.mark.table("targets.yaml")
def test_target(
    targets: TargetReader, text: str, form: str, low: float | None, high: float | None, unit: str | None, more: Any
) -> None:
    target = targets.read(text)
    assert target is not None
    assert (target.form, target.low, target.high) == (form, low, high)
    assert target.unit == unit
    told = msgspec.to_builtins(target)
    for field, value in (more or {}).items():
        found = told[field]
        if isinstance(value, dict):
            found = {k: v for k, v in found.items() if v not in (None, "")}
        assert found == (tuple(value) if isinstance(value, list) else value), field


@pytest.mark.parametrize("text", [None, "", "  \t"])
def test_no_text_is_no_target(targets: TargetReader, text: str | None) -> None:
    assert targets.read(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.000", None, 1000.0),
        ("1.000", "%", 1.0),
        ("12,5", None, 12.5),
        ("1.250.000,75", None, 1250000.75),
        ("1,250,000.75", None, 1250000.75),
        ("99.9", None, 99.9),
        ("3", None, 3.0),
    ],
)
def test_number(text: str, unit: str | None, value: float) -> None:
    assert number(text, unit) == value


@given(st.one_of(st.text(max_size=20), st.text("0123456789.,%–-≥ RpsdhariMtkxa()/", max_size=24)))
def test_every_text_is_some_target_or_none(text: str) -> None:
    target = BARE.read(text)
    assert target is None or target.form in {
        "angka", "rentang", "batas", "tenggat", "frekuensi", "indeks", "predikat", "uang", "bulan", "naratif", "kosong",
    }  # fmt: skip
