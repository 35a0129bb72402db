"""Knows the tables that the program itself wrote, so that a report is not taken for a draft."""

from __future__ import annotations

import zipfile
from pathlib import Path

CSV_BEGINNINGS = ("\ufeffBerkas;Tempat;Bagian;Teks;Target;", "\ufeffFile;Place;Part;Text;Target;")
"""How a report in CSV begins, in Indonesian and English."""
XLSX_MARK = "skplint"
"""The document property that a report in XLSX bears."""

_PROPERTIES = "docProps/custom.xml"
_MOST = 1 << 16


def is_report(path: str) -> bool:
    """Tell whether the file *path* is a table of notes; one that cannot be read is none."""
    suffix = Path(path).suffix.lower()
    try:
        if suffix == ".csv":
            with Path(path).open("rb") as stream:
                return stream.read(64).startswith(tuple(start.encode() for start in CSV_BEGINNINGS))
        return suffix == ".xlsx" and _bears_mark(path)
    except (OSError, ValueError):
        return False


def _bears_mark(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_PROPERTIES).file_size > _MOST:
                return False
            return f'name="{XLSX_MARK}"'.encode() in archive.read(_PROPERTIES)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        return False
