"""Reads the tables of a Markdown text, and the lines around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.documents.flow import Flow
from linter.documents.forms import read_sheets
from linter.documents.headings import columns_of
from linter.documents.layouts import Layouts
from linter.io.lines import split_lines
from linter.model import Document, NotChecked

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEAD = re.compile(r"\s*(?:#{1,6}\s+|>\s?)?")
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
    a cell are parted by ``<br>``. Raises UserError where no table has headings that are known.
    """
    flow, tables, row, fence = Flow(), 0, 0, ""
    for number, line in split_lines(text):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~"):
            fence = "" if fence == mark else fence or mark
        if fence or not line.strip():
            row = 0
        elif "|" in line and line.strip() != "|":
            if row and _RULE.fullmatch(line):
                continue
            tables, row = (tables, row + 1) if row else (tables + 1, 1)
            flow.row(_cells(line), {"table": tables, "row": row}, begins=row == 1)
        else:
            row = 0
            flow.line(_LEAD.sub("", line, count=1).replace("**", ""), {"line": number})
    yield from read_sheets([flow.sheet()], layouts, path, "md")


def _cells(line: str) -> list[str]:
    body = line.strip()
    body = body[1:] if body.startswith("|") else body
    body = body[:-1] if body.endswith("|") and not body.endswith("\\|") else body
    return [_BREAK.sub("\n", cell).replace("\\|", "|").strip() for cell in _BAR.split(body)]
