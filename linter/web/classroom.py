"""Class mode: phones on the local network answer, the screen shows how many chose what. Off unless it is asked for.

The class sees ``/kelas``; who leads it, ``/kelas/pandu``, which only the computer that serves may open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Cookie, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from linter.app.exercises import KINDS, LEVELS, draw
from linter.model import Said, UserError
from linter.web.asked import Lang
from linter.web.engines import Engines
from linter.web.exercises import FIRST, MOST, Drawn, Level
from linter.web.guard import bracketed, is_ours
from linter.web.layout import page
from linter.web.room import Now, Room, Uncounted
from linter.web.serving import own_address
from linter.web.tried import shown_of

_HERE = "/kelas"
_CARD = "kartu"
"""The cookie that holds the card of a phone until its browser is closed."""
_NOT_HERE = Said(
    "halaman pemandu hanya dapat dibuka di komputer yang melayani", "only the computer that serves may open this page"
)
Card = Annotated[str, Cookie(alias=_CARD, max_length=60)]


def router(engines: Engines) -> APIRouter:
    """Return the routes of one class."""
    routes, room = APIRouter(include_in_schema=False, prefix=_HERE), Room()

    def answer(name: str, lang: str, now: Now, **told: Any) -> HTMLResponse:
        return page(name, engines, _HERE, lang, engines.regime, now=now, **told)

    def seat(name: str, card: str, lang: Lang | None, uncounted: Uncounted = "") -> HTMLResponse:
        found = answer(name, lang or engines.lang, room.now(), chosen=room.chosen(card), uncounted=uncounted)
        if not room.holds(card):  # a new phone, or one that has a card of an earlier run of the server
            found.set_cookie(_CARD, room.card(), httponly=True, samesite="lax", path=_HERE)
        return found

    def voted(name: str) -> Callable[..., HTMLResponse]:
        def route(
            pilihan: Annotated[str, Form(max_length=40)] = "",
            tahap: Annotated[int, Form()] = -1,
            kartu: Card = "",
            lang: Annotated[Lang | None, Form()] = None,
        ) -> HTMLResponse:
            return seat(name, kartu, lang, room.vote(kartu, pilihan, tahap))

        return route

    @routes.get("")
    def seated(kartu: Card = "", lang: Lang | None = None) -> HTMLResponse:
        return seat("ikut.html", kartu, lang)

    @routes.get("/kini")
    def current(tahap: int = -1, kartu: Card = "", lang: Lang | None = None) -> Response:
        return Response(status_code=204) if tahap == room.now().stage else seat("kini.html", kartu, lang)

    routes.add_api_route("", voted("ikut.html"), methods=["POST"])
    routes.add_api_route("/kini", voted("kini.html"), methods=["POST"])

    guides = APIRouter(prefix="/pandu", dependencies=[Depends(_is_ours)])

    def led(lang: Lang | None) -> RedirectResponse:
        return RedirectResponse(f"{_HERE}/pandu?lang={lang or engines.lang}", 303)

    @guides.get("")
    def guided(request: Request, lang: Lang | None = None) -> HTMLResponse:
        now, spoken = room.now(), lang or engines.lang
        items = now.question.items if now.question and now.revealed else ()
        given = {
            "question": now.question,
            "read": [shown_of(engines.plain(spoken).check(item), (), spoken) for item in items],
        }
        near = f"http://{bracketed(own_address())}:{request.url.port or 80}{_HERE}"
        listed = {"kinds": KINDS, "levels": LEVELS, "most": MOST, "wanted": FIRST}
        return answer("pandu.html", spoken, now, given=given, near=near, **listed)

    @guides.get("/hitungan")
    def counted(lang: Lang | None = None) -> HTMLResponse:
        return answer("hitungan.html", lang or engines.lang, room.now())

    @guides.post("/mulai")
    def begun(
        jenis: Annotated[Drawn, Form()],
        benih: Annotated[int, Form(ge=0, le=999_999)],
        banyak: Annotated[int, Form(ge=1, le=MOST)],
        tingkat: Annotated[Level, Form()],
        lang: Annotated[Lang | None, Form()] = None,
    ) -> RedirectResponse:
        room.begin(draw(engines.pool, jenis, benih, banyak, tingkat))
        return led(lang)

    @guides.post("/langkah")
    def moved(
        ke: Annotated[Literal["maju", "mundur", "buka", "selesai"], Form()],
        tahap: Annotated[int, Form()] = -1,
        lang: Annotated[Lang | None, Form()] = None,
    ) -> RedirectResponse:
        steps: dict[str, Callable[[], None]] = {
            "maju": lambda: room.move(1, tahap),
            "mundur": lambda: room.move(-1, tahap),
            "buka": room.reveal,
            "selesai": room.end,
        }
        steps[ke]()
        return led(lang)

    routes.include_router(guides)
    return routes


def _is_ours(request: Request) -> None:
    """Raise UserError unless the request comes from a page of this computer."""
    if not is_ours(request.scope) or request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
        raise UserError(_NOT_HERE)
