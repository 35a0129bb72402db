"""Exercises: drawn by a seed, done on the screen or on paper, marked with the rules' reasons; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from linter.app import Analyser
from linter.app.exercises import KINDS, LEVELS, TESTS, Choice, Paper, Question, draw
from linter.model import RuleInfo
from linter.web.asked import Lang
from linter.web.engines import Engines
from linter.web.layout import page
from linter.web.tried import Tried, shown_of

_HERE = "/latihan"
MANY, MOST = 12, 40
"""Questions of a paper: usually, and at most."""
_LONGEST = 1_000
"""Characters of a sentence that is written as an answer."""
Drawn = Literal["pilah", "jebakan", "ganjil", "perbaiki", "isi", "jenjang", "campur"]
Kind = Drawn | Literal["tes-awal", "tes-akhir"]
Level = Literal["semua", "mudah", "sedang", "sulit"]


class Wanted(msgspec.Struct, frozen=True):
    """Which paper a page is about, and in which language."""

    jenis: str
    benih: int
    banyak: int
    tingkat: str
    lang: str

    @property
    def address(self) -> str:
        """The fields as they stand in an address, without the language."""
        return urlencode({name: value for name, value in msgspec.structs.asdict(self).items() if name != "lang"})


FIRST = Wanted("pilah", 1, MANY, "semua", "id")
"""What a class that has chosen nothing yet begins with."""


class Marked(msgspec.Struct, frozen=True):
    """A question with its answer: what was chosen, if it was, what is right, and what the rules say of its texts.

    ``better`` is the sentence that was written where one was asked for, and ``mended`` what the rules say of that.
    """

    question: Question
    chosen: Choice | None
    read: tuple[Tried, ...]
    better: str
    mended: Tried | None

    @property
    def good(self) -> bool:
        """Whether the right one was chosen."""
        return self.chosen == self.question.answer


def router(engines: Engines, *, classroom: bool) -> APIRouter:
    """Return the routes of the exercises; *classroom* tells whether there is class mode too."""
    routes = APIRouter(include_in_schema=False, prefix=_HERE)

    def answer(name: str, wanted: Wanted, **told: Any) -> HTMLResponse:
        return page(name, engines, _HERE, wanted.lang, engines.regime, wanted=wanted, **told)

    def marked(wanted: Wanted, paper: Paper, given: dict[str, str]) -> tuple[Marked, ...]:
        return _marked(engines.plain(wanted.lang), engines.rules(None, wanted.lang), paper, given, wanted.lang)

    @routes.get("")
    def listed(wanted: Asked) -> HTMLResponse:
        return answer("latihan.html", wanted, kinds=(*KINDS, *TESTS), levels=LEVELS, most=MOST, classroom=classroom)

    @routes.get("/soal")
    def asked(wanted: Asked) -> HTMLResponse:
        return answer("soal.html", wanted, paper=_paper(engines, wanted), marked=())

    @routes.post("/soal")
    def answered(wanted: Asked, given: Given) -> HTMLResponse:
        paper = _paper(engines, wanted)
        return answer("soal.html", wanted, paper=paper, marked=marked(wanted, paper, given))

    @routes.get("/lembar")
    def printed(wanted: Asked) -> HTMLResponse:
        return answer("lembar-soal.html", wanted, paper=_paper(engines, wanted))

    @routes.get("/kunci")
    def keyed(wanted: Asked) -> HTMLResponse:
        paper = _paper(engines, wanted)
        return answer("kunci.html", wanted, paper=paper, marked=marked(wanted, paper, {}))

    return routes


def _wanted(
    request: Request,
    jenis: Kind = "campur",
    benih: Annotated[int, Query(ge=0, le=999_999)] = 1,
    banyak: Annotated[int, Query(ge=1, le=MOST)] = MANY,
    tingkat: Level = "semua",
    lang: Lang | None = None,
) -> Wanted:
    return Wanted(jenis, benih, banyak, tingkat, lang or request.app.state.lang)


async def _given(request: Request) -> dict[str, str]:
    """Return the fields of a form; those of a form with files are not read, since they would go through the disk."""
    if not request.headers.get("content-type", "").lower().startswith("application/x-www-form-urlencoded"):
        return {}
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


Asked = Annotated[Wanted, Depends(_wanted)]
Given = Annotated[dict[str, str], Depends(_given)]


def _paper(engines: Engines, wanted: Wanted) -> Paper:
    return draw(engines.pool, wanted.jenis, wanted.benih, wanted.banyak, wanted.tingkat)


def _marked(
    engine: Analyser, rules: Mapping[str, RuleInfo], paper: Paper, given: dict[str, str], lang: str
) -> tuple[Marked, ...]:
    """Return each question with the answer *given* under its number ("s1"), and the sentence under "p1"."""
    found = []
    for n, question in enumerate(paper.questions, 1):
        choices = {choice.value: choice for choice in question.choices}
        chosen, better = choices.get(given.get(f"s{n}", "")), " ".join(given.get(f"p{n}", "")[:_LONGEST].split())
        read = tuple(shown_of(engine.check(item), (), lang, rules) for item in question.items)
        mended = None
        if better and question.kind == "perbaiki":
            item = msgspec.structs.replace(question.items[0], text=better)
            mended = shown_of(engine.check(item), (), lang)
        found.append(Marked(question, chosen, read, better, mended))
    return tuple(found)
