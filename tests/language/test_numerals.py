"""Numbers as values, in figures and in letters, and dates that there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.moments import moment
from linter.language.numerals import number, numeral


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.000", None, 1000.0),
        ("1.000", "%", 1.0),
        ("0.125", None, 0.125),
        ("12,5", None, 12.5),
        ("1.250.000,75", None, 1250000.75),
        ("1,250,000.75", None, 1250000.75),
        ("1,000,000", None, 1e6),
        ("1.000,000.00", None, 1000.0),
        ("1.2,3.4", None, 12.34),
        ("1.2.3,4,5", None, 12345.0),
        ("99.9", None, 99.9),
        ("-5", None, -5.0),
        ("3", None, 3.0),
        ("1:20", None, None),
        ("1:2:3", None, None),
        (".", None, None),
        ("", None, None),
        ("9" * 16, None, None),
        ("duabelas", None, 12.0),
        ("dua belas", None, 12.0),
        ("dua puluh lima", None, 25.0),
        ("seratus", None, 100.0),
        ("seribu lima ratus", None, 1500.0),
        ("dua ribu dua puluh enam", None, 2026.0),
        ("tiga ratus lima puluh juta", None, 350e6),
        ("tiga koma nol lima", None, 3.05),
        ("satu setengah", None, 1.5),
        ("dua laporan", None, None),
    ],
)
def test_number(text: str, unit: str | None, value: float | None) -> None:
    assert number(text, unit) == value


@given(st.from_regex(r"-?[0-9.,:]{1,12}", fullmatch=True), st.sampled_from([None, "%", "jam"]))
def test_every_figure_is_some_number_or_none(text: str, unit: str | None) -> None:
    value = number(text, unit)
    assert value is None or abs(value) < 1e15


def _spelled(value: int) -> str:
    """Return *value* (1 to 999,999,999) in letters."""
    names = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
    for size, word in ((10**6, "juta"), (1000, "ribu"), (100, "ratus")):
        if value >= size:
            several, rest = divmod(value, size)
            first = f"se{word}" if several == 1 and word != "juta" else f"{_spelled(several)} {word}"
            return f"{first} {_spelled(rest)}".strip()
    if value < 12:
        return names[value]
    if value < 20:
        return f"{names[value - 10]} belas"
    return f"{names[value // 10]} puluh {names[value % 10]}".strip()


@given(st.integers(1, 999_999_999))
def test_what_is_written_in_letters_is_read(value: int) -> None:
    words = _spelled(value).split()
    assert numeral([*words, "laporan"], 0) == (len(words), value)


_TIME_WORDS = ["januari", "maret", "s.d.", "-", "triwulan", "tw", "iv", "ke-3", "tanggal", "99", "5", "0", "2026", "minggu",
               "99/99/2024", "31-12-2025", "2025-00-10", "h-3", "pertama", "32-40"]  # fmt: skip


@given(st.lists(st.sampled_from(_TIME_WORDS), min_size=1, max_size=6))
def test_no_moment_lies_outside_the_calendar(words: list[str]) -> None:
    found = moment(" ".join(words))
    assert found.month is None or 1 <= found.month <= 12
    assert found.day is None or 1 <= found.day <= 31
    assert found.number is None or found.number > 0
