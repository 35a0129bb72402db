"""Ladders: from a fault, question by question, to a better sentence; what they say stands in rules/ladders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from linter.engine import types as t
from linter.engine.casing import in_capitals, lower_first, upper_first
from linter.engine.compiled import tested
from linter.engine.conditions import Test
from linter.engine.facts import Facts
from linter.engine.messages import Speech, Template, fill
from linter.engine.settled import Settled
from linter.engine.sieve import Sieve
from linter.engine.vocabulary import Vocabulary
from linter.model import Said, Step, Tree
from linter.model.shape import fit

BLANK = "‹"
"""What opens a blank: a sentence without one needs nothing that only the writer knows."""


class _Option(msgspec.Struct, frozen=True):
    text: Template
    holds: Test
    bit: int
    """That of the cues one of which a text must have for the option to hold."""


class _Rung(msgspec.Struct, frozen=True):
    step: str
    question: Said
    holds: Test
    options: tuple[_Option, ...]
    opening: Template | None


class Ladder(msgspec.Struct, frozen=True):
    """A ladder whose conditions are compiled."""

    rungs: tuple[_Rung, ...]
    sieve: Sieve

    def climb(self, facts: Facts, speech: Speech, lang: str) -> tuple[Step, ...]:
        """Return the steps for the text of *facts*: of each rung that holds the question and the first sentence that fits."""
        steps: list[Step] = []
        met = self.sieve.met(facts)
        shouted = in_capitals(facts.item.text)
        for rung in self.rungs:
            if rung.holds(facts):
                said = (_said(rung, o, facts, speech) for o in rung.options if o.bit & met and o.holds(facts))
                text = next(filter(None, said), None)
                if text is not None or not rung.options:
                    text = text.upper() if text and shouted else text
                    steps.append(Step(rung.step, rung.question.said(lang), text))
        return tuple(steps)


def _said(rung: _Rung, option: _Option, facts: Facts, speech: Speech) -> str | None:
    """Return the sentence of *option* behind the opening of its rung, if there is one; None where it lacks a word."""
    text = fill(option.text, facts, speech, "")
    opening = fill(rung.opening, facts, speech, "") if text and rung.opening is not None else ""
    if not text or not opening:
        return upper_first(text) if text else text  # its words may be written small, as behind what stood in front
    if option.text.begin:  # what is filled in there begins small already
        text = text[:2].lower() + text[2:] if text.startswith(BLANK) else lower_first(text)
    return f"{opening}, {text}"


def compile_ladder(file: t.LadderFile, known: Settled, vocabulary: Vocabulary) -> Ladder:
    """Return what of *file* may be said where the facts *known* are settled; its names were checked when it was loaded."""
    rungs = []
    for rung in file.rungs:
        found = tested(rung.when, None, known, vocabulary)
        if found is not None:
            opening = Template.of(rung.opening) if rung.opening else None
            options = tuple(_options(rung, known, vocabulary))
            if options or not rung.options:
                rungs.append(_Rung(rung.step, rung.question, found[0], options, opening))
    return Ladder(tuple(rungs), vocabulary.sieve)


def _options(rung: t.Rung, known: Settled, vocabulary: Vocabulary) -> Iterator[_Option]:
    for option in rung.options:
        found = tested(option.when, option.unless, known, vocabulary)
        if found is not None:
            yield _Option(Template.of(option.text), *found)


def read_ladders(trees: Iterable[Tree]) -> tuple[dict[str, t.LadderFile], Mapping[str, Tree]]:
    """Return the ladders of the files by name, a later one for an earlier one of the same name, and their trees.

    Raises UserError, with its place, for a file that is not named as its ladder and for a rung of the same step twice.
    """
    found: dict[str, t.LadderFile] = {}
    places: dict[str, Tree] = {}
    for tree in trees:
        file = fit(tree, t.LadderFile, t.WORDING)
        expected = f"{file.name}.yaml"
        if tree.path.replace("\\", "/").rpartition("/")[2] != expected:
            message = Said(f"nama berkas seharusnya {expected}", f"the file should be named {expected}")
            raise tree.fault(("name",), message)
        steps = [rung.step for rung in file.rungs]
        twice = next((n for n, step in enumerate(steps) if step in steps[:n]), None)
        if twice is not None:
            message = Said(f"langkah '{steps[twice]}' ditulis dua kali", f"the step '{steps[twice]}' stands twice")
            raise tree.fault(("rungs", twice, "step"), message)
        found[file.name], places[file.name] = file, tree
    return found, places
