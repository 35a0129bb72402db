"""Targets as data: "90–95 %", "12 laporan", "paling lambat 15 Februari", "3,5 (skala 1–4)", "Rp25.000.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.grammar.lalr import Node, Parser, drawn
from linter.grammar.target_terminals import Piece, pieces
from linter.language.moments import ROMAN, moment
from linter.language.numbers import DURATIONS, SCALES, WORDS
from linter.language.tagger import Tagger
from linter.model import Moment, Target

_INSIDE = re.compile(r"\(\s*(?:target\s*:\s*)?([^()]*\d[^()]*)\)[\s.;]*\Z", re.IGNORECASE)
_OFTEN = "kali"


class TargetReader:
    """Reads targets under a tagger, the target grammar and the list of named grades (lower case)."""

    def __init__(self, tagger: Tagger, grammar: str, grades: frozenset[str], *, strict: bool = False) -> None:
        self._tagger = tagger
        self._parser = Parser(grammar, strict=strict)
        self._grades = grades

    def read(self, text: str | None) -> Target | None:
        """Return the target that *text* states; None where there is no text. Total: any text has one."""
        if text is None or not text.strip():
            return None
        found = pieces(text, self._tagger, self._grades)
        if not found:
            return Target("kosong")
        outcome = self._parser.parse([p.type for p in found])
        said = [t for node in outcome.tree.children if (t := _Builder(found).build(node)) is not None]
        if not said:
            return Target("naratif", complete=False)
        return msgspec.structs.replace(said[0], others=tuple(said[1:]), complete=not outcome.skipped)

    def tree(self, text: str) -> str:
        """Return the grammar's tree of *text* in one line, for the cases beside the grammar."""
        found = pieces(text, self._tagger, self._grades)
        return drawn(self._parser.parse([p.type for p in found]).tree, [p.text.replace(" ", "_") for p in found])


def target_inside(text: str) -> str | None:
    """Return the target that stands in parentheses at the end of an indicator ("… (3 dokumen)"), None where none does."""
    found = _INSIDE.search(text)
    return found.group(1) if found else None


def is_duration(unit: str | None) -> bool:
    """Tell whether *unit* measures time."""
    return unit is not None and unit.split(" ")[0] in DURATIONS


def number(text: str, unit: str | None = None) -> float:
    """Return the value of an Indonesian number: comma for decimals, dots for thousands ("1.000" is a thousand).

    A dot before one or two digits, or before three where the *unit* is a percentage, is read as a decimal sign.
    """
    if text in WORDS:
        return float(WORDS[text])
    text = text.replace(":", ".")
    if "," in text and "." in text:
        text = text.replace(".", "") if text.rindex(",") > text.rindex(".") else text.replace(",", "")
    elif text.count(".") == 1 and (len(text.rpartition(".")[2]) != 3 or unit == "%"):
        return float(text)
    elif text.count(".") >= 1:
        text = text.replace(".", "")
    return float(text.replace(",", ".", 1).replace(",", ""))


