"""Configuration: skplint.toml or [tool.skplint], found from a path, each value with the place that it comes from."""

from linter.config.find import OWN_NAME, PYPROJECT, display, find, find_for, has_section
from linter.config.keys import KEYS, ConfigFile, PerPath
from linter.config.load import Config, Override, Place, load
from linter.config.resolve import Resolved, Source, is_excluded, resolve

__all__ = [
    "KEYS", "OWN_NAME", "PYPROJECT", "Config", "ConfigFile", "Override", "PerPath", "Place", "Resolved", "Source", "display",
    "find", "find_for", "has_section", "is_excluded", "load", "resolve",
]  # fmt: skip
