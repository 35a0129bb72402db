"""The pages for people: a sentence is tried while it is typed, or sent with a button where there is no script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from linter.model import Header
from linter.model.named import POST_NAMES
from linter.web.asked import Lang
from linter.web.compared import MOST, compared
from linter.web.engines import LONGEST, Engines
from linter.web.layout import page, regime_of
from linter.web.smart import smart
from linter.web.tried import shown

Text = Annotated[str, Form(description="Taken at any length, so that the page can say what is too long.")]
Field = Annotated[str, Form(max_length=60)]
Spoken = Annotated[Lang | None, Form()]
Section = Annotated[Literal["", "utama", "tambahan"], Form()]


def router(engines: Engines) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def begin() -> RedirectResponse:
        return RedirectResponse(_SHEETS[0].path, 307)

    for sheet in _SHEETS:
        _serve(routes, engines, sheet)
    return routes


class Trial(NamedTuple):
    """What was written, and what the switches say: regime, language ("" for the server's), section, level, indicators."""

    text: str
    regime: str
    lang: str
    section: str = ""
    level: str = ""
    indicators: str = ""


class _Sheet(NamedTuple):
    """A page with a form: where it is, its template, that of its result alone, and what both are told of a trial."""

    path: str
    whole: str
    part: str
    told: Callable[[Engines, Trial], dict[str, Any]]


def _serve(routes: APIRouter, engines: Engines, sheet: _Sheet) -> None:
    """Add the page of *sheet*, empty and sent, and its result alone for those who type."""

    def answer(name: str, trial: Trial) -> HTMLResponse:
        too_long = max(len(trial.text), len(trial.indicators)) > LONGEST
        trial = trial._replace(regime=regime_of(engines, trial.regime), lang=trial.lang or engines.lang)
        shown = trial._replace(text="", indicators="") if too_long else trial
        told = {"trial": shown, "text": shown.text, "too_long": too_long, "levels": POST_NAMES}
        return page(name, engines, sheet.path, trial.lang, trial.regime, **told, **sheet.told(engines, shown))

    @routes.get(sheet.path)
    def empty(regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        return answer(sheet.whole, Trial("", regime, lang or ""))

    @routes.post(sheet.path)
    def whole(trial: Written) -> HTMLResponse:
        return answer(sheet.whole, trial)

    @routes.post(f"{sheet.path}/hasil")
    def part(trial: Written) -> HTMLResponse:
        return answer(sheet.part, trial)


def _written(
    teks: Text = "",
    regime: Field = "",
    lang: Spoken = None,
    bagian: Section = "",
    jenjang: Field = "",
    indikator: Text = "",
) -> Trial:
    return Trial(teks, regime, lang or "", bagian, jenjang, indikator)


Written = Annotated[Trial, Depends(_written)]


def _tried(engines: Engines, trial: Trial) -> dict[str, Any]:
    statement = " ".join(trial.text.split())
    if not statement:
        return {"tried": None, "smart": None}
    engine = engines.engine(trial.regime, trial.lang)
    header = Header(level=trial.level if trial.level in POST_NAMES else None)
    explained = engine.explain(statement, header, trial.section or None)
    found = shown(explained, trial.lang, engines.rules(trial.regime, trial.lang))
    rk = msgspec.structs.replace(explained.checked.item, id="rk", row=1)
    return {"tried": found, "smart": smart(engine, rk, trial.indicators, header, trial.lang)}


def _compared(engines: Engines, trial: Trial) -> dict[str, Any]:
    statements = [line for line in (" ".join(line.split()) for line in trial.text.splitlines()) if line]
    found = compared(statements[:MOST], engines.engine(trial.regime, trial.lang), trial.lang)
    return {"all": found, "too_many": len(statements) > MOST}


_SHEETS = (
    _Sheet("/coba", "coba.html", "hasil.html", _tried),
    _Sheet("/banding", "banding.html", "bandingan.html", _compared),
)
