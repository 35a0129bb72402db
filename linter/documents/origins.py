"""Where a text stands in its source, character by character, and the source with texts changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.io.lines import LINE_END, LineMap
from linter.model import Origin

_QUOTED_CELL = re.compile(r'"(?:[^"]++|"")*+"')
_ESCAPED = {'"': '"\\', "'": "'"}
"""Opening quote of a YAML or JSON scalar → the characters that are spelt in another way behind it."""
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*+'")}
"""Opening quote of a YAML or JSON scalar → the scalar up to its closing one."""

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
    if exact and not LINE_END.search(text):
        return Origin(line, start, True, _bytes(here[: start - 1]))
    return Origin(line, start, False, last=_last_line(lines, line, column, text))


def _block_origin(lines: Sequence[str], line: int, text: str) -> Origin:
    body = text.rstrip("\n")
    said = body.lstrip("\n").split("\n")
    at = line + 1 + body.count("\n") + 1 - len(said)
    here = lines[at - 1] if at <= len(lines) else ""
    if not here.endswith(said[0]):
        indent = len(here) - len(here.lstrip(" "))
        return Origin(at, indent + 1, False, last=_last_of_block(lines, at, indent))
    indent = len(here) - len(said[0])
    literal = not body.startswith("\n") and [one[indent:] for one in lines[at - 1 : at - 1 + len(said)]] == said
    if literal and len(said) == 1:
        return Origin(at, indent + 1, True, indent)
    if literal:
        return Origin(at, indent + 1, False, indent, below=indent + 1)
    return Origin(at, indent + 1, False, last=_last_of_block(lines, at, indent))


def _last_of_block(lines: Sequence[str], first: int, indent: int) -> int | None:
    """Return the number of the last line of a block whose lines are indented by *indent*; None where it is the *first*."""
    last = first
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < indent:
                break
            last = number
    return last if last > first else None


def _last_line(lines: Sequence[str], line: int, column: int, text: str) -> int | None:
    """Return the last line of a plain or quoted scalar with that *text*; None where it is its first."""
    written = "\n".join(lines[line - 1 : line + len(text)])
    scalar = _CLOSED.get(written[column - 1 : column]) or re.compile(r"\s+".join(map(re.escape, text.split())))
    found = scalar.match(written, column - 1)
    breaks = found[0].count("\n") if found else 0
    return line + breaks if breaks else None


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


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
            return Origin(self._first, at + 1, exact, _bytes(self._source[:at]))
        for _ in range(line - 1):
            end = LINE_END.search(self._source, at)
            at = end.end() if end else at
        row, place = LineMap(self._source).place(at)
        row, before = self._first + row - 1, _bytes(self._source[at - place + 1 : at])
        breaks = len(LINE_END.findall(text))
        if not breaks:
            return Origin(row, place, exact, before)
        return Origin(row, place, False, before, below=1) if exact else Origin(row, place, False, last=row + breaks)

    def fields(self) -> list[str]:
        """Return the cells of a record without its line end as they are written, quotes included."""
        starts = [at - quoted for at, quoted in self._starts]
        ends = [*(start - 1 for start in starts[1:]), len(self._source)]
        return [self._source[start:end] for start, end in zip(starts, ends, strict=True)]


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
