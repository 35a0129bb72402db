"""Rules from installed packages: each entry point of the group ``skplint.plugins`` names a Plugin."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, entry_points
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from linter.engine import OWN_NAME, Facts
from linter.engine import FactInfo as Measure
from linter.model import Said, UserError

__all__ = ["GROUP", "Measure", "Plugin", "installed_plugins"]

GROUP = "skplint.plugins"


class Plugin(msgspec.Struct, frozen=True, kw_only=True):
    """What a package brings: a folder laid out like ``rules/`` and named measures in Python, which rules use as facts.

    ``version`` is that of the package, filled in when it is found.
    """

    rules: Traversable | None = None
    measures: tuple[Measure, ...] = ()
    version: str = ""


def installed_plugins() -> tuple[tuple[str, Plugin], ...]:
    """Return (name, plugin) of every installed package that brings one, by name.

    Raises UserError, naming the package, where one cannot be imported, is no Plugin, or names a measure as it may not.
    """
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    taken: dict[str, str] = {}
    return tuple((point.name, _loaded(point, taken)) for point in found)


def _loaded(point: EntryPoint, taken: dict[str, str]) -> Plugin:
    try:
        plugin = point.load()
    except Exception as error:  # the code of others may fail in any way; the user must know whose it is
        why = f"({type(error).__name__}: {error})"
        raise _fault(point, Said(f"tidak dapat dimuat {why}", f"cannot be loaded {why}")) from None
    if not isinstance(plugin, Plugin):
        raise _fault(point, Said("bukan linter.Plugin", "is no linter.Plugin"))
    for measure in plugin.measures:
        other = taken.setdefault(measure.name, point.name)
        if not re.fullmatch(OWN_NAME, measure.name):
            message = Said(
                f"menamai ukuran '{measure.name}' tanpa titik", f"names a measure '{measure.name}' without a dot"
            )
            raise _fault(point, message)
        if other != point.name:
            message = Said(f"memakai nama ukuran milik '{other}'", f"takes the name of a measure of '{other}'")
            raise _fault(point, message)
    version = point.dist.version if point.dist else ""
    guarded = tuple(_guarded(point, measure) for measure in plugin.measures)
    return msgspec.structs.replace(plugin, measures=guarded, version=version)


def _guarded(point: EntryPoint, measure: Measure) -> Measure:
    """Return *measure* so that what goes wrong in it is an error that names the package."""

    def get(facts: Facts) -> Any:
        try:
            return measure.get(facts)
        except Exception as error:  # the code of others, as above
            why = f"'{measure.name}' ({type(error).__name__}: {error})"
            raise _fault(point, Said(f"gagal menghitung {why}", f"failed in {why}")) from None

    return msgspec.structs.replace(measure, get=get)


def _fault(point: EntryPoint, what: Said) -> UserError:
    said = Said(f"paket '{point.name}' {what.id}", f"the package '{point.name}' {what.said('en')}")
    return UserError(said, path=point.value)
