"""Finds the configuration file of a path; the command line, the editor and the hook all ask here."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from linter.io.data import RULE_FILES, walk
from linter.io.files import open_binary, shown
from linter.io.tomlsafe import MAX_BYTES, load_toml
from linter.model import Said, UserError

OWN_NAME = "skplint.toml"
PYPROJECT = "pyproject.toml"


def absolute(path: str) -> str:
    """Return *path* from the root, without ``..``; links are not followed: a draft belongs to the folder it is named in."""
    try:
        return os.path.normpath(Path(path).absolute())
    except OSError:
        raise UserError(Said("folder kerja ini tidak ada lagi", "the current folder is gone")) from None


def is_file(path: Path) -> bool:
    """Tell whether *path* is a regular file; what cannot be looked at is none."""
    return _is(stat.S_ISREG, path)


def is_folder(path: Path) -> bool:
    """Tell whether *path* is a folder; what cannot be looked at is none."""
    return _is(stat.S_ISDIR, path)


def _is(kind: Callable[[int], bool], path: Path) -> bool:
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):  # forbidden, a name too long, a NUL in it
        return False


def without_rules(path: Path) -> Said | None:
    """Return why *path*, a folder or a file, brings no rules; None where it does. Raises UserError as ``walk``."""
    if is_folder(path):
        if walk(path, RULE_FILES):
            return None
        return Said(
            "folder ini tidak berisi aturan atau daftar kata (.yaml, .txt)",
            "this folder holds no rules or word lists (.yaml, .txt)",
        )
    if not is_file(path):
        return Said("folder atau berkas aturan (.yaml) tidak ditemukan", "no such folder or rule file (.yaml)")
    if path.suffix in (".yaml", ".yml"):
        return None
    return Said("bukan folder dan bukan berkas aturan (.yaml)", "neither a folder nor a rule file (.yaml)")


def display(file: str) -> str:
    """Return how *file* is shown to users: from the current folder where it lies inside, else whole."""
    path, here = Path(absolute(file)), Path.cwd()
    return shown(str(path.relative_to(here) if here in path.parents else path))


def find(path: str) -> str | None:
    """Return the absolute path of the configuration file for *path* (a file or a folder), or None where there is none.

    It is the nearest one upward: ``skplint.toml``, or a ``pyproject.toml`` that has ``[tool.skplint]``.
    """
    here = Path(absolute(path))
    for folder in (here, *here.parents) if is_folder(here) else here.parents:
        if is_file(folder / OWN_NAME):
            return str(folder / OWN_NAME)
        if has_section(folder / PYPROJECT):
            return str(folder / PYPROJECT)
    return None


def has_section(pyproject: Path) -> bool:
    """Tell whether a pyproject.toml has ``[tool.skplint]``; one that cannot be read, and does not name us, has none."""
    if not is_file(pyproject):
        return False
    try:
        with open_binary(str(pyproject)) as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, UserError):
        return False
    if b"skplint" not in data:
        return False
    try:
        tool = load_toml(data, shown(str(pyproject))).data.get("tool")
    except UserError:
        return b"tool.skplint" in data  # it is ours and broken: reading it will say what is wrong
    return isinstance(tool, dict) and "skplint" in tool


def find_for(paths: Iterable[str]) -> str | None:
    """Return the one configuration file of all *paths*, or None where they have none.

    Raises UserError where they belong to different ones: a run is judged, and reported, under one configuration.
    """
    found = [(path, find(path)) for path in paths]
    for path, file in found[1:]:
        first, its = found[0]
        if file != its:
            said = [f"{shown(p)} → {display(f) if f else '–'}" for p, f in ((first, its), (path, file))]
            raise UserError(
                Said(
                    f"masukan ini memakai pengaturan yang berbeda: {', '.join(said)}",
                    f"these inputs have different configurations: {', '.join(said)}",
                ),
                hint=Said(
                    "periksa satu per satu, atau pilih satu dengan --config BERKAS",
                    "check them one by one, or choose one with --config FILE",
                ),
            )
    return found[0][1] if found else None
