"""Targets as data: "90–95 %", "12 laporan", "paling lambat 15 Februari", "3,5 (skala 1–4)", "Rp25.000.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.grammar.baseline import baseline_in
from linter.grammar.lalr import Node, Parser, drawn
from linter.grammar.target_pieces import Piece
from linter.grammar.target_terminals import pieces
from linter.grammar.target_words import read_target_words
from linter.language.moments import ROMAN, moment
from linter.language.numbers import DURATIONS
from linter.language.numerals import SCALES, number
from linter.language.tagger import Tagger
from linter.model import Moment, Target

_INSIDE = re.compile(r"\(([^()]*)\)[\s.;]*\Z")
_LABEL = re.compile(r"\s*(?:target\s*:\s*)?", re.IGNORECASE)
_OFTEN = "kali"
_LIMITS_BEHIND = {"OVER": "LOW", "UNDER": "HIGH"}


class TargetReader:
    """Reads targets under a tagger, the target grammar, the table of its words and the list of named grades (lower case)."""

    def __init__(
        self, tagger: Tagger, grammar: str, words: str, grades: frozenset[str], *, strict: bool = False
    ) -> None:
        self._tagger = tagger
        self._parser = Parser(grammar, strict=strict)
        self._words = read_target_words(words, grades)

    def read(self, text: str | None) -> Target | None:
        """Return the target that *text* states; None where there is no text. Total: any text has one."""
        if text is None or not text.strip():
            return None
        baseline = baseline_in(text)
        if baseline is not None:
            return msgspec.structs.replace(self._read(baseline.rest), baseline=baseline.value)
        return self._read(text)

    def _read(self, text: str) -> Target:
        found = pieces(text, self._tagger, self._words)
        if not found:
            return Target("kosong")
        outcome = self._parser.parse([p.type for p in found])
        said = [t for node in outcome.tree.children if (t := _Builder(found).build(node)) is not None]
        if not said:
            return Target("naratif", complete=False)
        return msgspec.structs.replace(said[0], others=tuple(said[1:]), complete=not outcome.skipped)

    def tree(self, text: str) -> str:
        """Return the grammar's tree of *text* in one line, for the cases beside the grammar."""
        found = pieces(text, self._tagger, self._words)
        return drawn(self._parser.parse([p.type for p in found]).tree, [p.text.replace(" ", "_") for p in found])


def target_inside(text: str) -> str | None:
    """Return the target that stands in parentheses at the end of an indicator ("… (3 dokumen)"), None where none does."""
    found = _INSIDE.search(text)
    if found is None or not any(c.isdecimal() for c in found[1]):
        return None
    return _LABEL.sub("", found[1], count=1)


def is_duration(unit: str | None) -> bool:
    """Tell whether *unit* measures time."""
    return unit is not None and unit.split(" ")[0] in DURATIONS


