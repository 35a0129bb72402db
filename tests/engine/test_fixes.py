"""Fixes: the edits of a rule, with the capitals and spaces that they leave, and how safe they are where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.app import Analyser
from linter.engine.fixes import Replacement, deletion, fix_of
from linter.engine.types import FixHint
from linter.model import Edit, Fix

REPLACE = FixHint("replace", "aman", "@ejaan")
PAIRS = {"ejaan": {"ijin": Replacement("izin"), "team": Replacement("tim", "pratinjau")}}


def applied(text: str, fix: Fix | None) -> str:
    """Return *text* with the edits made, from the last to the first."""
    for edit in reversed(fix.edits if fix else ()):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.table("fixes.tsv")
def test_every_nonstandard_word_is_mended_as_far_as_it_is_safe(
    analyser: Analyser, text: str, safety: str, mended: str
) -> None:
    fix = next((f.fix for f in analyser.check_text(text).findings if f.code == "E001"), None)
    assert (fix.safety if fix else "-", applied(text, fix)) == (safety, mended)


@pytest.mark.parametrize(
    ("text", "word", "left"),
    [
        ("Telah tersusun laporan", "Telah", "Tersusun laporan"),
        ("1) Telah tersusun laporan", "Telah", "1) Tersusun laporan"),
        ("telah tersusun laporan", "telah", "tersusun laporan"),
        ("Telah SKP tersusun", "Telah", "SKP tersusun"),
        ("Laporan telah tersusun", "telah", "Laporan tersusun"),
        ("Laporan  telah tersusun", "telah", "Laporan tersusun"),
        ("Laporan tersusun telah", "telah", "Laporan tersusun"),
        ("Laporan telah, lalu dikirim", "telah", "Laporan, lalu dikirim"),
        ("Laporan (telah tersusun)", "telah", "Laporan (tersusun)"),
    ],
)
def test_a_deletion_leaves_neither_a_gap_nor_a_small_beginning(text: str, word: str, left: str) -> None:
    edit = deletion(text, text.index(word), text.index(word) + len(word))
    assert edit is not None
    assert applied(text, Fix("aman", (edit,))) == left


@pytest.mark.parametrize("text", ["telah", "1. telah", "(telah)", " telah ... "])
def test_a_deletion_never_leaves_nothing(text: str) -> None:
    start = text.index("telah")
    assert deletion(text, start, start + 5) is None


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_deletion_takes_away_the_marked_words_and_nothing_else_but_space(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    edit = deletion(text, start, end)
    if edit is not None:
        kept = text[:start] + text[end:]
        left = applied(text, Fix("aman", (edit,)))
        assert "".join(left.split()).casefold() == "".join(kept.split()).casefold()


def test_a_rule_deletes_what_it_marks() -> None:
    assert fix_of(FixHint("delete", "aman"), {}, "Laporan telah dikirim", [(8, 13)]) == Fix("aman", (Edit(7, 13, ""),))


def test_safer_edits_come_first_and_alone() -> None:
    spans = [(0, 4), (5, 9)]
    assert fix_of(REPLACE, PAIRS, "team ijin", spans) == Fix("aman", (Edit(5, 9, "izin"),))
    assert fix_of(REPLACE, PAIRS, "team izin", spans) == Fix("pratinjau", (Edit(0, 4, "tim"),))


def test_a_fix_is_no_safer_than_its_rule() -> None:
    fix = fix_of(FixHint("replace", "pratinjau", "@ejaan"), PAIRS, "ijin", [(0, 4)])
    assert fix is not None
    assert fix.safety == "pratinjau"


def test_a_rewrite_has_no_edits() -> None:
    assert fix_of(FixHint("rewrite", "saran"), {}, "Menyusun laporan", [(0, 8)]) is None
