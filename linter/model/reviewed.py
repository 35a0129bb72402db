"""A document with everything that was found out about it, and its notes in a form that can be handed back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from linter.model.findings import Checked, Finding
from linter.model.items import Header, Item
from linter.model.people import People
from linter.model.score import Score


class Noted(msgspec.Struct, frozen=True):
    """One note of a document with its fingerprint: 16 hex digits that stay the same while words and person do.

    ``about`` is the place among the items of the document (0-based) of the text that the note is about: the rencana kinerja
    for one about its row, the indicator for one about its target; None for the document as a whole.
    """

    key: str
    item: Item
    finding: Finding
    about: int | None = None


class Reviewed(msgspec.Struct, frozen=True):
    """A document as a whole, after the links with others of its folder were judged.

    ``number`` is its place in its file (1 for the first person); ``items`` everything that was checked, in reading order,
    what links show at the end; ``notes`` those that no silence covers. ``whole`` is false where there were more texts than
    are kept: then items, notes and index are missing, and only the headline holds.
    """

    path: str
    format: str
    number: int
    header: Header
    people: People
    items: tuple[Checked, ...]
    notes: tuple[Noted, ...]
    score: Score
    whole: bool = True


class Remark(msgspec.Struct, frozen=True):
    """A note as it is put beside its text in a copy of the file, ready to print: ``title`` a line, ``text`` lines."""

    at: Mapping[str, Any]
    severity: str
    title: str
    text: str


class ListedRow(msgspec.Struct, frozen=True):
    """A row of a listing: its cells, and the place that it is about, None for the document as a whole."""

    cells: tuple[str, ...]
    at: Mapping[str, Any] | None
    severity: str


class Listing(msgspec.Struct, frozen=True):
    """All notes of a file as a table, ready to print: a title, lines above the table, headings with widths in characters.

    ``choices`` gives for some columns (0-based) the words that the reviewer may choose from.
    """

    title: str
    lead: tuple[str, ...]
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[ListedRow, ...]
    choices: Mapping[int, tuple[str, ...]] = {}


class Marking(msgspec.Struct, frozen=True):
    """What a copy of a file is marked with: remarks at their places, and the listing of them all.

    ``author`` signs what is ours, so that marking again replaces it and leaves alone what others wrote; ``lead`` is the
    line that opens our part of a comment somebody else began.
    """

    author: str
    lead: str
    remarks: tuple[Remark, ...]
    listing: Listing
