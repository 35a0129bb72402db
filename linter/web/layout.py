"""What every page has in common: where the pages are, the language and the regime that a reader has chosen, the frame."""

from __future__ import annotations

from typing import Any

from fastapi.responses import HTMLResponse

from linter import __version__
from linter.model.nearest import nearest
from linter.report.pages import template
from linter.web.engines import Engines
from linter.web.texts import texts

_PACKAGE = "linter.web"
PAGES = (
    ("/coba", "try"),
    ("/banding", "compare"),
    ("/dokumen", "document"),
    ("/pelajaran", "lessons"),
    ("/latihan", "exercises"),
)
"""The pages in the order in which they are shown, with the names of their titles among the texts."""


def regime_of(engines: Engines, asked: str) -> str:
    """Return the regime that was *asked* for, or what was probably meant by it."""
    known = engines.regimes
    return asked if asked in known else nearest(asked, known) or engines.regime


def page(name: str, engines: Engines, here: str, lang: str, regime: str, **told: Any) -> HTMLResponse:
    """Return the page of the template *name* at the path *here*, with what only this page is *told*."""
    frame = {
        "version": __version__,
        "here": here,
        "pages": PAGES,
        "lang": lang,
        "t": texts(lang),
        "regime": regime,
        "regimes": engines.regimes,
    }
    return HTMLResponse(template(_PACKAGE, name).render(frame | told))
