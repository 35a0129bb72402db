"""Rules ready to run, and which of them may speak on a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from linter.engine import types as t
from linter.engine.conditions import Finder, Test, compile_condition, compile_finder, forms_of, patterns_of
from linter.engine.cues import needed
from linter.engine.sieve import ALWAYS
from linter.engine.vocabulary import Vocabulary

Meter = Callable[[str, Test], Test]
"""Wraps the test of the rule with the given code, to count and time it."""


class Compiled(msgspec.Struct, frozen=True):
    """A rule ready to run: whether it speaks, its severities, the finders of the patterns that mark its span.

    ``forms`` are those that a statement must have for it to speak, None where any will do; ``bit`` is that of the cues one
    of which the text must have.
    """

    file: t.RuleFile
    holds: Test
    forms: frozenset[str] | None
    bit: int
    severity_when: tuple[tuple[Test, str], ...]
    finders: tuple[Finder, ...]


class Applicable(msgspec.Struct, frozen=True):
    """The rules for one part under one regime and one form: class rules by priority, and flags; whether any has a class.

    ``bits`` are those of all flags that need a cue, ``by_bit`` the flags behind each.
    """

    classes: tuple[Compiled, ...]
    always: tuple[Compiled, ...]
    classed: bool
    bits: int
    by_bit: Mapping[int, tuple[Compiled, ...]]

    def tried(self, met: int) -> Iterator[Compiled]:
        """Yield the flags that may speak on a text that meets the bits *met*."""
        yield from self.always
        left = met & self.bits
        while left:
            bit = left & -left
            yield from self.by_bit[bit]
            left ^= bit


def applicable(classes: list[Compiled], flags: list[Compiled], form: str) -> Applicable:
    """Return what of *classes* and *flags* may speak on a statement of *form*."""
    by_bit: dict[int, tuple[Compiled, ...]] = {}
    for rule in flags:
        if rule.forms is None or form in rule.forms:
            by_bit[rule.bit] = (*by_bit.get(rule.bit, ()), rule)
    always = by_bit.pop(ALWAYS, ())
    possible = tuple(rule for rule in classes if rule.forms is None or form in rule.forms)
    return Applicable(possible, always, bool(classes), sum(by_bit), by_bit)


def compile_rule(file: t.RuleFile, vocabulary: Vocabulary, meter: Meter | None = None) -> Compiled:
    """Return *file* with its conditions compiled."""
    holds = compile_condition(file.when, vocabulary)
    if file.unless is not None:
        holds = _but_not(holds, compile_condition(file.unless, vocabulary))
    return Compiled(
        file,
        meter(file.code, holds) if meter else holds,
        forms_of(file.when),
        vocabulary.sieve.bit(needed(file.when, vocabulary.lists, vocabulary.facts)),
        tuple((compile_condition(s.when, vocabulary), s.severity) for s in file.severity_when),
        tuple(compile_finder(c, vocabulary.lists) for c in patterns_of(file.when)),
    )


def _but_not(when: Test, unless: Test) -> Test:
    return lambda facts: when(facts) and not unless(facts)
