"""The examples of ladders, run as tests: the sentence that each rung must lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.engine.examples import ExampleOutcome
from linter.engine.types import LadderExample, LadderFile
from linter.model import Header, Item, Said, Step

Climb = Callable[[Item, Header], tuple[Step, ...]]
"""Climbs the ladder from an item under a header."""


def run_ladder(file: LadderFile, climb: Climb) -> Iterator[ExampleOutcome]:
    """Yield the outcome of every example of *file*."""
    for rung in file.rungs:
        for option in rung.options:
            for example in option.examples:
                yield _outcome(file, rung.step, example, climb)


def _outcome(file: LadderFile, step: str, example: LadderExample, climb: Climb) -> ExampleOutcome:
    item = Item(
        text=example.text,
        part=file.part,
        at={"line": 1, "column": 1},
        aspek=example.aspek,
        target=example.target,
        rk=example.rk,
    )
    steps = {found.step: found.text for found in climb(item, Header(level=example.jenjang))}
    given = steps.get(step)
    if given == example.gives:
        return ExampleOutcome(file.name, step, "ok", example.text)
    said = Said(f"menjadi '{given}', seharusnya '{example.gives}'", f"it becomes '{given}', not '{example.gives}'")
    return ExampleOutcome(file.name, step, "reworded", example.text, said)
