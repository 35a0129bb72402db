"""How much faster two processes are than one: ``python benchmarks/workers.py [N] [--jobs J]``.

N texts (default 1,000,000), recombined from the labelled corpus, go through the pool of ``skplint score`` as batches of
rows, first with one process, then with J (default 2). Starting the processes is left out: the clock begins when each of them
has done a batch.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator

import pyarrow as pa
from recombined import recombined

from linter.app import Settings
from linter.batch.pool import Job, do
from linter.batch.schema import INPUT
from linter.batch.store import Store
from linter.batch.texts import TextWork
from linter.batch.worker import Asked, Worker
from linter.config import NO_CONFIG

_ROWS = 8_192


def jobs(texts: list[str]) -> Iterator[Job]:
    """Yield the texts as units of work."""
    nulls = pa.nulls(_ROWS, pa.string())
    for number, first in enumerate(range(0, len(texts), _ROWS)):
        some = texts[first : first + _ROWS]
        named = {"id": pa.array([str(first + n) for n in range(len(some))]), "text": pa.array(some)}
        columns = [named.get(field.name, nulls[: len(some)]) for field in INPUT]
        yield TextWork.of("teks.parquet", number, pa.RecordBatch.from_arrays(columns, schema=INPUT)), f"{number:032}"


def rate(texts: list[str], number: int) -> float:
    """Return texts a second with *number* processes, once all of them are at work."""
    with tempfile.TemporaryDirectory() as output:
        asked = Asked(Settings(), NO_CONFIG, (), (), output, cached=False)
        Store(output).prepare()
        worker = Worker(asked)
        worker.analyser.check_text("Laporan tersusun")
        times: list[float] = []
        do(jobs(texts), asked, worker, number, lambda work: times.append(time.perf_counter()))
    skipped = number
    return (len(times) - 1 - skipped) * _ROWS / (times[-1] - times[skipped])


def main() -> int:
    """Print both rates and their ratio."""
    arguments = argparse.ArgumentParser(description="How much faster several processes are than one")
    arguments.add_argument("n", nargs="?", type=int, default=1_000_000, help="texts (default: 1000000)")
    arguments.add_argument("--jobs", type=int, default=2, help="processes beside one (default: 2)")
    options = arguments.parse_args()
    texts = recombined(options.n)
    one, several = rate(texts, 1), rate(texts, options.jobs)
    print(
        f"{options.n} texts: one process {one:,.0f}/s, {options.jobs} processes {several:,.0f}/s: {several / one:.2f} ×"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
