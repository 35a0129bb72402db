"""Rules ready to run, and which of them may speak on a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from linter.engine import types as t
from linter.engine.conditions import Finder, Test, compile_condition, compile_finder, forms_of, patterns_of
from linter.engine.cues import ByCue, Cues, needed
from linter.engine.vocabulary import Vocabulary

Meter = Callable[[str, Test], Test]
"""Wraps the test of the rule with the given code, to count and time it."""


class Compiled(msgspec.Struct, frozen=True):
    """A rule ready to run: whether it speaks, its severities, the finders of the patterns that mark its span.

    ``forms`` are those that a statement must have for it to speak, ``cues`` those one of which it must have; None where any
    will do.
    """

    file: t.RuleFile
    holds: Test
    forms: frozenset[str] | None
    cues: Cues | None
    severity_when: tuple[tuple[Test, str], ...]
    finders: tuple[Finder, ...]


class Applicable(msgspec.Struct, frozen=True):
    """The rules for one part under one regime and one form: class rules by priority, and flags; whether any has a class."""

    classes: tuple[Compiled, ...]
    flags: tuple[Compiled, ...]
    classed: bool
    by_cue: ByCue

    def tried(self, cues: set[str]) -> Iterator[Compiled]:
        """Yield the flags that may speak on a text with *cues*, in their order."""
        return (self.flags[n] for n in self.by_cue.near(cues))


def applicable(classes: list[Compiled], flags: list[Compiled], form: str) -> Applicable:
    """Return what of *classes* and *flags* may speak on a statement of *form*."""
    fitting = tuple(rule for rule in flags if rule.forms is None or form in rule.forms)
    possible = tuple(rule for rule in classes if rule.forms is None or form in rule.forms)
    return Applicable(possible, fitting, bool(classes), ByCue.of([rule.cues for rule in fitting]))


def compile_rule(file: t.RuleFile, vocabulary: Vocabulary, meter: Meter | None = None) -> Compiled:
    """Return *file* with its conditions compiled."""
    holds = compile_condition(file.when, vocabulary)
    if file.unless is not None:
        holds = _but_not(holds, compile_condition(file.unless, vocabulary))
    return Compiled(
        file,
        meter(file.code, holds) if meter else holds,
        forms_of(file.when),
        needed(file.when, vocabulary.lists, vocabulary.facts),
        tuple((compile_condition(s.when, vocabulary), s.severity) for s in file.severity_when),
        tuple(compile_finder(c, vocabulary.lists) for c in patterns_of(file.when)),
    )


def _but_not(when: Test, unless: Test) -> Test:
    return lambda facts: when(facts) and not unless(facts)
