"""Knows the reports that the program itself wrote, so that none is taken for a draft and no other file is replaced by one."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import BinaryIO

FIRST_HEADINGS = (("Berkas", "Tempat", "Bagian", "Teks", "Target"), ("File", "Place", "Part", "Text", "Target"))
"""How a report in CSV begins, in Indonesian and English."""
XLSX_MARK = "skplint"
"""The document property that a report in XLSX bears."""

_PROPERTIES = "docProps/custom.xml"
_MOST = 1 << 16
_PIECE = 512
_HEADS = re.compile(
    r"""
      \{"version":1,"(?:run":\{|path":)                                              # json, jsonl
    | \{"version":"2\.1\.0","\$schema":"[^"]*","runs":\[\{"tool":\{"driver":\{"name":"skplint"   # sarif
    | \{"source":\{"name":"skplint"\}                                                # rdjson
    | \[(?:\]\n\Z|\n\{"description":")                                               # gitlab
    | <\?xml[ ][^>]*>\s*<testsuites[ ]name="skplint">                                # junit
    | ::(?:error|warning|notice)[ ]file=[^\n]*,title=skplint                         # github
    """,
    re.VERBOSE,
)
_TAILS = re.compile(
    r"; skplint \S+, (?:set aturan|rule set) \S+\Z"  # teks
    r"|; \d+ (?:diabaikan; \d+ tidak diperiksa|silenced; \d+ not checked)\Z"  # ringkas
)


def is_report(path: str) -> bool:
    """Tell whether the file *path* is a report of ours, in any format; one that cannot be read is none."""
    try:
        if not Path(path).is_file():  # opening a pipe would take from it what its reader is to have
            return False
        with Path(path).open("rb") as stream:
            return _is_report(stream)
    except (OSError, ValueError):
        return False


def is_report_data(data: bytes) -> bool:
    """Tell the same of the bytes of a file."""
    return _is_report(io.BytesIO(data))


def _is_report(stream: BinaryIO) -> bool:
    head = stream.read(_PIECE)
    if head.startswith(b"PK\x03\x04"):
        return _bears_mark(stream)
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _PIECE))
    begins, ends = head.decode("utf-8-sig", "replace"), stream.read().decode("utf-8", "replace")
    return bool(_begins_as_table(begins) or _HEADS.match(begins) or _TAILS.search(" ".join(ends.split())))


def _begins_as_table(head: str) -> bool:
    """Tell whether the first headings are ours; a spreadsheet may have written them with another separator."""
    cells = [cell.strip('"') for cell in re.split(r"[;,\t]", head[:128])]
    return tuple(cells[: len(FIRST_HEADINGS[0])]) in FIRST_HEADINGS


def _bears_mark(stream: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(stream) as archive:
            if archive.getinfo(_PROPERTIES).file_size > _MOST:
                return False
            return f'name="{XLSX_MARK}"'.encode() in archive.read(_PROPERTIES)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        return False
