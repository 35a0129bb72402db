"""From a configuration to the settings of an analysis: the same for the command line, an editor and a hook."""

from __future__ import annotations

from collections.abc import Mapping

from linter.app.settings import Settings
from linter.app.words import own_words
from linter.config import Config, Resolved, resolve


def settings_of(config: Config, options: Mapping[str, object] | None = None, path: str | None = None) -> Settings:
    """Return the settings for *path* under *config*; *options* (configuration key → value) win over the files.

    Without a path, or for one that no [[per-path]] table names, they are those of the whole run.
    """
    return settings_from(resolve(config, options or {}, path), config)


def settings_from(resolved: Resolved, config: Config) -> Settings:
    """Return the settings that the *resolved* values of *config* ask for."""
    values = resolved.values
    lists = {str(p[1]): place for p, place in config.places.items() if len(p) == 2 and p[0] == "lists"}
    places = {key: source.place for key, sources in resolved.sources.items() if (source := sources[-1]).place}
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
        places=tuple(places.items()),
    )
