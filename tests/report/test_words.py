"""The words of the reports take the same fields and have the same entries in both languages."""

import string
from collections.abc import Iterator, Mapping

import pytest

from linter.report.words import words

BY_FIELD = {name: (getattr(words("id"), name), getattr(words("en"), name)) for name in words("id").__struct_fields__}


def filled_in(said: object) -> Iterator[tuple[str, list[str]]]:
    """Yield each text by its key, with the names that stand in its braces."""
    entries = said.items() if isinstance(said, Mapping) else [("", str(said))]
    for key, text in entries:
        yield key, sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("name", BY_FIELD)
def test_both_languages_fill_in_the_same(name: str) -> None:
    indonesian, english = BY_FIELD[name]
    assert list(filled_in(indonesian)) == list(filled_in(english))


@pytest.mark.parametrize("name", BY_FIELD)
def test_no_word_is_empty(name: str) -> None:
    for said in BY_FIELD[name]:
        assert all(text.strip() for text in (said.values() if isinstance(said, Mapping) else [said]))
