"""Amounts and times as single words, and that what is remembered of them is what would be found anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.expressions import Expressions, _amount, _time

WORDS = (
    "tahun", "2026", "30", "hari", "kerja", "setiap", "tiap-tiap", "t.a.", "berjalan", "bulan", "triwulan", "iv", "s.d.", "juni",
    "pada", "dan", "sekali", "rp", "juta", "laporan", "%", "90", "–", "minggu", "ke-2", "musim", "hujan", "selama", "(", ")",
)  # fmt: skip


@pytest.mark.parametrize(
    ("tokens", "kind"),
    [
        ("tahun 2026", "year"),
        ("2026", "year"),
        ("25 juli 2026", "date"),
        ("triwulan iv", "span"),
        ("setiap bulan", "frequency"),
        ("tiap-tiap bulan", "frequency"),
        ("t.a. berjalan", "period"),
        ("bulan berjalan", "period"),
    ],
)
def test_what_kind_of_time_it_is(tokens: str, kind: str) -> None:
    found = Expressions().time(["pada", *tokens.split(), "laporan"], 1)
    assert found is not None
    length, reading = found
    assert (length, reading.tag, reading.features) == (len(tokens.split()), "TIME", frozenset({kind}))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), st.data())
def test_what_is_remembered_is_what_would_be_found(tokens: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(tokens) - 1))
    known = Expressions()
    for other in WORDS:  # what stood before other ends
        known.time([other, *tokens[at:]], 1)
        known.amount([other, *tokens[at:]], 1)
    assert known.time(tokens, at) == _time(tokens, at)
    assert known.amount(tokens, at) == _amount(tokens, at)
