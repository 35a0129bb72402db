"""Selection: which rules may speak on a text, by its part, regime, form and class; each kind of text is made ready once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.engine import types as t
from linter.engine.compiled import (
    Candidate,
    Compiled,
    Flags,
    Meter,
    Standing,
    candidates,
    compile_rule,
    narrowed,
    standing,
)
from linter.engine.facts import Facts
from linter.engine.ladders import Ladder, compile_ladder
from linter.engine.ruleset import Rule, RuleSet
from linter.engine.settled import AFTER, BEFORE, BESIDES, settled
from linter.engine.vocabulary import Vocabulary

_LIMIT = 1_000
"""Kinds of texts for which the flags are kept ready."""

Before = tuple[str, str, str]
"""Part, regime and form: what the facts ``BEFORE`` follow from."""
After = tuple[str, str, str, str | None, bool]
"""The same with the class and whether it is only apparent: what the facts ``AFTER`` follow from."""


class Selection:
    """The rules of a judge: those of its classes by priority, the flags that a profile has *chosen*, and ladders."""

    def __init__(
        self,
        rules: RuleSet,
        chosen: Sequence[Rule],
        voting: Sequence[Rule],
        known: Vocabulary,
        meter: Meter | None = None,
    ) -> None:
        self._rules = rules
        self._known = known
        self._meter = meter
        classes = [compile_rule(r.file, known) for r in voting if r.file.kind == "class"]
        self._classes = sorted(classes, key=lambda c: (-(c.file.priority or 0), c.file.code))
        self._flags = [compile_rule(r.file, known) for r in chosen if r.file.kind == "flag"]
        self._voters: dict[Before, tuple[Candidate, ...] | None] = {}
        self._standing: dict[After, tuple[Standing, ...]] = {}
        self._speakers: dict[tuple[After, float | None, int], Flags] = {}
        self._ladders: dict[tuple[str, After], Ladder] = {}

    def classes(self, facts: Facts) -> Sequence[Compiled]:
        """Return the class rules that look at this part under this regime, by priority."""
        return self._looking(self._classes, facts)

    def voters(self, facts: Facts) -> tuple[Candidate, ...] | None:
        """Return those of them that may hold of a text of this form; None where none looks at the part at all."""
        key = _before(facts)
        if key not in self._voters:
            looking = self.classes(facts)
            left = narrowed(map(standing, looking), settled(BEFORE, facts, self._known), self._known)
            self._voters[key] = tuple(candidates(left, self._known, self._meter)) if looking else None
        return self._voters[key]

    def speakers(self, facts: Facts) -> Flags:
        """Return the flags that look at this part under this regime and may hold of a text of this form and class."""
        where, verdict = _after(facts), facts.verdict
        key = where, verdict.confidence if verdict is not None else None, facts.parse.clauses
        found = self._speakers.get(key)
        if found is None:
            left = narrowed(self._standing_at(where, facts), settled(BESIDES, facts, self._known), self._known)
            if len(self._speakers) >= _LIMIT:
                self._speakers.clear()
                self._known.forget()
            found = self._speakers[key] = Flags.of(candidates(left, self._known, self._meter))
        return found

    def ladder(self, name: str, facts: Facts) -> Ladder:
        """Return what may be said of the ladder *name* of a text of this form and class."""
        key = name, _after(facts)
        found = self._ladders.get(key)
        if found is None:
            known = settled(AFTER, facts, self._known)
            found = self._ladders[key] = compile_ladder(self._rules.ladders[name], known, self._known)
        return found

    def _standing_at(self, where: After, facts: Facts) -> tuple[Standing, ...]:
        found = self._standing.get(where)
        if found is None:
            looking = map(standing, self._looking(self._flags, facts))
            found = self._standing[where] = narrowed(looking, settled(AFTER, facts, self._known), self._known)
        return found

    def _looking(self, rules: Iterable[Compiled], facts: Facts) -> list[Compiled]:
        """Return those of *rules* that look at this part under this regime."""
        part, lineage = facts.item.part, self._rules.lineage(facts.regime)
        return [rule for rule in rules if part in rule.file.parts and _holds_in(rule.file, lineage)]


def _holds_in(file: t.RuleFile, lineage: frozenset[str]) -> bool:
    return not file.regimes or not lineage.isdisjoint(file.regimes)


def _before(facts: Facts) -> Before:
    return facts.item.part, facts.regime, facts.parse.form


def _after(facts: Facts) -> After:
    verdict = facts.verdict
    where = facts.item.part, facts.regime, facts.parse.form
    return (*where, None, False) if verdict is None else (*where, verdict.class_, verdict.semu)
