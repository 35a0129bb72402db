"""Keeps the text of a cell from becoming a formula in the tables that are written."""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CELL_STARTS = re.compile('((?:^|[,;\t\r\n])"*)(?=[=+\\-@＝＋－＠])')


def guard_formula(text: str) -> str:
    """Return *text* so that no spreadsheet runs it: an apostrophe is put before a start that could open a formula.

    The rule is the first character alone (``= + - @``, their full-width forms, tab, line end), so "-5" and "- butir"
    are guarded too; a leading space is left, since spreadsheets read such a cell as text. Source: OWASP, CSV injection.
    """
    return "'" + text if text.startswith(_STARTS) else text


def guard_csv(text: str) -> str:
    """Return *text* so that it stays harmless also where a program parts the CSV file at another separator than ours.

    That happens where the settings of a spreadsheet are those of another country: what follows a comma, semicolon, tab
    or line end would begin a cell of its own, quotes or not.
    """
    return guard_formula(_CELL_STARTS.sub(r"\1'", text))
