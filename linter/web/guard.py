"""What stands before every route: foreign names and bodies that are too large are refused, and every answer bears a policy."""

from __future__ import annotations

from collections.abc import MutableMapping
from ipaddress import IPv4Address, IPv6Address, ip_address
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
_FOR_PHONES = ("/kelas", "/berkas/")
_NOT_FOR_PHONES = Said("di kelas ini hanya halaman /kelas yang terbuka", "only the page /kelas is open in this class")
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


def is_ours(scope: Scope) -> bool:
    """Tell whether a request comes from the computer that serves, and by a name of its own, not one that leads here."""
    client, server = (scope.get(side) or ("",) for side in ("client", "server"))
    theirs, own = _address(client[0]), _address(server[0])
    here = theirs is not None and (theirs.is_loopback or theirs == own)
    named = _named(dict(scope["headers"]).get(b"host", b"").decode("latin-1")).strip("[]")
    asked = _address(named)
    return here and (named == "localhost" or (asked is not None and (asked.is_loopback or asked == own)))


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address that *text* is, one of IPv4 inside IPv6 as itself; None for a name."""
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _named(host: str) -> str:
    """Return the name in the header Host, without a port."""
    parts = host.rsplit("]", 1)
    return f"{parts[0]}]" if len(parts) == 2 else parts[0].split(":")[0]


class Guard:
    """Wraps the application; *host* is what it serves on, *lang* the language where a request names none.

    Where there is a *classroom*, phones on the network get its pages and nothing else.
    """

    def __init__(self, app: ASGIApp, host: str, lang: str, *, classroom: bool = False) -> None:
        self._app = app
        self._classroom = classroom
        self._hosts = None if host in EVERYWHERE else {*LOCAL, bracketed(host)}
        self._lang = lang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        head = scope["method"] == "HEAD"
        if head:  # answered as GET is, without a body
            scope = {**scope, "method": "GET"}

        async def bearing(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            elif head:
                message["body"] = b""
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
        name = _named(headers.get(b"host", ""))
        if self._classroom and not scope["path"].startswith(_FOR_PHONES) and not is_ours(scope):
            return error_answer(403, _NOT_FOR_PHONES, None, scope["path"], lang)
        if self._hosts is not None and name not in self._hosts:
            return error_answer(400, _FOREIGN, None, scope["path"], lang)
        length = headers.get(b"content-length", "0")
        if length.isdecimal() and int(length[:20]) > LARGEST:
            return error_answer(413, TOO_LARGE, None, scope["path"], lang)
        return None
