"""Constructions that deceive a reader who goes by the first word, or by any word."""

from __future__ import annotations

import pytest

from linter.app import Analyser


@pytest.mark.table("pitfalls.tsv")
def test_pitfall(analyser: Analyser, text: str, class_: str, form: str) -> None:
    checked = analyser.check_text(text)
    assert checked.verdict is not None
    assert checked.parse is not None
    assert (checked.verdict.class_, checked.parse.form) == (class_, form)
