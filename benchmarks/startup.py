"""How long a command takes to begin, beside Python alone: ``python benchmarks/startup.py [--rounds R]``.

Each command is run R times (default 7) in turn; the best counts. Only the ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_COMMANDS = (
    ("Python alone", ["-c", "pass"]),
    ("skplint --version", ["-m", "linter", "--version"]),
    ("skplint check --help", ["-m", "linter", "check", "--help"]),
    ("check of one statement", ["-m", "linter", "check", "satu.txt", "--format", "jsonl", "--fail-on", "never"]),
    ("check with odd words", ["-m", "linter", "check", "ganjil.txt", "--format", "jsonl", "--fail-on", "never"]),
)
_TEXTS = {
    "satu.txt": "Permohonan izin diproses tepat waktu\n",
    "ganjil.txt": "Laporan TW-I/2026 (dll.) tersusun s.d. 31-12-2026\n",
}
"""The words of the first are read without spaCy; those of the second are not."""


def main() -> int:
    """Print the table."""
    arguments = argparse.ArgumentParser(description="How long a command takes to begin, beside Python alone")
    arguments.add_argument("--rounds", type=int, default=7, help="rounds, of which the best counts (default: 7)")
    rounds = arguments.parse_args().rounds
    best = dict.fromkeys((name for name, _ in _COMMANDS), float("inf"))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in _TEXTS.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        for _ in range(rounds):
            for name, command in _COMMANDS:
                begin = time.perf_counter()
                subprocess.run([sys.executable, *command], cwd=folder, check=True, stdout=subprocess.DEVNULL)
                best[name] = min(best[name], time.perf_counter() - begin)
    alone = best["Python alone"]
    print(f"{'command':<26}{'ms':>8}{'of Python':>12}")
    for name, took in best.items():
        print(f"{name:<26}{took * 1000:>8.0f}{took / alone:>10.1f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
