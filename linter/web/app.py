"""The web application: its routes, the guard before them, and how errors are said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from linter import __version__
from linter.model import Said, UserError
from linter.web import api, classroom, classwork, documents, exercises, lessons, pages
from linter.web.engines import Engines
from linter.web.errors import error_answer, unfit
from linter.web.guard import LOCAL, TOO_LARGE, Guard
from linter.web.told import schemas

_SAID = {
    404: Said("halaman ini tidak ada", "there is no such page"),
    405: Said("cara memintanya keliru", "this is not asked for so"),
    413: TOO_LARGE,
}
_UNREAD = Said("permintaan ini tidak dapat dibaca", "this request cannot be read")


def make_app(
    engines: Engines, host: str = LOCAL[0], folder: Path | None = None, *, classroom_on: bool = False
) -> FastAPI:
    """Return the application that answers with *engines*; it keeps nothing of what it is sent.

    It answers to the names of this computer and to *host* alone, so that no page from elsewhere can ask in their place;
    on every network (0.0.0.0, ::) it answers to any name. Lessons in *folder* stand beside ours; raises UserError where it
    is none. With *classroom_on* phones may answer together.
    """
    app = FastAPI(
        title="skplint",
        version=__version__,
        description="Memeriksa rumusan kinerja (SKP). Yang dikirim tidak disimpan.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.lang = engines.lang
    app.include_router(api.router(engines))
    app.include_router(pages.router(engines))
    app.include_router(documents.router(engines))
    app.include_router(lessons.router(engines, folder))
    app.include_router(exercises.router(engines, classroom=classroom_on))
    app.include_router(classwork.router(engines))
    if classroom_on:
        app.include_router(classroom.router(engines))
    app.mount("/berkas", StaticFiles(packages=[("linter.web", "static")]), name="berkas")
    app.add_middleware(Guard, host=host, lang=engines.lang, classroom=classroom_on)
    app.add_exception_handler(UserError, _refused)
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(RequestValidationError, _unfit)
    _describe(app, engines.regimes)
    return app


def _describe(app: FastAPI, regimes: Sequence[str]) -> None:
    """Put the schemas of the answers beside those of the requests, and the *regimes* that may be asked for."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        told = plain()
        known = told.setdefault("components", {}).setdefault("schemas", {})
        fields = [one["properties"] for one in known.values() if "regime" in one.get("properties", {})]
        asked = [field["regime"] for field in fields]
        routes = (route for path in told["paths"].values() for route in path.values())
        asked += [one["schema"] for route in routes for one in route.get("parameters", ()) if one["name"] == "regime"]
        for regime in asked:
            regime["anyOf"] = [{"type": "string", "enum": list(regimes)}, {"type": "null"}]
        known.update(schemas())
        return told

    app.openapi = described  # type: ignore[method-assign]


def _lang(request: Request) -> str:
    """Return the language of a request: what its body or its address says, else that of the server."""
    return str(getattr(request.state, "lang", None) or request.query_params.get("lang") or request.app.state.lang)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, UserError)
    code = 404 if isinstance(error, api.NotThere) else 400
    return error_answer(code, error.message, error.hint, request.url.path, _lang(request))


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = _SAID.get(error.status_code, _UNREAD)
    return error_answer(error.status_code, said, None, request.url.path, _lang(request), error.headers)


async def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return error_answer(422, unfit(error.errors()), None, request.url.path, _lang(request))
