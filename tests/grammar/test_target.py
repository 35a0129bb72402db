"""Targets as data, and Indonesian numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.grammar import read_target
from linter.grammar.target import number
from linter.language import Tagger, build_lexicon

TAGGER = Tagger(build_lexicon({}))


@pytest.mark.table("targets.yaml")
def test_target(tagger: Tagger, text: str, form: str, low: float | None, high: float | None, unit: str | None) -> None:
    target = read_target(text, tagger)
    assert target is not None
    assert (target.form, target.low, target.high) == (form, low, high)
    assert form == "naratif" or target.unit == unit


@pytest.mark.parametrize("text", [None, "", "  \t"])
def test_no_text_is_no_target(tagger: Tagger, text: str | None) -> None:
    assert read_target(text, tagger) is None


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
    target = read_target(text, TAGGER)
    assert target is None or target.form in {
        "angka", "rentang", "batas", "tenggat", "frekuensi", "indeks", "predikat", "uang", "bulan", "naratif", "kosong",
    }  # fmt: skip
