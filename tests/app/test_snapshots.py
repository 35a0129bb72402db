"""What users are told of the corpus changes only when somebody approves it."""

from __future__ import annotations

import snapshots

from linter.app import Analyser

MOST_SHOWN = 40


def test_nothing_changed_that_was_not_approved(analyser: Analyser) -> None:
    now = dict(snapshots.snapshots(analyser))
    approved = {path.name: path.read_text("utf-8") for path in snapshots.FOLDER.glob("*.tsv")}
    assert now.keys() == approved.keys()
    changes = [
        f"{name}: {sign} {row}"
        for name, text in now.items()
        for sign, here, there in (("-", approved[name], text), ("+", text, approved[name]))
        for row in sorted(set(here.splitlines()) - set(there.splitlines()))
    ]
    told = "\n".join(changes[:MOST_SHOWN])
    assert not changes, f"{len(changes)} lines differ; read them, then approve with: nox -s snapshots\n{told}"
