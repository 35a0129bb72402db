"""Rules ready to run, and which of them may speak on a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from linter.engine import types as t
from linter.engine.conditions import Finder, Test, compile_condition, compile_finder, forms_of, patterns_of
from linter.engine.cues import Cues, needed
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
    """The rules for one part under one regime and one form: class rules by priority, and flags; whether any has a class.

    ``always`` are the places of the flags that must be tried on any text, ``by_cue`` those to try on a text with a cue.
    """

    classes: tuple[Compiled, ...]
    flags: tuple[Compiled, ...]
    classed: bool
    always: tuple[int, ...]
    by_cue: dict[str, tuple[int, ...]]

    def tried(self, cues: set[str]) -> Iterator[Compiled]:
        """Yield the flags that may speak on a text with *cues*, in their order."""
        places = set(self.always)
        for cue in cues & self.by_cue.keys():
            places.update(self.by_cue[cue])
        return (self.flags[n] for n in sorted(places))


def applicable(classes: list[Compiled], flags: list[Compiled], form: str) -> Applicable:
    """Return what of *classes* and *flags* may speak on a statement of *form*."""
    fitting = tuple(rule for rule in flags if rule.forms is None or form in rule.forms)
    by_cue: dict[str, list[int]] = {}
    for n, rule in enumerate(fitting):
        for cue in rule.cues or ():
            by_cue.setdefault(cue, []).append(n)
    return Applicable(
        tuple(rule for rule in classes if rule.forms is None or form in rule.forms),
        fitting,
        bool(classes),
        tuple(n for n, rule in enumerate(fitting) if rule.cues is None),
        {cue: tuple(places) for cue, places in by_cue.items()},
    )


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
