"""The settings of the analysis that the options of a command ask for."""

from __future__ import annotations

import argparse

from linter.app import Settings


def settings(options: argparse.Namespace) -> Settings:
    """Return the settings; what a command has no option for keeps its default."""
    given = vars(options)
    return Settings(
        select=tuple(given.get("select", ())),
        ignore=tuple(given.get("ignore", ())),
        profile=given.get("profile", "lengkap"),
        regime=given.get("regime"),
        rule_dirs=tuple(given.get("rules", ())),
        part=given.get("part", "rencana_kinerja"),
        aspek=given.get("aspek"),
        target=given.get("target"),
        lang=options.lang,
        plugins=not given.get("no_plugins", False),
    )
