"""Bounds for files that are packed parts of XML, and what is said of those beyond them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.parsers import expat

from linter.model import Said, UserError

MAX_PARTS = 2_000
MAX_BYTES = 200 << 20
"""Bytes that all parts may have when they are unpacked."""
MAX_RATIO, RATIO_FROM = 200, 20 << 20
"""How many times smaller the packed parts may be, and from which unpacked size on that is asked."""
MAX_CELLS = 1_500_000
"""Cells in the rectangle that the filled ones of a sheet span."""
CHUNK = 1 << 16
OLE = b"\xd0\xcf\x11\xe0"
"""How old and locked office files begin."""


_FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, expat.ExpatError, LookupError, ArithmeticError)
"""What broken archives and XML raise, besides OSError, EOFError, ValueError and NotImplementedError."""


@contextmanager
def unpacked(data: bytes, path: str, broken: Said, locked: Said) -> Iterator[zipfile.ZipFile]:
    """Give the archive in *data*, within the bounds; whatever is wrong with it becomes a UserError.

    *broken* is said of one that cannot be read, *locked* of one with a part that is encrypted.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            measure(archive, path)
            yield archive
    except UserError:
        raise
    except (*_FAULTS, OSError, EOFError, ValueError, NotImplementedError):
        raise UserError(broken, path=path) from None
    except RuntimeError:
        raise UserError(locked, path=path) from None


def measure(archive: zipfile.ZipFile, path: str) -> None:
    """Raise UserError where the parts of *archive* are too many, too large, or packed too small to be honest."""
    parts = archive.infolist()
    total, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts) or 1
    if len(parts) > MAX_PARTS or total > MAX_BYTES or (total > RATIO_FROM and total / packed > MAX_RATIO):
        raise too_large(path)


def too_large(path: str) -> UserError:
    """Return the error for a file that is too large when it is unpacked."""
    message = Said(
        "berkas ini terlalu besar bila dibuka (lebih dari 200 MB)", "this file is too large when unpacked (over 200 MB)"
    )
    return UserError(message, path=path)


def too_wide(rows: int, columns: int, path: str) -> UserError:
    """Return the error for a sheet whose cells span too much."""
    message = Said(
        f"sebuah lembar terlalu luas: isinya sampai baris {rows}, kolom {columns}; hapus sel yang jauh dari tabel",
        f"a sheet is too large: its cells reach row {rows}, column {columns}; clear the cells far from the table",
    )
    return UserError(message, path=path)


def entities(path: str) -> UserError:
    """Return the error for a file that declares XML entities."""
    message = Said(
        "berkas ini memuat deklarasi entitas XML, yang tidak dibaca demi keamanan",
        "this file declares XML entities, which are not read for safety",
    )
    return UserError(message, path=path)
