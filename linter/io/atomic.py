"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from linter.io.files import shown, why_not
from linter.model import Said, UserError

_HALF = ".skplint-*.tmp"
"""The names of files that are being written."""
_CHANGED = Said(
    "berkas ini berubah sejak dibaca; tidak disimpan, jalankan lagi",
    "this file was changed since it was read; it was not saved, run again",
)


class AtomicFile:
    """A file that is written piece by piece beside its place, and put there when the ``with`` ends without an error.

    Until then the old file stays as it was, and its mode is kept. A symbolic link stays a link: the file it names is
    replaced. What is no regular file (a pipe, /dev/stdout) is written to as it stands. With *instead_of* only a file that
    still has these bytes is replaced. Opening, writing and closing raise UserError where the file cannot be written.
    """

    def __init__(self, path: str | Path, *, instead_of: bytes | None = None) -> None:
        self._path = path
        self._instead_of = instead_of

    def __enter__(self) -> AtomicFile:
        try:
            given = Path(self._path)
            self._mode = given.stat().st_mode if given.exists() else None
            self._temporary: Path | None = None
            if self._mode is not None and not stat.S_ISREG(self._mode):
                self._stream: BinaryIO = given.open("wb")
                return self
            self._target = Path(os.path.realpath(given))
            self._temporary = self._target.with_name(_HALF.replace("*", secrets.token_hex(8)))
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._stream = os.fdopen(os.open(self._temporary, flags, 0o666), "wb")
        except (OSError, ValueError) as error:
            raise self._refused(error) from None
        return self

    def write(self, data: bytes) -> None:
        """Add *data* at the end."""
        try:
            self._stream.write(data)
        except OSError as error:
            raise self._refused(error) from None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._commit()
        except OSError as failure:
            raise self._refused(failure) from None
        finally:
            with contextlib.suppress(OSError):
                self._stream.close()
            with contextlib.suppress(OSError):
                if self._temporary is not None:
                    self._temporary.unlink()

    def _commit(self) -> None:
        self._stream.flush()
        if self._temporary is None:
            return
        os.fsync(self._stream.fileno())
        self._stream.close()
        if self._mode is not None:
            self._temporary.chmod(stat.S_IMODE(self._mode))
        if self._instead_of is not None and self._target.read_bytes() != self._instead_of:
            raise UserError(_CHANGED, path=shown(os.fspath(self._path)))
        self._temporary.replace(self._target)
        _sync_folder(self._target.parent)

    def _refused(self, error: OSError | ValueError) -> UserError:
        why = why_not(error)
        message = Said(f"tidak dapat menyimpan: {why.id}", f"it could not be saved: {why.said('en')}")
        return UserError(message, path=shown(os.fspath(self._path)))


def write_atomic(path: str | Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Write *data* to *path* as AtomicFile does; raises UserError where the file cannot be written."""
    with AtomicFile(path, instead_of=instead_of) as file:
        file.write(data)


def sweep(folder: Path) -> None:
    """Remove from *folder*, and from the folders in it, what writers that were killed left half-written."""
    with contextlib.suppress(OSError):
        for left in list(folder.rglob(_HALF)):
            left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable where the system can (Windows cannot open a folder)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
