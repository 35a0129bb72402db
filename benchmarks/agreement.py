"""How far two readers agree on the labelled corpus: ``python benchmarks/agreement.py``.

A second reader labelled a tenth of corpus/gold by the same guide without seeing the first labels (corpus/second). Cohen's
kappa is agreement beyond chance; spans are compared token by token.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from accuracy import FIELDS, ROLES, Counts, wanted_spans
from gold import Indicator, Statement, indicators, statements

from linter.io.data import data_dir


def kappa(pairs: Sequence[tuple[object, object]]) -> tuple[float, float]:
    """Return the share of equal labels, and Cohen's kappa."""
    total = len(pairs)
    equal = sum(a == b for a, b in pairs) / total
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / total**2
    return equal, 1.0 if chance == 1.0 else (equal - chance) / (1 - chance)


def _row(name: str, pairs: Sequence[tuple[object, object]]) -> str:
    equal, beyond = kappa(pairs)
    return f"  {name:<26}{len(pairs):>6}{equal:>8.3f}{beyond:>8.3f}"


def of_statements(pairs: Sequence[tuple[Statement, Statement]]) -> Iterable[str]:
    """Yield the rows about class, semu and clear, and the token-F1 of the spans where both see the same class."""
    yield f"  {'':<26}{'items':>6}{'equal':>8}{'kappa':>8}"
    yield _row("class", [(a.class_, b.class_) for a, b in pairs])
    clear = [(a, b) for a, b in pairs if a.clear and b.clear]
    yield _row("class, clear to both", [(a.class_, b.class_) for a, b in clear])
    yield _row("semu", [(a.semu, b.semu) for a, b in pairs if a.class_ == b.class_ == "pencapaian"])
    yield f"  {'role':<14}{'tokens':>7}{'precision':>11}{'recall':>9}{'F1':>9}"
    same = [(a, b) for a, b in pairs if a.class_ == b.class_]
    for role in ROLES:
        counts = Counts()
        for a, b in same:
            one, other = wanted_spans(a)[role], wanted_spans(b)[role]
            counts.add(len(other), len(one), len(one & other))
        yield counts.row(role)


def of_indicators(pairs: Sequence[tuple[Indicator, Indicator]]) -> Iterable[str]:
    """Yield a row for each field."""
    yield f"  {'field':<26}{'items':>6}{'equal':>8}{'kappa':>8}"
    yield from (_row(field, [(getattr(a, field), getattr(b, field)) for a, b in pairs]) for field in FIELDS)


def main() -> int:
    """Print the tables."""
    second = data_dir("corpus") / "second"
    first = {s.id: s for s in statements()}
    lines = (second / "statements.jsonl").read_bytes().splitlines()
    again = [msgspec.json.decode(line, type=Statement) for line in lines]
    print(f"Statements: {len(again)} of {len(first)}", *of_statements([(first[s.id], s) for s in again]), sep="\n")
    known = {i.id: i for i in indicators()}
    lines = (second / "indicators.jsonl").read_bytes().splitlines()
    more = [msgspec.json.decode(line, type=Indicator) for line in lines]
    print(f"\nIndicators: {len(more)} of {len(known)}", *of_indicators([(known[i.id], i) for i in more]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
