"""How many recombined statements the grammar reads whole: ``python benchmarks/grammar.py [N]``.

The texts are N distinct statements recombined from the labelled corpus (see recombined.py). A statement is read whole where
the parser skipped nothing; of the others the first few are shown with what was left over. The labelled statements
themselves come last.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from gold import statements
from recombined import recombined

from linter.app import Analyser

SHOWN = 8
"""Statements that are shown with what could not be placed in them."""


def report(name: str, texts: Iterable[str]) -> str:
    """Return the line about *texts*, and the first that were not read whole."""
    analyser = Analyser()
    total = whole = 0
    left: list[str] = []
    for text in texts:
        parse = analyser.reader.parse(text)
        total += 1
        whole += parse.complete
        if not parse.complete and len(left) < SHOWN:
            left.append(f"    {text}  →  {' | '.join(p.text for p in parse.unplaced)}")
    return "\n".join([f"{name}: {total} statements, {whole / max(1, total):.4f} read whole", *left])


def main() -> int:
    """Print the shares."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=100_000, help="statements (default: 100000)")
    options = arguments.parse_args()
    print(report("recombined", recombined(options.n)))
    print(report("corpus/gold", (s.text for s in statements())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
