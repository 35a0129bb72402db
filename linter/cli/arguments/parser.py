"""An argparse parser whose help and errors are in the chosen language and suggest what was meant."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn, TypeAlias

from linter.cli.speech import LANGUAGES, Say, indonesian, translated

# argparse quotes the word as Python does, and from 3.14 on may add a guess of its own before the choices
_CHOICE = re.compile(
    r"argument [^:]+: invalid choice: ['\"](.*?)['\"](?:, maybe you meant .*)? \(choose from (.*)\)", re.DOTALL
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose first word is in the chosen language."""

    def __init__(self, prog: str, *, say: Say) -> None:
        super().__init__(prog, max_help_position=26)
        self._say = say

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or self._say("Pemakaian: ", "Usage: "))


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks the chosen language; it does not guess at shortened options."""

    def __init__(self, *, say: Say = indonesian, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=partial(Formatter, say=say))
        self.say = say
        self._positionals.title = say("argumen", "arguments")
        self.options = self.add_argument_group(say("opsi", "options"))
        self.options.add_argument("-h", "--help", action="help", help=say("tampilkan bantuan ini", "show this help"))
        self.options.add_argument(
            "--lang",
            type=partial(one_of, say, LANGUAGES),
            default=argparse.SUPPRESS,
            metavar="|".join(LANGUAGES),
            help=say("bahasa (bawaan: id, atau isi SKPLINT_LANG)", "language (default: id, or what SKPLINT_LANG says)"),
        )

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Do as argparse, but let arguments stand behind options too, as in ``check a.txt --profile dasar b.txt``."""
        commands = any(action.nargs == argparse.PARSER for action in self._actions)
        return super().parse_known_args(args if commands or args is None else self._sorted(args), namespace)

    def _sorted(self, given: Sequence[str]) -> list[str]:
        """Return the words of a command line with the arguments together, before the options or behind a ``--``."""
        options: list[str] = []
        arguments: list[str] = []
        plain, dashes, behind = _parted(given)
        awaited = 0
        for word in plain:
            option = self._parse_optional(word) is not None
            if option:
                action = self._option_string_actions.get(word)
                awaited = _values_of(action) if action else 0
                options.append(word)
            elif awaited:
                awaited -= 1
                options.append(word)
            else:
                arguments.append(word)
        return [*options, *dashes, *arguments, *behind] if dashes else [*arguments, *options]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, then stop with exit code 2."""
        from linter.cli.shell import complain

        wrong = _CHOICE.fullmatch(message)
        if wrong:
            known = [choice.strip(" '") for choice in wrong[2].split(",")]
            complain(unknown(self.say, wrong[1], known))
        else:
            complain(translated(message, self.say))
        self.exit(2, self.say(f"Bantuan: {self.prog} --help\n", f"Help: {self.prog} --help\n"))

    def option_names(self) -> list[str]:
        """Return every spelling of every option."""
        return [name for action in self._actions for name in action.option_strings]


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Return what stands before the first ``--``, the ``--`` itself if there is one, and what stands behind it."""
    at = list(words).index("--") if "--" in words else len(words)
    return words[:at], words[at : at + 1], words[at + 1 :]


def _values_of(option: argparse.Action) -> int:
    """Return how many of the words behind *option* are its values at most."""
    if isinstance(option.nargs, int):
        return option.nargs
    return sys.maxsize if option.nargs in (argparse.ZERO_OR_MORE, argparse.ONE_OR_MORE) else 1


def unknown(say: Say, word: str, known: Sequence[str]) -> str:
    """Return the message for a word that is none of the *known*, with the nearest of them."""
    from linter.model.nearest import nearest

    meant = nearest(word, known)
    text = say(f"“{word}” tidak dikenal", f"“{word}” is not known")
    if meant:
        return text + say(f"; maksud Anda “{meant}”?", f"; did you mean “{meant}”?")
    return text + say("; pilihannya: ", "; choose from: ") + ", ".join(known)


def one_of(say: Say, known: Sequence[str], value: str) -> str:
    """Return *value* if it is known; raises ArgumentTypeError with a suggestion."""
    if value not in known:
        raise argparse.ArgumentTypeError(unknown(say, value, known))
    return value


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What a command adds its parser to."""


def examples(say: Say, *lines: str) -> str:
    """Return the examples that end a help text."""
    return "\n".join((say("Contoh:", "Examples:"), *(f"  {line}" for line in lines)))
