"""The commands that a later version will have: they are listed, take anything, and say that they are not there yet."""

from __future__ import annotations

import argparse

from linter.cli.arguments.parser import Commands
from linter.cli.speech import Say


def later(commands: Commands, say: Say) -> None:
    """Add the commands of a later version, which say so."""
    for name, what_id, what_en in (("serve", "halaman web di komputer ini", "web page on this computer"),):
        _unbuilt(commands, say, name, say(what_id, what_en))


def _unbuilt(commands: Commands, say: Say, name: str, what: str) -> None:
    what = f"{what} {say('(belum tersedia)', '(not available yet)')}"
    parser = commands.add_parser(name, say=say, help=what, description=what)
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    parser.set_defaults(parser=parser, later=True)
