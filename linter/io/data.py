"""Finds the folders rules, grammars and corpus: in a wheel, a zip on sys.path, an editable install and a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from linter.model import Said, UserError

NAMES = frozenset({"rules", "grammars", "corpus"})


def data_dir(name: str) -> Traversable:
    """Return the folder *name* (rules, grammars or corpus); read it only through Traversable (iterdir, read_bytes).

    Raises UserError where the installation lacks it, ValueError for another name.
    """
    if name not in NAMES:
        raise ValueError(name)
    packed = files("linter") / "_data" / name
    if packed.is_dir():
        return packed
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise UserError(
        Said(
            f"folder data '{name}' tidak ditemukan; pasang ulang skplint",
            f"the data folder '{name}' is missing; install skplint again",
        )
    )


RULE_FILES = (".yaml", ".yml", ".txt")
"""How the files of a folder of rules end: rules and what belongs to them, lists of words."""


def walk(root: Traversable, suffixes: str | tuple[str, ...]) -> tuple[tuple[str, Traversable], ...]:
    """Return (relative posix name, file) of every file under *root* whose name ends in *suffixes*, sorted by name.

    Hidden files and folders and symbolic links to folders are left out. Raises UserError where a folder cannot be read.
    """
    try:
        return tuple(sorted(_files(root, suffixes), key=lambda entry: entry[0]))
    except OSError:
        raise UserError(Said("folder ini tidak dapat dibaca", "this folder cannot be read"), path=str(root)) from None


def _files(root: Traversable, suffixes: str | tuple[str, ...]) -> Iterator[tuple[str, Traversable]]:
    stack = [("", root)]
    while stack:
        prefix, folder = stack.pop()
        for entry in folder.iterdir():
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if not (isinstance(entry, Path) and entry.is_symlink()):
                    stack.append((f"{prefix}{entry.name}/", entry))
            elif entry.name.endswith(suffixes):
                yield prefix + entry.name, entry
