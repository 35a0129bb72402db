"""The JSON Schemas of rule files and of what stands beside them, generated from the types that the loader uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from linter.engine import types as t
from linter.engine.facts import MARKS
from linter.engine.spots import SPOTS
from linter.engine.vocabulary import REGISTRY
from linter.model import PARTS

_OTHERS = {
    "measure": t.MeasureFile,
    "sources": t.SourcesFile,
    "regime": t.RegimeFile,
    "profile": t.ProfileFile,
    "ladder": t.LadderFile,
    "criterion": t.CriterionFile,
    "index": t.IndexFile,
    "review": t.ReviewFile,
}


def rule_schema(measures: Iterable[t.MeasureFile] = ()) -> dict[str, Any]:
    """Return the schema of a rule, with the names of facts, marks and parts as choices; *measures* are facts too."""
    schema = msgspec.json.schema(t.RuleFile)
    about = {name: info.about for name, info in REGISTRY.items()} | {m.name: m.about.id for m in measures}
    told = "\n".join(f"{name}: {said}" for name, said in sorted(about.items()))
    known = {"enum": sorted(about), "description": told}
    condition = schema["$defs"]["Condition"]["properties"]
    condition["fact"] = {"anyOf": [known, {"type": "string", "pattern": t.OWN_NAME}, {"type": "null"}], "default": None}
    rule = schema["$defs"]["RuleFile"]["properties"]
    rule["mark"] = {"anyOf": [{"enum": [*MARKS, *SPOTS]}, {"type": "null"}], "default": None}
    rule["part"] = {"anyOf": [{"enum": list(PARTS)}, {"type": "array", "items": {"enum": list(PARTS)}}]}
    return _titled("rule", schema)


def other_schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas of measures, sources, regimes, profiles, ladders, criteria, index and reviews, by name."""
    return {name: _titled(name, msgspec.json.schema(type_)) for name, type_ in _OTHERS.items()}


def _titled(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"skplint {name}", **schema}
