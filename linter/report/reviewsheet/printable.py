"""Texts of others as the sheet prints them: harmless, in characters that XML can hold, without blanks around their lines."""

from __future__ import annotations

from linter.io.lines import split_lines
from linter.io.writable import writable
from linter.report.harmless import harmless


def printable(text: str) -> str:
    """Return *text* ready to print: its lines stay lines, blank ones are left out, and what could steer is made visible."""
    lines = (harmless(writable(line)).strip() for _, line in split_lines(text))
    return "\n".join(filter(None, lines))
