"""The JSON Schema of rule files: what is shipped fits it, what the loader refuses does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from linter.app.resources import load_resources
from linter.engine import other_schemas, rule_schema
from linter.io.yamlsafe import load_tree

RULES = Path(__file__).resolve().parents[2] / "rules"
SCHEMAS = {"rule": rule_schema(load_resources((), plugins=False).rules.measures.values()), **other_schemas()}
KINDS = {"measures": "measure", "sources": "sources", "regimes": "regime", "profiles": "profile", "ladders": "ladder",
         "criteria": "criterion", "index": "index", "review": "review"}  # fmt: skip
FILES = sorted(path for path in RULES.glob("*/*.yaml") if path.parent.name != "layouts")
SCHEMA = jsonschema.Draft202012Validator(SCHEMAS["rule"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_ours_fits_its_schema(path: Path) -> None:
    schema = SCHEMAS[KINDS.get(path.parent.name, "rule")]
    jsonschema.Draft202012Validator(schema).validate(load_tree(path.read_text("utf-8"), path.name).data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_ours_names_its_schema(path: Path) -> None:
    name = KINDS.get(path.parent.name, "rule")
    assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema=../schema/{name}.json\n")


def test_the_sound_rule_of_the_tests_fits(rule: Callable[..., str]) -> None:
    SCHEMA.validate(load_tree(rule(), "C900-uji.yaml").data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("confidence: 0.9", "confidense: 0.9"),
        ("confidence: 0.9", "confidence: 1.5"),
        ("priority: 950", "priority: tinggi"),
        ("fact: form", "fact: from"),
        ("fact: form", "fakt: form"),
        ("severity: error", "severity: fatal"),
        ("status: stable\n", ""),
        ("status: stable", "status: stable\nmark: verbs"),
        ("part: rencana_kinerja", "part: rencana_kerja"),
        ("code: C900", "code: C90"),
        ("name: uji", "name: Uji Coba"),
        ("class: aktivitas", "class: prestasi"),
        ("{fact: form, is: verba_aktif}", "{pattern: [{LOWR: a}]}"),
        ("{fact: form, is: verba_aktif}", "{pattern: [{LOWER: a, OP: '{2}'}]}"),
    ],
)
def test_an_editor_marks_what_the_loader_refuses(rule: Callable[..., str], old: str, new: str) -> None:
    assert not SCHEMA.is_valid(load_tree(rule(old, new), "C900-uji.yaml").data)
