"""Conditions of a rule, compiled once from their YAML form to closures over facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from linter.engine.cues import needed
from linter.engine.facts import Facts
from linter.engine.patterns import Lists, compile_pattern, search
from linter.engine.phrases import phrases_in, phrases_of
from linter.engine.sieve import ALWAYS
from linter.engine.types import Among, Condition
from linter.engine.vocabulary import Vocabulary
from linter.model import Phrase, Word

Test = Callable[[Facts], bool]
Where = TypeVar("Where")
_COUNTABLE = (int, float, frozenset)
_NOTHING: frozenset[Any] = frozenset()


class Finder(Protocol):
    """Finds the first words (first, last) at or after *begin* that a pattern or phrase matches, where it looks."""

    def __call__(self, f: Facts, begin: int = 0) -> tuple[int, int] | None: ...


def compile_condition(condition: Condition, vocabulary: Vocabulary) -> Test:
    """Return the test of *condition*, made once; its names were checked when the rule was loaded."""
    ready = vocabulary.ready.get(id(condition))
    if ready is None:
        ready = vocabulary.ready[id(condition)] = condition, _compiled(condition, vocabulary)
    return ready[1]


def _compiled(condition: Condition, vocabulary: Vocabulary) -> Test:
    if condition.all is not None:
        return _every([compile_condition(c, vocabulary) for c in condition.all])
    if condition.any is not None:
        return _some([compile_condition(c, vocabulary) for c in condition.any])
    if condition.not_ is not None:
        inner = compile_condition(condition.not_, vocabulary)
        return lambda f: not inner(f)
    if condition.some is not None:
        one = compile_condition(condition.some, vocabulary)
        return lambda f: any(map(one, f.around.below))
    if condition.every is not None:
        each = compile_condition(condition.every, vocabulary)
        return lambda f: bool(f.around.below) and all(map(each, f.around.below))
    if condition.pattern is not None or condition.phrase is not None:
        return _matching(condition, vocabulary)
    return fact_test(condition, vocabulary.getter(condition.fact or ""), vocabulary.lists)


def _matching(condition: Condition, vocabulary: Vocabulary) -> Test:
    """Return the test whether a pattern or phrase matches; it is not looked for where the text has none of its cues."""
    find = compile_finder(condition, vocabulary.lists)
    sieve = vocabulary.sieve
    bit = cue_bit(condition, vocabulary)
    if bit == ALWAYS:
        return lambda f: find(f) is not None
    return lambda f: sieve.met(f) & bit != 0 and find(f) is not None


def cue_bit(condition: Condition, vocabulary: Vocabulary) -> int:
    """Return the bit of the cues without any of which *condition* cannot hold, found once; ``ALWAYS`` where it has none."""
    known = vocabulary.bits.get(id(condition))
    if known is None:
        bit = vocabulary.sieve.bit(needed(condition, vocabulary.lists, vocabulary.facts))
        known = vocabulary.bits[id(condition)] = condition, bit
    return known[1]


def _every(tests: list[Test]) -> Test:
    """Return the test that holds where all do; pairs, not a loop over all, since this runs for each rule on each text."""
    if len(tests) <= 1:
        return tests[0] if tests else lambda f: True
    if len(tests) == 3:  # one call less than two pairs
        one, two, three = tests
        return lambda f: one(f) and two(f) and three(f)
    first, rest = tests[0], _every(tests[1:])
    return lambda f: first(f) and rest(f)


def _some(tests: list[Test]) -> Test:
    """Return the test that holds where one does."""
    if len(tests) <= 1:
        return tests[0] if tests else lambda f: False
    if len(tests) == 3:
        one, two, three = tests
        return lambda f: one(f) or two(f) or three(f)
    first, rest = tests[0], _some(tests[1:])
    return lambda f: first(f) or rest(f)


def compile_finder(condition: Condition, lists: Lists) -> Finder:
    """Return a function that finds the words (first, last) that the pattern or the phrase of *condition* matches."""
    look = _phrase_search(condition.phrase, lists) if condition.phrase is not None else _token_search(condition, lists)
    within = condition.within or "teks"

    def find(f: Facts, begin: int = 0) -> tuple[int, int] | None:
        words = f.parse.words
        if within == "awal":
            return look(words, 0, len(words) - 1, True) if begin == 0 else None
        if within == "teks":
            return look(words, begin, len(words) - 1, False)
        for phrase in _phrases(f, within):
            found = look(words, max(begin, phrase.first), phrase.last, False)
            if found is not None:
                return found
        return None

    return find


Look = Callable[[Sequence[Word], int, int, bool], tuple[int, int] | None]
"""Finds the first match among the words from one index to another; where the last argument is true, only at the first."""


def _token_search(condition: Condition, lists: Lists) -> Look:
    steps = compile_pattern(condition.pattern or (), lists)
    return lambda words, first, last, anchored: search(steps, words, first, last, anchored=anchored)


def _phrase_search(phrase: tuple[str, ...] | str, lists: Lists) -> Look:
    phrases = phrases_of(_members(phrase, lists))

    def look(words: Sequence[Word], first: int, last: int, anchored: bool) -> tuple[int, int] | None:
        found = next(phrases_in(words, phrases, first, last), None)
        return None if anchored and found is not None and found[0] != first else found

    return look


def matches(find: Finder, f: Facts) -> Iterator[tuple[int, int]]:
    """Yield the span (code points of the text) of every match, from left to right; none overlaps the one before."""
    begin, words = 0, f.parse.words
    while (found := find(f, begin)) is not None:
        yield words[found[0]].start, words[found[1]].end
        begin = found[1] + 1


def _phrases(f: Facts, within: str) -> Iterator[Phrase]:
    if within == "qualifiers":
        yield from (q.phrase for q in f.parse.qualifiers)
    elif (phrase := getattr(f.parse, within, None)) is not None:
        yield phrase


def _members(value: tuple[Any, ...] | str, lists: Lists) -> frozenset[Any]:
    return lists[value[1:]] if isinstance(value, str) else frozenset(value)


def fact_test(condition: Condition, get: Callable[[Where], Any], lists: Lists) -> Callable[[Where], bool]:
    """Return the test that *condition* makes of a fact, which *get* finds."""
    if condition.exists is not None:
        wanted = condition.exists
        return lambda f: _exists(get(f)) is wanted
    if condition.is_ is not None:
        return _is(get, condition.is_)
    if condition.in_ is not None:
        return _among(get, _members(condition.in_, lists))
    if condition.not_in is not None:
        inside = _among(get, _members(condition.not_in, lists))
        return lambda f: not inside(f)
    return _within_bounds(condition, get)


def _within_bounds(condition: Condition, get: Callable[[Where], Any]) -> Callable[[Where], bool]:
    low, high, below = condition.at_least, condition.at_most, condition.below

    def test(f: Where) -> bool:
        value = get(f)
        if not isinstance(value, _COUNTABLE):
            return False
        number = len(value) if isinstance(value, frozenset) else value
        return (low is None or number >= low) and (high is None or number <= high) and (below is None or number < below)

    return test


def _is(get: Callable[[Where], Any], value: Any) -> Callable[[Where], bool]:
    """Return the test whether a fact has *value*, or has it among its values; true is not 1."""
    if isinstance(value, bool):
        return lambda f: get(f) is value

    def test(f: Where) -> bool:
        found = get(f)
        if isinstance(found, frozenset):
            return value in found
        return bool(found == value) and not isinstance(found, bool)

    return test


def _among(get: Callable[[Where], Any], members: frozenset[Any]) -> Callable[[Where], bool]:
    """Return the test whether a fact, or one of its values, is among *members*."""

    def test(f: Where) -> bool:
        found = get(f)
        return not members.isdisjoint(found) if isinstance(found, frozenset) else found in members

    return test


def _exists(found: Any) -> bool:
    """Tell whether a fact has a value: nothing, an empty text and an empty set are none; false and 0 are values."""
    return found is not None and found != "" and found != _NOTHING


def patterns_of(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions with a pattern or a phrase in *condition* that assert a match (not those under ``not``)."""
    if condition.pattern is not None or condition.phrase is not None:
        yield condition
    for inner in (*(condition.all or ()), *(condition.any or ())):
        yield from patterns_of(inner)


def names_of(condition: Condition) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Yield (kind, name, pointer) of every fact ("fact") and list ("list") that *condition* names."""
    for key, group in (("all", condition.all), ("any", condition.any)):
        for n, c in enumerate(group or ()):
            yield from ((k, name, (key, n, *pointer)) for k, name, pointer in names_of(c))
    for key, inner in (("not", condition.not_), ("some", condition.some), ("every", condition.every)):
        if inner is not None:
            yield from ((k, name, (key, *pointer)) for k, name, pointer in names_of(inner))
    if condition.fact is not None:
        yield "fact", condition.fact, ("fact",)
    for key, value in (("in", condition.in_), ("not_in", condition.not_in), ("phrase", condition.phrase)):
        if isinstance(value, str):
            yield "list", value, (key,)
    for n, token in enumerate(condition.pattern or ()):
        for name, entry in (("LOWER", token.lower), ("LEMMA", token.lemma), ("TAG", token.tag)):
            for value in (entry.in_, entry.not_in) if isinstance(entry, Among) else (entry,):
                if isinstance(value, str) and (value.startswith("@") or isinstance(entry, Among)):
                    yield "list", value, ("pattern", n, name)
