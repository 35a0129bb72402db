"""The cases beside the grammars, and the grammars themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import regenerate_cases
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.app import Analyser
from linter.grammar.lalr import Node, Parser

FOLDER = Path(__file__).resolve().parents[2] / "grammars"
NAMES = ("statement", "indicator", "target")
CASES = {name: (FOLDER / f"{name}.cases.yaml").read_text("utf-8") for name in NAMES}
OWN = {name: (FOLDER / f"{name}.lark").read_text("utf-8") for name in (*NAMES, "phrases")}
PHRASES = OWN["phrases"]
GRAMMARS = {"statement": PHRASES + OWN["statement"], "indicator": PHRASES + OWN["indicator"], "target": OWN["target"]}
GRAMMAR = GRAMMARS["statement"]
PARSER = Parser(GRAMMAR)
TERMINALS = sorted({name for line in re.findall(r"^%declare (.*)$", GRAMMAR, re.MULTILINE) for name in line.split()})


@pytest.mark.parametrize(
    ("grammar", "case"),
    [(name, case) for name in NAMES for case in yaml.safe_load(CASES[name])],
    ids=lambda value: value["text"] if isinstance(value, dict) else value,
)
def test_tree(analyser: Analyser, grammar: str, case: dict[str, str]) -> None:
    assert analyser.reader.tree(case["text"], grammar) == case["tree"]


@pytest.mark.parametrize(("grammar", "least"), [("statement", 100), ("indicator", 30), ("target", 40)])
def test_there_are_enough_cases_and_none_twice(grammar: str, least: int) -> None:
    texts = [case["text"] for case in yaml.safe_load(CASES[grammar])]
    assert len(texts) >= least
    assert len(set(texts)) == len(texts)


def test_regenerating_keeps_texts_order_and_comments() -> None:
    source = '# Kepala.\n\n# 1. Satu\n- text: "b \\"x\\""\n- text: "a"\n  tree: "(lama)"\n\n# 2. Dua\n'
    written = regenerate_cases.regenerated(source, lambda text: f"({text})")
    assert written == (
        '# Kepala.\n\n# 1. Satu\n- text: "b \\"x\\""\n  tree: "(b \\"x\\")"\n- text: "a"\n  tree: "(a)"\n\n# 2. Dua\n'
    )
    assert regenerate_cases.regenerated(written, lambda text: f"({text})") == written


@pytest.mark.parametrize(
    ("grammar", "types"),
    [("statement", "VACT N PREP N"), ("indicator", "MEASURE N YANG VPAS"), ("target", "HIGH NUM DURATION SINCE WORD")],
)
def test_the_grammar_is_lalr_without_a_conflict(grammar: str, types: str) -> None:
    strict = Parser(GRAMMARS[grammar], strict=True)
    assert strict.parse(types.split()).skipped == ()


@pytest.mark.parametrize(
    ("grammar", "rules"),
    [("statement", "statement"), ("statement", "phrases"), ("indicator", "indicator"), ("target", "target")],
)
def test_every_rule_of_the_grammar_has_a_case(grammar: str, rules: str) -> None:
    named = set(re.findall(r"^\??([a-z]+):", OWN[rules], re.MULTILINE)) - {"clause"}
    drawn = set(re.findall(r"\(([a-z]+)", CASES[grammar]))
    assert named - drawn == set() or named - drawn == {rules}


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
