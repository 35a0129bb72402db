"""Rows a second through the batch kernel on one core: ``python benchmarks/kernel.py [N] [--rounds R]``.

N distinct statements (see recombined.py) go through Analyser.check alone, then as record batches through the kernel; then N
rows of which 8 of 10 repeat a text that was met before. Each stage begins with fresh memories, into which some other
statements bring the words first, as they are in a long run. In each round all stages take their turn, and the best round
counts. Times are processor times of this process; only their ratios mean anything elsewhere.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from collections.abc import Callable, Sequence

from recombined import recombined

from linter.app import Analyser
from linter.app.pipeline import loaded_set_apart
from linter.batch.kernel import Kernel, score_batch
from linter.batch.schema import pa
from linter.model import Header, Item

BATCH = 8_192
"""Rows in a batch, as linter.batch.tables gives them."""

WARMING = 2_000
"""Other statements that are read before the clock runs."""

Run = Callable[[Sequence[str]], None]


def checking() -> Run:
    """Return what checks each text with a fresh analyser."""
    analyser, header = Analyser(), Header()

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            analyser.check(Item(text=text, part="rencana_kinerja", at={"line": 1, "column": 1}), header)

    return run


def scoring() -> Run:
    """Return what scores texts in batches with a fresh kernel, the making of the batches and their ids included."""
    kernel = Kernel()

    def run(texts: Sequence[str]) -> None:
        for batch in pa.table({"id": [str(n) for n in range(len(texts))], "text": texts}).to_batches(BATCH):
            score_batch(batch, kernel)

    return run


def repeated(texts: Sequence[str]) -> list[str]:
    """Return as many texts as *texts*: a fifth of them, and four times as many that repeat one of those, shuffled."""
    choose = random.Random(7)
    distinct = list(texts[: max(1, len(texts) // 5)])
    rows = distinct + [choose.choice(distinct) for _ in range(len(texts) - len(distinct))]
    choose.shuffle(rows)
    return rows


def seconds(run: Run, texts: Sequence[str], others: Sequence[str]) -> float:
    """Return the processor seconds over *texts*, after *others*."""
    run(others)
    gc.collect()
    with loaded_set_apart():
        begin = time.process_time()
        run(texts)
        return time.process_time() - begin


def main() -> int:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=20_000, help="rows (default: 20000)")
    arguments.add_argument("--rounds", type=int, default=3, help="rounds, of which the best counts (default: 3)")
    options = arguments.parse_args()
    known = recombined(options.n + WARMING)
    others, texts = known[:WARMING], known[WARMING:]
    again = repeated(texts)
    stages = {
        "Analyser.check alone": (checking, texts),
        "kernel, distinct": (scoring, texts),
        "kernel, 8 of 10 repeated": (scoring, again),
    }
    rounds = [
        {name: seconds(make_run(), rows, others) for name, (make_run, rows) in stages.items()}
        for _ in range(options.rounds)
    ]
    best = {name: min(one[name] for one in rounds) for name in stages}
    print(f"{options.n} rows, {len(set(again))} different texts where they repeat, batches of {BATCH}")
    print(f"{'stage':<26}{'rows/s':>10}{'of distinct':>14}")
    for name, took in best.items():
        print(f"{name:<26}{options.n / took:>10,.0f}{best['kernel, distinct'] / took:>12.2f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
