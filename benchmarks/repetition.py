"""What statements cost that were seen before: ``python benchmarks/repetition.py [N] [--rounds R]``.

N texts of which eight of ten repeat one of those before them, at random, are checked to JSON Lines and compared with N distinct
ones, in one process and with fresh memories; the best round counts. The ratio says what the memories of a run are worth.
"""

from __future__ import annotations

import argparse
import random
import sys

from recombined import recombined
from throughput import checker, ready, seconds

from linter.app.resources import load_resources

SEEN = 0.8
"""Share of the texts that repeat an earlier one."""


def repeating(distinct: list[str], seed: int = 7) -> list[str]:
    """Return as many texts as *distinct* has, of which the share SEEN repeats an earlier one."""
    choose, fresh = random.Random(seed), iter(distinct)
    texts = [next(fresh)]
    while len(texts) < len(distinct):
        texts.append(choose.choice(texts) if choose.random() < SEEN else next(fresh))
    return texts


def main() -> int:
    """Print the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=20_000, help="texts (default: 20000)")
    arguments.add_argument("--rounds", type=int, default=3, help="rounds, of which the best counts (default: 3)")
    options = arguments.parse_args()
    resources, distinct = load_resources(()), recombined(options.n)
    texts = {"distinct": distinct, "repeating": repeating(distinct)}
    rounds = [
        {name: seconds(lambda: checker(ready(resources)), some) for name, some in texts.items()}
        for _ in range(options.rounds)
    ]
    best = {name: min(one[name] for one in rounds) for name in texts}
    for name, some in texts.items():
        share = best[name] / best["distinct"]
        print(f"{name:<12}{len(set(some)):>8} different of {len(some)}{share:>8.2f} of the time of distinct ones")
    return 0


if __name__ == "__main__":
    sys.exit(main())
