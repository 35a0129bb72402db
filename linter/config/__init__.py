"""Configuration: skplint.toml or [tool.skplint], found from a path, each value with the place that it comes from."""

from linter.config.find import OWN_NAME, PYPROJECT, display, has_section, is_folder, without_rules
from linter.config.keys import KEYS, ConfigFile, PerPath
from linter.config.load import NO_CONFIG, Config, Override, Place, is_other, load, nearest
from linter.config.resolve import Resolved, Source, is_excluded, is_left_out, only, resolve

__all__ = [
    "KEYS", "NO_CONFIG", "OWN_NAME", "PYPROJECT", "Config", "ConfigFile", "Override", "PerPath", "Place", "Resolved", "Source",
    "display", "has_section", "is_excluded", "is_folder", "is_left_out", "is_other", "load", "nearest", "only", "resolve",
    "without_rules",
]  # fmt: skip
