"""The live blocks of a lesson: statements and indicators that are judged, steps to a better one, rules, the corpus."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from linter.app import Analyser
from linter.app.labelled import corpus
from linter.model import Checked, Criterion, Header, Item, RuleInfo, Said
from linter.model.named import CLASS_NAMES
from linter.report.criteria import criterion_said
from linter.report.pages import template
from linter.report.rulepage import Section, marked_parts, sections, title_of
from linter.report.words import words
from linter.web.engines import LONGEST
from linter.web.texts import texts
from linter.web.tried import Tried, shown_of, straight

_PACKAGE = "linter.web"
_EXPECTED = " => "
_EXAMPLES = ("bad", "good", "yes", "no")
_FEW = 3
"""Examples of a rule that are shown of each kind; of whole drafts, one."""
_MANY = 12
"""Statements of the corpus that a block may draw."""
_SHORT = 90
"""Code points of the longest statement that is drawn."""
_SEMU = "semu"
_PLAN = "rencana_kinerja"

_EMPTY = Said("Blok '{kind}' ini masih kosong.", "This block '{kind}' is still empty.")
_LONG = Said("Blok '{kind}' ini terlalu panjang.", "This block '{kind}' is too long.")
_NO_PLAN = Said(
    "Baris pertama blok 'indikator' berbentuk \"RK: rencana kinerja\", disusul baris indikatornya.",
    "The first line of a block 'indikator' reads \"RK: statement\"; the lines of its indicators follow.",
)
_NO_STEPS = Said(
    "Rumusan ini tidak memerlukan langkah: tidak ada catatan tentangnya.",
    "This statement needs no steps: there is no note on it.",
)
_NO_RULE = Said("Aturan '{name}' tidak dikenal.", "The rule '{name}' is not known.")
_NO_CLASS = Said(
    "Kelas '{name}' tidak dikenal; yang ada: {known}.", "The class '{name}' is not known; there are: {known}."
)
_NO_NUMBER = Said(
    f"Isi 'banyak' ialah angka dari 1 sampai {_MANY}, bukan '{{name}}'.",
    f"'banyak' is a number from 1 to {_MANY}, not '{{name}}'.",
)

_STATUSES = {
    "terpenuhi": Said("terpenuhi", "met"),
    "belum": Said("belum tampak", "not shown yet"),
    "tidak_dinilai": Said("tidak dinilai", "not judged"),
}
"""How a rencana kinerja stands in a criterion against which no note speaks, in words."""


class Line(NamedTuple):
    """A line of a block, and what its lesson expects of it: a class, ``semu``, codes of notes, or ``bersih`` for none.

    What is expected is not shown; the tests hold it against the engine, so that no lesson drifts from it.
    """

    text: str
    expected: tuple[str, ...] = ()


class _Judged(msgspec.Struct, frozen=True):
    """A statement or an indicator with what stands beside it, as the engine judges it now."""

    text: str
    beside: tuple[str, ...]
    tried: Tried


class _Part(msgspec.Struct, frozen=True):
    """A section of a rule's page; examples in three pieces, the middle one marked."""

    title: str
    kind: str
    lines: tuple[tuple[str, str, str], ...]


class _Rule(msgspec.Struct, frozen=True):
    title: str
    parts: tuple[_Part, ...]


class PoorBlock(Exception):
    """A block that cannot be shown, and why."""

    def __init__(self, said: Said, **names: str) -> None:
        super().__init__(said.id)
        self.said, self.names = said, names


def lines_of(content: str) -> tuple[Line, ...]:
    """Return the lines of a block that are not empty."""
    parts = (line.partition(_EXPECTED) for line in content.splitlines() if line.strip())
    return tuple(Line(" ".join(text.split()), tuple(expected.split())) for text, _, expected in parts)


def block(kind: str, content: str, engine: Analyser, lang: str) -> str | None:
    """Return the HTML of a live block, with a sentence in its place where it cannot be shown; None for another *kind*."""
    make = _KINDS.get(kind)
    if make is None:
        return None
    told: dict[str, Any] = {"kind": kind, "problem": "", "t": texts(lang), "lang": lang}
    try:
        lines = lines_of(content)
        if not lines or len(content) > LONGEST:
            raise PoorBlock(_LONG if lines else _EMPTY, kind=kind)
        told |= make(lines, engine, lang)
    except PoorBlock as poor:
        told["problem"] = straight(poor.said.said(lang).format(**poor.names))
    return template(_PACKAGE, "blok.html").render(told)


def judged_row(lines: Sequence[Line], engine: Analyser) -> tuple[Checked, ...]:
    """Return a rencana kinerja ("RK: …") and the indicators under it, each checked beside the others, and their row.

    Raises PoorBlock where the lines are no such row.
    """
    mark, colon, plan = lines[0].text.partition(":")
    if mark.strip().upper() != "RK" or not colon or not plan.strip() or len(lines) < 2:
        raise PoorBlock(_NO_PLAN)
    plan = plan.strip()
    items = [Item(plan, _PLAN, {}, "rk")]
    for line in lines[1:]:
        text, target, aspek = (*(cell.strip() or None for cell in line.text.split("|", 2)), None, None)[:3]
        items.append(Item(text or "", "indikator", {}, parent="rk", rk=plan, target=target, aspek=aspek))
    return tuple(c for c in engine.check_draft(Header(), items) if c.item.part != "dokumen")


