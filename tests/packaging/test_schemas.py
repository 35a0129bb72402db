"""The schemas that are committed are those of the types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.app.resources import Resources
from linter.config.schema import config_schema
from linter.engine import other_schemas, rule_schema

COMMITTED = Path(__file__).parents[2] / "rules" / "schema"


@pytest.mark.parametrize("name", ["rule", "config", *other_schemas()])
def test_the_schema_is_up_to_date(name: str, resources: Resources) -> None:
    schemas = {"rule": rule_schema(resources.rules.measures.values()), "config": config_schema(), **other_schemas()}
    wanted = json.dumps(schemas[name], indent=2, ensure_ascii=False) + "\n"
    assert (COMMITTED / f"{name}.json").read_text(encoding="utf-8") == wanted, "to renew it: nox -s schemas"
