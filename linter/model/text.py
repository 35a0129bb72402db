"""Places in a text: half-open spans counted in code points."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Half-open range ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* that lie in the span."""
        return text[self.start : self.end]
