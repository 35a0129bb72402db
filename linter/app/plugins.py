"""Rules from installed packages: each entry point of the group ``skplint.plugins`` names a Plugin."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from importlib.resources.abc import Traversable

import msgspec

from linter.engine import FactInfo as Measure
from linter.model import Said, UserError

__all__ = ["GROUP", "Measure", "Plugin", "installed_plugins"]

GROUP = "skplint.plugins"


class Plugin(msgspec.Struct, frozen=True, kw_only=True):
    """What a package brings: a folder laid out like ``rules/`` and named measures in Python, which rules use as facts."""

    rules: Traversable | None = None
    measures: tuple[Measure, ...] = ()


def installed_plugins() -> tuple[tuple[str, Plugin], ...]:
    """Return (name, plugin) of every installed package that brings one, by name.

    Raises UserError, naming the package, where one cannot be imported or is no Plugin.
    """
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return tuple((point.name, _loaded(point)) for point in found)


def _loaded(point: EntryPoint) -> Plugin:
    try:
        plugin = point.load()
    except (ImportError, AttributeError) as error:
        raise UserError(
            Said(
                f"plugin '{point.name}' tidak dapat dimuat: {error}", f"plugin '{point.name}' cannot be loaded: {error}"
            ),
            path=point.value,
        ) from None
    if not isinstance(plugin, Plugin):
        raise UserError(
            Said(f"plugin '{point.name}' bukan linter.Plugin", f"plugin '{point.name}' is no linter.Plugin"),
            path=point.value,
        )
    return plugin
