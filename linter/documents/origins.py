"""Where a text stands in its source, character by character, and the source with texts changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.io.lines import LINE_END, LineMap
from linter.model import Origin

_QUOTED_CELL = re.compile(r'"(?:[^"]++|"")*+"')
_ESCAPED = {'"': '"\\', "'": "'"}
"""Opening quote of a YAML or JSON scalar → the characters that are spelt in another way behind it."""

Change = tuple[Origin, str, str]
"""Where a text stands, the text, and what is to stand there instead."""


def value_origin(lines: Sequence[str], line: int, column: int, text: str) -> Origin:
    """Return the origin of the *text* of a YAML or JSON value that begins (quote and block sign included) at a place.

    *lines* are those of the source, without their ends. The line ends that close a block (``|``, ``>``) do not count.
    """
    here = lines[line - 1] if line <= len(lines) else ""
    opening = here[column - 1 : column]
    if opening in ("|", ">"):
        return _block_origin(lines, line, text)
    special = _ESCAPED.get(opening, "")
    start = column + bool(special)
    exact = here.startswith(text, start - 1) and not any(char in text for char in special)
    return Origin(line, start, exact and not LINE_END.search(text))


def _block_origin(lines: Sequence[str], line: int, text: str) -> Origin:
    body = text.rstrip("\n")
    said = body.lstrip("\n")
    at = line + 1 + len(body) - len(said)
    here = lines[at - 1] if at <= len(lines) else ""
    first = said.split("\n", 1)[0]
    if not here.endswith(first):
        return Origin(at, len(here) - len(here.lstrip(" ")) + 1, exact=False)
    return Origin(at, len(here) - len(first) + 1, exact=first == body)


class CsvRecord:
    """A record of a CSV table as it is written, and where the texts of its cells stand in it."""

    __slots__ = ("_first", "_one_line", "_source", "_starts")

    def __init__(self, source: str, first: int, separator: str) -> None:
        """Take a record with its line ends; *first* is the number of its first physical line."""
        body = source.rstrip("\r\n")
        self._source = source
        self._first = first
        self._one_line = "\n" not in body and "\r" not in body
        self._starts = _quoted_starts(source, separator) if '"' in body else _plain_starts(body, separator)

    def origin(self, column: int, line: int, text: str) -> Origin:
        """Return the origin of *text*, the *line* of the cell in *column* (both 1-based)."""
        at, quoted = self._starts[column - 1]
        exact = not (quoted and '"' in text)
        if self._one_line:
            return Origin(self._first, at + 1, exact)
        for _ in range(line - 1):
            end = LINE_END.search(self._source, at)
            at = end.end() if end else at
        row, place = LineMap(self._source).place(at)
        return Origin(self._first + row - 1, place, exact and not LINE_END.search(text))


def _plain_starts(record: str, separator: str) -> list[tuple[int, bool]]:
    """Return where the text of each cell begins (code points), and that it is not in quotes."""
    starts, at, step = [], 0, len(separator)
    for cell in record.split(separator):
        starts.append((at, False))
        at += len(cell) + step
    return starts


def _quoted_starts(record: str, separator: str) -> list[tuple[int, bool]]:
    """Return where the text of each cell begins (code points), and whether it is in quotes."""
    starts, at = [], 0
    while True:
        quoted = _QUOTED_CELL.match(record, at)
        starts.append((at + 1, True) if quoted else (at, False))
        following = record.find(separator, quoted.end() if quoted else at)
        if following < 0:
            return starts
        at = following + len(separator)


def patched(source: str, changes: Iterable[Change]) -> str:
    """Return *source* with each old text at its origin replaced by the new one; every other character stays.

    Line ends that close a block belong to its text and not to its line: they are left alone. A change whose old text
    does not stand at its origin is left out.
    """
    places = LineMap(source)
    cuts = sorted((places.offset(origin.line, origin.column), _bare(old), _bare(new)) for origin, old, new in changes)
    pieces: list[str] = []
    done = 0
    for at, old, new in cuts:
        if at >= done and source.startswith(old, at):
            pieces += (source[done:at], new)
            done = at + len(old)
    return "".join((*pieces, source[done:]))


def _bare(text: str) -> str:
    return text.rstrip("\r\n")
