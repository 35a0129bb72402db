"""Token patterns in the vocabulary of spaCy's Matcher (LOWER, LEMMA, TAG, OP, IN, NOT_IN), over our own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from linter.engine.types import Among, Token
from linter.model import Word

Test = Callable[[Word], bool]
Lists = dict[str, frozenset[str]]


class Step(msgspec.Struct, frozen=True):
    """One token of a compiled pattern: the test of a word and the operator ("1", "!", "?", "+", "*")."""

    test: Test
    op: str


def compile_pattern(tokens: Sequence[Token], lists: Lists) -> tuple[Step, ...]:
    """Return the steps of a pattern; list names were checked when the rule was loaded."""
    return tuple(Step(_test(token, lists), token.op or "1") for token in tokens)


def _values(value: str | Among | None, lists: Lists) -> tuple[frozenset[str], bool] | None:
    """Return (words, wanted) of a value, None where it does not matter."""
    if value is None:
        return None
    if isinstance(value, str):
        return (lists[value[1:]] if value.startswith("@") else frozenset({value})), True
    chosen = value.in_ if value.in_ is not None else value.not_in
    words = lists[chosen[1:]] if isinstance(chosen, str) else frozenset(chosen or ())
    return words, value.in_ is not None


def _test(token: Token, lists: Lists) -> Test:
    lower, lemma, tag = _values(token.lower, lists), _values(token.lemma, lists), _values(token.tag, lists)

    def test(word: Word) -> bool:
        return (
            (lower is None or (word.lower in lower[0]) is lower[1])
            and (lemma is None or (word.lemma in lemma[0]) is lemma[1])
            and (tag is None or (word.tag in tag[0]) is tag[1])
        )

    return test


def search(
    steps: Sequence[Step], words: Sequence[Word], first: int, last: int, *, anchored: bool = False
) -> tuple[int, int] | None:
    """Return (first, last) of the first, longest match among words ``first … last``, None where there is none.

    An *anchored* pattern must begin at *first*.
    """
    for start in range(first, last + 1 if not anchored else min(first, last) + 1):
        end = _match(steps, 0, words, start, last)
        if end is not None and end > start:
            return start, end - 1
    return None


def _match(steps: Sequence[Step], n: int, words: Sequence[Word], i: int, last: int) -> int | None:
    """Return the end of the longest match of ``steps[n:]`` from word *i* on."""
    if n == len(steps):
        return i
    step = steps[n]
    here = i <= last and step.test(words[i])
    if step.op == "1":
        return _match(steps, n + 1, words, i + 1, last) if here else None
    if step.op == "!":
        return _match(steps, n + 1, words, i + 1, last) if i <= last and not here else None
    best = None if step.op == "+" else _match(steps, n + 1, words, i, last)
    while i <= last and step.test(words[i]):
        i += 1
        end = _match(steps, n + 1, words, i, last)
        if end is not None and (best is None or end > best):
            best = end
        if step.op == "?":
            break
    return best
