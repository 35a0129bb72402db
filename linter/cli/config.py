"""``skplint config show``: each key, its value, and where the value comes from."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from linter.cli import OK
from linter.cli.shell import Shell
from linter.config import Config, Override, Resolved, Source, is_excluded, is_folder, resolve
from linter.config.keys import field_of, toml
from linter.report.layout import BLANK, Line, paragraph, table

_VERSION = 1


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Show the configuration for the path that is named; raises UserError for a name in it that is not known."""
    from linter.app import Analyser
    from linter.app.by_path import ByPath
    from linter.cli.settings import settings

    config: Config = options.configuration
    ByPath(Analyser(settings(options)), config, options.given)
    path = options.paths[0] if options.paths else None
    whole = path is not None and is_folder(Path(path))
    resolved = resolve(config, options.given, None if whole else path)
    excluded = path is not None and is_excluded(config, path, is_folder=whole)
    if options.lang_of_environment:
        said = (Source("option", option="SKPLINT_LANG"),)
        resolved = msgspec.structs.replace(resolved, sources={**resolved.sources, "lang": said})
    if options.format == "json":
        data = msgspec.json.encode({**_data(config, resolved), "path": path, "excluded": excluded})
        shell.write(msgspec.json.format(data, indent=2).decode() + "\n")
    else:
        shell.show(_page(config, resolved, path, excluded, shell))
    return OK


def _page(config: Config, resolved: Resolved, path: str | None, excluded: bool, shell: Shell) -> list[Line]:
    """Return the file, the table of the keys, and the [[per-path]] tables with whether they hold."""
    say, room = shell.say, shell.columns
    file = config.path or say("tidak ada berkas; semuanya bawaan", "no file; everything is default")
    out = paragraph(file, room, lead=say("Pengaturan: ", "Configuration: "), lead_role="dim")
    if path:
        out += paragraph(path, room, lead=say("Untuk: ", "For: "), lead_role="dim")
    if excluded:
        left = say(
            "dilewati bila foldernya diperiksa (exclude); diperiksa bila disebut langsung",
            "left out when its folder is checked (exclude); checked when it is named itself",
        )
        out += paragraph(left, room, role="strong")
    rows = [
        (key, ", ".join(_from(source, shell) for source in sources), _shown(getattr(resolved.values, field_of(key))))
        for key, sources in resolved.sources.items()
    ]
    out += [
        BLANK,
        *table((say("kunci", "key"), say("dari", "from"), say("nilai", "value")), rows, room, ("strong", "dim")),
    ]
    if config.overrides:
        out += [
            BLANK,
            *table(
                ("[[per-path]]", say("untuk", "for"), say("isi", "what")), _tables(config, resolved, path, shell), room
            ),
        ]
    return out


def _tables(config: Config, resolved: Resolved, path: str | None, shell: Shell) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    for override in config.overrides:
        holds = override in resolved.applied
        mark = (
            ""
            if path is None
            else shell.say("berlaku: ", "applies: ")
            if holds
            else shell.say("tidak berlaku: ", "does not apply: ")
        )
        keys = [
            f"{key} = {_shown(getattr(override.says, field_of(key)))}" for key in sorted(override.given - {"match"})
        ]
        rows.append((_place(override), mark + ", ".join(override.says.match), "; ".join(keys) or "–"))
    return rows


def _place(override: Override) -> str:
    return f"{override.place.path}:{override.place.line}"


def _from(source: Source, shell: Shell) -> str:
    if source.kind == "default":
        return shell.say("bawaan", "default")
    if source.place is None:
        return source.option
    table_ = " [[per-path]]" if source.kind == "per-path" else ""
    return f"{source.place.path}:{source.place.line}{table_}"


def _shown(value: object) -> str:
    """Return a value as TOML, which has none for nothing: then –."""
    return "–" if value is None else toml(value)


def _data(config: Config, resolved: Resolved) -> dict[str, object]:
    """Return the same as plain data for programs."""
    return {
        "version": _VERSION,
        "config": config.path,
        "files": config.files,
        "keys": {
            key: {"value": getattr(resolved.values, field_of(key)), "from": sources}
            for key, sources in resolved.sources.items()
        },
        "per-path": [
            {
                "place": o.place,
                "match": o.says.match,
                "keys": sorted(o.given - {"match"}),
                "applies": o in resolved.applied,
            }
            for o in config.overrides
        ],
    }
