"""What a class talks about: before and after, statements on which people may differ, its own commonest mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from random import Random
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse

from linter.app import Analyser
from linter.engine import BLANK
from linter.model import Checked, RuleInfo, Said
from linter.model.named import CLASS_NAMES
from linter.report.base import active
from linter.web.asked import Lang
from linter.web.engines import LONGEST, Engines
from linter.web.exercises import Asked
from linter.web.layout import page
from linter.web.tried import Tried, shown, shown_of, why_of

_HERE = "/latihan"
_COUNTED = CLASS_NAMES | {"semu": Said("Pencapaian semu", "Disguised activity")}
_LINES, _NOTES = 300, 8
"""Sentences of a class that are read, and notes that are listed."""


class Common(msgspec.Struct, frozen=True):
    """A rule that spoke of the class's sentences: on how many, which share of them, with its own examples."""

    rule: RuleInfo
    count: int
    share: float
    why: str
    bad: str
    good: str


class Summary(msgspec.Struct, frozen=True):
    """How the sentences of a class are read, all together; no sentence of it is kept or shown."""

    count: int
    classes: tuple[tuple[str, str, int], ...]
    common: tuple[Common, ...]


def router(engines: Engines) -> APIRouter:
    """Return the routes of what a class talks about."""
    routes = APIRouter(include_in_schema=False, prefix=_HERE)

    def answer(name: str, lang: str, **told: Any) -> HTMLResponse:
        return page(name, engines, _HERE, lang, engines.regime, **told)

    @routes.get("/serahan")
    def handout(wanted: Asked) -> HTMLResponse:
        pool = engines.pool.half(tests=False)
        cards = [c.item for c in pool.statements if c.labels.class_ == "aktivitas" and c.level == "mudah"]
        random, engine = Random(f"serahan {wanted.benih}"), engines.plain(wanted.lang)
        shuffled = random.sample(cards, len(cards))
        pairs = (shown_of(engine.check(item), (), wanted.lang) for item in shuffled)
        led = (one for one in pairs if _leads(one, engine))
        return answer("serahan.html", wanted.lang, wanted=wanted, all=list(islice(led, wanted.banyak)))

    @routes.get("/beda")
    def open_ones(wanted: Asked) -> HTMLResponse:
        known = engines.pool.open
        drawn = Random(f"beda {wanted.benih}").sample(known, min(wanted.banyak, len(known)))
        engine = engines.plain(wanted.lang)
        read = [shown(engine.explain(item.text), wanted.lang) for item in drawn]
        return answer("beda.html", wanted.lang, wanted=wanted, all=read)

    @routes.get("/kelas")
    def empty(lang: Lang | None = None) -> HTMLResponse:
        return answer("kelas.html", lang or engines.lang, summary=None, surplus=False)

    @routes.post("/kelas")
    def told(teks: Annotated[str, Form()] = "", lang: Annotated[Lang | None, Form()] = None) -> HTMLResponse:
        lines = [line for line in (" ".join(line.split()) for line in teks.splitlines()) if line]
        spoken = lang or engines.lang
        summary = summed([line[:LONGEST] for line in lines[:_LINES]], engines.engine(lang=lang), spoken)
        return answer("kelas.html", spoken, summary=summary, surplus=len(lines) > _LINES)

    return routes


def _leads(one: Tried, engine: Analyser) -> bool:
    """Tell whether the first step of *one* is a whole sentence that the rules find nothing to say about."""
    steps = next((note.steps for note in one.notes if note.steps), ())
    first = steps[0].text if steps else None
    return first is not None and BLANK not in first and not engine.check_text(first, part="rencana_kinerja").findings


def summed(lines: Sequence[str], engine: Analyser, lang: str) -> Summary | None:
    """Return how *lines* are read, all together; None where there are none."""
    if not lines:
        return None
    checked = [engine.check_text(line, part="rencana_kinerja") for line in lines]
    classes = Counter(_class(one) for one in checked)
    spoken = Counter(code for one in checked for code in {finding.code for finding in active(one)})
    rules = {rule.code: rule for rule in engine.rules}
    ordered = sorted(spoken.items(), key=lambda found: (-found[1], found[0]))
    return Summary(
        len(lines),
        tuple((name, said.said(lang), classes[name]) for name, said in _COUNTED.items() if classes[name]),
        tuple(_common(rules[code], count, len(lines), lang) for code, count in ordered[:_NOTES]),
    )


def _class(checked: Checked) -> str:
    verdict = checked.verdict
    return "semu" if verdict and verdict.semu else (verdict.class_ or "" if verdict else "")


def _common(rule: RuleInfo, count: int, among: int, lang: str) -> Common:
    bad, good = (examples[0].text if examples else "" for examples in (rule.bad, rule.good))
    return Common(rule, count, count / among, why_of(rule, lang), bad.replace("[[", "").replace("]]", ""), good)
