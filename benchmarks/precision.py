"""How often each rule was right where it spoke: ``python benchmarks/precision.py [--texts F.jsonl … --notes FOLDER]``.

A class rule is judged by the label of the class, a note by a reader's judgement of it (corpus/notes), else by the label
of the field that its rule names. Both were in view while the rules were written. ``--texts`` adds labelled texts of one's
own in the form of corpus/gold, ``--notes`` a folder with the judgements of their notes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from linter.app import Analyser, Settings
from linter.app.impact import agrees
from linter.app.labelled import Labels, corpus, judgements, labelled
from linter.io.files import text_in
from linter.model import Item

LEAST = 0.85
"""The precision below which a rule stays on trial."""


def texts(options: argparse.Namespace) -> Iterator[tuple[Item, Labels]]:
    """Yield the labelled texts: those of the corpus, or those that the options name."""
    if not options.texts:
        yield from corpus()
        return
    judged = (
        judgements(text_in(str(path)) for path in sorted(Path(options.notes).glob("*.jsonl"))) if options.notes else {}
    )
    for path in options.texts:
        for item, labels in labelled(text_in(path)):
            yield item, msgspec.structs.replace(labels, notes=judged.get(item.id, {}))


def codes(analyser: Analyser, item: Item) -> set[str]:
    """Return the codes of the notes on *item* and on its target, and that of the rule that decided the class."""
    found = analyser.check(item)
    checked = [found]
    if item.target:
        checked.append(analyser.check(Item(item.target, "target", item.at, rk=item.rk, aspek=item.aspek)))
    decided = {found.verdict.decided_by} if found.verdict and found.verdict.decided_by else set()
    return {f.code for one in checked for f in one.findings} | decided


def main() -> int:
    """Print the table; 1 where a stable rule that was judged ten times or more is right less often than LEAST."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", nargs="*", default=[])
    parser.add_argument("--notes")
    options = parser.parse_args()
    analyser = Analyser(Settings(profile="reviu"))
    spoke, judged, right = Counter[str](), Counter[str](), Counter[str]()
    for item, labels in texts(options):
        for code in codes(analyser, item):
            rule = analyser.rule_files[code]
            spoke[code] += 1
            known = agrees(rule, labels) if labels.clear or code in labels.notes else None
            judged[code] += known is not None
            right[code] += known is True
    print(f"{'rule':<44}{'status':<9}{'spoke':>6}{'judged':>8}{'right':>7}{'precision':>11}")
    weak = 0
    for code, rule in sorted(analyser.rule_files.items()):
        share = right[code] / judged[code] if judged[code] else None
        said = "–" if share is None else f"{share:.3f}"
        print(f"{f'{code} {rule.name}':<44}{rule.status:<9}{spoke[code]:>6}{judged[code]:>8}{right[code]:>7}{said:>11}")
        weak += rule.status == "stable" and share is not None and share < LEAST and judged[code] >= 10
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
