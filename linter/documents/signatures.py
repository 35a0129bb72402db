"""The signatures below a table: the rows from the last one of the table to the number of a civil servant."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from linter.documents.blanks import is_blank
from linter.documents.sheets import Row

_NIP = re.compile(r"(?:NIP|NRP|NIPPPK)\b[\s.:]*[\d .…_-]*|\d{8} ?\d{6} ?\d ?\d{3}", re.IGNORECASE)
_BEGINS = frozenset("Nn 12")
_MOST = 12
"""Rows that signatures take above the number."""
_FEW = 3
"""Cells of a row of a table; one of signatures has fewer."""


def with_signatures(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """Yield each row below a heading row with whether it is one of signatures; some rows are read ahead for it.

    What reading a row raises is raised behind the rows before it.
    """
    held: deque[tuple[Row, bool]] = deque()
    try:
        for row in rows:
            held.append((row, False))
            if any(map(_is_number, row.cells)):
                _sign(held)
            if len(held) > _MOST:
                yield held.popleft()
    except Exception:
        yield from held
        raise
    yield from held


def _is_number(cell: str) -> bool:
    return cell[:1] in _BEGINS and _NIP.fullmatch(cell.strip()) is not None  # most cells begin otherwise


def _sign(held: deque[tuple[Row, bool]]) -> None:
    """Mark the last row of *held* and those above it that can belong to its signature."""
    for n in range(len(held) - 1, -1, -1):
        row, signed = held[n]
        filled = [cell.strip() for cell in row.cells if not is_blank(cell)]
        own = n == len(held) - 1
        if signed or (not own and (len(filled) >= _FEW or any(cell.strip(".)").isdigit() for cell in filled))):
            return
        held[n] = row, True
