"""How soon after a workbook is saved its marked copy is fresh: ``python benchmarks/watch.py [N]``.

``skplint watch`` runs over a folder of workbooks of 12 rencana kinerja and 36 indicators; one of them is saved N times (default
20), each time with other statements, and the clock runs from the end of saving until its copy is another file. Bar: a second.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from batch import make

BAR = 1.0
_FILES = 50


def other(copy: Path, before: tuple[int, int] | None) -> tuple[int, int]:
    """Wait until *copy* is another file than it was *before*; return which."""
    while True:
        if copy.exists():
            status = copy.stat()
            if (now := (status.st_ino, status.st_mtime_ns)) != before:
                return now
        time.sleep(0.002)


def main() -> int:
    """Print the times."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=20, help="saves (default: 20)")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder, versions = Path(made) / "draf", Path(made) / "versi"
        make(folder, _FILES)
        make(versions, options.n, seed=12)
        draft = min(folder.rglob("*.xlsx"))
        copy = draft.with_stem(f"{draft.stem}-catatan")
        command = [sys.executable, "-m", "linter", "watch", str(folder), "--no-config"]
        taken = list[float]()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as watching:
            try:
                state = other(copy, None)
                last = max(folder.rglob("*.xlsx"))
                other(last.with_stem(f"{last.stem}-catatan"), None)
                for version in sorted(versions.rglob("*.xlsx")):
                    shutil.copyfile(version, draft)
                    begin = time.perf_counter()
                    state = other(copy, state)
                    taken.append(time.perf_counter() - begin)
            finally:
                watching.terminate()
    print(
        f"{_FILES} workbooks watched, {len(taken)} saves: median {statistics.median(taken):.2f} s, longest {max(taken):.2f} s"
    )
    print(f"(bar: {BAR:g} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
