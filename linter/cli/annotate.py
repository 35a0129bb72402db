"""``skplint annotate``: a copy of each file with the notes in it."""

from __future__ import annotations

import argparse

from linter.cli.handback import Teller, hand_back
from linter.cli.shell import Shell


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Write the copies, tell of each, and return the exit code: 0, or 2 where one was not written. Raises UserError."""
    from linter.app import Analyser
    from linter.app.handback import Annotator, Placing
    from linter.cli.settings import settings

    analyser, teller = Analyser(settings(options)), Teller(options, shell)
    placing = Placing(options.paths, options.output)
    annotator = Annotator(teller.tell, placing, shell.lang, index=options.index)
    hand_back(options, analyser, annotator)
    return teller.end()
