"""Opens files and standard input; what goes wrong becomes one clear line for the user."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO, TextIO

import msgspec

from linter.io.decode import encoding_of
from linter.model import Said, UserError

MAX_BYTES = 64 << 20
"""Bytes in the largest input that is read into memory whole."""

_KEEP = 1 << 20
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNITS = ((20, Said("MB", "MB")), (10, Said("KB", "KB")), (0, Said("bita", "bytes")))

_MISSING = Said("berkas atau folder ini tidak ditemukan", "there is no such file or folder")
_FORBIDDEN = Said("izin ditolak, atau sedang dipakai program lain", "permission denied, or another program is using it")
_REFUSED = Said("sistem ini tidak mengizinkan folder baru di sana", "the system allows no new folder there")
_CHANGED = Said("berkas berubah saat diperiksa", "the file changed while it was checked")
_REASONS = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EISDIR: Said("ini folder, bukan berkas", "this is a folder, not a file"),
    errno.ELOOP: Said("tautan ini berputar ke dirinya sendiri", "this link leads back to itself"),
    errno.ENAMETOOLONG: Said("nama berkas ini terlalu panjang", "this file name is too long"),
    errno.ENOSPC: Said("ruang penyimpanan sudah penuh", "there is no space left on the disk"),
    errno.EROFS: Said(
        "tempat ini hanya dapat dibaca, tidak dapat ditulisi", "this place can be read but not written to"
    ),
}


class TextSource(msgspec.Struct, frozen=True):
    """A text that can be read again and again from its start, without being held whole where it is large.

    ``path`` is the name to show, ``encoding`` the codec; the bytes are in ``data`` or else in the file ``file``.
    """

    path: str
    encoding: str
    data: bytes | None = None
    file: str = ""

    def open(self) -> TextIO:
        """Return a stream of the text in which line ends are left as they are (``newline=""``).

        Raises UserError where the file cannot be opened any more.
        """
        raw = open_binary(self.file) if self.data is None else io.BytesIO(self.data)
        return io.TextIOWrapper(raw, encoding=self.encoding, newline="")

    def read(self, max_bytes: int = MAX_BYTES) -> str:
        """Return the whole text; raises UserError where its file has more than *max_bytes*."""
        data = read_bytes(self.file, max_bytes=max_bytes) if self.data is None else self.data
        if len(data) > max_bytes:
            raise too_large(max_bytes, self.path)
        try:
            return data.decode(self.encoding)
        except UnicodeError:
            raise UserError(_CHANGED, path=self.path) from None


def shown(path: str) -> str:
    """Return *path* as text that can be printed: bytes of a file name that are no text become U+FFFD."""
    return _SURROGATE.sub("\ufffd", path)


def open_binary(path: str) -> BinaryIO:
    """Return the file *path* opened for reading; raises UserError where that cannot be done."""
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise UserError(why_not(error), path=shown(path)) from None


def read_bytes(path: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file *path*; raises UserError where it is missing, forbidden, a folder or too large."""
    with open_binary(path) as stream:
        return read_stream(stream, shown(path), max_bytes=max_bytes)


def read_stream(stream: BinaryIO, path: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return all bytes of *stream* (a pipe, or standard input), at most *max_bytes*; raises UserError beyond that."""
    try:
        data = stream.read(max_bytes + 1)
    except OSError as error:
        raise UserError(why_not(error), path=path) from None
    if len(data) > max_bytes:
        raise too_large(max_bytes, path)
    return data


def text_of(data: bytes, path: str) -> TextSource:
    """Return *data* as a text named *path*; raises UserError where it is not text."""
    return TextSource(path=path, encoding=encoding_of(io.BytesIO(data), path), data=data)


def text_in(path: str) -> TextSource:
    """Return the text in the file *path*; raises UserError where it cannot be read or is not text.

    A regular file may have any size. A pipe is read into memory, up to ``MAX_BYTES``.
    """
    name = shown(path)
    with open_binary(path) as stream:
        try:
            about = os.fstat(stream.fileno())
            if not stat.S_ISREG(about.st_mode) or about.st_size <= _KEEP:
                return text_of(read_stream(stream, name), name)
            return TextSource(path=name, encoding=encoding_of(stream, name), file=path)
        except OSError as error:
            raise UserError(why_not(error), path=name) from None


def mode_of(path: Path) -> int:
    """Return the mode of what *path* names (see ``stat``), 0 where there is nothing or it cannot be asked."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def make_folder(folder: Path) -> None:
    """Make *folder* and those above it where they are missing; raises UserError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        in_the_way = next((str(place) for place in (folder, *folder.parents) if stat.S_ISREG(mode_of(place))), None)
        why = Said(f"{in_the_way} berkas, bukan folder", f"{in_the_way} is a file and no folder")
        if in_the_way is None:
            why = _REFUSED if isinstance(error, FileNotFoundError) else why_not(error)
        message = Said(f"folder ini tidak dapat dibuat: {why.id}", f"this folder cannot be made: {why.said('en')}")
        raise UserError(message, path=shown(str(folder))) from None


def why_not(error: OSError | ValueError) -> Said:
    """Return the reason of a failed operation on a file or folder."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, Said("tidak dapat dibaca atau ditulis", "it cannot be read or written"))
    return Said("nama berkas ini tidak sah", "this is no valid file name")


def too_large(max_bytes: int, path: str) -> UserError:
    """Return the error for a file of more than *max_bytes* bytes."""
    size, unit = next((max_bytes >> n, unit) for n, unit in _UNITS if max_bytes >> n)
    return UserError(
        Said(
            f"berkas ini terlalu besar: lebih dari {size} {unit.id}",
            f"this file is too large: more than {size} {unit.said('en')}",
        ),
        path=path,
    )
