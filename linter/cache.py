"""The result cache: what was said of a content before, on the disk, by keys that nothing can be read from.

It may be shared by any number of processes, be missing, read-only, full or broken: then there is no cache, and nothing else
changes. A value depends on its key alone, so that no entry is ever wrong; it holds codes and spans, never a text.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

MOST_BYTES = 512 << 20
"""Bytes that the file may have; beyond, the entries that were not used for longest go."""
_FILE = "hasil-1.sqlite"
_WAIT = 2.0
"""Seconds to wait for another process that writes."""
_PIECE = 500
_DAY = 86_400
_FEWEST = 0.5
"""The share (0–1) of the entries that is left where the file grew too large."""


def default_folder() -> Path | None:
    """Return where a user's caches belong on this system; None where there is no home."""
    named = os.environ.get("SKPLINT_CACHE")
    if named is not None:
        return Path(named) if named else None
    try:
        if sys.platform == "win32":
            home = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            home = str(Path.home() / "Library" / "Caches")
        else:
            home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    except RuntimeError:
        return None
    return Path(home, "skplint")


class ResultCache:
    """Values by keys of 16 bytes, in a SQLite file of *folder* (default: the user's; None: no cache)."""

    def __init__(self, folder: Path | None) -> None:
        self._day = int(time.time() // _DAY)
        self._database: sqlite3.Connection | None = None
        if folder is not None:
            self._open(folder / _FILE)

    @property
    def works(self) -> bool:
        """Whether there is a cache."""
        return self._database is not None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the values of those *keys* that are known."""
        found: dict[bytes, bytes] = {}
        for first in range(0, len(keys), _PIECE):
            some = keys[first : first + _PIECE]
            asked = f"SELECT key, value FROM results WHERE key IN ({','.join('?' * len(some))})"
            found.update(self._run(asked, some))
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Remember *values*; where another process keeps the file busy they are forgotten."""
        rows = [(key, value, self._day) for key, value in values.items()]
        self._many("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)

    def used(self, keys: Iterable[bytes]) -> None:
        """Note that the values of *keys* were of use today, so that they stay when others go."""
        rows = [(self._day, key, self._day) for key in keys]
        self._many("UPDATE results SET day = ? WHERE key = ? AND day < ?", rows)

    def close(self) -> None:
        """Let go of the file, after making it smaller where it grew too large."""
        if self._database is not None:
            self._shrink()
        self._end()

    # -- the file

    def _open(self, path: Path, *, again: bool = True) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._path = path
            self._database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = OFF")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB, day INTEGER) WITHOUT ROWID"
            )
        except sqlite3.OperationalError:  # no room, no right, or another process has it
            self._end()
        except sqlite3.DatabaseError:  # no database, or a broken one
            self._end()
            if again and _removed(path):
                self._open(path, again=False)
        except (OSError, ValueError):
            self._end()

    def _run(self, statement: str, values: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
        if self._database is None:
            return []
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.DatabaseError:
            self._end()
            return []

    def _many(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._database is None or not rows:
            return
        try:
            self._database.execute("BEGIN IMMEDIATE")
            self._database.executemany(statement, rows)
            self._database.execute("COMMIT")
        except sqlite3.OperationalError:  # busy, full or read-only: the values are forgotten
            with contextlib.suppress(sqlite3.DatabaseError):
                self._database.execute("ROLLBACK")
        except sqlite3.DatabaseError:
            self._end()

    def _shrink(self) -> None:
        try:
            if self._database is None or self._path.stat().st_size <= MOST_BYTES:
                return
            days = self._database.execute("SELECT day, count(*) FROM results GROUP BY day ORDER BY day DESC").fetchall()
            if len(days) == 1:  # nothing is older: half of the keys go
                self._database.execute("DELETE FROM results WHERE key < x'80'")
            wanted = sum(n for _, n in days) * _FEWEST
            for day, n in days:
                wanted -= n
                if wanted <= 0:
                    self._database.execute("DELETE FROM results WHERE day < ?", (day,))
                    break
            self._database.execute("VACUUM")
        except (sqlite3.DatabaseError, OSError):
            return

    def _end(self) -> None:
        if self._database is not None:
            with contextlib.suppress(sqlite3.DatabaseError):
                self._database.close()
        self._database = None


def _removed(path: Path) -> bool:
    """Remove a broken cache with what SQLite keeps beside it; return whether that could be done."""
    try:
        for name in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
            name.unlink(missing_ok=True)
    except OSError:
        return False
    return True
