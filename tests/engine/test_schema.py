"""The JSON Schema of rule files: what is shipped fits it, what the loader refuses does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from linter.engine import rule_schema
from linter.io.yamlsafe import load_tree

RULES = Path(__file__).resolve().parents[2] / "rules"
FILES = sorted(path for path in RULES.glob("*/*.yaml") if path.parent.name not in ("regimes", "profiles", "layouts"))
SCHEMA = jsonschema.Draft202012Validator(rule_schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(rule_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_of_ours_fits_the_schema(path: Path) -> None:
    SCHEMA.validate(load_tree(path.read_text("utf-8"), path.name).data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_of_ours_names_the_schema(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../schema/rule.json\n")


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
