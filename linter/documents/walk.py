"""Finds the files that a user means: a file that was named, and what a folder holds, in the order of names."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from linter.io.files import shown, why_not
from linter.model import NotChecked, Said

TEXT = frozenset({".txt", ".skp"})
DRAFT = frozenset({".yaml", ".yml", ".json"})
TABLE = frozenset({".csv", ".tsv"})
BINARY = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".pdf"})
"""Files whose notes go into a copy; they are never changed in place."""
MARKDOWN = ".md"
OURS = TEXT | DRAFT | TABLE | BINARY | {MARKDOWN}

KNOWN = ".txt, .skp, .yaml, .yml, .json, .csv, .tsv, .xlsx, .xls, .ods, .docx, .pdf, .md"
"""The same for people."""

_IGNORED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
Skip = Callable[[str, bool], bool]
"""Tells for a path, and whether it is a folder, if it is to be left out of the folder it stands in."""


def status_of(path: str) -> os.stat_result | Said:
    """Return the status of what *path* names, or why there is none."""
    try:
        return Path(path).stat() if path else Said("nama berkas ini kosong", "the file name is empty")
    except (OSError, ValueError) as error:
        return why_not(error)


def walk(path: str, skip: Skip | None) -> Iterator[str | NotChecked]:
    """Yield the regular files under a folder in the order of names, and what is not followed or cannot be opened."""
    stack = [path]
    while stack:
        here = stack.pop()
        status = status_of(here)
        if skip and here != path and skip(here, not isinstance(status, Said) and stat.S_ISDIR(status.st_mode)):
            continue
        if isinstance(status, Said) or stat.S_IFMT(status.st_mode) not in (stat.S_IFREG, stat.S_IFDIR):
            why = Said("tautan yang rusak, atau bukan berkas biasa", "a broken link, or no ordinary file")
            yield NotChecked(shown(here), why, fatal=suffix_of(here) in OURS)
        elif stat.S_ISREG(status.st_mode):
            yield here
        elif here != path and Path(here).is_symlink():
            why = Said("tautan ke folder lain tidak diikuti", "a link to another folder is not followed")
            yield NotChecked(shown(here), why, fatal=False)
        else:
            try:
                with os.scandir(here) as entries:
                    names = sorted((entry.name for entry in entries if not _hidden(entry.name)), reverse=True)
                stack.extend(os.path.normpath(f"{here}/{name}") for name in names)
            except OSError as error:
                yield NotChecked(shown(here), why_not(error))


def nothing_in(path: str) -> NotChecked:
    """Return that a folder holds nothing that can be checked."""
    why = Said(
        f"folder ini tidak berisi berkas yang dapat diperiksa ({KNOWN})",
        f"this folder holds no file that can be checked ({KNOWN})",
    )
    return NotChecked(shown(path), why)


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _IGNORED_FOLDERS


def suffix_of(path: str) -> str:
    """Return the ending of a file name in small letters: ".xlsx"; "" where it has none."""
    return Path(path).suffix.lower()
