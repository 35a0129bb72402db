"""Watches files: which of them were saved since one last looked, for those that no editor tells of, such as workbooks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.documents.walk import BINARY, TABLE, Skip, suffix_of, walk
from linter.io.ours import is_copy, is_report
from linter.model import NotChecked, Said, UserError

WATCHED = BINARY | TABLE
"""Endings of the files that are watched: those that people write in programs of their own."""
_MISSING = Said("berkas atau folder ini tidak ada", "there is no such file or folder")
_State = tuple[int, int]
"""When a file was written last (nanoseconds), and its size in bytes."""


class Watch:
    """The files under the paths of a user, and how each of them was when it was last looked at.

    Looking asks the system for the times of files, on every system and every kind of drive; nobody needs to be told.
    """

    def __init__(self, paths: Sequence[str], skip: Skip | None = None) -> None:
        """*skip* tells what is left out of folders. Raises UserError where a path is nothing that can be watched."""
        for path in paths:
            if not Path(path).exists():
                raise UserError(_MISSING, path=path)
        self._paths = paths
        self._skip = skip
        self._known: dict[str, _State] = {}
        self.unseen: dict[str, NotChecked] = {}
        """What could not be looked at, by path, each since it was first met."""

    def saved(self) -> tuple[str, ...]:
        """Return the files that were saved since the last look, all of them at the first; copies and reports are none."""
        now = dict(self._states())
        changed = tuple(path for path, state in now.items() if self._known.get(path) != state)
        self._known = now
        return tuple(path for path in changed if not (is_copy(path) or is_report(path)))

    def _states(self) -> Iterator[tuple[str, _State]]:
        for path in self._files():
            try:
                status = os.stat(path)  # noqa: PTH116  (a Path for each file at each look takes longer than asking)
            except OSError:  # gone meanwhile, as while a program saves
                continue
            if status.st_size:
                yield path, (status.st_mtime_ns, status.st_size)

    def _files(self) -> Iterator[str]:
        for path in self._paths:
            if Path(path).is_dir():
                for one in walk(path, self._skip):
                    if isinstance(one, NotChecked):
                        self.unseen.setdefault(one.path, one)
                    elif suffix_of(one) in WATCHED:
                        yield one
            elif Path(path).exists():
                yield path
            else:
                self.unseen.setdefault(path, NotChecked(path, _MISSING))
