"""The pages for people: a sentence is tried while it is typed, or sent with a button where there is no script."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from linter.model.nearest import nearest
from linter.report.pages import template
from linter.web.asked import Lang
from linter.web.engines import LONGEST, Engines
from linter.web.texts import texts
from linter.web.tried import shown

_PACKAGE = "linter.web"
_MOST = 100_000
"""Characters that the form itself takes; what is longer than a statement may be is refused with a sentence."""


def router(engines: Engines) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    def page(name: str, text: str, regime: str, lang: Lang) -> HTMLResponse:
        told = _told(engines, text, _regime(engines, regime), lang)
        return HTMLResponse(template(_PACKAGE, name).render(told))

    @routes.get("/")
    def begin() -> RedirectResponse:
        return RedirectResponse("/coba", 307)

    @routes.get("/coba")
    def empty(regime: str = "", lang: Lang = "id") -> HTMLResponse:
        return page("coba.html", "", regime, lang)

    @routes.post("/coba")
    def whole(
        teks: Annotated[str, Form(max_length=_MOST)] = "",
        regime: Annotated[str, Form()] = "",
        lang: Annotated[Lang, Form()] = "id",
    ) -> HTMLResponse:
        return page("coba.html", teks, regime, lang)

    @routes.post("/coba/hasil")
    def part(
        teks: Annotated[str, Form(max_length=_MOST)] = "",
        regime: Annotated[str, Form()] = "",
        lang: Annotated[Lang, Form()] = "id",
    ) -> HTMLResponse:
        return page("hasil.html", teks, regime, lang)

    return routes


def _regime(engines: Engines, asked: str) -> str:
    """Return the regime that was *asked* for, or what was probably meant by it."""
    known = engines.regimes
    return asked if asked in known else nearest(asked, known) or engines.regime


def _told(engines: Engines, text: str, regime: str, lang: Lang) -> dict[str, Any]:
    statement = " ".join(text.split())
    too_long = len(statement) > LONGEST
    tried = shown(engines.engine(regime, lang).explain(statement), lang) if statement and not too_long else None
    return {
        "lang": lang,
        "t": texts(lang),
        "text": text if not too_long else "",
        "too_long": too_long,
        "tried": tried,
        "regime": regime,
        "regimes": engines.regimes,
    }
