"""Numbers as people read them: Indonesian separators (1.234,5), or English ones (1,234.5)."""

from __future__ import annotations

import msgspec

_TURNED = str.maketrans(",.", ".,")
NONE = "–"
"""What stands where there is no number."""


class Numbers(msgspec.Struct, frozen=True):
    """Writes numbers in a language: "en" for English, anything else is Indonesian."""

    lang: str

    def of(self, kind: str, number: float) -> str:
        """Return a number as its *kind* is written: "signed", "tenths", "hundredths", "share", or whole for any other."""
        written = {"signed": self.signed, "tenths": self.tenths, "hundredths": self.hundredths, "share": self.share}
        return written.get(kind, self.whole)(number)

    def whole(self, number: float) -> str:
        """Return a whole number: 1.234."""
        return self._turned(f"{number:,.0f}")

    def tenths(self, number: float) -> str:
        """Return a number with one decimal: 71,5."""
        return self._turned(f"{number:,.1f}")

    def hundredths(self, number: float) -> str:
        """Return a number with two decimals: 0,61; a minus is one, not a hyphen."""
        return self._turned(f"{number:,.2f}").replace("-", "−")

    def signed(self, number: float) -> str:
        """Return a whole number with its sign: +12, −5, 0."""
        return self._turned(f"{number:+,.0f}").replace("-", "−") if number else "0"

    def share(self, share: float) -> str:
        """Return a share (0–1) as whole per cent: 62%; neither nothing nor all is said of what is not."""
        written = f"{share:.0%}"
        if share > 0 and written == "0%":
            return "<1%"
        return ">99%" if share < 1 and written == "100%" else written

    def _turned(self, number: str) -> str:
        return number if self.lang == "en" else number.translate(_TURNED)
