"""The JSON Schema of rule files, generated from the types that the loader uses."""

from __future__ import annotations

from typing import Any

import msgspec

from linter.engine.facts import MARKS
from linter.engine.types import RuleFile
from linter.engine.vocabulary import REGISTRY
from linter.model import PARTS


def rule_schema() -> dict[str, Any]:
    """Return the schema, with the names of facts, marks and parts as choices."""
    schema = msgspec.json.schema(RuleFile)
    definitions = schema["$defs"]
    condition = definitions["Condition"]["properties"]
    condition["fact"] = {
        "anyOf": [{"enum": sorted(REGISTRY), "description": "\n".join(f"{n}: {i.about}" for n, i in sorted(REGISTRY.items()))},
                  {"type": "null"}],
        "default": None,
    }  # fmt: skip
    rule = definitions["RuleFile"]["properties"]
    rule["mark"] = {"anyOf": [{"enum": list(MARKS)}, {"type": "null"}], "default": None}
    rule["part"] = {"anyOf": [{"enum": list(PARTS)}, {"type": "array", "items": {"enum": list(PARTS)}}]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "skplint rule", **schema}
