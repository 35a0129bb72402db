"""The JSON Schema of the wire format; ``python -m linter.report.schema`` prints the file rules/schema/item.json."""

from __future__ import annotations

import json
import sys

import msgspec

from linter.report import wire, wire_report


def text() -> str:
    """Return the schema as it is committed: a line of jsonl is an Item or a NotChecked, the file of json a Report."""
    _, definitions = msgspec.json.schema_components(
        (wire.Item, wire.NotChecked, wire_report.Report), ref_template="#/$defs/{name}"
    )
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "skplint wire format, version 1",
        "description": "A line of --format jsonl. The document of --format json is $defs/Report.",
        "anyOf": [{"$ref": "#/$defs/Item"}, {"$ref": "#/$defs/NotChecked"}],
        "$defs": dict(sorted(definitions.items())),
    }
    item = definitions["Item"]
    is_indicator = {"properties": {"part": {"const": "indikator"}}}
    has_indicator = {"required": ["indicator"]}
    item |= {"if": is_indicator, "then": has_indicator, "else": {"not": has_indicator}}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
