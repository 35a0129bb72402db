"""Write the trees of grammars/*.cases.yaml anew; texts, order and comments stay.

    python tests/grammar/regenerate_cases.py

To add a case, write its line ``- text: "…"`` and run this. Then read the diff: the trees are what the grammar says, and
only a reader can tell that they are right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from linter.app import Analyser

CASES = sorted((Path(__file__).resolve().parents[2] / "grammars").glob("*.cases.yaml"))
_CASE = re.compile(r"^- text: (?P<text>\".*\")\n(?:  tree: .*\n)?", re.MULTILINE)


def regenerated(source: str, tree: Callable[[str], str]) -> str:
    """Return the text of the case file *source* with the tree of every case as *tree* draws it."""

    def written(case: re.Match[str]) -> str:
        drawn = json.dumps(tree(json.loads(case["text"])), ensure_ascii=False)
        return f"- text: {case['text']}\n  tree: {drawn}\n"

    return _CASE.sub(written, source)


if __name__ == "__main__":
    analyser = Analyser()
    for cases in CASES:
        tree = partial(analyser.reader.tree, grammar=cases.name.partition(".")[0])
        cases.write_text(regenerated(cases.read_text("utf-8"), tree), "utf-8", newline="\n")
