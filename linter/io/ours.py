"""Knows the reports that the program itself wrote, so that none is taken for a draft and no other file is replaced by one."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path
from typing import BinaryIO

FIRST_HEADINGS = (("Berkas", "Tempat", "Bagian", "Teks", "Target"), ("File", "Place", "Part", "Text", "Target"))
"""How a report in CSV begins, in Indonesian and English."""
XLSX_MARK = "skplint"
"""The document property that a report in XLSX bears."""
NOTE_MARK = "# » "
"""How a line begins that is a note of ours in a copy of a text or of YAML."""
NOTES_BEGIN, NOTES_END = "<!-- skplint -->", "<!-- /skplint"
"""How our part of a copy of Markdown begins, and how its last line does."""
NOTES_TITLES = ("Catatan skplint", "Notes by skplint")
"""The titles of the sheet and of the column of notes in a copy."""
COPY_MARK = b"skplint"
"""The comment of the archive that a copy of a workbook or of a Word document is, until a program saves it again."""

COPY_ENDING, REVIEW_ENDING = "-catatan", "-reviu"
"""What the names of a marked copy and of a Lembar Reviu add to that of the draft."""

_SEAL = f"{NOTE_MARK}skplint "
_ARCHIVE_END = len(COPY_MARK).to_bytes(2, "little") + COPY_MARK
_PROPERTIES = "docProps/custom.xml"
_MOST = 1 << 16
_PIECE = 512
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
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


def is_copy(path: str) -> bool:
    """Tell whether the file *path* is a marked copy that only repeats its original: untouched, or beside the original."""
    place = Path(path)
    try:
        if place.stem.endswith(COPY_ENDING) and place.with_stem(place.stem.removesuffix(COPY_ENDING)).is_file():
            return True
        with place.open("rb") as stream:
            size = stream.seek(0, io.SEEK_END)
            stream.seek(max(0, size - _PIECE))
            tail = stream.read()
            if tail.endswith(_ARCHIVE_END):
                return True
            if not any(mark.encode(codec) in tail for codec in _CODECS for mark in (_SEAL, NOTES_END)):
                return False
            stream.seek(0)
            return is_untouched_text_copy(stream.read())
    except (OSError, ValueError):
        return False


def may_be_replaced(path: str) -> bool:
    """Tell whether writing a copy or a sheet to *path* destroys nothing: nothing is there, or one that nobody changed."""
    try:
        if not Path(path).exists():
            return True
        data = Path(path).read_bytes()
    except (OSError, ValueError):
        return False
    return is_untouched_copy(data) or is_untouched_text_copy(data)


def digest_of(before: bytes) -> str:
    """Return the 12 hex digits by which a copy in text seals what stands before its last line."""
    return hashlib.sha256(before).hexdigest()[:12]


def is_untouched_text_copy(data: bytes) -> bool:
    """Tell whether *data* is a copy of a text, Markdown or YAML as it was written, with nothing changed since."""
    tail = data[-_PIECE:]
    for codec in _CODECS:
        for mark in (_SEAL, f"{NOTES_END} "):
            at = tail.rfind(mark.encode(codec))
            if at < 0:
                continue
            sealed = tail[at:].decode(codec, "replace").removeprefix(mark).rstrip("\r\n").removesuffix(" -->")
            if sealed == digest_of(data[: len(data) - len(tail) + at]):
                return True
    return False


def is_untouched_copy(data: bytes) -> bool:
    """Tell whether *data* is a copy of a workbook or of a Word document that no program has saved since it was written."""
    return data.startswith(b"PK\x03\x04") and data.endswith(_ARCHIVE_END)


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
