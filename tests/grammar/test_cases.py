"""The cases beside the grammar, and the grammar itself."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.app import Analyser
from linter.grammar.lalr import Node, Parser

CASES = Path(__file__).resolve().parents[2] / "grammars" / "statement.cases.yaml"
GRAMMAR = (CASES.parent / "statement.lark").read_text("utf-8")
PARSER = Parser(GRAMMAR)
TERMINALS = sorted({name for line in re.findall(r"^%declare (.*)$", GRAMMAR, re.MULTILINE) for name in line.split()})


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The command that writes the cases anew."""
    spec = importlib.util.spec_from_file_location("regenerate_cases", Path(__file__).with_name("regenerate_cases.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text("utf-8")), ids=lambda case: case["text"])
def test_tree(analyser: Analyser, case: dict[str, str]) -> None:
    assert analyser.tree(case["text"]) == case["tree"]


def test_there_are_enough_cases_and_none_twice() -> None:
    texts = [case["text"] for case in yaml.safe_load(CASES.read_text("utf-8"))]
    assert len(texts) >= 100
    assert len(set(texts)) == len(texts)


def test_regenerating_keeps_texts_order_and_comments(script: ModuleType) -> None:
    source = '# Kepala.\n\n# 1. Satu\n- text: "b \\"x\\""\n- text: "a"\n  tree: "(lama)"\n\n# 2. Dua\n'
    written = script.regenerated(source, lambda text: f"({text})")
    assert written == (
        '# Kepala.\n\n# 1. Satu\n- text: "b \\"x\\""\n  tree: "(b \\"x\\")"\n- text: "a"\n  tree: "(a)"\n\n# 2. Dua\n'
    )
    assert script.regenerated(written, lambda text: f"({text})") == written


def test_the_grammar_is_lalr_without_a_conflict() -> None:
    strict = Parser(GRAMMAR, strict=True)
    assert strict.parse(("VACT", "N", "PREP", "N")).skipped == ()


def test_every_rule_of_the_grammar_has_a_case() -> None:
    named = set(re.findall(r"^\??([a-z]+):", GRAMMAR, re.MULTILINE)) - {"clause"}
    drawn = set(re.findall(r"\(([a-z]+)", CASES.read_text("utf-8")))
    assert named - drawn == set()


@pytest.mark.parametrize(
    ("types", "skipped"),
    [
        ("VACT N", ()),
        ("N CJP VPAS", ()),
        ("CJN VACT N", (0,)),
        ("SEP", (0,)),
        ("PREP", (0,)),
        ("ADV CJU VACT", (1,)),
        ("VACT N SEP", (2,)),
    ],
)
def test_what_cannot_be_placed_is_skipped_and_listed(types: str, skipped: tuple[int, ...]) -> None:
    outcome = PARSER.parse(types.split(" "))
    assert outcome.skipped == skipped
    assert sorted([*_leaves(outcome.tree), *skipped]) == list(range(len(types.split(" "))))


@given(st.lists(st.sampled_from(TERMINALS), max_size=14))
@settings(max_examples=300)
def test_every_terminal_is_in_the_tree_or_listed(types: Sequence[str]) -> None:
    outcome = PARSER.parse(types)
    assert sorted([*_leaves(outcome.tree), *outcome.skipped]) == list(range(len(types)))


def _leaves(node: Node) -> list[int]:
    return [node.at] if node.at >= 0 else [at for child in node.children for at in _leaves(child)]
