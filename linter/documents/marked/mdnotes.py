"""Marks a Markdown text: the notes stand in a list of their own at its end, in which nothing is rendered but the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linter.documents.markdown import note_lines
from linter.documents.marked.copy import Copy
from linter.documents.marked.texts import Seal, copied, end_of, filled, grouped, one_line, text_lines, whole_notes
from linter.io.ours import NOTES_BEGIN, NOTES_END
from linter.model.reviewed import Listing, Marking, Remark

_SEAL = Seal(f"{NOTES_END} ", " -->")
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>|~&$@]"  # emphasis, code, links, HTML, tables, entities, formulas, addresses
    r"|:(?=//)|(?<=\bwww)\."  # what is a link by itself
    r"|^[#+=-]",  # headings and lists
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^([0-9]{1,9})([.)])")


def mark_markdown(data: bytes, path: str, marking: Marking) -> Copy:
    """Return a copy of a Markdown text with its notes in a section at the end; that of an earlier marking is left out.

    Raises UserError where *data* is no text that is read.
    """
    lines = text_lines(data, path)
    ours = note_lines(lines)
    kept = [line for n, line in enumerate(lines) if n not in ours and (n + 1 not in ours or line.strip())]
    end = end_of(lines[0]) if lines else "\n"
    text = "".join(kept)
    if kept and not text.endswith(("\r", "\n")):
        text += end
    section = "".join(f"{line}{end}" for line in _section(marking, apart=bool(kept)))
    return copied(text + section, _SEAL, data, path, ".md")


def _section(marking: Marking, *, apart: bool) -> Iterator[str]:
    listing = marking.listing
    if apart:
        yield ""
    yield from (NOTES_BEGIN, f"## {_escaped(one_line(listing.title))}", "")
    for text in listing.lead:
        for line in filled(text):
            yield from (_escaped(line), "")
    yield from (f"- {_escaped(line)}" for line in whole_notes(listing))
    places = _places(listing)
    for key, remarks in grouped(marking.remarks, _key).items():
        for remark in remarks:
            yield from _entry(remark, places.get(key, ""))


def _entry(remark: Remark, place: str) -> Iterator[str]:
    """Yield the lines of one entry of the list, which are parted by hard breaks."""
    title = (f"**{_escaped(place)}** · " if place else "") + _escaped(one_line(remark.title))
    *lines, last = (f"- {title}", *(f"  {_escaped(line)}" for line in filled(remark.text)))
    yield from (f"{line}\\" for line in lines)
    yield last


def _places(listing: Listing) -> dict[Any, str]:
    """Return the words for each place: the first cell of its row."""
    rows = (row for row in listing.rows if row.at is not None and row.cells)
    return {_key(row.at): one_line(row.cells[0]) for row in rows if row.at is not None}


def _key(at: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(at.items()))


def _escaped(line: str) -> str:
    """Return a *line* as Markdown that shows just that."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", line.strip()))