class _Builder:
    """Turns the tree of one target into its value."""

    def __init__(self, found: Sequence[Piece]) -> None:
        self.found = found

    def build(self, node: Node) -> Target | None:
        """Return the target of *node*; None for a node that states none."""
        read = {
            "amount": self._amount, "deadline": self._deadline, "frequency": self._frequency, "grade": self._grade,
            "nothing": self._nothing, "text": self._text,
        }.get(node.name)  # fmt: skip
        return read(node) if read else None

    def _leaves(self, node: Node) -> Iterator[Piece]:
        if node.at >= 0:
            yield self.found[node.at]
        for child in node.children:
            yield from self._leaves(child)

    def _said(self, node: Node) -> str:
        return " ".join(p.text for p in self._leaves(node))

    # -- amounts

    def _amount(self, node: Node) -> Target:
        parts = {c.name: c for c in node.children}
        kind = next(n for n in ("money", "index", "count") if n in parts)
        target = {"money": self._money, "index": self._index, "count": self._count}[kind](parts[kind])
        for child in node.children:
            target = self._widened(target, child)
        if "limit" in parts and target.low is not None and target.form != "rentang":
            target = _bounded(target, parts["limit"].children[0].name)
        return target

    def _count(self, node: Node) -> Target:
        unit = next((self._unit(c) for c in node.children if c.name == "unit"), None)
        low, high, ranged = self._figure(node.children[0], unit)
        per = self._rate(node)
        often = unit == _OFTEN and is_duration(per)
        return Target("frekuensi" if often else "rentang" if ranged else "angka", low, high, unit, per)

    def _money(self, node: Node) -> Target:
        low, high, _ = self._figure(next(c for c in node.children if c.name == "figure"), "rp")
        per = self._rate(node)
        return Target("uang", low, high, "rp", per)

    def _index(self, node: Node) -> Target:
        unit = next(p.text for p in self._leaves(node) if p.type == "INDEX")
        figure = next((c for c in node.children if c.name == "figure"), None)
        if figure is None:
            value = float(ROMAN[next(p.text for p in self._leaves(node) if p.type == "ROMAN")])
            return Target("indeks", value, value, unit)
        low, high, ranged = self._figure(figure, unit)
        return Target("rentang" if ranged else "indeks", low, high, unit)

    def _figure(self, node: Node, unit: str | None) -> tuple[float, float, bool]:
        """Return lower and upper bound and whether it is a range; "1 x 24" is a product, a scale word multiplies."""
        leaves = list(self._leaves(node))
        values = [number(p.text, unit) for p in leaves if p.type == "NUM"]
        factor = next((SCALES[p.text] for p in leaves if p.type == "SCALE"), 1.0)
        if any(p.type == "X" for p in leaves):
            values = [values[0] * values[-1]]
        return values[0] * factor, values[-1] * factor, len(values) > 1

    def _unit(self, node: Node) -> str:
        first = next(self._leaves(node))
        return "%" if first.type == "PERCENT" else self._said(node)

    def _rate(self, node: Node) -> str | None:
        """Return what an amount is a rate of: "hari", "kapita/hari"; None where it is none."""
        rates = (c for c in node.children if c.name == "rate")
        return "/".join(" ".join(p.text for p in self._leaves(c) if p.type != "PER") for c in rates) or None

    def _widened(self, target: Target, node: Node) -> Target:
        """Return *target* with what a bracket or "dari …" adds: the scale of an index, the whole of a part."""
        if node.name not in ("bracket", "base"):
            return target
        leaves = list(self._leaves(node))
        figure = next((c for c in _below(node) if c.name == "figure"), None)
        if figure is None:
            return target
        low, high, ranged = self._figure(figure, None)
        if any(p.type == "INDEX" for p in leaves):
            scale = (low, high) if ranged else (0.0, high)
            return msgspec.structs.replace(target, form="indeks", scale=scale)
        if node.name == "base":
            unit = target.unit or next((self._unit(c) for c in node.children if c.name == "unit"), None)
            return msgspec.structs.replace(target, total=low, unit=unit)
        return target

    # -- times, grades, nothing, stories

    def _deadline(self, node: Node) -> Target:
        times = [p for p in self._leaves(node) if p.type in ("DATE", "MONTH", "EVERY")]
        alone = len(node.children) == 1 and times and times[0].type == "MONTH"
        return Target("bulan" if alone else "tenggat", moment=_moment(times))

    def _frequency(self, node: Node) -> Target:
        return Target("frekuensi", per=self._said(node).partition(" ")[2] or None)

    def _grade(self, node: Node) -> Target:
        grade = " ".join(self.found[c.at].text for c in node.children if c.name in ("GRADE", "WORD"))
        return Target("predikat", grade=grade)

    def _nothing(self, node: Node) -> Target:
        unit = " ".join(p.text for p in self._leaves(node) if p.type in ("WORD", "PERCENT", "DURATION")) or None
        return Target("angka", 0.0, 0.0, "rp" if unit == "rupiah" else unit)

    def _text(self, node: Node) -> Target:
        times = [p for p in self._leaves(node) if p.type in ("DATE", "MONTH")]
        return Target("tenggat", moment=_moment(times)) if times else Target("naratif")


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _bounded(target: Target, limit: str) -> Target:
    """Return *target* as a bound; about a number ("± 90 %") is that number."""
    if limit == "ABOUT":
        return target
    form = "uang" if target.form == "uang" else "batas"
    if limit == "LOW":
        return msgspec.structs.replace(target, form=form, high=None)
    return msgspec.structs.replace(target, form=form, low=None, high=target.high)


def _moment(times: Sequence[Piece]) -> Moment | None:
    return moment(times[-1].text) if times else None