class _Figure(msgspec.Struct, frozen=True):
    """The bounds of a figure in the order in which they stand; ``ranged`` where there are two."""

    first: float
    last: float
    ranged: bool = False

    @property
    def low(self) -> float:
        return min(self.first, self.last)

    @property
    def high(self) -> float:
        return max(self.first, self.last)

    def target(self, form: str, unit: str | None, per: str | None = None) -> Target:
        """Return the target of this figure."""
        return Target(form, self.low, self.high, unit, per, reversed=self.first > self.last)


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
        kind, stated = next((c.name, c) for c in node.children if c.name in {"money", "index", "count"})
        target = {"money": self._money, "index": self._index, "count": self._count}[kind](stated)
        for child in node.children:
            target = self._widened(target, child)
        limits = [c.children[0].name for c in (*node.children, *stated.children) if c.name == "limit"]
        limits += [_LIMITS_BEHIND[c.name] for c in node.children if c.name in _LIMITS_BEHIND]
        if limits and target.low is not None and target.form != "rentang":
            target = _bounded(target, limits[-1])
        return target

    def _count(self, node: Node) -> Target:
        unit = next((self._unit(c) for c in node.children if c.name == "unit"), None)
        figure = self._figure(node.children[0], unit)
        per = self._rate(node)
        often = unit == _OFTEN and is_duration(_counted(per))
        form = "frekuensi" if often else "rentang" if figure.ranged else "angka"
        return figure.target(form, unit, per)

    def _money(self, node: Node) -> Target:
        figure = self._figure(next(c for c in node.children if c.name == "figure"), "rp")
        return figure.target("uang", "rp", self._rate(node))

    def _index(self, node: Node) -> Target:
        unit = next(p.text for p in self._leaves(node) if p.type == "INDEX")
        figure = next((c for c in node.children if c.name == "figure"), None)
        if figure is None:
            value = float(ROMAN[next(p.text for p in self._leaves(node) if p.type == "ROMAN")])
            return Target("indeks", value, value, unit)
        read = self._figure(figure, unit)
        return read.target("rentang" if read.ranged else "indeks", unit)

    def _figure(self, node: Node, unit: str | None) -> _Figure:
        """Return the bounds of a figure; "2 x 24" is a product, a scale word multiplies.

        A scale that only the last bound has holds for both: "1 – 2 juta".
        """
        leaves = list(self._leaves(node))
        values: list[float] = []
        scaled: list[bool] = []
        for piece in leaves:
            if piece.type == "NUM":
                values.append(number(piece.text, unit) or 0.0)
                scaled.append(len(piece.text.split()) > 1)
            elif piece.type == "SCALE":
                values[-1] *= SCALES[piece.text]
                scaled[-1] = True
        if any(p.type == "X" for p in leaves):
            values = [values[0] * values[-1]]
        elif len(values) > 1 and not scaled[0]:
            for piece in leaves:
                values[0] *= SCALES[piece.text] if piece.type == "SCALE" else 1.0
        return _Figure(values[0], values[-1], ranged=len(values) > 1)

    def _unit(self, node: Node) -> str:
        first = next(self._leaves(node))
        return "%" if first.type == "PERCENT" else "kali" if first.text == "x" else self._said(node)

    def _rate(self, node: Node) -> str | None:
        """Return what an amount is a rate of: "hari", "kapita/hari"; None where it is none."""
        rates = [list(self._leaves(c)) for c in node.children if c.name == "rate"]
        return "/".join(" ".join(_period(p) for p in leaves if p.type != "PER") for leaves in rates) or None

    def _widened(self, target: Target, node: Node) -> Target:
        """Return *target* with what stands beside it: the scale of an index, the whole of a part, a grade, a date."""
        if node.name == "when":
            return msgspec.structs.replace(target, moment=self._moment(node))
        if node.name not in {"bracket", "base", "also"}:
            return target
        leaves = list(self._leaves(node))
        figure = next((c for c in _below(node) if c.name == "figure"), None)
        if figure is None:
            grades = [c for c in (node, *_below(node)) if c.name in {"grade", "also"}]
            return msgspec.structs.replace(target, grade=self._graded(grades[0])) if grades else target
        read = self._figure(figure, None)
        if any(p.type == "INDEX" for p in leaves):
            scale = (read.low, read.high) if read.ranged else (0.0, read.high)
            return msgspec.structs.replace(target, form="indeks", scale=scale)
        if node.name == "base":
            unit = target.unit or next((self._unit(c) for c in node.children if c.name == "unit"), None)
            return msgspec.structs.replace(target, total=read.low, unit=unit)
        return target

    # -- times, grades, nothing, stories

    def _deadline(self, node: Node) -> Target:
        alone = len(node.children) == 1 and self.found[node.first].type == "MONTH"
        per = next((_period(p) for p in self._leaves(node) if p.type == "EVERY"), None)
        return Target("bulan" if alone else "tenggat", per=per, moment=self._moment(node))

    def _frequency(self, node: Node) -> Target:
        every = [p for p in self._leaves(node) if p.type == "EVERY"]
        found = Target("frekuensi", per=" ".join(_period(p) for p in every) or None, moment=self._moment(node))
        if every[0].text.endswith(" sekali"):
            return msgspec.structs.replace(found, low=1.0, high=1.0, unit=_OFTEN)
        return found

    def _grade(self, node: Node) -> Target:
        return Target("predikat", grade=self._graded(node))

    def _graded(self, node: Node) -> str:
        return " ".join(self.found[c.at].text for c in node.children if c.name in {"GRADE", "WORD"})

    def _nothing(self, node: Node) -> Target:
        unit = " ".join(p.text for p in self._leaves(node) if p.type in {"WORD", "PERCENT", "DURATION"}) or None
        return Target("angka", 0.0, 0.0, "rp" if unit == "rupiah" else unit)

    def _text(self, node: Node) -> Target:
        when = self._moment(node)
        return Target("tenggat", moment=when) if when else Target("naratif")

    def _moment(self, node: Node) -> Moment | None:
        """Return what the times that *node* names say together; where two say the same part, the last."""
        times = [p for p in self._leaves(node) if p.type in {"DATE", "MONTH"}]
        return moment(" ".join(t.text for t in times)) if times else None


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _period(piece: Piece) -> str:
    """Return what an amount is said of: of a frequency the period, without "setiap" and "sekali"."""
    return piece.text.partition(" ")[2].removesuffix(" sekali") if piece.type == "EVERY" else piece.text


def _counted(per: str | None) -> str | None:
    """Return the unit of a period: of "3 bulan" it is "bulan"."""
    return per and next((word for word in per.split() if word in DURATIONS), per)


def _bounded(target: Target, limit: str) -> Target:
    """Return *target* as a bound; about a number ("± 90 %") is that number."""
    if limit == "ABOUT":
        return target
    form = target.form if target.form == "uang" else "batas"
    if limit == "LOW":
        return msgspec.structs.replace(target, form=form, high=None)
    return msgspec.structs.replace(target, form=form, low=None, high=target.high)
