"""The clean text of a statement, and its map back to the characters as they were written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.language.clean import COMPATIBLE, clean, marker_length

WORDS = {"peta", "siap", "pakai"}
AS_WRITTEN = st.text("aeimnstABIVX0123 .,;:-–/()•*#\t\n\u00a0\u00ad\u200b\u0301‘’“”", max_size=30)
RAW = st.one_of(AS_WRITTEN, st.text(max_size=20))


def known(word: str) -> bool:
    return word in WORDS


@pytest.mark.table("clean.yaml")
def test_clean(raw: str, text: str) -> None:
    assert clean(raw, known).text == text


@pytest.mark.parametrize(
    ("raw", "piece", "came_from"),
    [
        ("3. Peta siap.", "Peta", "Peta"),
        ("3. Peta siap.", "siap", "siap"),
        ("PBG/ IMB siap", "PBG/IMB", "PBG/ IMB"),
        ("Peta   siap", "Peta siap", "Peta   siap"),
        ("P e t a siap", "Peta", "P e t a"),
        ("P e t a s i a p", "siap", "s i a p"),
        ("• “Peta” siap", "Peta", "Peta"),
        ("Kafe\u0301 siap", "siap", "siap"),
        ("Kafe\u0301 siap", "Kafé", "Kafe\u0301"),
    ],
)
def test_a_span_leads_back_to_the_raw_characters(raw: str, piece: str, came_from: str) -> None:
    ready = clean(raw, known)
    at = ready.text.index(piece)
    start, end = ready.raw(at, at + len(piece))
    assert raw[start:end] == came_from


@given(RAW)
@example("P e t a s i a p")
def test_every_character_came_from_inside_the_text_in_order(raw: str) -> None:
    ready = clean(raw, known)
    spans = [ready.raw(n, n + 1) for n in range(len(ready.text))]
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert spans == sorted(spans)


@given(RAW)
def test_no_letter_or_figure_behind_the_marker_is_lost(raw: str) -> None:
    body = unicodedata.normalize("NFC", raw[marker_length(raw) :])
    body = "".join(unicodedata.normalize("NFKC", c) if COMPATIBLE.match(c) else c for c in body)
    assert _plain(clean(raw, known).text) == _plain(body)


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isalnum())


@given(RAW)
def test_a_marker_is_shorter_than_its_text(raw: str) -> None:
    assert 0 <= marker_length(raw) < max(1, len(raw))


@given(RAW)
def test_clean_text_has_single_spaces_and_none_behind(raw: str) -> None:
    text = clean(raw, known).text
    assert "  " not in text
    assert text == text.rstrip()


@given(st.from_regex(r"[A-Za-z]{2,9}(?:,? [A-Za-z0-9]{2,9}){0,6}", fullmatch=True))
@example("Program 12 desa")
@example("Peta, II siap")
def test_words_with_single_spaces_are_ready(raw: str) -> None:
    assert clean(raw, known).text == raw == clean(f"7) {raw}", known).text
    assert marker_length(raw) == 0
