"""From options to the command that does the work; the user's errors become one line and exit code 2."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from linter.cli import FAILED
from linter.cli.given import configure
from linter.cli.shell import Shell, complain, surroundings
from linter.model import UserError

Command = Callable[[argparse.Namespace, Shell], int]


def dispatch(options: argparse.Namespace) -> int:
    """Run the command that the options name and return its exit code."""
    try:
        configure(options)
        return _command(options.command)(options, surroundings(options))
    except UserError as error:
        complain(error.said(options.lang or "id"))
        return FAILED


def _command(name: str) -> Command:
    match name:
        case "check":
            from linter.cli.check import run
        case "explain":
            from linter.cli.explain import run
        case "annotate":
            from linter.cli.annotate import run
        case "score":
            from linter.cli.score import run
        case "review":
            from linter.cli.review import run
        case "watch":
            from linter.cli.watch import run
        case "fix":
            from linter.cli.fix import run
        case "serve":
            from linter.cli.serve import run
        case "lsp":
            from linter.cli.lsp import run
        case "parse":
            from linter.cli.parse import run
        case "config":
            from linter.cli.config import run
        case "init":
            from linter.cli.init import run
        case _:
            from linter.cli.rules import run
    return run
