"""The settings of the analysis that the options of a command and the configuration ask for."""

from __future__ import annotations

import argparse

import msgspec

from linter.app import Settings
from linter.app.configured import settings_of


def settings(options: argparse.Namespace) -> Settings:
    """Return the settings of the run; what neither options nor configuration say keeps its default."""
    return msgspec.structs.replace(
        settings_of(options.configuration, options.given),
        aspek=getattr(options, "aspek", None),
        target=getattr(options, "target", None),
        plugins=not getattr(options, "no_plugins", False),
    )
