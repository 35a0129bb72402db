"""The LALR parser: terminals in, a tree of positions out, whatever the input. The one module that imports Lark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import msgspec
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken
from lark.lexer import Lexer

from linter.model import Branch

_LIMIT = 50_000
_KEPT = 80
"""Terminals of the longest text whose outcome is remembered."""
_TRIES = 20
"""How many terminals may be cut off the end before a text is given up as a whole."""


class Node(msgspec.Struct, frozen=True, gc=False):
    """A rule of the grammar with its children; a leaf is a terminal, with its position in the input.

    ``first`` and ``last`` are the positions of the first and last terminal under the node, -1 where it has none.
    """

    name: str
    children: tuple[Node, ...] = ()
    first: int = -1
    last: int = -1
    at: int = -1

    @classmethod
    def leaf(cls, name: str, at: int) -> Node:
        """Return the node of the terminal at position *at*."""
        return cls(name, (), at, at, at)

    @classmethod
    def over(cls, name: str, children: tuple[Node, ...]) -> Node:
        """Return the node of a rule over its *children*."""
        return cls(name, children, children[0].first, children[-1].last) if children else cls(name)


class Outcome(msgspec.Struct, frozen=True):
    """A tree and the positions of the terminals that it could not place."""

    tree: Node
    skipped: tuple[int, ...] = ()


class _Terminals(Lexer):
    """Yields the terminals it is given, each a token whose value is its position."""

    def __init__(self, conf: Any) -> None:
        pass

    def lex(self, data: Iterator[tuple[int, str]]) -> Iterator[Token]:  # type: ignore[override]
        for position, kind in data:
            yield _token(kind, position)


@lru_cache(4096)
def _token(kind: str, position: int) -> Token:
    """Return the token of a terminal; the same ones come again and again, and Lark does not change them."""
    return Token(kind, position)


class Parser:
    """A grammar of terminal types, compiled when first asked; outcomes are remembered by the sequence of types (bounded)."""

    def __init__(self, grammar: str, *, strict: bool = False) -> None:
        self._grammar = grammar
        self._strict = strict
        self._seen: dict[tuple[str, ...], Outcome] = {}

    @cached_property
    def _lark(self) -> Lark:
        return Lark(self._grammar, parser="lalr", lexer=_Terminals, strict=self._strict, maybe_placeholders=False)

    def parse(self, types: Sequence[str]) -> Outcome:
        """Return the tree over *types*; what the grammar cannot place is skipped and listed."""
        key = tuple(types)
        known = self._seen.get(key)
        if known is None:
            known = self._parse(key)
            if len(key) <= _KEPT:
                if len(self._seen) >= _LIMIT:
                    self._seen.clear()
                self._seen[key] = known
        return known

    def _parse(self, types: tuple[str, ...]) -> Outcome:
        """Parse *types*; where the end comes too soon, the longest beginning that can be parsed is, and the rest skipped."""
        for length in range(len(types), max(0, len(types) - _TRIES), -1):
            outcome = self._attempt(types[:length])
            if outcome is not None:
                return Outcome(outcome.tree, (*outcome.skipped, *range(length, len(types))))
        return Outcome(Node("start"), tuple(range(len(types))))

    def _attempt(self, types: tuple[str, ...]) -> Outcome | None:
        skipped: list[int] = []

        def skip(error: UnexpectedInput) -> bool:
            if isinstance(error, UnexpectedToken) and error.token.type != "$END":
                skipped.append(int(error.token.value))
                return True
            return False

        try:
            # an iterator, not a list: a resumed parse calls lex() again and must go on, not begin anew
            tree = self._lark.parse(iter(list(enumerate(types))), on_error=skip)
        except UnexpectedInput:
            return None
        return Outcome(_node(tree), tuple(skipped))


def _node(tree: Tree[Token] | Token) -> Node:
    if isinstance(tree, Token):
        return Node.leaf(tree.type, int(tree.value))
    return Node.over(str(tree.data), tuple([_node(child) for child in tree.children]))


def branch(node: Node, text: str, spans: Sequence[tuple[int, int]]) -> Branch:
    """Return *node* with the characters of *text* it covers; *spans* are start and end of each terminal."""
    children = tuple(branch(c, text, spans) for c in node.children)
    if node.at < 0 and not children:
        return Branch(node.name, "", 0, 0)
    start, end = spans[node.first][0], spans[node.last][1]
    return Branch(node.name, text[start:end], start, end, children)


def drawn(node: Node, texts: Sequence[str]) -> str:
    """Return *node* in one line; *texts* are the characters of each terminal."""
    if node.at >= 0:
        return f"{node.name}:{texts[node.at]}"
    return f"({node.name}{''.join(' ' + drawn(c, texts) for c in node.children)})"
