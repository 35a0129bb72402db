"""The files that are mended in place: found, read, and written back only where nobody else wrote meanwhile."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from linter.app.analyser import Analyser
from linter.app.by_path import ByPath
from linter.app.fixing import Fixed, Fixer
from linter.config import NO_CONFIG, Config, is_left_out
from linter.documents.read import read_path, reason
from linter.io.atomic import write_atomic
from linter.io.files import read_bytes, shown
from linter.model import Document, NotChecked, Said, UserError

ANNOTATED = frozenset({".xlsx", ".xls", ".ods", ".docx", ".pdf"})
"""Types of files whose notes go into a copy; they are never changed in place."""
_FORMATS = frozenset({"text", "csv", "tsv", "yaml", "json"})

_ANNOTATE = Said(
    "berkas jenis ini tidak diubah di tempat; catatan ke dalam salinannya: skplint annotate (belum tersedia)",
    "files of this type are not changed in place; for notes in a copy: skplint annotate (not available yet)",
)
_NOT_REGULAR = Said(
    "bukan berkas biasa; untuk masukan standar pakai -", "not a regular file; for the standard input use -"
)
_READ_ONLY = Said("berkas ini hanya boleh dibaca; tidak diubah", "this file is read-only; it was not changed")


class Fixers:
    """The fixer of each file: that of the run, or another one where a [[per-path]] table says so."""

    def __init__(
        self,
        analyser: Analyser,
        *,
        preview: bool,
        config: Config = NO_CONFIG,
        options: Mapping[str, object] | None = None,
    ) -> None:
        self._preview = preview
        self._config = config
        self._by_path = ByPath(analyser, config, options or {})
        self._made: dict[int, Fixer] = {}

    def at(self, path: str) -> Fixer:
        """Return the fixer for the file *path*."""
        analyser = self._by_path.analyser(path)
        return self._made.setdefault(id(analyser), Fixer(analyser, preview=self._preview))

    def under(self, folder: str) -> Iterator[Document | NotChecked]:
        """Yield what *folder* holds, without what the configuration leaves out."""
        found = read_path(folder, options=self._by_path.text_options, skip=partial(is_left_out, self._config))
        return map(self._by_path.admitted, found)


def fix_inputs(
    paths: Sequence[str],
    fixers: Fixers,
    *,
    stdin: Callable[[], bytes],
    stdin_name: str | None = None,
) -> Iterator[tuple[str, Fixed | NotChecked]]:
    """Yield for each input the file it is (as the system knows it, "-" for standard input) and what becomes of it.

    A folder gives those of its files that are read and changed in place. Nothing is written; see ``save``.
    """
    for path in paths:
        if path == "-":
            name = stdin_name or path
            yield path, fixers.at(name).fixed(stdin(), stdin_name, name)
        elif path and Path(path).is_dir():
            for found in fixers.under(path):
                if isinstance(found, NotChecked):
                    own = Path(found.path).suffix.lower() not in ANNOTATED
                    yield found.path, found if own else NotChecked(found.path, _ANNOTATE, fatal=False)
                elif found.format in _FORMATS:
                    yield found.path, _of_file(found.path, fixers.at(found.path))
                else:
                    yield found.path, NotChecked(found.path, _ANNOTATE, fatal=False)
        else:
            yield path, _of_file(path, fixers.at(path))


def _of_file(path: str, fixer: Fixer) -> Fixed | NotChecked:
    name = shown(path)
    if not path:
        return NotChecked(name, Said("nama berkas ini kosong", "this file name is empty"))
    if Path(path).suffix.lower() in ANNOTATED:
        return NotChecked(name, _ANNOTATE)
    try:
        if Path(path).exists() and not Path(path).is_file():
            return NotChecked(name, _NOT_REGULAR)
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
