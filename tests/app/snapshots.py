"""Writes what the rules say of the labelled corpus and the sample drafts: ``nox -s snapshots``.

The files in corpus/snapshots are read by people before they are committed: a change in them is a change in what users are
told. One line a text: its id (or its place), its class with the rule that decided, and its notes with their spans.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from linter.app import Analyser, Settings
from linter.app.labelled import labelled
from linter.app.sitting import checked_items
from linter.documents.read import read_path
from linter.io.files import text_in
from linter.model import Checked, Document

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "corpus" / "snapshots"


def line(name: str, checked: Checked) -> str:
    """Return what is said of one text: ``id<tab>class rule<tab>code severity start-end, …``."""
    verdict = checked.verdict
    said = f"{verdict.class_ or '–'}{' semu' if verdict.semu else ''} {verdict.decided_by or '–'}" if verdict else "–"
    notes = ", ".join(f"{f.code} {f.severity} {f.start}-{f.end}" for f in checked.findings)
    return f"{name}\t{said}\t{notes}\n"


def snapshots(analyser: Analyser) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every snapshot."""
    for file in sorted((ROOT / "corpus" / "gold").glob("*.jsonl")):
        texts = labelled(text_in(str(file)))
        yield f"{file.stem}.tsv", "".join(line(item.id, analyser.check(item)) for item, _ in texts)
    for document in read_path(str(ROOT / "corpus" / "contoh")):
        assert isinstance(document, Document), document
        lines = (line(":".join(map(str, c.item.at.values())), c) for c in checked_items(document, analyser))
        yield f"contoh-{Path(document.path).name}.tsv", "".join(lines)


def main() -> int:
    """Write every snapshot anew and remove those that are no more."""
    made = dict(snapshots(Analyser(Settings(plugins=False))))
    for old in FOLDER.glob("*.tsv"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
