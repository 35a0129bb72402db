"""What the arguments say of the configuration: which file holds, and which of its keys are given as options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from linter.cli.speech import english, indonesian
from linter.config import NO_CONFIG, Config, load, nearest

_OPTIONS = ("select", "ignore", "profile", "regime", "lang", "fail-on", "rules", "part", "baseline")
"""Keys of the configuration that are options too."""


def configure(options: argparse.Namespace) -> None:
    """Add ``configuration`` and ``given`` (key → value, only what was given); settle ``lang`` and ``fail_on``.

    Raises UserError for a configuration file that cannot be used.
    """
    named = {key: getattr(options, key.replace("-", "_"), None) for key in _OPTIONS}
    options.given = {
        key: tuple(value) if isinstance(value, list) else value for key, value in named.items() if value is not None
    }
    options.configuration = _configuration(options)
    options.lang = options.lang or options.configuration.values.lang
    options.fail_on = named["fail-on"] or options.configuration.values.fail_on
    options.say = english if options.lang == "en" else indonesian


def _configuration(options: argparse.Namespace) -> Config:
    """Return the configuration that is named, else the nearest one of what is to be read."""
    if options.command == "init" or getattr(options, "no_config", False):
        return NO_CONFIG
    file = getattr(options, "config", None)
    return load(file) if file is not None else nearest(_places(options))


def _places(options: argparse.Namespace) -> Sequence[str]:
    """Return the paths that are to be read; standard input is where its name says, or here."""
    drafts = options.text if getattr(options, "vocabulary", False) else getattr(options, "paths", None)
    paths = drafts or ["."]
    return [(getattr(options, "stdin_filename", None) or ".") if path == "-" else path for path in paths]
