"""The schemas that are committed are those of the types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.config.schema import config_schema
from linter.engine import rule_schema

COMMITTED = Path(__file__).parents[2] / "rules" / "schema"


@pytest.mark.parametrize(("name", "schema"), [("rule.json", rule_schema), ("config.json", config_schema)])
def test_the_schema_is_up_to_date(name, schema):
    wanted = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    assert (COMMITTED / name).read_text(encoding="utf-8") == wanted, "to renew it: nox -s schemas"
