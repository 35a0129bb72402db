"""Whether the confidence of a class is earned: ``python benchmarks/calibration.py``.

Shown on the labelled corpus, first the statements whose class is clear, then all of them: by bands of confidence, and by
the rule that decided. The corpus was in view while the rules were written.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from accuracy import Pair, given
from gold import statements

from linter.app import Analyser

BINS = (0.0, 0.5, 0.6, 0.7, 0.85, 0.95, 1.01)


def line(name: str, pairs: Sequence[Pair]) -> tuple[str, float]:
    """Return the row of *pairs* and the distance between their mean confidence and the share that is right."""
    mean = sum(c.verdict.confidence for _, c in pairs if c.verdict) / len(pairs)
    right = sum(s.expected == given(c) for s, c in pairs) / len(pairs)
    return f"  {name:<14}{len(pairs):>7}{mean:>13.3f}{right:>9.3f}", abs(mean - right)


def bands(pairs: Sequence[Pair]) -> Iterable[str]:
    """Yield a row for each band of confidence, and the mean distance."""
    yield f"  {'confidence':<14}{'items':>7}{'mean':>13}{'right':>9}"
    gap = 0.0
    for low, high in pairwise(BINS):
        inside = [(s, c) for s, c in pairs if c.verdict and low <= c.verdict.confidence < high]
        if inside:
            row, distance = line(f"{low:.2f}–{min(high, 1.0):.2f}", inside)
            gap += len(inside) * distance
            yield row
    yield f"  mean distance between confidence and share: {gap / max(1, len(pairs)):.3f}"


def rules(pairs: Sequence[Pair]) -> Iterable[str]:
    """Yield a row for each rule that decided."""
    by_rule: dict[str, list[Pair]] = defaultdict(list)
    for statement, checked in pairs:
        by_rule[(checked.verdict.decided_by if checked.verdict else None) or "none"].append((statement, checked))
    yield f"  {'rule':<14}{'items':>7}{'confidence':>13}{'right':>9}"
    yield from (line(code, by_rule[code])[0] for code in sorted(by_rule))


def main() -> int:
    """Print the tables."""
    analyser = Analyser()
    pairs = [(s, analyser.check_text(s.text)) for s in statements()]
    clear = [(s, c) for s, c in pairs if s.clear]
    for title, lines in (
        ("Clear statements, by confidence", bands(clear)),
        ("All statements, by confidence", bands(pairs)),
        ("All statements, by the rule that decided", rules(pairs)),
    ):
        print(f"{title}", *lines, "", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
