"""Knows the tables that the program itself wrote, so that a report is not taken for a draft."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

FIRST_HEADINGS = (("Berkas", "Tempat", "Bagian", "Teks", "Target"), ("File", "Place", "Part", "Text", "Target"))
"""How a report in CSV begins, in Indonesian and English."""
XLSX_MARK = "skplint"
"""The document property that a report in XLSX bears."""

_PROPERTIES = "docProps/custom.xml"
_MOST = 1 << 16
_HEAD = 128


def is_report(path: str) -> bool:
    """Tell whether the file *path* is a table of notes; one that cannot be read is none."""
    suffix = Path(path).suffix.lower()
    try:
        if suffix == ".csv":
            with Path(path).open("rb") as stream:
                return _begins_as_ours(stream.read(_HEAD).decode("utf-8-sig", "replace"))
        return suffix == ".xlsx" and _bears_mark(path)
    except (OSError, ValueError):
        return False


def _begins_as_ours(head: str) -> bool:
    """Tell whether the first headings are ours; a spreadsheet may have written them with another separator."""
    cells = [cell.strip('"') for cell in re.split(r"[;,\t]", head)]
    return tuple(cells[: len(FIRST_HEADINGS[0])]) in FIRST_HEADINGS


def _bears_mark(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_PROPERTIES).file_size > _MOST:
                return False
            return f'name="{XLSX_MARK}"'.encode() in archive.read(_PROPERTIES)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        return False
