"""Values of options: each function checks one kind and raises argparse's error in the chosen language."""

from __future__ import annotations

import argparse

from linter.cli.arguments.parser import one_of
from linter.cli.speech import Say

LATER_FORMATS = ("html",)


def not_yet(say: Say, what: str) -> str:
    """Return the message for what a later version will do."""
    return say(f"{what} belum tersedia di versi ini", f"{what} is not available in this version")


def format_spec(say: Say, value: str) -> tuple[str, str | None]:
    """Return name and file of ``NAME[=FILE]``; the file is None where none is named."""
    from linter.report.formats import BINARY_FORMATS, FORMATS

    name, equals, file = value.partition("=")
    one_of(say, (*FORMATS, *BINARY_FORMATS, *LATER_FORMATS), name)
    if name in LATER_FORMATS:
        raise argparse.ArgumentTypeError(not_yet(say, f"“{name}”"))
    if equals and not file:
        raise argparse.ArgumentTypeError(say(f"sesudah {name}= perlu nama berkas", f"{name}= needs a file name"))
    return name, file or None


def part(say: Say, value: str) -> str:
    """Return the name of a part that one text can be."""
    from linter.model import TEXT_PARTS

    return one_of(say, TEXT_PARTS, value)


def count(say: Say, value: str) -> int:
    """Return a whole number from 1."""
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(say("perlu bilangan bulat mulai 1", "needs a whole number from 1"))
    return int(value)


def port(say: Say, value: str) -> int:
    """Return the number of a port, 0 for one that is free."""
    if not value.isdecimal() or int(value) > 65_535:
        raise argparse.ArgumentTypeError(say("perlu bilangan 0–65535", "needs a number from 0 to 65535"))
    return int(value)


def listed(say: Say, value: str) -> list[str]:
    """Return the words of a comma list, of which there is at least one."""
    words = [word for word in (piece.strip() for piece in value.split(",")) if word]
    if not words:
        raise argparse.ArgumentTypeError(
            say("sebutkan paling sedikit satu aturan, mis. C001", "name at least one rule, such as C001")
        )
    return words
