"""What a statement costs among few and among many: ``python benchmarks/scaling.py [N …]``.

For each N (by default a thousand to a million) a process of its own checks N recombined statements, findings and JSON Lines
to nowhere included, and its time per statement is printed beside that of the first N, with the most memory that it held.
Making the statements is not timed. Bar: no N costs more than 1.15 times the first.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import time
from itertools import islice

from recombined import recombinations
from throughput import checker, ready

from linter.app.pipeline import loaded_set_apart
from linter.app.resources import load_resources

SIZES = (1_000, 10_000, 100_000, 1_000_000)
BAR = 1.15
_AT_ONCE = 500
"""Statements that are made before the clock runs on."""


def measure(n: int) -> tuple[float, float]:
    """Return the processor seconds over *n* statements, and the most MiB that this process has held."""
    run, texts = checker(ready(load_resources(()))), recombinations()
    took = 0.0
    gc.collect()
    with loaded_set_apart():
        for at in range(0, n, _AT_ONCE):
            some = list(islice(texts, min(_AT_ONCE, n - at)))
            begin = time.process_time()
            run(some)
            took += time.process_time() - begin
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="*", type=int, default=list(SIZES), help="statements (default: 1000 … 1000000)")
    arguments.add_argument("--only", action="store_true", help="measure the one N here, and print seconds and MiB")
    options = arguments.parse_args()
    if options.only:
        print(*measure(options.n[0]))
        return 0
    print(f"{'statements':>12}{'each, of the first':>20}{'most MiB':>10}")
    first, worst = 0.0, 0.0
    for n in options.n:
        asked = [sys.executable, __file__, str(n), "--only"]
        said = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
        took, memory = map(float, said.split())
        first = first or took / n
        worst = max(worst, took / n / first)
        print(f"{n:>12,}{took / n / first:>20.2f}{memory:>10.0f}", flush=True)
    print(f"the dearest costs {worst:.2f} times the first (bar: {BAR})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
