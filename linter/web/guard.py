"""What stands before every route: foreign names and bodies that are too large are refused, and every answer bears a policy."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any
from urllib.parse import parse_qs

from fastapi import HTTPException
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from linter.model import Said
from linter.web.errors import error_answer

LARGEST = 5 << 20
"""Bytes that a request may have."""
TOO_LARGE = Said(
    f"permintaan terlalu besar; paling banyak {LARGEST >> 20} MB", f"too large; at most {LARGEST >> 20} MB"
)
LOCAL = ("127.0.0.1", "localhost", "[::1]")
EVERYWHERE = frozenset({"0.0.0.0", "::"})
"""Addresses of every network of the computer; who serves there is asked by names that are not known beforehand."""
_FOREIGN = Said("nama ini bukan nama komputer yang melayani", "this is not a name of the computer that serves")
_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


def bracketed(host: str) -> str:
    """Return *host* as it stands in an address: one with colons in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


class Guard:
    """Wraps the application; *host* is what it serves on, *lang* the language where a request names none."""

    def __init__(self, app: ASGIApp, host: str, lang: str) -> None:
        self._app = app
        self._hosts = None if host in EVERYWHERE else {*LOCAL, bracketed(host)}
        self._lang = lang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def bearing(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        taken = 0

        async def limited() -> MutableMapping[str, Any]:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST:
                raise HTTPException(413)
            return message

        refused = self._refused(scope)
        await (refused or self._app)(scope, limited, bearing)

    def _refused(self, scope: Scope) -> Response | None:
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        lang = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [self._lang])[0]
        host = headers.get(b"host", "").rsplit("]", 1)
        name = f"{host[0]}]" if len(host) == 2 else host[0].split(":")[0]
        if self._hosts is not None and name not in self._hosts:
            return error_answer(400, _FOREIGN, None, scope["path"], lang)
        length = headers.get(b"content-length", "0")
        if length.isdecimal() and int(length[:20]) > LARGEST:
            return error_answer(413, TOO_LARGE, None, scope["path"], lang)
        return None
