"""What a note costs: ``python benchmarks/findings.py [N] [--rounds R]``.

Of N recombined statements those without a note are compared with as many that have the most notes, checked to JSON Lines in
one process with fresh memories; the best round counts. The difference in time, divided by that in notes, is a note's cost.
"""

from __future__ import annotations

import argparse
import sys

from recombined import recombined
from throughput import checker, ready, seconds

from linter.app.resources import load_resources


def main() -> int:
    """Print the two groups and what a note costs."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=20_000, help="statements (default: 20000)")
    arguments.add_argument("--rounds", type=int, default=3, help="rounds, of which the best counts (default: 3)")
    options = arguments.parse_args()
    resources = load_resources(())
    judge = ready(resources)
    notes = {text: len(judge.check_text(text).findings) for text in recombined(options.n)}
    by_notes = sorted(notes, key=lambda text: notes[text])
    size = max(1, min(sum(not count for count in notes.values()), len(notes) // 5))
    groups = {"no notes": by_notes[:size], "most notes": by_notes[-size:]}
    rounds = [
        {name: seconds(lambda: checker(ready(resources)), texts) for name, texts in groups.items()}
        for _ in range(options.rounds)
    ]
    each = {name: min(one[name] for one in rounds) / size for name in groups}
    told = {name: sum(notes[text] for text in texts) / size for name, texts in groups.items()}
    for name, texts in groups.items():
        words = sum(len(text.split()) for text in texts) / size
        share = each[name] / each["no notes"]
        print(
            f"{name:<12}{size:>8} texts of {words:.1f} words, {told[name]:.2f} notes each{share:>8.2f} of the time without"
        )
    more = told["most notes"] - told["no notes"]
    a_note = (each["most notes"] - each["no notes"]) / more if more else 0.0
    print(f"a note costs {a_note / each['no notes']:.2f} of a text without any: {a_note * 1e9:,.0f} ns here")
    return 0


if __name__ == "__main__":
    sys.exit(main())
