"""Counts and times the tests of rules: what ``check --profile-rules`` shows."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from linter.engine import Facts

Test = Callable[[Facts], bool]


class RuleCost(msgspec.Struct):
    """How often a rule was asked, how often it held, and the time that its tests took, in nanoseconds.

    The first rule that asks for a fact pays for finding it.
    """

    asked: int = 0
    held: int = 0
    nanoseconds: int = 0


class Meter:
    """Wraps the tests of rules; *clock* gives nanoseconds."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self.costs: dict[str, RuleCost] = {}
        self._clock = clock

    def __call__(self, code: str, test: Test) -> Test:
        """Return *test* of the rule *code*, counted and timed."""
        cost, clock = self.costs.setdefault(code, RuleCost()), self._clock

        def timed(facts: Facts) -> bool:
            start = clock()
            held = test(facts)
            cost.nanoseconds += clock() - start
            cost.asked += 1
            cost.held += held
            return held

        return timed
