"""What ends a line, and how lines are counted."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.io.lines import LONGEST, LineMap, number_lines, split_lines
from linter.model import UserError


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_ends_one_line(end: str) -> None:
    assert list(split_lines(f"a{end}{end}b{end}")) == [(1, "a"), (2, ""), (3, "b")]


def test_mixed_line_ends_are_counted_as_editors_do() -> None:
    assert list(split_lines("a\r\nb\rc\n\rd")) == [(1, "a"), (2, "b"), (3, "c"), (4, ""), (5, "d")]


@pytest.mark.parametrize("char", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_other_separators_stay_inside_their_line(char: str) -> None:
    assert list(split_lines(f" a{char}b ")) == [(1, f" a{char}b ")]


def test_an_empty_text_has_no_lines() -> None:
    assert list(split_lines("")) == []


def test_a_line_of_a_megabyte_is_one_line() -> None:
    long = "x" * (1 << 20)
    assert list(split_lines(f"a\n{long}\nb")) == [(1, "a"), (2, long), (3, "b")]


def test_a_line_without_end_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(UserError, match="lebih dari") as caught:
        list(number_lines(io.StringIO("a\n" + "x" * (LONGEST + 1), newline=""), "draf.txt"))
    assert (caught.value.path, caught.value.line) == ("draf.txt", 2)


def test_an_offset_has_a_line_and_a_column_in_code_points() -> None:
    places = LineMap("é\r\nb\u2028c\rd")
    assert [places.place(offset) for offset in (0, 3, 5, 7)] == [(1, 1), (2, 1), (2, 3), (3, 1)]


@given(st.text())
def test_no_character_is_lost_or_changed(text: str) -> None:
    lines = [line for _, line in split_lines(text)]
    assert "".join(lines) == text.replace("\r", "").replace("\n", "")
    assert all(number == index for index, (number, _) in enumerate(split_lines(text), 1))
