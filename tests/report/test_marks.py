"""The underlines of a statement stand under its characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.io.writable import shown
from linter.report.harmless import harmless, width
from linter.report.layout import columns, render
from linter.report.marks import GLYPHS, Mark, draw, lines, marks_of
from linter.report.words import words


def drawn(text, marks, room=80):
    return render(lines(draw(text, marks, room))).splitlines()


def mark(text, part, kind="object", label="objek"):
    start = text.index(part)
    return Mark(start, start + len(part), kind, label)


def test_each_part_has_its_line_and_its_label(samples):
    text = "Menyusun laporan keuangan tepat waktu"
    reading = samples.parse(
        text, "verba_aktif", verb="Menyusun", object="laporan keuangan", qualifiers=[("waktu", True, "tepat waktu")]
    )
    assert drawn(text, marks_of(reading, words("id"))) == [
        "Menyusun laporan keuangan tepat waktu",
        "━━━━━━━━ ──────────────── ~~~~~~~~~~~",
        "verba    objek            waktu",
    ]


def test_a_label_that_would_run_into_the_next_gets_a_row_of_its_own():
    text = "di A tepat"
    marks = (mark(text, "di A", "qualifier", "lingkup"), mark(text, "tepat", "qualifier", "waktu"))
    assert drawn(text, marks) == ["di A tepat", "~~~~ ~~~~~", "lingkup", "     waktu"]


def test_a_part_that_goes_on_in_the_next_row_says_so():
    text = "laporan keuangan bulanan"
    assert drawn(text, (mark(text, text),), room=16) == [
        "laporan keuangan", "────────────────", "objek", "", "bulanan", "───────", "…objek",
    ]  # fmt: skip


def test_blanks_around_the_text_are_not_shown_and_shift_nothing():
    text = "   1.\tMenyusun laporan  "
    assert drawn(text, (mark(text, "laporan"),)) == ["1. Menyusun laporan", "            ───────", "            objek"]


@pytest.mark.parametrize("text", ["日本 laporan", "e\u0301e\u0301 laporan", "\x1b laporan", "\u202e laporan"])
def test_wide_narrow_and_invisible_characters_keep_the_columns(text):
    line, under, _ = drawn(text, (mark(text, "laporan"),))
    assert under == " " * (width(line) - 7) + "─" * 7


def test_what_is_not_marked_has_no_underline():
    assert drawn("Sosialisasi", ()) == ["Sosialisasi"]
    assert drawn("   ", ()) == []


ALPHABET = st.sampled_from("abc de  \t日é\u0301\u202e\x1b😀\u200b-")


@st.composite
def marked_texts(draw_):
    text = draw_(st.text(ALPHABET, max_size=60))
    places = st.tuples(st.integers(-2, len(text) + 2), st.integers(0, 12), st.sampled_from(sorted(GLYPHS)))
    marks = draw_(st.lists(places, max_size=6))
    return text, tuple(Mark(s, s + n, kind, f"k{i}") for i, (s, n, kind) in enumerate(marks))


@given(marked_texts(), st.integers(8, 40))
def test_every_underline_lies_under_the_characters_of_its_part(case, room):
    text, marks = case
    owner = {}
    for one in reversed(marks):
        owner.update((i, one) for i in range(max(one.start, 0), min(one.end, len(text))))
    rows = draw(text, marks, room)
    at = len(text) - len(text.lstrip())
    for row in rows:
        expected = ""
        while text[at : at + 1].isspace():  # a row never begins with a blank
            at += 1
        seen = "".join(chunk for chunk, _ in row.text)
        used = 0
        while used < len(seen):
            piece = shown(text[at])
            assert seen.startswith(piece, used)
            expected += (GLYPHS[owner[at].kind] if at in owner else " ") * width(piece)
            used += len(piece)
            at += 1
        assert "".join(chunk for chunk, _ in row.underline).rstrip() == expected.rstrip()
    assert not text[at:].strip()


@given(marked_texts(), st.integers(8, 40))
def test_rows_keep_their_width_and_lose_no_character(case, room):
    text, marks = case
    rows = draw(text, marks, room)
    seen = "".join("".join(chunk for chunk, _ in row.text) for row in rows)
    assert "".join(seen.split()) == "".join(harmless(text).split())
    for row in rows:
        # one character alone may be wider than a row: a bidi mark is named in full
        assert columns(row.text) <= max(room, 10)
        for label_row in row.labels:
            assert columns(label_row) <= max(room, columns(row.text))
        labels = "".join(chunk for label_row in row.labels for chunk, _ in label_row).split()
        kinds = [kind for chunk, kind in row.underline if kind and chunk]
        assert len(labels) == len(kinds)
