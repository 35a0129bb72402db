"""What the command line says, as options: every command with its arguments, in the chosen language."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from linter import __version__
from linter.cli.arguments.config import config, init
from linter.cli.arguments.drafts import check, explain, parse
from linter.cli.arguments.editor import lsp
from linter.cli.arguments.fix import fix
from linter.cli.arguments.handback import annotate, review, watch
from linter.cli.arguments.parser import Parser, examples, unknown
from linter.cli.arguments.rules import rules
from linter.cli.arguments.score import score
from linter.cli.arguments.web import serve
from linter.cli.speech import LANGUAGES, Say, chosen


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Return the options of a command; None where no command was named, after the help was shown on stderr.

    Every result has ``command``, ``say``, ``lang``, ``lang_of_environment`` and ``parser``. The language is that of --lang,
    else that of SKPLINT_LANG, else None: a configuration may say it. The locale is not asked, since Indonesian drafts are
    written on computers of any language. Raises SystemExit after help (0) and after an error in the arguments (2).
    """
    lang = os.environ.get("SKPLINT_LANG") or None
    say = chosen(arguments, lang or LANGUAGES[0])
    parser = _skplint(say)
    options = argparse.Namespace(lang=None)
    _, extra = parser.parse_known_args(arguments, options)
    options.lang_of_environment = bool(lang and not options.lang)
    options.lang = options.lang or lang
    if options.command is None and not extra:
        parser.print_help(sys.stderr)
        return None
    if extra:
        _refuse(options.parser, extra)
    if options.lang not in (None, *LANGUAGES):
        parser.error(f"SKPLINT_LANG: {unknown(say, options.lang, LANGUAGES)}")
    return options


def _skplint(say: Say) -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
        say=say,
        prog="skplint",
        usage=say("skplint PERINTAH [OPSI]", "skplint COMMAND [OPTIONS]"),
        description=say(
            "Memeriksa rumusan kinerja (SKP): apakah menyebut pencapaian, bukan aktivitas,\n"
            "dan apakah indikatornya dapat diukur. Semua berjalan di komputer ini saja.",
            "Checks performance statements (SKP): do they name results rather than\n"
            "activities, and can their indicators be measured. All runs on this computer.",
        ),
        epilog=examples(
            say,
            "skplint check draf.xlsx",
            "skplint check . --format ringkas",
            'skplint explain "Menyusun laporan keuangan"',
            "skplint explain C001",
        ),
    )
    parser.options.add_argument(
        "--version", action="version", version=f"skplint {__version__}", help=say("tampilkan versi", "show the version")
    )
    parser.set_defaults(parser=parser, say=say)
    commands = parser.add_subparsers(
        prog="skplint", title=say("perintah", "commands"), dest="command", metavar=say("PERINTAH", "COMMAND")
    )
    for add in (check, fix, annotate, review, watch, score, explain, parse, rules, config, init, lsp, serve):
        add(commands, say)
    return parser


def _refuse(parser: Parser, extra: list[str]) -> NoReturn:
    """Stop with an error about the first option that is not known, else about the first argument too many."""
    option = next((argument.partition("=")[0] for argument in extra if argument.startswith("-")), None)
    if option is not None:
        parser.error(unknown(parser.say, option, parser.option_names()))
    say, word = parser.say, extra[0]
    parser.error(
        say(
            f"“{word}” berlebih di sini; kalimat yang berisi spasi perlu diapit tanda kutip",
            f"“{word}” is one argument too many; a text with spaces needs quotes around it",
        )
    )
