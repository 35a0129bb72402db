"""The schema of rules that is committed is that of the types."""

from __future__ import annotations

import json
from pathlib import Path

from linter.engine import rule_schema

COMMITTED = Path(__file__).parents[2] / "rules" / "schema" / "rule.json"


def test_the_schema_of_rules_is_up_to_date(resources):
    wanted = json.dumps(rule_schema(resources.rules.measures.values()), indent=2, ensure_ascii=False) + "\n"
    assert COMMITTED.read_text(encoding="utf-8") == wanted, "to renew it: nox -s schemas"
