"""The Lembar Reviu as one page of HTML that prints to A4, asks for nothing from outside, and may let the reviewer decide."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from linter.report.pages import asset, policy, sealed, template
from linter.report.reviewsheet.content import Sheet
from linter.report.reviewsheet.notes import found, grounded, standing
from linter.report.reviewsheet.words import SheetWords, sheet_words
from linter.report.words import words


def to_html(sheets: Sequence[Sheet], *, lang: str, deciding: bool) -> bytes:
    """Return the *sheets* as one page, each from a new sheet of paper on.

    With *deciding* the page holds every note, and the reviewer accepts or rejects them in the browser; without, it holds the
    accepted ones alone and no script. What it says around the sheets is in *lang*, which should be theirs.
    """
    said = sheet_words(lang)
    style = asset(__package__, "lembar-reviu.css") + (asset(__package__, "putusan.css") if deciding else "")
    script = asset(__package__, "putusan.js") if deciding else ""
    page = template(__package__, "lembar-reviu.html").render(
        sheets=sheets,
        said=said,
        told=words(lang),
        deciding=deciding,
        policy=policy(style, script),
        style=Markup(style),
        script=Markup(script),
        state=_state(sheets),
        found=found,
        grounded=grounded,
        standing=functools.partial(_standing, said),
    )
    return sealed(page)


def _standing(said: SheetWords, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    return standing(sheet.notes, sheet.statements, sheet.clean, said)


def _state(sheets: Sequence[Sheet]) -> str:
    """Return what tells this page, as it was made, from others: decisions that a browser keeps are for it alone."""
    told = "\n".join(f"{note.key} {note.decision}" for sheet in sheets for note in sheet.notes)
    return sha256(told.encode()).hexdigest()[:16]
