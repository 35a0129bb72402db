"""``skplint watch``: the notes and the marked copy of a workbook are made anew whenever it is saved."""

from __future__ import annotations

import argparse
import time

from linter.cli import OK
from linter.cli.handback import Teller
from linter.cli.shell import Shell, complain, read_stdin

_EVERY = 0.25
"""Seconds between one look at the files and the next."""


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Check what was saved and write its copy, until the user stops it; return 0. Raises UserError."""
    from linter.app import Analyser, check_inputs
    from linter.app.by_path import ByPath
    from linter.app.handback import Annotator, Placing
    from linter.app.watching import Watch
    from linter.cli.settings import settings
    from linter.report import make

    analyser = Analyser(settings(options))
    watch = Watch(options.paths, ByPath(analyser, options.configuration, options.given).left_out)
    say, written, told = shell.say, dict[str, str](), set[str]()
    complain(say("mengawasi; berhenti dengan Ctrl+C", "watching; stop with Ctrl+C"))
    try:
        while True:
            saved = watch.saved()
            for unseen in (one for path, one in watch.unseen.items() if path not in told):
                told.add(unseen.path)
                complain(f"{unseen.path}: {unseen.reason.said(shell.lang)}")
            if saved:
                teller = Teller(options, shell)
                placing = Placing(options.paths, options.output)
                copies = Annotator(teller.tell, placing, shell.lang, beside=True, written=written)
                notes = make("ringkas", shell.write, lang=shell.lang)
                check_inputs(
                    saved,
                    analyser,
                    [notes, copies],
                    stdin=read_stdin,
                    config=options.configuration,
                    options=options.given,
                )
                teller.end()
            time.sleep(_EVERY)
    except KeyboardInterrupt:
        return OK
