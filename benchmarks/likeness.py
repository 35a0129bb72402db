"""What the rules that compare statements make of labelled pairs: ``python benchmarks/likeness.py``.

For each rule its condition, read from its file, and how many of the pairs that it is about it would note rightly and wrongly
(corpus/pairs; ``indikator`` and ``turunan`` are read too, to show what roots can and cannot tell).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache

from linter.app import Analyser
from linter.app.resources import load_resources
from linter.engine.likeness import Essence, essence, likeness
from linter.engine.types import Condition
from linter.io.data import data_dir

LIKE = ("kemiripan", "kemiripan_atasan", "kemiripan_kembar", "akar_bersama")
NOTED = {
    # rule: kinds of pairs and the labels that it is to note; the other labels of these kinds it is to leave alone
    "R002": {"salinan": "sama"},
    "R004": {"matriks": "bukan"},
    "R007": {"salinan": "sama"},
    "R010": {"turunan": "*", "salinan": ""},
    "R013": {"salinan": "sama"},
    "R015": {"turunan": "*", "salinan": ""},
    "D005": {"salinan": "beda"},  # another word is another contract, even where it means the same
    "D007": {"salinan": "sama"},
    "D017": {"turunan": "*", "salinan": ""},
    "X013": {"indikator": "lain"},
    "R017": {"turunan": "terkait"},
}
"""Of "salinan" the altered copies ("sama") are what a rule with "" is to leave alone; "*" is every pair."""


class Pair:
    """A labelled pair, how like its statements are (0–100), and how many roots both have."""

    def __init__(self, line: str, known: Callable[[str], Essence]) -> None:
        told = json.loads(line)
        self.kind, self.label = told["kind"], told["label"]
        one, other = known(told["a"]), known(told["b"])
        self.likeness = likeness(one, other)
        self.shared = len(set(one.roots) & set(other.roots))


def pairs() -> list[Pair]:
    """Return the labelled pairs."""
    read = Analyser().reader.parse
    known = cache(lambda text: essence(read(text)))
    text = (data_dir("corpus") / "pairs" / "pairs.jsonl").read_text("utf-8")
    return [Pair(line, known) for line in text.splitlines()]


def bounds(condition: Condition | None) -> Iterator[Condition]:
    """Yield the conditions on likeness in *condition*."""
    if condition is None:
        return
    if condition.fact in LIKE:
        yield condition
    for inner in (*(condition.all or ()), *(condition.any or ()), *filter(None, (condition.every,))):
        yield from bounds(inner)


def noted(bound: Condition, pair: Pair) -> bool:
    """Tell whether *pair* is within *bound*."""
    least, below = bound.at_least, bound.below
    value = pair.shared if bound.fact == "akar_bersama" else round(pair.likeness)
    return (least is None or value >= least) and (below is None or value < below)


def told_right(code: str, bound: Condition, among: list[Pair]) -> tuple[int, int, int]:
    """Return how many pairs a rule notes rightly, wrongly, and how many it should note."""
    wanted = NOTED[code]
    about = [p for p in among if p.kind in wanted and not (wanted[p.kind] == "" and p.label != "sama")]
    should = [p for p in about if wanted[p.kind] in ("*", p.label)]
    found = [p for p in about if noted(bound, p)]
    right = sum(p in should for p in found)
    return right, len(found) - right, len(should)


def conditions() -> Iterator[tuple[str, Condition]]:
    """Yield the rules that compare statements, with their bound on likeness."""
    for code, rule in sorted(load_resources(()).rules.rules.items()):
        bound = next(bounds(rule.file.when), None)
        if bound is not None and code in NOTED:
            yield code, bound


def area(among: list[Pair], kind: str, label: str) -> float:
    """Return how often a pair with *label* is more alike than one with the other label (0–1; by chance 0.5)."""
    own = [p.likeness for p in among if p.kind == kind and p.label == label]
    rest = [p.likeness for p in among if p.kind == kind and p.label != label]
    return sum((x > y) + (x == y) / 2 for x in own for y in rest) / (len(own) * len(rest))


def main() -> int:
    """Print the table."""
    among = pairs()
    print(f"{'rule':<6}{'likeness':<12}{'right':>7}{'wrong':>7}{'of':>6}{'precision':>11}{'recall':>8}")
    for code, bound in conditions():
        right, wrong, should = told_right(code, bound, among)
        said = f"≥ {bound.at_least:g}" if bound.at_least is not None else f"< {bound.below:g}"
        said += " roots" if bound.fact == "akar_bersama" else ""
        precision = f"{right / (right + wrong):.3f}" if right + wrong else "–"
        print(f"{code:<6}{said:<12}{right:>7}{wrong:>7}{should:>6}{precision:>11}{right / should:>8.3f}")
    print()
    for kind, label in (("salinan", "sama"), ("matriks", "padan"), ("turunan", "terkait"), ("indikator", "tentang")):
        print(f"{kind:<12}{label:<10} more alike than the rest: {area(among, kind, label):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
