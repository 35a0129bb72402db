"""What a command has of its surroundings: the language, the terminal, the standard input."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

import msgspec

from linter.cli import flush, write, write_bytes
from linter.cli.speech import Say
from linter.io.files import why_not
from linter.model import Said, UserError
from linter.report.layout import DEFAULT_WIDTH, Line, Paint, render
from linter.report.paint import painter
from linter.report.words import Words, words

MAX_COLUMNS = 120
"""Lines longer than this are hard to read, however wide the terminal is."""


class Shell(msgspec.Struct, frozen=True):
    """The language, the width in columns and the colours of this run, and whether it writes to a terminal."""

    lang: str
    say: Say
    columns: int
    paint: Paint
    terminal: bool

    @property
    def words(self) -> Words:
        """The words of reports in the language."""
        return words(self.lang)

    def write(self, text: str) -> None:
        """Write to the standard output; raises OutputFailed."""
        write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write bytes as they are to the standard output; raises OutputFailed."""
        write_bytes(data)

    def show(self, lines: Iterable[Line]) -> None:
        """Write lines with their colours to the standard output."""
        self.write(render(lines, self.paint))


def surroundings(options: argparse.Namespace) -> Shell:
    """Return the shell that the options and the environment describe."""
    colour = wants_colour(getattr(options, "color", "auto"), sys.stdout, os.environ)
    columns = min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, MAX_COLUMNS)
    return Shell(options.lang, options.say, columns, painter(colour), sys.stdout.isatty())


def wants_colour(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour: always, never, or on a terminal that can, where NO_COLOR is not set."""
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def read_stdin() -> bytes:
    """Return all bytes of the standard input; raises UserError where it is closed or cannot be read."""
    try:
        if sys.stdin is not None:
            return sys.stdin.buffer.read()
    except OSError as error:
        raise UserError(why_not(error), path="-") from None
    raise UserError(Said("masukan standar tertutup", "the standard input is closed"), path="-")


def write_stderr(text: str) -> None:
    """Write to the standard error, after what the standard output has; raises OutputFailed for that."""
    flush()
    sys.stderr.write(text)


def complain(message: str) -> None:
    """Write one line to the standard error."""
    from linter.report.harmless import harmless

    sys.stderr.write(f"skplint: {harmless(' '.join(message.split()))}\n")


def given_texts(pieces: list[str]) -> tuple[str, ...]:
    """Return the statements of the arguments: the words joined to one, or with ``-`` the lines of the standard input.

    Only line feed and carriage return end a line; blank lines are left out. Bytes that are no UTF-8 become U+FFFD.
    """
    if pieces != ["-"]:
        return (os.fsencode(" ".join(pieces)).decode("utf-8", "replace"),)
    text = read_stdin().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return tuple(line for line in text.split("\n") if line.strip())
