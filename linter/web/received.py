"""What a browser sends with a file: it stays in memory, and its name says how it is read but is never a path."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath
from urllib.parse import quote

import msgspec
from fastapi import Request
from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from linter.web.guard import LARGEST

_FOLDERS = re.compile(r"[/\\]")
_RESERVED = frozenset('<>:"|?*%')
_LONGEST = 80
"""Characters of the name of a file that are kept."""
_FIELDS = 8


class Name(msgspec.Struct, frozen=True):
    """The name of a file without its folders, of characters that every system lets a name have."""

    stem: str
    suffix: str

    def __str__(self) -> str:
        return self.stem + self.suffix


class Received(msgspec.Struct, frozen=True):
    """What was sent: the texts of the form, and the file; None where none was chosen."""

    fields: dict[str, str]
    name: Name | None
    data: bytes


class Unreadable(Exception):
    """What was sent is no form, or breaks off."""


async def received(request: Request) -> Received:
    """Return what *request* sends; raises Unreadable where it is no form, or breaks off."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Unreadable
    try:
        form = await _InMemory(request.headers, request.stream(), max_files=1, max_fields=_FIELDS).parse()
    except (MultiPartException, FormParserError, ClientDisconnect) as error:
        raise Unreadable from error
    try:
        return await _taken(form)
    finally:
        await form.close()


async def _taken(form: FormData) -> Received:
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    file = form.get("berkas")
    if not isinstance(file, UploadFile) or not file.filename:
        return Received(fields, None, b"")
    return Received(fields, name_of(file.filename), await file.read())


class _InMemory(MultiPartParser):
    """Reads a form without writing any of it to the disk: no request is larger than what is kept in memory."""

    spool_max_size = LARGEST + 1


def name_of(given: str) -> Name:
    """Return the name of a file that a browser calls *given*."""
    last = _FOLDERS.split(given)[-1]
    kept = "".join("_" if char in _RESERVED or unicodedata.category(char)[0] == "C" else char for char in last)
    path = PurePath(kept.strip(" ."))
    suffix = path.suffix[: _LONGEST // 4]
    return Name(path.stem[: _LONGEST - len(suffix)].strip(" .") or "berkas", suffix)


def attachment(stem: str, suffix: str) -> dict[str, str]:
    """Return the headers of an answer that is saved as *stem* and *suffix*; browsers of old read its ASCII letters alone."""
    name = f"{stem}{suffix}"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^\w .()-]", "_", plain)
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}
