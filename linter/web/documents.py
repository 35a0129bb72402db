"""The page to which a document is sent: its notes on the page, or the file with them in it; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from linter.app import Analyser
from linter.app.aspects import aspects_for
from linter.app.handback import marked_copy, refuse_too_long
from linter.app.inhand import InHand, TooMany, check_data
from linter.documents.read import reason, unknown_type
from linter.documents.walk import KNOWN, OURS, suffix_of
from linter.io.ours import COPY_ENDING, REVIEW_ENDING
from linter.model import Said, UserError
from linter.report.reviewsheet import Signing, sheet_of, to_html
from linter.web.asked import Lang
from linter.web.engines import Engines
from linter.web.guard import TOO_LARGE
from linter.web.layout import page, regime_of
from linter.web.noted import sheet_of as shown
from linter.web.received import Name, Received, Unreadable, attachment, received

_HERE = "/dokumen"
_AT_ONCE = 2
"""Documents that are checked side by side; others wait, so that memory is bounded."""
_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".md": "text/markdown",
    ".html": "text/html",
}
_NO_FORM = Said("kiriman ini tidak dapat dibaca", "what was sent cannot be read")
_NO_FILE = Said("pilih sebuah berkas dahulu", "choose a file first")
_EMPTY = Said("berkas ini kosong", "this file is empty")
_NO_TEXTS = Said("tidak ada yang dapat diperiksa dalam berkas ini", "there is nothing in this file to check")


class _Refused(Exception):
    """A request is not answered as it was meant: the code of the answer, and why."""

    def __init__(self, code: int, said: Said) -> None:
        super().__init__(said.id)
        self.code = code
        self.said = said


class _Asked(msgspec.Struct, frozen=True):
    """A file to look at, and the analyser for the regime and the language of the page."""

    data: bytes
    name: Name
    engine: Analyser

    @property
    def lang(self) -> str:
        return self.engine.settings.lang


def router(engines: Engines) -> APIRouter:
    """Return the routes of the page of documents."""
    routes = APIRouter(include_in_schema=False)
    limiter = anyio.CapacityLimiter(_AT_ONCE)

    def answer(template: str, lang: str, regime: str, **told: Any) -> HTMLResponse:
        return page(template, engines, _HERE, lang, regime, **({"sheet": None, "fault": "", "known": KNOWN} | told))

    @routes.get(_HERE)
    def empty(regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        return answer("dokumen.html", lang or engines.lang, _regime(regime, engines))

    async def answered(request: Request, template: str) -> Response:
        lang, regime = _lang(request.query_params.get("lang"), engines), ""
        try:
            sent = await _sent(request)
            lang = _lang(sent.fields.get("lang"), engines, lang)
            regime = _regime(sent.fields.get("regime", "")[:60], engines)
            asked = _asked(sent, engines.engine(regime or None, lang))
            make = _MAKERS.get(sent.fields.get("hasil", ""))
            if make is not None:
                return await anyio.to_thread.run_sync(make, asked, limiter=limiter)
            told = await anyio.to_thread.run_sync(_looked, asked, limiter=limiter)
            return answer(template, lang, regime, **told)
        except _Refused as refused:
            said = answer(template, lang, regime, fault=refused.said.said(lang))
            said.status_code = refused.code
            return said

    @routes.post(_HERE)
    async def whole(request: Request) -> Response:
        return await answered(request, "dokumen.html")

    @routes.post(f"{_HERE}/hasil")
    async def part(request: Request) -> Response:
        return await answered(request, "isi-dokumen.html")

    return routes


def _lang(asked: str | None, engines: Engines, instead: str | None = None) -> str:
    return asked if asked in ("id", "en") else instead or engines.lang


def _regime(asked: str, engines: Engines) -> str:
    """Return the regime that was *asked* for; "" leaves it to the document."""
    return regime_of(engines, asked) if asked else ""


async def _sent(request: Request) -> Received:
    """Return what was sent; raises _Refused for what is too large or no form."""
    try:
        return await received(request)
    except Unreadable:
        raise _Refused(400, _NO_FORM) from None
    except HTTPException as error:
        if error.status_code != 413:
            raise
        raise _Refused(413, TOO_LARGE) from None


def _asked(sent: Received, engine: Analyser) -> _Asked:
    if sent.name is None:
        raise _Refused(400, _NO_FILE)
    suffix = suffix_of(str(sent.name))
    if suffix not in OURS:
        raise _Refused(415, unknown_type(suffix))
    if not sent.data:
        raise _Refused(422, _EMPTY)
    return _Asked(sent.data, sent.name, engine)


def _found(asked: _Asked) -> InHand:
    """Return what was found out about the file; raises _Refused where there is nothing that was checked."""
    try:
        found = check_data(asked.data, str(asked.name), asked.engine)
    except TooMany as error:
        raise _Refused(413, reason(error)) from None
    if not found.documents:
        why = found.not_checked[0].reason if found.not_checked else _NO_TEXTS
        raise _Refused(422, why)
    return found


def _looked(asked: _Asked) -> dict[str, Any]:
    """Return what the page shows, and what is to be known of a marked copy."""
    found = _found(asked)
    try:
        told = marked_copy(asked.data, found.documents, asked.lang).told
    except UserError as error:
        told = (reason(error),)
    return {"sheet": shown(found, str(asked.name), asked.engine), "copy": [said.said(asked.lang) for said in told]}


def _copied(asked: _Asked) -> Response:
    """Return the file with the notes in it."""
    found = _found(asked)
    try:
        copy = marked_copy(asked.data, found.documents, asked.lang)
    except UserError as error:
        raise _Refused(422, reason(error)) from None
    return _saved(copy.data, asked, COPY_ENDING, copy.suffix)


def _reviewed(asked: _Asked) -> Response:
    """Return the Lembar Reviu as a page on which each note is decided."""
    found, engine = _found(asked), asked.engine
    try:
        refuse_too_long(found.documents)
    except UserError as error:
        raise _Refused(422, reason(error)) from None
    sheets = [sheet_of(doc, {}, aspects_for(engine, doc.header), Signing(), asked.lang) for doc in found.documents]
    return _saved(to_html(sheets, lang=asked.lang, deciding=True), asked, REVIEW_ENDING, ".html")


def _saved(data: bytes, asked: _Asked, ending: str, suffix: str) -> Response:
    """Return *data* as a file to save, with the name of the one that was sent and an *ending*."""
    kind = {"content-type": _TYPES.get(suffix, "text/plain")}
    return Response(data, headers=kind | attachment(asked.name.stem + ending, suffix))


_MAKERS: dict[str, Callable[[_Asked], Response]] = {"salinan": _copied, "reviu": _reviewed}
