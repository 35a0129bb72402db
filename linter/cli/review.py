"""``skplint review``: the Lembar Reviu of each SKP, to decide on or to sign."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from linter.cli.arguments.handback import SHEETS
from linter.cli.handback import Teller, hand_back
from linter.cli.shell import Shell


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Write the sheets, tell of each, and return the exit code: 0, or 2 where one was not written. Raises UserError."""
    from linter.app import Analyser
    from linter.app.aspects import aspects_for
    from linter.app.handback import Placing, Reviewing
    from linter.cli.settings import settings
    from linter.report.reviewsheet import Signing

    decisions = _decisions(options)
    decided = decisions is not None or options.accept_all
    analyser = Analyser(settings(options))
    teller = Teller(options, shell, decisions, deciding=not decided, accept_all=options.accept_all)
    reviewing = Reviewing(
        teller.tell,
        Placing(options.paths, options.output),
        shell.lang,
        aspects=lambda document: aspects_for(analyser, document.header),
        decisions=decisions,
        accept_all=options.accept_all,
        signing=Signing(options.place, options.date),
        formats=options.format or (SHEETS if decided else SHEETS[:1]),
    )
    hand_back(options, analyser, reviewing)
    return teller.end()


def _decisions(options: argparse.Namespace) -> Mapping[str, bool] | None:
    if not options.decisions:
        return None
    from linter.documents.decisions import read_decisions

    return read_decisions(options.decisions)
