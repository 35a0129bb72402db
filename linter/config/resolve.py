"""What holds for one path: options on the command line over [[per-path]] tables over the file over the defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from linter.config.find import OWN_NAME, absolute
from linter.config.keys import GROWING, KEYS, ConfigFile, field_of
from linter.config.load import Config, Override, Place
from linter.config.match import matches
from linter.model import Pointer

_SHOWN = tuple(key for key in KEYS if key not in ("extends", "per-path"))
_ADDED = ("ignore", "own-units", "own-titles")
"""Keys of a [[per-path]] table that add to what holds above it."""


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a value comes from: the defaults, a file, the n-th [[per-path]] table of a file, or an option."""

    kind: Literal["default", "file", "per-path", "option"]
    place: Place | None = None
    number: int | None = None
    option: str = ""


class Resolved(msgspec.Struct, frozen=True):
    """The values for one path, the sources of each key (more than one where they were added up), and what applied.

    ``places`` says where what files give was written: a key by (key,), the rule that it names by (key, name).
    """

    values: ConfigFile
    sources: Mapping[str, tuple[Source, ...]]
    applied: tuple[Override, ...] = ()
    places: Mapping[Pointer, Place] = {}


def resolve(config: Config, options: Mapping[str, object], path: str | None = None) -> Resolved:
    """Return what holds for *path* (None: for no file in particular) when *options* (key → value) are given.

    An option replaces the value of its key, ``rules`` adds to it; ``ignore`` of a [[per-path]] table stays in force
    beside an option, which is about the whole run.
    """
    applied = tuple(o for o in config.overrides if path is not None and matches(o.says.match, path, config.folder))
    return _with(config, options, applied)


def only(config: Config, override: Override) -> Resolved:
    """Return what holds for a file that *override*, and no other, names."""
    return _with(config, {}, (override,))


def _with(config: Config, options: Mapping[str, object], applied: tuple[Override, ...]) -> Resolved:
    values: dict[str, Any] = {key: getattr(config.values, field_of(key)) for key in _SHOWN}
    sources = {key: tuple(Source("file", place) for place in config.sources.get(key, ())) for key in _SHOWN}
    for key, value in options.items():
        source = Source("option", option=f"--{key}")
        values[key] = (*values[key], *_tuple(value)) if key in GROWING else value
        sources[key] = (*sources[key], source) if key in GROWING else (source,)
    for override in applied:
        for key in sorted(override.given - {"match"}):
            source = Source("per-path", override.place, override.number)
            value = getattr(override.says, field_of(key))
            if key in _ADDED:
                values[key], sources[key] = (*values[key], *value), (*sources[key], source)
            elif key not in options:
                values[key], sources[key] = value, (source,)
    places = {pointer: place for pointer, place in config.places.items() if pointer[0] not in options}
    for override in applied:
        places |= {p: place for p, place in override.places.items() if p[0] in _ADDED or p[0] not in options}
    return Resolved(
        ConfigFile(**{field_of(key): value for key, value in values.items()}),
        {key: sources[key] or (Source("default"),) for key in _SHOWN},
        applied,
        places,
    )


def is_excluded(config: Config, path: str, *, is_folder: bool = False) -> bool:
    """Tell whether ``exclude`` leaves *path* out of its folder, by itself or by a folder above it."""
    return matches(config.values.exclude, path, config.folder, is_folder=is_folder)


def is_left_out(config: Config, rules: Sequence[str], path: str, is_folder: bool) -> bool:
    """Tell whether *path*, met in a folder, is not to be read: by ``exclude``, or as our own configuration or *rules*.

    *rules* are the folders and files of rules in use, from the configuration and from options.
    """
    if absolute(path) in map(absolute, rules):
        return True
    return (not is_folder and Path(path).name == OWN_NAME) or is_excluded(config, path, is_folder=is_folder)


def _tuple(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)
