"""The JSON Schema of skplint.toml, generated from the types that the loader uses."""

from __future__ import annotations

from typing import Any

import msgspec

from linter.config.keys import ConfigFile
from linter.model import TEXT_PARTS


def config_schema() -> dict[str, Any]:
    """Return the schema of the file, or of ``[tool.skplint]``; TOML has no null, so a key is given or absent."""
    schema = msgspec.json.schema(ConfigFile)
    for name in ("ConfigFile", "PerPath"):
        keys = schema["$defs"][name]["properties"]
        schema["$defs"][name]["properties"] = {key: _given(value) for key, value in keys.items()}
        schema["$defs"][name]["properties"]["part"]["enum"] = list(TEXT_PARTS)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "skplint.toml", **schema}


def _given(key: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a key without null as a choice or a default."""
    kinds = [kind for kind in key.get("anyOf", ()) if kind != {"type": "null"}]
    rest = {name: value for name, value in key.items() if name != "anyOf" and (name, value) != ("default", None)}
    return {**rest, **kinds[0]} if len(kinds) == 1 else key
