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
from linter.model import UserError

MAX_BYTES = 64 << 20
"""Bytes in the largest input that is read into memory whole."""

_KEEP = 1 << 20
_SURROGATE = re.compile("[\ud800-\udfff]")

_REASONS = {
    errno.ENOENT: "berkas atau folder ini tidak ditemukan",
    errno.ENOTDIR: "berkas atau folder ini tidak ditemukan",
    errno.EACCES: "berkas ini tidak dapat dibuka: izin ditolak",
    errno.EPERM: "berkas ini tidak dapat dibuka: izin ditolak",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ELOOP: "tautan ini berputar ke dirinya sendiri",
    errno.ENAMETOOLONG: "nama berkas ini terlalu panjang",
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
            raise _too_large(self.path, max_bytes)
        try:
            return data.decode(self.encoding)
        except UnicodeError:
            raise UserError("berkas berubah saat diperiksa", path=self.path) from None


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
        raise _too_large(path, max_bytes)
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


def why_not(error: OSError | ValueError) -> str:
    """Return the reason of a failed file operation, in Indonesian."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, "berkas ini tidak dapat dibaca atau ditulis")
    return "nama berkas ini tidak sah"


def _too_large(path: str, max_bytes: int) -> UserError:
    size = f"{max_bytes >> 20} MB" if max_bytes >= 1 << 20 else f"{max_bytes} bita"
    return UserError(f"berkas ini terlalu besar: lebih dari {size}", path=path)
