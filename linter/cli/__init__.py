"""The command line: arguments in, an exit code out; what is not needed for --version and --help is imported late."""

from __future__ import annotations

import os
import sys

from linter import __version__

TYPE_CHECKING = False  # typing takes longer to import than all the rest of --version
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

OK, FINDINGS, FAILED, INTERRUPTED, BROKEN_PIPE, TERMINATED = 0, 1, 2, 130, 141, 143


class OutputFailed(Exception):
    """The standard output cannot be written: it is closed, or its disk is full."""


class Terminated(KeyboardInterrupt):
    """The system asked the program to end."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 findings, 2 the job could not be done.

    130 is an interruption by the keyboard, 141 a reader of the output that went away, 143 a request of the system to
    end; files that are half written are removed. Both streams speak UTF-8 with plain line ends on every system.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 – it stands for a stream that is never closed
    if sys.stdout is None:
        return _tell_output_failed(arguments)
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        code = _run(arguments)
        flush()
        return code
    except BrokenPipeError:
        _abandon_stdout()
        return BROKEN_PIPE
    except OutputFailed:
        _abandon_stdout()
        return _tell_output_failed(arguments)
    except Terminated:
        return TERMINATED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # a bug: it is shown whole, and its exit code must not read as "findings"
        import traceback

        traceback.print_exc()
        return FAILED


def write(text: str) -> None:
    """Write to the standard output; raises OutputFailed, or BrokenPipeError where nobody reads it."""
    _output(lambda: sys.stdout.write(text))


def write_bytes(data: bytes) -> None:
    """Write bytes as they are to the standard output, after what it has already; raises as ``write`` does."""
    flush()
    _output(lambda: sys.stdout.buffer.write(data))


def flush() -> None:
    """Hand on what was written to the standard output; raises as ``write`` does."""
    _output(lambda: sys.stdout.flush())


def _output(act: Callable[[], object]) -> None:
    try:
        act()
    except BrokenPipeError:
        raise
    except OSError:
        raise OutputFailed from None


def _tell_output_failed(arguments: list[str]) -> int:
    from linter.cli.speech import LANGUAGES, chosen

    say = chosen(arguments, os.environ.get("SKPLINT_LANG") or LANGUAGES[0])
    said = say("keluaran standar tidak dapat ditulisi", "the standard output cannot be written")
    sys.stderr.write(f"skplint: {said}\n")
    return FAILED


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        write(f"skplint {__version__}\n")
        return OK
    from linter.cli.arguments import parse_arguments
    from linter.cli.ending import ended_by_system

    try:
        options = parse_arguments(arguments)
        if options is None:
            return FAILED
        from linter.cli.dispatch import dispatch

        with ended_by_system():
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
