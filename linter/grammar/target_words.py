"""The words by which targets are built, from grammars/target-words.tsv, and the named grades."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class TargetWords(msgspec.Struct, frozen=True):
    """``words``: lower-case word or words → (terminal, places) in their order; ``grades``: named grades, lower case.

    ``longest`` is how many words an entry or a grade may have.
    """

    words: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    grades: frozenset[str]
    longest: int


def read_target_words(table: str, grades: frozenset[str]) -> TargetWords:
    """Return the entries of *table* (columns: word, terminal, place) and *grades*."""
    words: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for line in table.split("\n"):
        if line.strip() and not line.startswith("#"):
            word, terminal, place = (*line.rstrip("\r").split("\t"), "")[:3]
            words[word] = (*words.get(word, ()), (terminal, frozenset(place.split("|")) - {""}))
    return TargetWords(words, grades, max((len(w.split()) for w in (*words, *grades)), default=1))
