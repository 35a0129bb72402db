"""The command line: arguments in, an exit code out; what is not needed for --version and --help is imported late."""

from __future__ import annotations

import os
import sys

from linter import __version__

TYPE_CHECKING = False  # typing takes longer to import than all the rest of --version
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

OK, FINDINGS, FAILED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 findings, 2 the job could not be done.

    130 is an interruption by the keyboard, 141 a reader of the output that went away. Both streams speak UTF-8 with
    plain line ends on every system.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _abandon_stdout()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # a bug: it is shown whole, and its exit code must not read as "findings"
        import traceback

        traceback.print_exc()
        return FAILED


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        sys.stdout.write(f"skplint {__version__}\n")
        return OK
    from linter.cli.arguments import parse_arguments

    try:
        options = parse_arguments(arguments)
        if options is None:
            return FAILED
        from linter.cli.dispatch import dispatch

        return dispatch(options)
    except SystemExit as stop:  # argparse has said what there was to say
        return stop.code if isinstance(stop.code, int) else FAILED


def _speak_utf8(stream: TextIO) -> None:
    """Make a stream write UTF-8 whatever the locale says; a stand-in that cannot be configured is left alone."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _abandon_stdout() -> None:
    """Point the standard output at nothing, so that Python's own last flush does not complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stand-in without a descriptor
        return
