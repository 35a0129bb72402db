"""What is left of a condition where some facts are settled: rules are made ready once for each form and class of a text.

It is what partial evaluation is to programs: "form is klausa_pasif and …" is no rule for a nominal text, and only "…" for
a passive clause, whose words then say sooner whether the rule is worth trying (see cues.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from linter.engine.conditions import fact_test
from linter.engine.facts import Facts
from linter.engine.patterns import Lists
from linter.engine.types import Condition
from linter.engine.vocabulary import Vocabulary

Settled = Mapping[str, Any]
"""Facts that are known before a rule is tried, by name."""
BEFORE = ("part", "regime", "approach", "form")
"""The facts that are settled before a text has its class: those of its part, its regime, and how it is built."""
AFTER = (*BEFORE, "class", "semu")
"""Those that are settled once it has."""
BESIDES = ("confidence", "confidence_level", "clauses")
"""Further ones, of more values; they are settled last."""


def settled(names: tuple[str, ...], facts: Facts, vocabulary: Vocabulary) -> Settled:
    """Return the values of the facts called *names* that *facts* has."""
    return {name: vocabulary.facts[name].get(facts) for name in names}


def left_of(condition: Condition, known: Settled, lists: Lists) -> Condition | bool:
    """Return what *condition* comes to where the facts *known* are settled; itself where it names none of them.

    What it says of the indicators under a text is left as it is: the facts there are others.
    """
    if condition.all is not None:
        return _joined(condition, "all", condition.all, known, lists, decides=False)
    if condition.any is not None:
        return _joined(condition, "any", condition.any, known, lists, decides=True)
    if condition.not_ is not None:
        left = left_of(condition.not_, known, lists)
        if isinstance(left, bool):
            return not left
        return condition if left is condition.not_ else Condition(not_=left)
    if condition.fact is None or condition.fact not in known:
        return condition
    return fact_test(condition, _itself, lists)(known[condition.fact])


def _itself(value: Any) -> Any:
    return value


def _joined(
    condition: Condition, key: str, inner: tuple[Condition, ...], known: Settled, lists: Lists, *, decides: bool
) -> Condition | bool:
    """Return what is left of conditions that hold together ("all") or one by one ("any"); one that *decides* ends them."""
    left: list[Condition] = []
    for one in inner:
        part = left_of(one, known, lists)
        if part is decides:
            return decides
        if isinstance(part, Condition):
            left.append(part)
    if not left:
        return not decides
    if len(left) == 1:
        return left[0]
    return condition if tuple(left) == inner else msgspec.structs.replace(condition, **{key: tuple(left)})
