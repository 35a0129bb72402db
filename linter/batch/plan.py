"""Parts the inputs of a batch into units of work: whole folders, or pieces of a large one, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby

import msgspec

from linter.app.pipeline import GivenFile
from linter.app.unit import MOST_FILES, TOO_MANY, folder_of
from linter.documents.walk import OURS, Skip, nothing_in, status_of, suffix_of, walk
from linter.io.files import shown
from linter.model import NotChecked, Said

PIECE = 32
"""Files of a piece of a folder that is too large to be linked."""


class Work(msgspec.Struct, frozen=True):
    """A unit of work: files that are checked together, and their links with them where they are a whole folder."""

    files: tuple[GivenFile, ...]
    linked: bool

    def fingerprint(self, basis: str) -> str:
        """Return 32 hex digits for the state of the files and the *basis* that they are judged by.

        It changes with name, size and time of change of a file; one that is gone counts too.
        """
        seen = blake2b(f"{basis}\0{self.linked}".encode(), digest_size=16)
        for file in self.files:
            status = status_of(file.path)
            state = "-" if isinstance(status, Said) else f"{status.st_size} {status.st_mtime_ns}"
            seen.update(f"\0{file.path}\0{file.explicit}\0{state}".encode("utf-8", "surrogateescape"))
        return seen.hexdigest()


def plan(paths: Sequence[str], skip: Skip | None) -> tuple[tuple[Work, ...], tuple[NotChecked, ...]]:
    """Return the units of work for the inputs *paths*, in their order, and what is left out before any is read.

    The files of one folder are one unit where they are few enough to be linked (``MOST_FILES``), else pieces of them.
    A file that is named twice is checked once.
    """
    left: list[NotChecked] = []
    seen: set[str] = set()
    files: list[GivenFile] = []
    for path in paths:
        for found in _files(path, skip):
            if isinstance(found, NotChecked):
                left.append(found)
            elif os.path.realpath(found.path) not in seen:
                seen.add(os.path.realpath(found.path))
                files.append(found)
    work: list[Work] = []
    for folder, together in _by_folder(files):
        if sum(suffix_of(file.path) in OURS for file in together) > MOST_FILES:
            left.append(NotChecked(folder or ".", TOO_MANY, fatal=False))
            work += (Work(tuple(together[n : n + PIECE]), False) for n in range(0, len(together), PIECE))
        else:
            work.append(Work(tuple(together), True))
    return tuple(work), tuple(left)


def _files(path: str, skip: Skip | None) -> Iterator[GivenFile | NotChecked]:
    """Yield the files that *path* means; what of a folder is not ours is handed on, to be told."""
    status = status_of(path)
    if isinstance(status, Said):
        yield NotChecked(shown(path), status)
    elif not stat.S_ISDIR(status.st_mode):
        yield GivenFile(path, True)
    else:
        ours = False
        for found in walk(path, skip):
            ours = ours or (found.fatal if isinstance(found, NotChecked) else suffix_of(found) in OURS)
            yield found if isinstance(found, NotChecked) else GivenFile(found, False)
        if not ours:
            yield nothing_in(path)


def _by_folder(files: Iterable[GivenFile]) -> Iterator[tuple[str, list[GivenFile]]]:
    """Yield the files of each folder together, folders in the order in which they were met first."""
    folders: dict[str, list[GivenFile]] = {}
    for folder, some in groupby(files, key=lambda file: folder_of(file.path)):
        folders.setdefault(folder, []).extend(some)
    yield from folders.items()
