"""From a configuration to the settings of an analysis: the same for the command line, an editor and a hook."""

from __future__ import annotations

from collections.abc import Mapping

from linter.app.settings import Settings
from linter.app.words import own_words
from linter.config import Config, Resolved, resolve

_NAMES = ("profile", "select", "ignore", "regime")
"""Keys whose values are names that only the rules know, so that a fault in them is found when those are loaded."""


def settings_of(config: Config, options: Mapping[str, object] | None = None, path: str | None = None) -> Settings:
    """Return the settings for *path* under *config*; *options* (configuration key → value) win over the files.

    Without a path, or for one that no [[per-path]] table names, they are those of the whole run.
    """
    return settings_from(resolve(config, options or {}, path))


def settings_from(resolved: Resolved) -> Settings:
    """Return the settings that the *resolved* values of a configuration ask for."""
    values = resolved.values
    lists = {str(p[1]): place for p, place in resolved.places.items() if len(p) == 2 and p[0] == "lists"}
    return Settings(
        select=values.select,
        ignore=values.ignore,
        profile=values.profile,
        regime=values.regime,
        rule_dirs=values.rules,
        part=values.part,
        lang=values.lang,
        asal=values.asal,
        own_titles=values.own_titles,
        own_units=values.own_units,
        words=own_words(values, lists),
        baseline=values.baseline,
        places=tuple((p, place) for p, place in resolved.places.items() if p[0] in _NAMES),
    )
