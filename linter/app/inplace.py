"""The files that are mended in place: found, read, and written back only where nobody else wrote meanwhile."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from linter.app.fixing import Fixed, Fixer
from linter.documents.marked.choose import refusal
from linter.documents.read import read_path, reason
from linter.documents.walk import BINARY
from linter.io.atomic import write_atomic
from linter.io.files import read_bytes, shown
from linter.model import Document, NotChecked, Said, UserError

_ANNOTATE = Said(
    "berkas jenis ini tidak diubah di tempat; catatan ke dalam salinannya: skplint annotate",
    "files of this type are not changed in place; for notes in a copy: skplint annotate",
)
_NOT_REGULAR = Said(
    "bukan berkas biasa; untuk masukan standar pakai -", "not a regular file; for the standard input use -"
)
_READ_ONLY = Said("berkas ini hanya boleh dibaca; tidak diubah", "this file is read-only; it was not changed")


def fix_inputs(
    paths: Sequence[str], fixer: Fixer, *, stdin: Callable[[], bytes], stdin_name: str | None = None
) -> Iterator[tuple[str, Fixed | NotChecked]]:
    """Yield for each input the file it is (as the system knows it, "-" for standard input) and what becomes of it.

    A folder gives those of its files that are read and changed in place. Nothing is written; see ``save``.
    """
    for path in paths:
        if path == "-":
            yield path, fixer.fixed(stdin(), stdin_name, stdin_name or path)
        elif path and Path(path).is_dir():
            yield from _of_folder(path, fixer)
        else:
            yield path, _named(path, fixer)


def _of_folder(path: str, fixer: Fixer) -> Iterator[tuple[str, Fixed | NotChecked]]:
    by_path = fixer.by_path
    for found in map(by_path.admitted, read_path(path, options=by_path.text_options, skip=by_path.left_out)):
        kept = Path(found.path).suffix.lower() in BINARY
        if isinstance(found, Document) and not kept:
            yield found.path, _of_file(found.path, fixer)
        elif kept:
            yield found.path, NotChecked(found.path, refusal(found.path) or _ANNOTATE, fatal=False)
        elif isinstance(found, NotChecked):
            yield found.path, found


def _named(path: str, fixer: Fixer) -> Fixed | NotChecked:
    """Return what becomes of a file that the user named."""
    name = shown(path)
    if Path(path).suffix.lower() in BINARY:
        return NotChecked(name, refusal(path) or _ANNOTATE)
    if path and Path(path).exists() and not Path(path).is_file():
        return NotChecked(name, _NOT_REGULAR)
    found = next(map(fixer.by_path.admitted, read_path(path, options=fixer.by_path.text_options)))
    return found if isinstance(found, NotChecked) else _of_file(path, fixer)


def _of_file(path: str, fixer: Fixer) -> Fixed | NotChecked:
    name = shown(path)
    try:
        return fixer.fixed(read_bytes(path), name, name)
    except UserError as error:
        return NotChecked(name, reason(error))


def save(fixed: Fixed, path: str) -> None:
    """Write what was mended to the file *path*, whole or not at all.

    Raises UserError where the file is read-only, was changed since it was read, or cannot be written; it is then as it
    was.
    """
    try:
        writable = os.access(path, os.W_OK) and Path(path).stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    except OSError:
        writable = True  # writing says what is wrong
    if not writable:
        raise UserError(_READ_ONLY, path=shown(path))
    write_atomic(path, fixed.after.data, instead_of=fixed.before.data)
