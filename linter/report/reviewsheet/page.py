"""The Lembar Reviu as one page of HTML that prints to A4, asks for nothing from outside, and may let the reviewer decide."""

from __future__ import annotations

import functools
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from linter.io.ours import NOTES_END, digest_of
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
    style = _asset("lembar-reviu.css") + (_asset("putusan.css") if deciding else "")
    script = _asset("putusan.js") if deciding else ""
    page = _template().render(
        sheets=sheets,
        said=said,
        told=words(lang),
        deciding=deciding,
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        state=_state(sheets),
        found=found,
        grounded=grounded,
        standing=functools.partial(_standing, said),
    )
    data = page.encode()
    # the seal by which the next run knows a page that nobody changed, and may replace it
    return data + f"{NOTES_END} {digest_of(data)} -->\n".encode()


def _standing(said: SheetWords, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    return standing(sheet.notes, sheet.statements, sheet.clean, said)


def _policy(style: str, script: str) -> str:
    """Return a content security policy that lets in our own style and script, by their digests, and nothing else."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    rest = "img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src {_digest(style)}; {scripts}{rest}"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _state(sheets: Sequence[Sheet]) -> str:
    """Return what tells this page, as it was made, from others: decisions that a browser keeps are for it alone."""
    told = "\n".join(f"{note.key} {note.decision}" for sheet in sheets for note in sheet.notes)
    return sha256(told.encode()).hexdigest()[:16]


@functools.cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(_asset),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("lembar-reviu.html")


def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")
