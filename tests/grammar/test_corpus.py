"""How well the parts of the labelled statements are found: token F1 must not fall below what was reached."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec
import pytest

from linter.app import Analyser
from linter.model import Parse, Phrase

WORD = re.compile(r"\w+")
Marked = frozenset[Any]


class Count(msgspec.Struct):
    """Hits and misses over all statements; F1 is the harmonic mean of precision and recall."""

    hit: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: Marked, found: Marked) -> None:
        self.hit += len(gold & found)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def f1(self) -> float:
        total = 2 * self.hit + self.wrong + self.missed
        return 2 * self.hit / total if total else 1.0


def tokens(text: str, start: int, end: int) -> Marked:
    """Return the places of the words of *text* that lie inside ``[start, end)``."""
    return frozenset(m.start() for m in WORD.finditer(text) if start <= m.start() and m.end() <= end)


def labelled(text: str, part: str | None) -> Marked:
    at = text.find(part) if part else -1
    return tokens(text, at, at + len(part or "")) if at >= 0 else frozenset()


def found(text: str, phrase: Phrase | None) -> Marked:
    return tokens(text, phrase.start, phrase.end) if phrase else frozenset()


def union(parts: Iterable[Marked]) -> Marked:
    return frozenset().union(*parts)


def typed(kind: str, part: Marked) -> Marked:
    return frozenset((kind, at) for at in part)


@pytest.fixture(scope="module")
def f1(analyser: Analyser, gold: tuple[dict[str, Any], ...]) -> dict[tuple[bool, str], float]:
    """Token F1 of each part over the statements whose class is clear, apart for those that are hard."""
    parts = ("subject", "verb", "object", "qualifiers", "types")
    counts = {hard: {part: Count() for part in parts} for hard in (False, True)}
    for row in gold:
        if row["clear"]:
            _count(row, analyser.reader.parse(row["text"]), counts[row["hard"]])
    return {(hard, part): count.f1 for hard, by_part in counts.items() for part, count in by_part.items()}


def _count(row: dict[str, Any], parse: Parse, counts: dict[str, Count]) -> None:
    text = row["text"]
    for part in ("subject", "verb", "object"):
        counts[part].add(labelled(text, row[part]), found(text, getattr(parse, part)))
    wanted = [(q["type"], labelled(text, q["text"])) for q in row["qualifiers"]]
    got = [(q.type, found(text, q.phrase)) for q in parse.qualifiers]
    counts["qualifiers"].add(union(part for _, part in wanted), union(part for _, part in got))
    counts["types"].add(union(typed(*pair) for pair in wanted), union(typed(*pair) for pair in got))


@pytest.mark.parametrize(
    ("part", "at_least", "hard"),
    [
        ("subject", 0.96, 0.74),
        ("verb", 0.97, 0.88),
        ("object", 0.975, 0.945),
        ("qualifiers", 0.975, 0.935),
        ("types", 0.91, 0.77),
    ],
)
def test_the_parts_of_labelled_statements_are_found(
    f1: dict[tuple[bool, str], float], part: str, at_least: float, hard: float
) -> None:
    assert f1[False, part] >= at_least
    assert f1[True, part] >= hard


def test_labelled_statements_are_read_whole(analyser: Analyser, gold: tuple[dict[str, Any], ...]) -> None:
    left = [row["text"] for row in gold if row["clear"] and not analyser.reader.parse(row["text"]).complete]
    assert len(left) <= 0.01 * len(gold), left


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    count = Count()
    count.add(frozenset({1, 2, 3}), frozenset({2, 3, 4, 5}))
    assert count.f1 == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))
