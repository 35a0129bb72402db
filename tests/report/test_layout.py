"""Breaking text into lines, cutting it, and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.report.harmless import harmless, width
from linter.report.layout import clip, columns, paragraph, render, table, wrap


def test_wrap_breaks_at_blanks():
    assert wrap("Laporan disampaikan tepat waktu", 20) == ["Laporan disampaikan", "tepat waktu"]


def test_wrap_cuts_what_is_wider_than_a_line():
    assert wrap("a abcdefghij b", 4) == ["a", "abcd", "efgh", "ij b"]


@given(st.text(st.characters(blacklist_categories=["Cs"])), st.integers(2, 60))
def test_wrap_keeps_every_word_and_the_width(text, room):
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(harmless("".join(text.split())).split())
    assert all(width(line) <= room for line in lines)


@pytest.mark.parametrize(("room", "seen"), [(30, "Laporan disampaikan"), (12, "Laporan dis…"), (9, "Laporan…")])
def test_clip_says_that_it_cut(room, seen):
    assert clip("Laporan  disampaikan", room) == seen


def test_a_paragraph_hangs_after_its_lead():
    assert render(paragraph("satu dua tiga empat", 16, lead="Mengapa: ")) == "Mengapa: satu\n  dua tiga empat\n"


def test_lines_end_without_blanks():
    assert render([(("a  ", "strong"), ("   ", "dim")), ()]) == "a\n\n"


def test_a_table_aligns_by_display_width():
    lines = table(("kata", "arti"), [("日本", "x"), ("a", "y z")], 40)
    assert render(lines) == "kata  arti\n日本  x\na     y z\n"
    assert columns(lines[1]) == 7
