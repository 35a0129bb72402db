"""Places in words and in compiler style, from the keys that each input format gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.model import Item
from linter.report.region import region
from linter.report.words import Words


def spoken(at: Mapping[str, Any], words: Words) -> str:
    """Return a place for people: "baris 3", "baris 3, kolom 2", "SKP!C13", "tabel 1, baris 2, kolom 3" … or ""."""
    if "sheet" in at or "cell" in at:
        named = "!".join(str(at[key]) for key in ("sheet", "cell") if key in at)
        return _in_cell(named, at, words)
    if "row" not in at:
        return words.line.format(n=at["line"]) if "line" in at else ""
    keys = (("page", words.page), ("table", words.table), ("row", words.row), ("column", words.column))
    return _in_cell(", ".join(word.format(n=at[key]) for key, word in keys if key in at), at, words)


def _in_cell(place: str, at: Mapping[str, Any], words: Words) -> str:
    line = at.get("line", 1)
    return f"{place}, {words.in_cell.format(n=line)}" if line != 1 else place


def compiled(item: Item, start: int) -> str:
    """Return a place in compiler style for a note that begins *start* code points into the text of *item*.

    ``line:column`` where the source has lines, those of the text where the characters of the note are spelt in another
    way; else ``sheet!cell`` for a workbook, ``table:row:column`` for DOCX and Markdown, ``page:row`` for PDF; "" where
    nothing is known.
    """
    where, at = region(item, start, start), item.at
    if item.origin is not None and where is not None:
        return f"{where.line}:{where.start or item.origin.column}"
    if "sheet" in at or "cell" in at:
        return "!".join(str(at[key]) for key in ("sheet", "cell") if key in at)
    if "row" in at:
        return ":".join(str(at[key]) for key in ("page", "table", "row", "column") if key in at)
    if "line" in at:
        return f"{at['line']}:{at.get('column', 1) + start}"
    return ""
