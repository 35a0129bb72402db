"""Keeps the text of a cell from becoming a formula in the tables that are written."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guard_formula(text: str) -> str:
    """Return *text* so that no spreadsheet runs it: an apostrophe is put before a start that could open a formula.

    The rule is the first character alone (``= + - @``, their full-width forms, tab, line end), so "-5" and "- butir"
    are guarded too; a leading space is left, since spreadsheets read such a cell as text. Source: OWASP, CSV injection.
    """
    return "'" + text if text.startswith(_STARTS) else text
