"""What the copies of texts share: notes as lines, the line ends and the encoding of the original, the seal at the end."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from linter.documents.marked.copy import Copy
from linter.io.decode import decode, encode
from linter.io.files import text_of
from linter.io.lines import LINE_END, physical_lines
from linter.io.ours import NOTE_MARK, digest_of
from linter.io.writable import writable
from linter.model import Said, UserError
from linter.model.reviewed import Listing, Remark

_REWRITTEN = Said(
    "salinan ini disimpan sebagai UTF-8, karena penyandian berkas aslinya tidak memiliki semua karakter catatannya",
    "this copy is saved as UTF-8, since the encoding of the original lacks characters that the notes have",
)


class Seal(NamedTuple):
    """What stands before and behind the digest that ends a copy."""

    before: str
    behind: str = ""


LINE_SEAL = Seal(f"{NOTE_MARK}skplint ")
"""How a copy ends whose notes are comments."""


def text_lines(data: bytes, path: str) -> list[str]:
    """Return the lines of a text, each with its line end; raises UserError where *data* is no text that is read."""
    return list(physical_lines(io.StringIO(text_of(data, path).read(), newline=""), path))


def end_of(line: str, default: str = "\n") -> str:
    """Return what ends a *line*, *default* where nothing does."""
    found = LINE_END.search(line)
    return found[0] if found else default


def filled(text: str) -> list[str]:
    """Return the lines of a *text* that say something, ready to be written."""
    return [line.rstrip() for line in writable(text).splitlines() if line.strip()]


def one_line(text: str) -> str:
    """Return the lines of a *text* that say something as one."""
    return " ".join(map(str.strip, filled(text)))


def as_comments(remarks: Iterable[Remark], indent: str, end: str) -> Iterator[str]:
    """Yield *remarks* as lines of comments: the title, and its text indented below it."""
    for remark in remarks:
        yield from (f"{indent}{NOTE_MARK}{line}{end}" for line in filled(remark.title))
        yield from (f"{indent}{NOTE_MARK}  {line}{end}" for line in filled(remark.text))


def about_all(listing: Listing) -> list[str]:
    """Return what a listing says above its table, and below that its notes about the document as a whole."""
    return [line for text in listing.lead for line in filled(text)] + whole_notes(listing)


def whole_notes(listing: Listing) -> list[str]:
    """Return the notes of a listing about the document as a whole, a line each, without what the reviewer is to choose."""
    return [
        " · ".join(said for n, cell in enumerate(row.cells) if n not in listing.choices and (said := one_line(cell)))
        for row in listing.rows
        if row.at is None
    ]


def grouped(remarks: Iterable[Remark], key: Callable[[Mapping[str, Any]], Any]) -> dict[Any, list[Remark]]:
    """Return *remarks* by the *key* of their place, in order."""
    groups: dict[Any, list[Remark]] = {}
    for remark in remarks:
        groups.setdefault(key(remark.at), []).append(remark)
    return groups


def copied(text: str, seal: Seal | None, original: bytes, path: str, suffix: str) -> Copy:
    """Return the copy *text* in the encoding of the *original*, sealed; *suffix* is for a *path* that has none.

    What that encoding cannot hold makes the copy UTF-8 with a byte-order mark, and is told.
    """
    ending = PurePath(path).suffix.lower() or suffix
    codec = text_of(original, path).encoding
    data = encode(text, codec, original)
    whole = data if data is None or seal is None else encode(text + _last_line(text, seal, data), codec, original)
    if whole is not None and _reads_back(whole, text):
        return Copy(data=whole, suffix=ending)
    data = text.encode("utf-8-sig")
    return Copy(
        data=data if seal is None else data + _last_line(text, seal, data).encode(), suffix=ending, told=(_REWRITTEN,)
    )


def _last_line(text: str, seal: Seal, data: bytes) -> str:
    return f"{seal.before}{digest_of(data)}{seal.behind}{end_of(text[-2:])}"


def _reads_back(data: bytes, text: str) -> bool:
    """Tell whether *data* is still taken for the encoding that it is in: few signs decide that."""
    try:
        return decode(data, "").startswith(text)
    except UserError:
        return False
