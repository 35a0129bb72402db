"""The pages for people: a sentence is tried while it is typed, or sent with a button where there is no script."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from linter.model.nearest import nearest
from linter.report.pages import template
from linter.web.asked import Lang
from linter.web.compared import MOST, compared
from linter.web.engines import LONGEST, Engines
from linter.web.texts import texts
from linter.web.tried import shown

_PACKAGE = "linter.web"
_MOST = 100_000
"""Characters that the form itself takes; what is longer than a statement may be is refused with a sentence."""


Text = Annotated[str, Form(max_length=_MOST)]
Field = Annotated[str, Form(max_length=60)]
Spoken = Annotated[Lang | None, Form()]


def router(engines: Engines) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    def trying(name: str, text: str, regime: str, asked: Lang | None) -> HTMLResponse:
        lang = asked or engines.lang
        return _page(name, _common(engines, "/coba", text, regime, lang) | _tried(engines, text, regime, lang))

    def comparing(name: str, text: str, regime: str, asked: Lang | None) -> HTMLResponse:
        lang = asked or engines.lang
        return _page(name, _common(engines, "/banding", text, regime, lang) | _compared(engines, text, regime, lang))

    @routes.get("/")
    def begin() -> RedirectResponse:
        return RedirectResponse("/coba", 307)

    @routes.get("/coba")
    def to_try(regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        return trying("coba.html", "", regime, lang)

    @routes.post("/coba")
    def tried(teks: Text = "", regime: Field = "", lang: Spoken = None) -> HTMLResponse:
        return trying("coba.html", teks, regime, lang)

    @routes.post("/coba/hasil")
    def tried_part(teks: Text = "", regime: Field = "", lang: Spoken = None) -> HTMLResponse:
        return trying("hasil.html", teks, regime, lang)

    @routes.get("/banding")
    def to_compare(regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        return comparing("banding.html", "", regime, lang)

    @routes.post("/banding")
    def compared_whole(teks: Text = "", regime: Field = "", lang: Spoken = None) -> HTMLResponse:
        return comparing("banding.html", teks, regime, lang)

    @routes.post("/banding/hasil")
    def compared_part(teks: Text = "", regime: Field = "", lang: Spoken = None) -> HTMLResponse:
        return comparing("bandingan.html", teks, regime, lang)

    return routes


def _page(name: str, told: dict[str, Any]) -> HTMLResponse:
    return HTMLResponse(template(_PACKAGE, name).render(told))


def _regime(engines: Engines, asked: str) -> str:
    """Return the regime that was *asked* for, or what was probably meant by it."""
    known = engines.regimes
    return asked if asked in known else nearest(asked, known) or engines.regime


def _common(engines: Engines, here: str, text: str, regime: str, lang: str) -> dict[str, Any]:
    """Return what every page is told; a text that is too long is not sent back."""
    too_long = len(text) > LONGEST
    return {
        "here": here,
        "lang": lang,
        "t": texts(lang),
        "text": "" if too_long else text,
        "too_long": too_long,
        "regime": _regime(engines, regime),
        "regimes": engines.regimes,
    }


def _tried(engines: Engines, text: str, regime: str, lang: str) -> dict[str, Any]:
    statement = " ".join(text.split())
    if not statement or len(text) > LONGEST:
        return {"tried": None}
    return {"tried": shown(engines.engine(_regime(engines, regime), lang).explain(statement), lang)}


def _compared(engines: Engines, text: str, regime: str, lang: str) -> dict[str, Any]:
    statements = [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
    if len(text) > LONGEST:
        statements = []
    engine = engines.engine(_regime(engines, regime), lang)
    return {"all": compared(statements[:MOST], engine, lang), "too_many": len(statements) > MOST}
