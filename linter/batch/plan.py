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
from linter.batch.tables import PARQUET, is_table
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
        files = (f"{file.path}\0{file.explicit}\0{state_of(file.path)}" for file in self.files)
        return fingerprint(basis, str(self.linked), *files)


def state_of(path: str) -> str:
    """Return what changes with a file: its size and its time of change; "-" where it is not there."""
    status = status_of(path)
    return "-" if isinstance(status, Said) else f"{status.st_size} {status.st_mtime_ns}"


def fingerprint(*told: str) -> str:
    """Return 32 hex digits for all that is *told*."""
    return blake2b("\0".join(told).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


class Plan(msgspec.Struct, frozen=True):
    """The units of work for files, the tables of texts, and what is left out before any is read."""

    works: tuple[Work, ...]
    tables: tuple[str, ...]
    left: tuple[NotChecked, ...]


def plan(paths: Sequence[str], skip: Skip | None) -> Plan:
    """Return what is to be done for the inputs *paths*, in their order.

    The files of one folder are one unit where they are few enough to be linked (``MOST_FILES``), else pieces of them.
    A file that is named twice is checked once. Tables of texts are those that were named, and Parquet files anywhere.
    """
    left: list[NotChecked] = []
    seen: set[str] = set()
    files: list[GivenFile] = []
    tables: list[str] = []
    for path in paths:
        for found in _files(path, skip):
            if isinstance(found, NotChecked):
                left.append(found)
            elif os.path.realpath(found.path) not in seen:
                seen.add(os.path.realpath(found.path))
                if suffix_of(found.path) in PARQUET or (found.explicit and is_table(found.path)):
                    tables.append(found.path)
                else:
                    files.append(found)
    work: list[Work] = []
    for folder, together in _by_folder(files):
        if sum(suffix_of(file.path) in OURS for file in together) > MOST_FILES:
            left.append(NotChecked(folder or ".", TOO_MANY, fatal=False))
            work += (Work(tuple(together[n : n + PIECE]), False) for n in range(0, len(together), PIECE))
        else:
            work.append(Work(tuple(together), True))
    return Plan(tuple(work), tuple(tables), tuple(left))


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
            ours = ours or (found.fatal if isinstance(found, NotChecked) else suffix_of(found) in OURS | PARQUET)
            yield found if isinstance(found, NotChecked) else GivenFile(found, False)
        if not ours:
            yield nothing_in(path)


def _by_folder(files: Iterable[GivenFile]) -> Iterator[tuple[str, list[GivenFile]]]:
    """Yield the files of each folder together, folders in the order in which they were met first."""
    folders: dict[str, list[GivenFile]] = {}
    for folder, some in groupby(files, key=lambda file: folder_of(file.path)):
        folders.setdefault(folder, []).extend(some)
    yield from folders.items()
