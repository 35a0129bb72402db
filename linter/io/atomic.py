"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from linter.io.files import shown, why_not
from linter.model import Said, UserError

_CHANGED = Said(
    "berkas ini berubah sejak dibaca; tidak disimpan, jalankan lagi",
    "this file was changed since it was read; it was not saved, run again",
)


def write_atomic(path: str | Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Write *data* to *path* through a temporary file beside it and a rename; the mode of an existing file is kept.

    A symbolic link stays a link: the file it names is replaced. With *instead_of* only a file that still has these bytes
    is replaced. Raises UserError where the file cannot be written, or has other bytes; the old file is then as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = target.stat().st_mode & 0o7777 if target.exists() else None
        temporary = target.with_name(f".skplint-{secrets.token_hex(8)}.tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _fill(handle, data, mode, temporary)
            if instead_of is not None and target.read_bytes() != instead_of:
                raise UserError(_CHANGED, path=shown(os.fspath(path)))
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise UserError(f"tidak dapat menyimpan: {why_not(error)}", path=shown(os.fspath(path))) from None


def _fill(handle: int, data: bytes, mode: int | None, temporary: Path) -> None:
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable where the system can (Windows cannot open a folder)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
