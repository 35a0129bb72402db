"""Lines of a text as editors count them: only ``\\n``, ``\\r\\n`` and ``\\r`` end one."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TextIO

from linter.model import Said, UserError

LINE_END = re.compile(r"\r\n|[\r\n]")
"""What ends a line."""

LONGEST = 1 << 24
"""Characters in the longest line that is read."""


def split_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the number (1-based, blank lines counted) and the characters of each line, without its line end."""
    return number_lines(io.StringIO(text, newline=""), "")


def number_lines(stream: TextIO, path: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a *stream* that was opened with ``newline=""``, as ``split_lines`` does.

    Raises UserError (naming *path*) for a line longer than ``LONGEST`` and for bytes that stopped being text.
    """
    for number, line in enumerate(physical_lines(stream, path), 1):
        if line.endswith("\r\n"):
            yield number, line[:-2]
        elif line.endswith(("\n", "\r")):
            yield number, line[:-1]
        else:
            yield number, line


def physical_lines(stream: TextIO, path: str) -> Iterator[str]:
    """Yield the lines of a *stream* that was opened with ``newline=""``, each with its line end; errors as above."""
    number = 1
    try:
        while line := stream.readline(LONGEST):
            if len(line) == LONGEST and not line.endswith(("\n", "\r")):
                message = Said(
                    f"baris ini memuat lebih dari {LONGEST} karakter", f"this line has more than {LONGEST} characters"
                )
                raise UserError(message, path=path, line=number)
            yield line
            number += 1
    except (UnicodeError, OSError):
        message = Said(
            "berkas berubah atau tidak terbaca lagi saat diperiksa",
            "the file changed or could no longer be read while it was checked",
        )
        raise UserError(message, path=path, line=number) from None


class LineMap:
    """Turns offsets of a text (code points) into lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column (both 1-based) of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of the character at *line* and *column* (both 1-based); a line beyond the last is the end."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1
