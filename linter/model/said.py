"""What is said to people, in the two languages of the product."""

from __future__ import annotations

import msgspec


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in Indonesian and, where there is one, in English; in a rule ``{verb}`` and other names are filled in."""

    id: str
    en: str | None = None

    def said(self, lang: str) -> str:
        """Return the text in *lang* ("id" or "en"), Indonesian where there is no other."""
        return self.en if lang == "en" and self.en else self.id
