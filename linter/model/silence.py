"""Suppressions as they are written into drafts: rule codes, and the reason after a dash."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from linter.model.origin import Origin

_REASON = re.compile(r"-{2,}|[—–]|(?:^|\s)-(?=\s|$)")
"""What parts the codes from the reason; no name of a rule has two hyphens in a row, nor one that stands alone."""
_MARKER = re.compile(r"# [ \t]*skplint:[ \t]*abaikan\b", re.IGNORECASE)
_MEANT = re.compile(r"\s*+#*+\s*+skplint\b\W*+(?:abaikan|ignore)\b", re.IGNORECASE)
"""How a comment that silences begins, and how one does that is meant to."""
_LISTED = re.compile(r"[^\s,]+")


class Silence(msgspec.Struct, frozen=True, gc=False):
    """A note in the input that switches rules off for one text, or for the texts of one row.

    ``codes`` are the codes or names that it lists, ``reason`` what it gives as the reason; ``text`` is the note as it is
    written (a comment line, a cell), with its place ``at`` and ``origin``. One that is ``unread`` is written in a way that
    is not understood, and silences nothing.
    """

    codes: tuple[str, ...]
    reason: str | None = None
    text: str = ""
    at: dict[str, Any] = {}
    origin: Origin | None = None
    unread: bool = False

    def covers(self, code: str, name: str) -> bool:
        """Tell whether it lists the rule; case does not count."""
        return any(listed.casefold() in (code.casefold(), name) for listed in self.codes)


def silence_of(text: str, at: dict[str, Any] | None = None, origin: Origin | None = None) -> Silence:
    """Return the silence that a cell or a comment line writes: codes parted by commas or spaces, and the reason.

    That stands after ``--``, a dash, or a hyphen between spaces. A comment that is meant for a silence and does not begin
    with ``# skplint: abaikan`` is an unread one.
    """
    begin, end = _listing(text)
    if not begin and _MEANT.match(text):
        return Silence((), None, text, at or {}, origin, unread=True)
    dash = _REASON.match(text, end)
    reason = text[dash.end() :].strip() if dash else ""
    return Silence(tuple(_LISTED.findall(text, begin, end)), reason or None, text, at or {}, origin)


def comment_silence(line: str, at: dict[str, Any], origin: Origin) -> Silence | None:
    """Return the silence that a line of a text is, read or unread; None for any other comment or text."""
    return silence_of(line, at, origin) if _MEANT.match(line) else None


def listed_at(text: str, code: str) -> tuple[int, int]:
    """Return where the silence *text* lists *code* (code points); the whole text where it does so in another way."""
    places = (found.span() for found in _LISTED.finditer(text, *_listing(text)) if found[0] == code)
    return next(places, (0, len(text)))


def _listing(text: str) -> tuple[int, int]:
    """Return the span of *text* in which the codes stand: behind the marker of a comment, and before the reason."""
    marker = _MARKER.match(text)
    begin = marker.end() if marker else 0
    dash = _REASON.search(text, begin)
    return begin, dash.start() if dash else len(text)
