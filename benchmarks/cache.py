"""What the result cache brings: ``python benchmarks/cache.py [N]``.

N texts (default 50,000), recombined from the labelled corpus, go through the kernel three times: without a cache, with an
empty one, and with one that knows them all, each time with a fresh kernel. Only the ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
from recombined import recombined

from linter.app import Analyser
from linter.app.resources import Resources, load_resources
from linter.batch.kernel import Kernel
from linter.cache import ResultCache

_ROWS = 8_192


def seconds(resources: Resources, batches: list[pa.RecordBatch], folder: Path | None) -> float:
    """Return the seconds that the texts take."""
    cache = ResultCache(folder)
    kernel = Kernel(analyser=Analyser(resources=resources), cache=cache if cache.works else None)
    begin = time.perf_counter()
    for batch in batches:
        kernel.score(batch)
    cache.close()
    return time.perf_counter() - begin


def main() -> int:
    """Print the ratios."""
    arguments = argparse.ArgumentParser(description="What the result cache brings")
    arguments.add_argument("n", nargs="?", type=int, default=50_000, help="texts (default: 50000)")
    n = arguments.parse_args().n
    texts = recombined(n)
    parts = (texts[first : first + _ROWS] for first in range(0, n, _ROWS))
    batches = [pa.RecordBatch.from_pydict({"id": [""] * len(some), "text": some}) for some in parts]
    resources = load_resources(())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        without = seconds(resources, batches, None)
        empty = seconds(resources, batches, folder)
        full = seconds(resources, batches, folder)
        size = sum(path.stat().st_size for path in folder.iterdir()) / n
    print(
        f"{n} texts: without a cache {n / without:,.0f}/s; filling one {without / empty:.2f} ×, {size:.0f} bytes a text"
    )
    print(f"from one that knows them all: {without / full:.1f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
