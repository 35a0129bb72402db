"""Phrases of a list ("sesuai ketentuan", "akses air minum layak") found in a text, word by word."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.model import Word

Phrases = Mapping[str, Sequence[Sequence[str]]]
"""The phrases by their first word, each as its words; the longest first."""
Span = tuple[int, int]


class WordList(frozenset[str]):
    """The entries of a word list; its ``phrases`` are made ready once."""

    @functools.cached_property
    def phrases(self) -> Phrases:
        """The entries, ready to be looked for."""
        return _ready(self)


def phrases_of(listed: Iterable[str]) -> Phrases:
    """Return the phrases *listed* (lower case, words parted by spaces) ready to be looked for."""
    return listed.phrases if isinstance(listed, WordList) else _ready(listed)


def _ready(listed: Iterable[str]) -> Phrases:
    found: dict[str, list[Sequence[str]]] = {}
    for phrase in listed:
        tokens = phrase.split()
        if tokens:
            found.setdefault(tokens[0], []).append(tokens)
    return {first: sorted(options, key=len, reverse=True) for first, options in found.items()}


def phrases_in(words: Sequence[Word], phrases: Phrases, first: int = 0, last: int | None = None) -> Iterator[Span]:
    """Yield (first, last) of every phrase among words ``first … last``, from left to right; none overlaps the one before.

    A word that is a term of several ("tepat waktu") is taken apart, and a phrase may begin or end inside it.
    """
    forms = [word.reading.form for word in words[first : None if last is None else last + 1]]
    if phrases.keys().isdisjoint(forms):  # most texts have none, and are done with at this
        inner = [token for form in forms if " " in form for token in form.split(" ")]
        if phrases.keys().isdisjoint(inner):
            return
    tokens = [(token, n) for n, form in enumerate(forms, first) for token in form.split(" ")]
    at = 0
    while at < len(tokens):
        length = _length_at(tokens, at, phrases)
        if length:
            yield tokens[at][1], tokens[at + length - 1][1]
        at += length or 1


def _length_at(tokens: Sequence[tuple[str, int]], at: int, phrases: Phrases) -> int:
    """Return how many tokens from *at* on are a phrase, the longest that fits; 0 where none begins there."""
    for option in phrases.get(tokens[at][0], ()):
        if all(at + n < len(tokens) and tokens[at + n][0] == token for n, token in enumerate(option)):
            return len(option)
    return 0
