"""What rules may speak of: facts, those of the built-in code and those that plugins and measures add; and word lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

import linter.engine.phrase_spots
import linter.engine.spelling_spots  # noqa: F401  (their spots join SPOTS)
from linter.engine.act_facts import ACT
from linter.engine.beside_facts import BESIDE
from linter.engine.context_facts import CONTEXT
from linter.engine.facts import Fact, FactInfo, Facts
from linter.engine.form_facts import FORM
from linter.engine.indicator_facts import INDICATOR
from linter.engine.link_facts import LINK
from linter.engine.row_facts import ROW
from linter.engine.sieve import Sieve
from linter.engine.statement_facts import STATEMENT
from linter.engine.types import Condition
from linter.engine.wording_spots import SPOTS
from linter.engine.workload_facts import WORKLOAD

LASTING: dict[str, FactInfo] = {
    **STATEMENT,
    **ACT,
    **INDICATOR,
    **BESIDE,
    **SPOTS,
    **FORM,
    **WORKLOAD,
    "placeholder": CONTEXT["placeholder"],
}
"""The facts that the verdict does not change: each is found once for a text."""
REGISTRY: dict[str, FactInfo] = {**LASTING, **ROW, **LINK, **CONTEXT}
"""The facts of the built-in code; docs/aturan.md and the JSON Schema of rules are made from them."""


class Vocabulary(msgspec.Struct, frozen=True):
    """The facts by name and the word lists by name that the rules of one set may name, and the sieve of their cues.

    ``ready`` has the conditions that were made ready (conditions.py) by their identity, each kept beside its test, and
    ``bits`` those whose cues are known, each beside its bit.
    """

    lists: Mapping[str, frozenset[str]]
    facts: Mapping[str, FactInfo] = MappingProxyType(REGISTRY)
    sieve: Sieve = msgspec.field(default_factory=Sieve)
    ready: dict[int, tuple[Condition, Callable[[Facts], bool]]] = {}
    bits: dict[int, tuple[Condition, int]] = {}

    def forget(self) -> None:
        """Drop the conditions that were made ready; those in use go on, others are made ready again."""
        self.ready.clear()
        self.bits.clear()

    def getter(self, name: str) -> Fact:
        """Return the function of the fact *name*; one that lasts is found once for a text."""
        find = self.facts[name].get
        if name not in LASTING:
            return find

        def get(f: Facts) -> Any:
            found = f.found
            if name in found:
                return found[name]
            value = found[name] = find(f)
            return value

        return get
