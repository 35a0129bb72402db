"""Whom a draft is checked by: the analyser of its configuration, made when first asked for and kept until that changes."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from linter.app import Analyser, Settings
from linter.app.by_path import ByPath
from linter.app.configured import settings_of
from linter.app.resources import Resources, load_resources
from linter.config import NO_CONFIG, Config, nearest
from linter.model import UserError

OPTIONS = ("select", "ignore", "profile", "regime", "lang", "rules", "part")
"""Keys of the configuration that a client may set; they win over the files, as options on the command line do."""


class Checker(NamedTuple):
    """Who checks the drafts of a configuration, and what is wrong with that configuration, if it cannot be used."""

    by_path: ByPath
    lang: str
    fault: UserError | None = None


class Shelf:
    """The checkers by configuration file; rules and words that several configurations share are loaded once."""

    def __init__(self) -> None:
        self._options: dict[str, object] = {}
        self._checkers: dict[tuple[str, ...], Checker] = {}
        self._resources: dict[tuple[object, ...], Resources] = {}
        self._plain: Checker | None = None
        self._named: set[str] = set()
        """The files that configurations consist of, and the rules that they name, also where one cannot be used."""

    def set_options(self, given: Mapping[str, object]) -> tuple[str, ...]:
        """Take what a client sets; return the keys that are none of OPTIONS, or have a value of another kind."""
        known = {key: _value(key, value) for key, value in given.items() if value is not None and key in OPTIONS}
        self._options = {key: value for key, value in known.items() if value is not None}
        self._checkers.clear()
        self._plain = None
        return tuple(key for key, value in given.items() if value and key not in self._options)

    def forget(self) -> None:
        """Drop all that was made of configuration and rule files, which have changed."""
        self._checkers.clear()
        self._resources.clear()
        self._plain = None

    def checker(self, path: str) -> Checker:
        """Return who checks the file *path*; where its configuration cannot be used, by the default with its fault."""
        try:
            config = nearest([path])
        except UserError as error:
            return self._default(error)
        self._named.update((*config.files, *config.values.rules))
        known = self._checkers.get(config.files)
        if known is None:
            try:
                known = self._made(config, self._options)
            except UserError as error:
                known = self._default(error)
            self._checkers[config.files] = known
        return known

    def concerns(self, path: str) -> bool:
        """Tell whether the file *path* says how drafts are checked: a configuration, or a rule or list that one names."""
        place = Path(path)
        if place.suffix == ".toml":  # also one that is extended, where the reading stopped before it was known
            return True
        named = map(Path, (*self._named, *self._rules))
        return any(place == one or one in place.parents for one in named)

    @property
    def _rules(self) -> tuple[str, ...]:
        """The folders of rules that the client names."""
        given = self._options.get("rules", ())
        return given if isinstance(given, tuple) else ()

    def _default(self, fault: UserError) -> Checker:
        if self._plain is None:
            self._plain = self._made(NO_CONFIG, {"lang": str(self._options.get("lang", "id"))})
        return self._plain._replace(fault=fault)

    def _made(self, config: Config, options: Mapping[str, object]) -> Checker:
        settings = msgspec.structs.replace(settings_of(config, options), may_be_none=True)
        checker = Checker(ByPath(Analyser(settings, resources=self._loaded(settings)), config, options), settings.lang)
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # rules and words live as long as the server; the collector need not look at them at each turn
        return checker

    def _loaded(self, settings: Settings) -> Resources:
        key = (settings.rule_dirs, settings.words, settings.plugins)
        if key not in self._resources:
            self._resources[key] = load_resources(settings.rule_dirs, words=settings.words, plugins=settings.plugins)
        return self._resources[key]


def _value(key: str, value: object) -> object:
    """Return *value* as the configuration has it; None where it is of another kind."""
    if key in ("select", "ignore", "rules"):
        listed = value if isinstance(value, (list, tuple)) else None
        return (
            tuple(map(str, listed)) or None if listed is not None and all(isinstance(v, str) for v in listed) else None
        )
    return value if isinstance(value, str) and value and (key != "lang" or value in ("id", "en")) else None
