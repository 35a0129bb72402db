"""Rules ready to run: which of them may speak on a text whose part, form and class are known, and what is left to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from linter.engine import types as t
from linter.engine.conditions import Finder, Test, compile_condition, compile_finder, cue_bit, patterns_of
from linter.engine.settled import Settled, left_of
from linter.engine.sieve import ALWAYS
from linter.engine.vocabulary import Vocabulary

Meter = Callable[[str, Test], Test]
"""Wraps the test of the rule with the given code, to count and time it."""


class Compiled(msgspec.Struct, frozen=True):
    """What a rule says once it speaks: its file, its severities, the finders of the patterns that mark its span."""

    file: t.RuleFile
    severity_when: tuple[tuple[Test, str], ...]
    finders: tuple[Finder, ...]


class Candidate(msgspec.Struct, frozen=True):
    """A rule that may speak where some facts are settled: the test that is left, and the bit of the cues one of which it
    needs."""

    rule: Compiled
    holds: Test
    bit: int


class Flags(msgspec.Struct, frozen=True):
    """The flags that may speak where some facts are settled.

    ``bits`` are those of all that need a cue, ``by_bit`` the flags behind each.
    """

    always: tuple[Candidate, ...]
    bits: int
    by_bit: Mapping[int, tuple[Candidate, ...]]

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> Flags:
        """Return *candidates*, in their order, by their bits."""
        by_bit: dict[int, tuple[Candidate, ...]] = {}
        for one in candidates:
            by_bit[one.bit] = (*by_bit.get(one.bit, ()), one)
        always = by_bit.pop(ALWAYS, ())
        return cls(always, sum(by_bit), by_bit)

    def tried(self, met: int) -> Iterator[Candidate]:
        """Yield the flags that may speak on a text that meets the bits *met*."""
        yield from self.always
        left = met & self.bits
        while left:
            bit = left & -left
            yield from self.by_bit[bit]
            left ^= bit


class Standing(msgspec.Struct, frozen=True):
    """A rule, and what is left of its conditions where some facts are settled; None where they are settled too."""

    rule: Compiled
    when: t.Condition | None
    unless: t.Condition | None


def compile_rule(file: t.RuleFile, vocabulary: Vocabulary) -> Compiled:
    """Return what *file* says, with its conditions compiled."""
    return Compiled(
        file,
        tuple((compile_condition(s.when, vocabulary), s.severity) for s in file.severity_when),
        tuple(compile_finder(c, vocabulary.lists) for c in patterns_of(file.when)),
    )


def standing(rule: Compiled) -> Standing:
    """Return *rule* where nothing is settled."""
    return Standing(rule, rule.file.when, rule.file.unless)


def narrowed(rules: Iterable[Standing], known: Settled, vocabulary: Vocabulary) -> tuple[Standing, ...]:
    """Return those of *rules* that may speak where the facts *known* are settled as well."""
    found = []
    for one in rules:
        left = _left(one.when, one.unless, known, vocabulary)
        if left is not None:
            when, unless = left
            same = when is one.when and unless is one.unless
            found.append(one if same else Standing(one.rule, when, unless))
    return tuple(found)


def candidates(rules: Iterable[Standing], vocabulary: Vocabulary, meter: Meter | None = None) -> Iterator[Candidate]:
    """Yield *rules* with what is left of their conditions compiled."""
    for one in rules:
        holds, bit = _tested(one.when, one.unless, vocabulary)
        yield Candidate(one.rule, meter(one.rule.file.code, holds) if meter else holds, bit)


def tested(
    when: t.Condition | None, unless: t.Condition | None, known: Settled, vocabulary: Vocabulary
) -> tuple[Test, int] | None:
    """Return the test that *when* holds, where there is one, and *unless* does not, and the bit of the cues it needs.

    None where that cannot be, the facts *known* being settled.
    """
    left = _left(when, unless, known, vocabulary)
    return None if left is None else _tested(*left, vocabulary)


def _left(
    when: t.Condition | None, unless: t.Condition | None, known: Settled, vocabulary: Vocabulary
) -> tuple[t.Condition | None, t.Condition | None] | None:
    """Return what is left of *when* and *unless*; None where both cannot be met."""
    wanted = left_of(when, known, vocabulary.lists) if when is not None else True
    barred = left_of(unless, known, vocabulary.lists) if unless is not None else False
    if wanted is False or barred is True:
        return None
    return None if wanted is True else wanted, None if barred is False else barred


def _tested(when: t.Condition | None, unless: t.Condition | None, vocabulary: Vocabulary) -> tuple[Test, int]:
    holds = compile_condition(when, vocabulary) if when is not None else _always
    if unless is not None:
        holds = _but_not(holds, compile_condition(unless, vocabulary))
    return holds, cue_bit(when, vocabulary) if when is not None else ALWAYS


def _always(facts: object) -> bool:
    return True


def _but_not(when: Test, unless: Test) -> Test:
    return lambda facts: when(facts) and not unless(facts)