def _contoh(lines: Sequence[Line], engine: Analyser, lang: str) -> dict[str, Any]:
    return {"all": [_judged(engine.check_text(line.text, part=_PLAN), lang) for line in lines]}


def _jawaban(lines: Sequence[Line], engine: Analyser, lang: str) -> dict[str, Any]:
    return {"said": [straight(line.text) for line in lines]}


def _indikator(lines: Sequence[Line], engine: Analyser, lang: str) -> dict[str, Any]:
    checked = judged_row(lines, engine)
    row = next((c for c in checked if c.item.part == "baris"), None)
    plan, *indicators = (_judged(c, lang) for c in checked if c.item.part != "baris")
    criteria = [(c.title, _stands(c, lang)) for c in row.criteria] if row else []
    notes = shown_of(row, (), lang).notes if row else ()
    return {"plan": plan, "all": indicators, "criteria": criteria, "notes_of_row": notes}


def _langkah(lines: Sequence[Line], engine: Analyser, lang: str) -> dict[str, Any]:
    judged = _judged(engine.check_text(lines[0].text, part=_PLAN), lang)
    steps = next((note.steps for note in judged.tried.notes if note.steps), None)
    if steps is None:
        raise PoorBlock(_NO_STEPS)
    return {"one": judged, "steps": steps}


def _aturan(lines: Sequence[Line], engine: Analyser, lang: str) -> dict[str, Any]:
    known = {name: rule for rule in engine.rules for name in (rule.code, rule.name)}
    names = [name for line in lines for name in re.split(r"[\s,;]+", line.text) if name]
    missing = next((name for name in names if name not in known), None)
    if missing is not None:
        raise PoorBlock(_NO_RULE, name=missing)
    return {"all": [_rule(known[name], lang) for name in names]}


def _korpus(lines: Sequence[Line], engine: Analyser, lang: str) -> dict[str, Any]:
    asked = {key.strip(): value.strip() for key, _, value in (line.text.partition(":") for line in lines)}
    class_, count = asked.get("kelas", ""), asked.get("banyak", "4")
    known = _statements()
    if class_ not in known:
        raise PoorBlock(_NO_CLASS, name=class_, known=", ".join(known))
    if not (count.isascii() and count.isdigit() and 1 <= int(count) <= _MANY):
        raise PoorBlock(_NO_NUMBER, name=count)
    found, many = known[class_], int(count)
    named = CLASS_NAMES["pencapaian" if class_ == _SEMU else class_].said(lang)
    return {"named": named, "semu": class_ == _SEMU, "all": [found[len(found) * n // many] for n in range(many)]}


_KINDS: dict[str, Callable[[Sequence[Line], Analyser, str], dict[str, Any]]] = {
    "contoh": _contoh,
    "jawaban": _jawaban,
    "indikator": _indikator,
    "langkah": _langkah,
    "aturan": _aturan,
    "korpus": _korpus,
}


def _stands(criterion: Criterion, lang: str) -> str:
    """Return how a rencana kinerja stands in a criterion, and what was found; notes are named where there are some."""
    said = criterion_said(criterion, words(lang))
    return said if criterion.codes else f"{_STATUSES[criterion.status].said(lang)}: {said}"


def _judged(checked: Checked, lang: str) -> _Judged:
    item = checked.item
    beside = tuple(straight(cell) for cell in (item.target, item.aspek) if cell)
    return _Judged(straight(item.text), beside, shown_of(checked, (), lang))


def _rule(info: RuleInfo, lang: str) -> _Rule:
    told = words(lang)
    titles = {told.rule_page[name] for name in ("message", "why", "basis")}
    parts = (part for part in sections(info, told) if part.lines and (part.kind in _EXAMPLES or part.title in titles))
    return _Rule(title_of(info), tuple(map(_part, parts)))


def _part(section: Section) -> _Part:
    if section.kind not in _EXAMPLES:
        return _Part(section.title, section.kind, tuple((line, "", "") for line in section.lines))
    if "\n" in section.lines[0]:  # a whole draft
        return _Part(section.title, "draft", (_pieces(section.lines[0]),))
    return _Part(section.title, section.kind, tuple(map(_pieces, section.lines[:_FEW])))


def _pieces(example: str) -> tuple[str, str, str]:
    text, start, end = marked_parts(example)
    return text[:start], text[start:end], text[end:]


@cache
def _statements() -> dict[str, tuple[str, ...]]:
    """Return what the shipped corpus has of each class that is short and clear; disguised activities stand apart."""
    found: dict[str, list[str]] = {"pencapaian": [], "aktivitas": [], "kategori": [], _SEMU: []}
    for item, labels in corpus():
        class_ = _SEMU if labels.semu else labels.class_
        if item.part == _PLAN and labels.clear and class_ in found and len(item.text) <= _SHORT:
            found[class_].append(item.text)
    return {class_: tuple(texts) for class_, texts in found.items()}
