"""The two languages of the command line, and argparse's own words in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Say = Callable[[str, str], str]
"""Takes a text in Indonesian and in English and returns the one that was asked for."""


def indonesian(id: str, en: str) -> str:
    """Return the Indonesian text."""
    return id


def english(id: str, en: str) -> str:
    """Return the English text."""
    return en


def chosen(arguments: Sequence[str]) -> Say:
    """Return the language that the arguments ask for; the last --lang holds, up to a ``--``."""
    lang = "id"
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            lang = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            lang = arguments[index + 1]
    return english if lang == "en" else indonesian


_TRANSLATIONS = (
    (r"argument ([^:]+): (.*)", r"\1: \2"),
    (r"(.*)expected one argument", r"\1perlu satu nilai"),
    (r"(.*)expected at least one argument", r"\1perlu paling sedikit satu nilai"),
    (r"(.*)expected at most one argument", r"\1paling banyak satu nilai"),
    (r"(.*)expected (\d+) arguments?", r"\1perlu \2 nilai"),
    (r"(.*)the following arguments are required: (.*)", r"\1belum diisi: \2"),
    (r"(.*)ignored explicit argument (.*)", r"\1tidak menerima nilai: \2"),
    (r"(.*)not allowed with argument (.*)", r"\1tidak dapat dipakai bersama \2"),
    (r"(.*)unrecognized arguments: (.*)", r"\1tidak dikenal: \2"),
)


def translated(message: str) -> str:
    """Return an error message of argparse in Indonesian; one that is not known stays as it is."""
    for pattern, replacement in _TRANSLATIONS:
        message = re.sub(f"^{pattern}$", replacement, message, flags=re.DOTALL)
    return message
