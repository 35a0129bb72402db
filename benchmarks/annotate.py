"""Milliseconds to mark a workbook, besides reading and checking it: ``python benchmarks/annotate.py [N]``.

N workbooks (default 1,000), each a file of its own, are read, checked, and marked into copies on the disk; the time is that
of making and saving the copies, notes included.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from reading import make

from linter.app import Analyser, check_inputs
from linter.app.handback import Annotator, Placing, Written
from linter.model import NotChecked, Reviewed

_DIFFERENT = 25
"""Workbooks that are made; the rest are copies of them under other names."""


class _Timed(Annotator):
    """An annotator that knows how long it took."""

    took = 0.0

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        begin = time.perf_counter()
        super().file(documents)
        self.took += time.perf_counter() - begin


def main() -> int:
    """Print milliseconds a file and notes a file; exit code 1 where a file was not marked."""
    arguments = argparse.ArgumentParser(description="Milliseconds to mark a workbook, besides checking it")
    arguments.add_argument("n", nargs="?", type=int, default=1_000, help="workbooks (default: 1000)")
    n = arguments.parse_args().n
    notes = failed = 0

    def tell(found: Written | NotChecked) -> None:
        nonlocal notes, failed
        if isinstance(found, NotChecked):
            failed += found.fatal
        else:
            notes += sum(len(document.notes) for document in found.documents)

    with tempfile.TemporaryDirectory() as folder:
        drafts, copies = Path(folder, "draf"), Path(folder, "salinan")
        drafts.mkdir()
        for number in range(min(n, _DIFFERENT)):
            make(drafts / f"{number:05}.xlsx", number)
        for number in range(_DIFFERENT, n):
            (drafts / f"{number:05}.xlsx").write_bytes((drafts / f"{number % _DIFFERENT:05}.xlsx").read_bytes())
        annotator = _Timed(tell, Placing([str(drafts)], str(copies)), "id")
        check_inputs([str(drafts)], Analyser(), [annotator], stdin=bytes)
        written = sum(1 for _ in copies.iterdir())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    each = annotator.took / n * 1000
    print(f"{written} workbooks marked, {notes / n:.1f} notes each: {each:.2f} ms each; at most {memory} MB")
    return 1 if failed or written != n else 0


if __name__ == "__main__":
    sys.exit(main())
