"""The two languages of the command line, and argparse's own words in both."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Say = Callable[[str, str], str]
"""Takes a text in Indonesian and in English and returns the one that was asked for."""

LANGUAGES = ("id", "en")


def indonesian(id: str, en: str) -> str:
    """Return the Indonesian text."""
    return id


def english(id: str, en: str) -> str:
    """Return the English text."""
    return en


def chosen(arguments: Sequence[str], default: str = "id") -> Say:
    """Return the language that the arguments ask for, else *default*; the last --lang holds, up to a ``--``."""
    lang = default
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            lang = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            lang = arguments[index + 1]
    return english if lang == "en" else indonesian


# what argparse says of wrong arguments (Python 3.11–3.14), in Indonesian, in English
_MESSAGES = (
    (r"expected one argument", "perlu satu nilai", "needs a value"),
    (r"expected at least one argument", "perlu paling sedikit satu nilai", "needs at least one value"),
    (r"expected at most one argument", "paling banyak satu nilai", "takes at most one value"),
    (r"expected (\d+) arguments?", r"perlu \1 nilai", r"needs \1 values"),
    (r"the following arguments are required: (.*)", r"belum diisi: \1", r"still missing: \1"),
    (r"one of the arguments (.*) is required", r"pilih salah satu: \1", r"one of these is needed: \1"),
    (r"ignored explicit argument (.*)", r"tidak menerima nilai: \1", r"takes no value: \1"),
    (r"not allowed with argument (.*)", r"tidak dapat dipakai bersama \1", r"cannot be used together with \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1", r"not known: \1"),
    (
        r"ambiguous option: (.*) could match (.*)",
        r"\1 kurang lengkap; mungkin maksud Anda \2",
        r"\1 is too short; it may stand for \2",
    ),
    (r"invalid .* value: (.*)", r"nilai tidak sah: \1", r"not a valid value: \1"),
)
_NAMED = re.compile(r"argument ([^:]+): (.*)", re.DOTALL)


def translated(message: str, say: Say) -> str:
    """Return an error message of argparse in the words of the product; one that is not known stays as it is."""
    named = _NAMED.fullmatch(message)
    said = named[2] if named else message
    for pattern, id, en in _MESSAGES:
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            said = found.expand(say(id, en))
            break
    return f"{named[1]}: {said}" if named else said
