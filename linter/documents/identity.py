"""What stands above a table: post, unit and regime of an SKP; names and numbers of persons are passed over."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.blanks import is_blank
from linter.documents.headings import Cells
from linter.documents.layouts import Layouts, heading_key
from linter.model import Header


def header_of(above: Sequence[Cells], headings: Cells, layouts: Layouts) -> Header:
    """Return the header from the rows *above* a table and its heading row.

    Where employee and superior stand side by side the left one, the employee, is taken.
    """
    found: dict[str, str] = {}
    for cells in above:
        for index, cell in enumerate(cells):
            label, _, inside = cell.partition(":")
            kind = layouts.identity.get(heading_key(label)) if len(label) < 60 else None
            if kind is None:
                continue
            value = inside.strip() or _beside(cells, index, layouts)
            if value and kind != "other":
                found.setdefault(kind, value)
            break
    return Header(post=found.get("post"), unit=found.get("unit"), regime=_regime(above, headings, layouts))


def _beside(cells: Cells, index: int, layouts: Layouts) -> str:
    """Return the value to the right of a label, "" where the next text is a label itself."""
    for cell in cells[index + 1 :]:
        text = cell.strip().removeprefix(":").strip()
        if not is_blank(text):
            return "" if heading_key(text) in layouts.identity else text
    return ""


def _regime(above: Sequence[Cells], headings: Cells, layouts: Layouts) -> str | None:
    keys = [heading_key(cell) for cells in (*above, headings) for cell in cells if len(cell) < 300]
    for words, regime in layouts.regimes:
        if any(words in key for key in keys):
            return regime
    return None
