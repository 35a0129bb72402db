"""The JSON API under /api/v1: check, parse, explain, rules; for applications that have texts of their own."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response

from linter.app import Analyser
from linter.model import Item, RuleInfo, Said, UserError
from linter.report import wire
from linter.report.encode import Encoder
from linter.web.asked import Asked, AskedItem, AskedTexts, Lang
from linter.web.engines import Engines
from linter.web.told import (
    CheckAnswer,
    ErrorAnswer,
    ExplainAnswer,
    Explained,
    ParseAnswer,
    Parsed,
    RulesAnswer,
    Voted,
    WordRead,
)

_PATH = "-"
"""What stands for the file of a text that came by the API."""
_ENCODER = Encoder()
Regime = Annotated[str | None, Query(max_length=60)]


def _json(answer: msgspec.Struct) -> Response:
    return Response(_ENCODER.text(answer), media_type="application/json")


def _answers(kind: type[msgspec.Struct], *more: int) -> dict[int | str, dict[str, Any]]:
    """Return what a route answers: *kind*, and an error for each of its codes."""
    said = {
        200: "Jawaban",
        400: "Permintaan keliru",
        404: "Tidak ada",
        413: "Permintaan terlalu besar",
        422: "Isi keliru",
    }
    kinds = {200: kind} | dict.fromkeys((*more, 413, 422), ErrorAnswer)
    return {
        code: {
            "description": said[code],
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{answer.__name__}"}}},
        }
        for code, answer in kinds.items()
    }


def router(engines: Engines) -> APIRouter:
    """Return the routes of the API."""
    routes = APIRouter(prefix="/api/v1", default_response_class=Response)

    @routes.post("/check", responses=_answers(CheckAnswer, 400), summary="Periksa rumusan")
    def check(request: Request, asked: Asked) -> Response:
        engine = _engine(request, asked.regime, asked.lang)
        return _json(CheckAnswer([_checked(engine, item) for item in asked.all]))

    @routes.post("/explain", responses=_answers(ExplainAnswer, 400), summary="Jelaskan kelas rumusan")
    def explain(request: Request, asked: AskedTexts) -> Response:
        engine = _engine(request, asked.regime, asked.lang)
        return _json(ExplainAnswer([_explained(engine, text) for text in asked.texts]))

    @routes.post("/parse", responses=_answers(ParseAnswer, 400), summary="Uraikan rumusan")
    def parse(request: Request, asked: AskedTexts) -> Response:
        engine = _engine(request, asked.regime, asked.lang)
        return _json(ParseAnswer([_parsed(engine, text) for text in asked.texts]))

    @routes.get("/rules", responses=_answers(RulesAnswer, 400), summary="Aturan yang dipakai")
    def rules(request: Request, regime: Regime = None, lang: Lang | None = None) -> Response:
        return _json(RulesAnswer(_rules(_engine(request, regime, lang))))

    @routes.get("/rules/{code}", responses=_answers(RuleInfo, 400, 404), summary="Satu aturan")
    def rule(
        request: Request,
        code: Annotated[str, Path(max_length=60, description="Kode atau nama aturan.")],
        regime: Regime = None,
        lang: Lang | None = None,
    ) -> Response:
        found = next((r for r in _engine(request, regime, lang).rules if code in (r.code, r.name)), None)
        if found is None:
            raise NotThere(Said(f"tidak ada aturan '{code}'", f"there is no rule '{code}'"))
        return _json(found)

    def _engine(request: Request, regime: str | None, lang: Lang | None) -> Analyser:
        request.state.lang = lang  # errors are said in it too
        return engines.engine(regime, lang)

    return routes


class NotThere(UserError):
    """What was asked for is not there."""


def _checked(engine: Analyser, asked: AskedItem) -> wire.Item:
    beside = asked.model_dump(exclude={"text", "part"})
    return wire.item(engine.run, _PATH, engine.check(Item(asked.text, asked.part, {}, **beside)))


def _rules(engine: Analyser) -> list[RuleInfo]:
    """Return the rules that the settings leave on."""
    return [rule for rule in engine.rules if rule.code in engine.chosen]


def _explained(engine: Analyser, text: str) -> Explained:
    found = engine.explain(text)
    trace = [Voted(t.code, t.name, t.class_, t.held, t.decided) for t in found.trace]
    return Explained(wire.item(engine.run, _PATH, found.checked), trace)


def _parsed(engine: Analyser, text: str) -> Parsed:
    parse = engine.reader.parse(text)
    words = [
        WordRead(w.text, w.start, w.end, w.tag, w.reading.root, w.reading.affixes, w.reading.guessed)
        for w in parse.words
    ]
    return Parsed(text, wire.parsed(parse), words)
