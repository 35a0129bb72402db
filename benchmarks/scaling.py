"""What a statement costs among few and among many: ``python benchmarks/scaling.py [N …]``.

For each N (by default a thousand to a million) a process of its own checks 20,000 recombined statements, so that it knows its
words, and then N others, findings and JSON Lines to nowhere included. The time per statement of those is printed beside that
of the first N, with that of the first thousand of the process, which pays for all that is built once, and the most memory
that it held. Making the statements is not timed, and a fixed set of statements through spaCy's tokenizer is, in turns, so that
a machine that is now faster and now slower is so for both. Bar: each N costs as much a statement as the first, within 15%.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import time
from itertools import islice

from recombined import recombinations, recombined
from throughput import checker, ready

from linter.app.pipeline import loaded_set_apart
from linter.app.resources import load_resources
from linter.language.tokenizer import spacy_tokens

SIZES = (1_000, 10_000, 100_000, 1_000_000)
BAR = 0.15
WARM, COLD = 20_000, 1_000
"""Statements before those that count, and the first of these."""
_AT_ONCE = 500
"""Statements that are made before the clock runs on."""


def measure(n: int, before: int) -> tuple[float, float, float]:
    """Return what a statement costs of the first thousand, of *n* others after *before*, and the most MiB held.

    The cost is that of spaCy's tokenizer on a statement of a fixed set, which takes turns with them.
    """
    run, texts = checker(ready(load_resources(()))), recombinations()
    fixed = recombined(_AT_ONCE)

    def each(count: int) -> float:
        took = reference = 0.0
        for at in range(0, count, _AT_ONCE):
            some = list(islice(texts, min(_AT_ONCE, count - at)))
            begin = time.process_time()
            run(some)
            then = time.process_time()
            for text in fixed:
                spacy_tokens(text)
            took, reference = took + then - begin, reference + (time.process_time() - then) * len(some)
        return took * len(fixed) / reference if reference else 0.0

    for text in fixed:
        spacy_tokens(text)
    gc.collect()
    with loaded_set_apart():
        cold = each(COLD)
        each(max(0, before - COLD))
        warm = each(n)
    return cold, warm, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="*", type=int, default=list(SIZES), help="statements (default: 1000 … 1000000)")
    arguments.add_argument("--only", action="store_true", help="measure the one N here, and print both costs and MiB")
    arguments.add_argument("--warm", type=int, default=WARM, help="statements before them (default: 20000)")
    options = arguments.parse_args()
    if options.only:
        print(*measure(options.n[0], options.warm))
        return 0
    print(f"{'statements':>12}{'each, of the first':>20}{'the first 1000':>16}{'most MiB':>10}")
    first, ratios = 0.0, list[float]()
    for n in options.n:
        asked = [sys.executable, __file__, str(n), "--only", "--warm", str(options.warm)]
        said = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
        cold, warm, memory = map(float, said.split())
        first = first or warm
        ratios.append(warm / first)
        print(f"{n:>12,}{ratios[-1]:>20.2f}{cold / first:>16.2f}{memory:>10.0f}", flush=True)
    print(f"from {min(ratios):.2f} to {max(ratios):.2f} times the first (bar: {1 - BAR:.2f} to {1 + BAR:.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
