"""The parser over Lark's table: its trees are those that Lark makes itself, and no input is refused."""

from __future__ import annotations

import random

import pytest
from lark import Lark, Token, Tree

from linter.app.resources import load_resources
from linter.grammar.lalr import Node, Parser, _NoLexer

GRAMMARS = load_resources(()).grammars
WHOLE = {
    "statement": GRAMMARS["phrases"] + GRAMMARS["statement"],
    "indicator": GRAMMARS["phrases"] + GRAMMARS["indicator"],
    "target": GRAMMARS["target"],
}


def walk(lark: Lark, chance: random.Random) -> tuple[list[str], Tree[Token]]:
    """Return terminals of which each can stand where it does, and the tree that Lark makes of them."""
    parser, types = lark.parse_interactive(""), list[str]()
    while True:
        possible = sorted(parser.accepts())
        if "$END" in possible and (len(types) > 12 or chance.random() < 0.2 or len(possible) == 1):
            found = parser.feed_eof()
            assert isinstance(found, Tree)
            return types, found
        types.append(chance.choice([kind for kind in possible if kind != "$END"]))
        parser.feed_token(Token(types[-1], str(len(types) - 1)))


def plain(tree: Tree[Token] | Token | Node) -> object:
    """Return a tree as nested tuples, its leaves as their positions."""
    if isinstance(tree, Token):
        return int(tree)
    if isinstance(tree, Node):
        return tree.at if tree.at >= 0 else (tree.name, *map(plain, tree.children))
    return (str(tree.data), *map(plain, tree.children))


@pytest.mark.parametrize("name", WHOLE)
def test_its_trees_are_those_of_lark(name: str) -> None:
    lark = Lark(WHOLE[name], parser="lalr", lexer=_NoLexer, maybe_placeholders=False)
    ours, chance = Parser(WHOLE[name]), random.Random(7)
    for _ in range(1500):
        types, theirs = walk(lark, chance)
        outcome = ours.parse(types)
        assert (plain(outcome.tree), outcome.skipped) == (plain(theirs), ()), types


def test_what_cannot_stand_where_it_does_is_skipped() -> None:
    outcome = Parser(WHOLE["statement"]).parse(["N", "SESUAI", "CJN", "VPAS", "nothing"])
    assert outcome.skipped
    assert outcome.tree.children
