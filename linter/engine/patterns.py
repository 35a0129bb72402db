"""Token patterns in the vocabulary of spaCy's Matcher (LOWER, LEMMA, TAG, OP, IN, NOT_IN), over our own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

import msgspec

from linter.engine.types import Among, Token
from linter.model import Word

Test = Callable[[Word], bool]
Lists = Mapping[str, frozenset[str]]


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
    asked = (("lower", token.lower), ("lemma", token.lemma), ("tag", token.tag))
    tests = [_one(name, *found) for name, value in asked if (found := _values(value, lists)) is not None]
    return tests[0] if len(tests) == 1 else lambda word: all(test(word) for test in tests)


def _one(name: str, words: frozenset[str], wanted: bool) -> Test:
    """Return the test whether what *name* says of a word is among *words*, or is not."""
    get = attrgetter(name)
    return (lambda word: get(word) in words) if wanted else (lambda word: get(word) not in words)


State = tuple[int, bool]
"""A place in a pattern: the next step, and whether a "+" or "*" there has matched already."""


def search(
    steps: Sequence[Step], words: Sequence[Word], first: int, last: int, *, anchored: bool = False
) -> tuple[int, int] | None:
    """Return (first, last) of the leftmost, longest match among words ``first … last``, None where there is none.

    An *anchored* pattern must begin at *first*. All beginnings are followed at once, so the work grows with the words
    times the steps, whatever the pattern.
    """
    found: tuple[int, int] | None = None
    open_: dict[State, int] = {}
    begin = steps[0].test if steps and steps[0].op in {"1", "+"} else None
    for i in range(first, last + 1):
        if begin is not None and not open_ and not begin(words[i]):  # most words begin nothing
            if anchored:
                return None
            continue
        if found is None and (i == first or not anchored):
            _enter(open_, (0, False), i, steps)
        after: dict[State, int] = {}
        for state, start in open_.items():
            for following in _advance(state, words[i], steps):
                _enter(after, following, start, steps)
        ends = after.pop((len(steps), False), None)
        if ends is not None and (found is None or ends <= found[0]):
            found = (ends, i)
        open_ = {s: start for s, start in after.items() if found is None or start <= found[0]}
        if found is not None and not open_:
            break
    return found


def _enter(states: dict[State, int], state: State, start: int, steps: Sequence[Step]) -> None:
    """Add *state* and those reached from it without a word; the leftmost beginning of a state wins."""
    if states.get(state, start + 1) <= start:
        return
    states[state] = start
    n, seen = state
    if n < len(steps) and (steps[n].op in {"?", "*"} or seen):
        _enter(states, (n + 1, False), start, steps)


def _advance(state: State, word: Word, steps: Sequence[Step]) -> tuple[State, ...]:
    """Return the states that *word* leads to."""
    n, _ = state
    if n >= len(steps):
        return ()
    step = steps[n]
    if step.test(word) is (step.op == "!"):
        return ()
    return ((n, True),) if step.op in {"+", "*"} else ((n + 1, False),)
