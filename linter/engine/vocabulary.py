"""Every fact that a rule may name; docs/aturan.md and the JSON Schema of rules are made from it."""

from __future__ import annotations

from linter.engine.context_facts import CONTEXT
from linter.engine.facts import FactInfo
from linter.engine.statement_facts import STATEMENT

REGISTRY: dict[str, FactInfo] = {**STATEMENT, **CONTEXT}
