"""The web application: routes, what every answer bears, and how errors are said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from linter import __version__
from linter.model import Said, UserError
from linter.web import api, pages
from linter.web.engines import LONGEST, Engines
from linter.web.told import schemas

LOCAL = ("127.0.0.1", "localhost", "::1")
_EVERYWHERE = frozenset({"0.0.0.0", "::"})
LARGEST = 5 << 20
"""Bytes that a request may have."""
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_SAID = {
    404: Said("halaman ini tidak ada", "there is no such page"),
    405: Said("cara memintanya keliru", "this is not asked for so"),
    413: Said(f"permintaan terlalu besar; paling banyak {LARGEST >> 20} MB", f"too large; at most {LARGEST >> 20} MB"),
}
Next = Callable[[Request], Awaitable[Response]]


def make_app(engines: Engines, host: str = LOCAL[0]) -> FastAPI:
    """Return the application that answers with *engines*; it keeps nothing of what it is sent.

    It answers to the names of this computer and to *host* alone, so that no page from elsewhere can ask in their place.
    """
    app = FastAPI(
        title="skplint",
        version=__version__,
        description="Memeriksa rumusan kinerja (SKP). Yang dikirim tidak disimpan.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        max_body_size=LARGEST,
    )
    app.include_router(api.router(engines))
    app.include_router(pages.router(engines))
    app.mount("/berkas", StaticFiles(packages=[("linter.web", "static")]), name="berkas")
    hosts = ["*"] if host in _EVERYWHERE else sorted({*LOCAL, host})
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts)
    app.middleware("http")(_bear_headers)
    app.add_exception_handler(UserError, _refused)
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(RequestValidationError, _unfit)
    _describe(app)
    return app


async def _bear_headers(request: Request, follow: Next) -> Response:
    answer = await follow(request)
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer


def _describe(app: FastAPI) -> None:
    """Put the schemas of the answers beside those of the requests."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        told = plain()
        told.setdefault("components", {}).setdefault("schemas", {}).update(schemas())
        return told

    app.openapi = described  # type: ignore[method-assign]


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, UserError)
    code = 404 if isinstance(error, api.NotThere) else 400
    return _error(code, error.message, error.hint)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = _SAID.get(error.status_code) or Said(str(error.detail), str(error.detail))
    return _error(error.status_code, said, None, error.headers)


async def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if part != "body")
    if first["type"] == "string_too_long":
        said = Said(
            f"teks di '{place}' terlalu panjang; paling banyak {LONGEST:,} karakter".replace(",", "."),
            f"the text in '{place}' is too long; at most {LONGEST:,} characters",
        )
    else:
        said = Said(f"isi '{place}' tidak sesuai: {first['msg']}", f"'{place}' does not fit: {first['msg']}")
    return _error(422, said, None)


def _error(code: int, said: Said, hint: Said | None, headers: Any = None) -> Response:
    told = {"error": said.id, "hint": hint.id if hint else None}
    return JSONResponse(told, code, headers=headers)
