"""Reads the tables of a Markdown text, and the lines around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from linter.documents.flow import Flow
from linter.documents.forms import read_sheets
from linter.documents.headings import columns_of
from linter.documents.layouts import Layouts
from linter.io.lines import split_lines
from linter.io.ours import NOTES_BEGIN, NOTES_END
from linter.model import Document, Item, NotChecked, Origin

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NOTHING = re.compile(r"(?:\s|<br\s*/?>)*", re.IGNORECASE)
"""What may stand in a cell before its text."""
_LEAD = re.compile(r"\s*(?:#{1,6}\s+|>\s?)?")
_NOTES_END = re.compile(re.escape(NOTES_END) + r" [0-9a-f]{12} -->")
_LONGEST = 4000


def has_table(text: str, layouts: Layouts) -> bool:
    """Say whether a line of *text* is the heading row of an SKP table written with bars."""
    for _, line in split_lines(text):
        if "|" in line and len(line) <= _LONGEST and columns_of(_cells(line), layouts, fuzzy=True):
            return True
    return False


def read_markdown(text: str, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in a Markdown *text*.

    ``at`` of an item is table, row and column (1-based; the heading row is 1, the rule below it is not counted). Lines of
    a cell are parted by ``<br>``. Notes of ours are passed over. Raises UserError where no table has headings that are
    known.
    """
    flow, tables, row, fence = Flow(), 0, 0, ""
    written: dict[tuple[int, int], tuple[int, str]] = {}
    lines = [line for _, line in split_lines(text)]
    ours = note_lines(lines)
    for number, line in enumerate(lines, 1):
        mark = "" if number - 1 in ours else line.lstrip()[:3]
        if mark in ("```", "~~~"):
            fence = "" if fence == mark else fence or mark
        if fence or not mark:
            row = 0
        elif "|" in line and line.strip() != "|":
            if row and _RULE.fullmatch(line):
                continue
            tables, row = (tables, row + 1) if row else (tables + 1, 1)
            written[tables, row] = number, line
            flow.row(_cells(line), {"table": tables, "row": row}, begins=row == 1)
        else:
            row = 0
            flow.line(_LEAD.sub("", line, count=1).replace("**", ""), {"line": number})

    def placed(item: Item) -> Item:
        silences = tuple(replace(s, origin=_origin(written, s.at, s.text)) for s in item.silences)
        return replace(item, origin=_origin(written, item.at, item.text), silences=silences)

    yield from read_sheets([replace(flow.sheet(), placed=placed)], layouts, path, "md")


def note_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of those *lines* that stand in a section of notes of ours, its first and last line among them."""
    found: set[int] = set()
    begun: int | None = None
    for n, line in enumerate(lines):
        bare = line.strip()
        if bare == NOTES_BEGIN:
            begun = n
        elif begun is not None and _NOTES_END.fullmatch(bare):
            found.update(range(begun, n + 1))
            begun = None
    return frozenset(found)


def _cells(line: str) -> list[str]:
    return [_BREAK.sub("\n", line[a:b]).replace("\\|", "|").strip() for a, b in _spans(line)]


def _spans(line: str) -> list[tuple[int, int]]:
    """Return where each cell of a row begins and ends, the space around it included."""
    begin, end = len(line) - len(line.lstrip()), len(line.rstrip())
    begin += line.startswith("|", begin)
    end -= end > begin and line.endswith("|", begin, end) and not line.endswith("\\|", begin, end)
    bars = [found.start() for found in _BAR.finditer(line, begin, end)]
    return list(zip((begin, *(bar + 1 for bar in bars)), (*bars, end), strict=True))


def _origin(written: Mapping[tuple[int, int], tuple[int, str]], at: Mapping[str, Any], text: str) -> Origin | None:
    """Return where the *text* of a cell stands in the line that its row is; None for one that stands in no table."""
    if "row" not in at:
        return Origin(at["line"], 1, exact=False) if "line" in at else None
    number, line = written[at["table"], at["row"]]
    begin, stop = _spans(line)[at["column"] - 1]
    first = _NOTHING.match(line, begin, stop)
    begin = first.end() if first else begin
    breaks = [found.span() for found in _BREAK.finditer(line, begin, stop)]
    n = min(at.get("line", 1) - 1, len(breaks))
    start, end = [begin, *(b for _, b in breaks)][n], [*(a for a, _ in breaks), stop][n]
    start += len(line[start:end]) - len(line[start:end].lstrip())
    exact = line[start:end].rstrip() == text
    return Origin(number, start + 1, exact, len(line[:start].encode("utf-8", "surrogatepass")))
