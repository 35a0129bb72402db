"""Suppressions as they are written into drafts: rule codes, and the reason after a dash."""

from __future__ import annotations

import re
from typing import Any

import msgspec

_REASON = re.compile(r"(?:^|\s)(?:--|—|–)(?:\s|$)")


class Origin(msgspec.Struct, frozen=True):
    """Where the first character of a text stands in its source file: physical line and column, 1-based, code points.

    ``exact`` says that the characters of the text stand there one to one, so that an offset may be added to the column
    and an edit made in place; it is false where the source spells some of them in another way (escapes, doubled quotes),
    and where the text runs over several lines. Line ends that close a text (a YAML block) do not count.
    ``bytes_before`` counts the UTF-8 bytes before the text on its line, None where they were not counted. ``below`` is
    the column at which the further lines of a text begin that has each of its lines, one to one, on a line of the
    source; ``last`` is the last line of another text that runs over several.
    """

    line: int
    column: int
    exact: bool = True
    bytes_before: int | None = None
    below: int | None = None
    last: int | None = None


class Silence(msgspec.Struct, frozen=True):
    """A note in the input that switches rules off for one text, or for the texts of one row.

    ``codes`` are the codes or names that it lists, ``reason`` what it gives as the reason; ``text`` is the note as it is
    written (a comment line, a cell), with its place ``at`` and ``origin``.
    """

    codes: tuple[str, ...]
    reason: str | None = None
    text: str = ""
    at: dict[str, Any] = {}
    origin: Origin | None = None

    def covers(self, code: str, name: str) -> bool:
        """Tell whether it lists the rule; case does not count."""
        return any(listed.casefold() in (code.casefold(), name) for listed in self.codes)


def silence_of(
    body: str, text: str | None = None, at: dict[str, Any] | None = None, origin: Origin | None = None
) -> Silence:
    """Return the silence that *body* writes: codes parted by commas or spaces, the reason after ``--`` or a dash.

    *text* is the whole note where *body* is a part of it.
    """
    dash = _REASON.search(body)
    codes, reason = (body[: dash.start()], body[dash.end() :].strip()) if dash else (body, "")
    listed = tuple(codes.replace(",", " ").split())
    return Silence(listed, reason or None, body if text is None else text, at or {}, origin)
