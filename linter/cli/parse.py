"""``skplint parse``: how a statement was read."""

from __future__ import annotations

import argparse

from linter.cli import OK
from linter.cli.shell import Shell, given_texts
from linter.report.layout import BLANK
from linter.report.parsed import reading


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Draw the reading of each statement."""
    from linter.app import Analyser
    from linter.cli.settings import settings

    analyser = Analyser(settings(options))
    for number, text in enumerate(given_texts(options.text)):
        shell.show(
            [*([BLANK] if number else []), *reading(text, analyser.parse_text(text), shell.words, shell.columns)]
        )
    return OK
