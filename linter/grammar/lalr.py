"""The LALR parser: terminals in, a tree of positions out, whatever the input. The one module that imports Lark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import msgspec
from lark import Lark
from lark.grammar import Rule
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from linter.model import Branch

_LIMIT = 50_000
"""How many outcomes are remembered, and how many beginnings."""
_KEPT = 80
"""Terminals of the longest text whose outcome is remembered."""
_TRIES = 20
"""How many terminals may be cut off the end before a text is given up as a whole."""
_END = "$END"
"""What Lark calls the end of the input."""


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


class _NoLexer(Lexer):
    """Stands where Lark wants a lexer; the terminals are found otherwise."""

    def __init__(self, conf: Any) -> None:
        pass

    def lex(self, *_: Any) -> Iterator[Any]:
        return iter(())


Value = Node | tuple[Node, ...]
"""What stands on the stack: a node, or the nodes of a rule that has none of its own ("_rest", "x*")."""


class _Reduction(msgspec.Struct, frozen=True, gc=False):
    """A rule that ends: how many values it takes off the stack, and what stands for them.

    ``name`` is what its node is called, "" where it has none; ``slim`` says that one child stands for itself ("?clause").
    """

    rule: str
    size: int
    name: str
    slim: bool

    def value(self, taken: Sequence[Value]) -> Value:
        """Return what stands for the values *taken* off the stack."""
        children: list[Node] = []
        for value in taken:
            if isinstance(value, Node):
                children.append(value)
            else:
                children += value
        if not self.name:
            return tuple(children)
        return children[0] if self.slim and len(children) == 1 else Node.over(self.name, tuple(children))


class _Table(msgspec.Struct, frozen=True):
    """Lark's parse table: by state and terminal or rule the state that follows; by state and terminal the rule that ends."""

    follows: dict[int, dict[str, int]]
    ends: dict[int, dict[str, _Reduction]]
    start: int
    end: int


class _Beginning(msgspec.Struct, frozen=True, gc=False):
    """The parser behind the first terminals of a text: its stack, what it skipped, and where it comes by the next one."""

    states: tuple[int, ...]
    values: tuple[Value, ...] = ()
    skipped: tuple[int, ...] = ()
    onwards: dict[str, _Beginning] = {}


class Parser:
    """A grammar of terminal types, compiled when first asked.

    Outcomes are remembered by the sequence of types, and so are beginnings, since many texts begin alike (both bounded).
    """

    def __init__(self, grammar: str, *, strict: bool = False) -> None:
        self._grammar = grammar
        self._strict = strict
        self._seen: dict[tuple[str, ...], Outcome] = {}
        self._begun: dict[str, _Beginning] = {}
        self._kept = 0

    @cached_property
    def _table(self) -> _Table:
        """The table that Lark makes of the grammar; its own loop over tokens, and its trees, would take three times as long."""
        lark = Lark(self._grammar, parser="lalr", lexer=_NoLexer, strict=self._strict, maybe_placeholders=False)
        table = lark.parser.parser.parser.parse_table
        follows: dict[int, dict[str, int]] = {}
        ends: dict[int, dict[str, _Reduction]] = {}
        for state, row in table.states.items():
            follows[state] = {kind: at for kind, (action, at) in row.items() if action is Shift}
            ends[state] = {kind: _reduction(rule) for kind, (action, rule) in row.items() if action is not Shift}
        return _Table(follows, ends, table.start_states["start"], table.end_states["start"])

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

    def forget(self) -> None:
        """Drop what is remembered."""
        self._seen.clear()
        self._begun, self._kept = {}, 0

    def _parse(self, types: tuple[str, ...]) -> Outcome:
        """Parse *types*; where the end comes too soon, the longest beginning that can be parsed is, and the rest skipped."""
        for length in range(len(types), max(0, len(types) - _TRIES), -1):
            outcome = self._attempt(types[:length])
            if outcome is not None:
                return Outcome(outcome.tree, (*outcome.skipped, *range(length, len(types))))
        return Outcome(Node("start"), tuple(range(len(types))))

    def _attempt(self, types: tuple[str, ...]) -> Outcome | None:
        """Return the tree over *types*, a terminal that cannot stand where it does skipped; None where they end too soon."""
        behind = _Beginning((self._table.start,), onwards=self._begun)
        for position, kind in enumerate(types):
            behind = behind.onwards.get(kind) or self._begin(behind, kind, position)
        states, values = list(behind.states), list(behind.values)
        if not self._feed(_END, states, values):
            return None
        tree = values[-1]
        assert isinstance(tree, Node), "the first rule of a grammar has a node"
        return Outcome(tree, behind.skipped)

    def _begin(self, before: _Beginning, kind: str, position: int) -> _Beginning:
        """Return what comes of the terminal *kind* at *position* behind what came *before*, and remember it there."""
        states, values, skipped = list(before.states), list(before.values), before.skipped
        if self._feed(kind, states, values):
            values.append(_leaf(kind, position))
        else:
            skipped = (*skipped, position)
        found = _Beginning(tuple(states), tuple(values), skipped)
        if position < _KEPT:
            if self._kept >= _LIMIT:
                self._begun, self._kept = {}, 0
            before.onwards[kind] = found
            self._kept += 1
        return found

    def _feed(self, kind: str, states: list[int], values: list[Value]) -> bool:
        """Reduce what ends before the terminal *kind* and go on behind it; tell whether it can stand here."""
        follows, ends = self._table.follows, self._table.ends
        while True:
            at = follows[states[-1]].get(kind)
            if at is not None:
                states.append(at)
                return True
            ending = ends[states[-1]].get(kind)
            if ending is None:
                return False
            size = ending.size
            taken = values[-size:] if size else ()
            if size:
                del states[-size:], values[-size:]
            values.append(ending.value(taken))
            states.append(follows[states[-1]][ending.rule])
            if kind == _END and states[-1] == self._table.end:
                return True


@lru_cache(1024)
def _reduction(rule: Rule) -> _Reduction:
    """Return what becomes of the values of *rule*, as Lark's own trees have it."""
    origin = str(rule.origin.name)
    name = rule.alias or ("" if origin.startswith("_") else origin)
    return _Reduction(origin, len(rule.expansion), name, bool(rule.options.expand1) and rule.alias is None)


@lru_cache(4096)
def _leaf(kind: str, position: int) -> Node:
    """Return the node of a terminal; the same ones come again and again."""
    return Node.leaf(kind, position)


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
