"""The pages for people: a sentence is tried while it is typed, or sent with a button where there is no script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from linter.web.asked import Lang
from linter.web.compared import MOST, compared
from linter.web.engines import LONGEST, Engines
from linter.web.layout import page, regime_of
from linter.web.tried import shown

Text = Annotated[str, Form(description="Taken at any length, so that the page can say what is too long.")]
Field = Annotated[str, Form(max_length=60)]
Spoken = Annotated[Lang | None, Form()]


def router(engines: Engines) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def begin() -> RedirectResponse:
        return RedirectResponse(_SHEETS[0].path, 307)

    for sheet in _SHEETS:
        _serve(routes, engines, sheet)
    return routes


class _Sheet(NamedTuple):
    """A page with a form: where it is, its template, that of its result alone, and what both are told of a text.

    A text that is too long is not sent back.
    """

    path: str
    whole: str
    part: str
    told: Callable[[Engines, str, str, str], dict[str, Any]]


def _serve(routes: APIRouter, engines: Engines, sheet: _Sheet) -> None:
    """Add the page of *sheet*, empty and sent, and its result alone for those who type."""

    def answer(name: str, text: str, asked: str, lang: Lang | None) -> HTMLResponse:
        regime, spoken, too_long = regime_of(engines, asked), lang or engines.lang, len(text) > LONGEST
        told = {"text": "" if too_long else text, "too_long": too_long} | sheet.told(engines, text, regime, spoken)
        return page(name, engines, sheet.path, spoken, regime, **told)

    @routes.get(sheet.path)
    def empty(regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        return answer(sheet.whole, "", regime, lang)

    @routes.post(sheet.path)
    def whole(teks: Text = "", regime: Field = "", lang: Spoken = None) -> HTMLResponse:
        return answer(sheet.whole, teks, regime, lang)

    @routes.post(f"{sheet.path}/hasil")
    def part(teks: Text = "", regime: Field = "", lang: Spoken = None) -> HTMLResponse:
        return answer(sheet.part, teks, regime, lang)


def _tried(engines: Engines, text: str, regime: str, lang: str) -> dict[str, Any]:
    statement = " ".join(text.split())
    if not statement or len(text) > LONGEST:
        return {"tried": None}
    return {"tried": shown(engines.engine(regime, lang).explain(statement), lang)}


def _compared(engines: Engines, text: str, regime: str, lang: str) -> dict[str, Any]:
    lines = text.splitlines() if len(text) <= LONGEST else []
    statements = [line for line in (" ".join(line.split()) for line in lines) if line]
    found = compared(statements[:MOST], engines.engine(regime, lang), lang)
    return {"all": found, "too_many": len(statements) > MOST}


_SHEETS = (
    _Sheet("/coba", "coba.html", "hasil.html", _tried),
    _Sheet("/banding", "banding.html", "bandingan.html", _compared),
)
