"""Tokens: what spaCy's tokenizer makes of a text under our rules, with and without the memory of chunks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.language.tokenizer import ChunkTokenizer, spacy_tokens

CHUNKS = ChunkTokenizer()
AS_WRITTEN = st.text("abdeiknrsuABRpHTX0123456789 .,;:-–/()%&\"'’…+≥≤<>=*#\t\n\u00a0", max_size=40)


@pytest.mark.table("tokens.tsv")
def test_tokens(text: str, tokens: str) -> None:
    assert [token for token, _ in CHUNKS(text)] == tokens.split(" ")


def test_the_memory_of_chunks_changes_nothing_on_the_corpus(texts: tuple[str, ...]) -> None:
    assert len(texts) > 700
    for text in texts:
        assert tuple(CHUNKS(text)) == spacy_tokens(text), text


@given(st.one_of(AS_WRITTEN, st.text(max_size=30)))
@settings(max_examples=600)
def test_the_memory_of_chunks_changes_nothing_on_any_text(text: str) -> None:
    assert tuple(CHUNKS(text)) == spacy_tokens(text)


@given(st.one_of(AS_WRITTEN, st.text(max_size=30)))
def test_tokens_are_the_characters_of_the_text_at_their_offset(text: str) -> None:
    tokens = CHUNKS(text)
    assert all(text[at : at + len(token)] == token for token, at in tokens)
    assert "".join(token for token, _ in tokens) == "".join(text.split())


def test_a_common_draft_needs_no_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> tuple[tuple[str, int], ...]:
        raise AssertionError(f"spaCy was asked for {text!r}")

    monkeypatch.setattr("linter.language.tokenizer.spacy_tokens", refuse)
    tokens = ChunkTokenizer()("Menyusun peta, neraca (awal) dan laporan")
    assert [t for t, _ in tokens] == ["Menyusun", "peta", ",", "neraca", "(", "awal", ")", "dan", "laporan"]
