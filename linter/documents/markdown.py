"""Tells whether a Markdown text holds an SKP table."""

from __future__ import annotations

import re

from linter.documents.headings import columns_of
from linter.documents.layouts import Layouts
from linter.io.lines import split_lines

_BAR = re.compile(r"(?<!\\)\|")
_LONGEST = 4000


def has_table(text: str, layouts: Layouts) -> bool:
    """Say whether a line of *text* is the heading row of an SKP table written with bars."""
    for _, line in split_lines(text):
        if "|" in line and len(line) <= _LONGEST:
            cells = _BAR.split(line.strip().strip("|"))
            if columns_of(cells, layouts, fuzzy=True):
                return True
    return False
