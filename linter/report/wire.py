"""The wire format, version 1: what the JSON reports and the web API say of an item, apart from the model inside."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from linter import model
from linter.report.base import Run

Version = Annotated[int, Meta(extra_json_schema={"const": 1})]
Part = Annotated[str, Meta(extra_json_schema={"enum": list(model.PARTS)})]
Class = Annotated[
    str | None, Meta(extra_json_schema={"enum": ["pencapaian", "aktivitas", "kategori", None]})
]  # null: a measure in the wrong column, or no statement
Severity = Annotated[str, Meta(extra_json_schema={"enum": ["error", "warning", "info"]})]
Force = Annotated[str, Meta(extra_json_schema={"enum": ["wajib", "pedoman", "konsistensi", "saran"]})]
Safety = Annotated[str, Meta(extra_json_schema={"enum": ["aman", "pratinjau", "saran"]})]
Status = Annotated[str, Meta(extra_json_schema={"enum": ["not_checked", "skipped"]})]
Confidence = Annotated[float | None, Meta(extra_json_schema={"minimum": 0, "maximum": 1})]
Offset = Annotated[int, Meta(ge=0)]


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A part of a statement; offsets count code points of the item's text, the end is exclusive."""

    text: str
    start: Offset
    end: Offset


class Qualifier(msgspec.Struct, frozen=True, gc=False):
    """A qualifying phrase; standard is true where it names a standard that can be checked."""

    type: str
    standard: bool
    text: str
    start: Offset
    end: Offset


class Parse(msgspec.Struct, frozen=True):
    """How a statement is built; complete is false where a word could not be placed."""

    form: str
    complete: bool
    subject: Phrase | None
    verb: Phrase | None
    object: Phrase | None
    qualifiers: tuple[Qualifier, ...]


class Indicator(msgspec.Struct, frozen=True, gc=False):
    """The facts of an indicator with its target; target_ok is null where no target is given."""

    measure: bool
    form: str
    circular: bool
    vague: bool
    multi: bool
    time: bool
    aspect: str
    target_ok: bool | None
    absolute: bool


class Edit(msgspec.Struct, frozen=True, gc=False):
    """Replace the characters from start to end by text."""

    start: Offset
    end: Offset
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that mend a finding."""

    safety: Safety
    edits: tuple[Edit, ...]


class Step(msgspec.Struct, frozen=True, gc=False):
    """A step to a better sentence: its name, the question that leads there, and the sentence; null where only the question."""

    step: str
    question: str
    text: str | None


class Finding(msgspec.Struct, frozen=True):
    """One note; basis are the citations that hold in the regime.

    suppressed is the reason where the note is silenced ("" where none was given), else null.
    """

    code: str
    name: str
    severity: Severity
    force: Force
    start: Offset
    end: Offset
    message: str
    why: str
    basis: tuple[str, ...]
    suggestions: tuple[str, ...]
    fix: Fix | None
    related: tuple[str, ...]
    suppressed: str | None
    ladder: tuple[Step, ...]


class Runner(msgspec.Struct, frozen=True, gc=False):
    """A class rule that also held and did not decide."""

    code: str
    class_: Class = msgspec.field(name="class")


class Criterion(msgspec.Struct, frozen=True, gc=False):
    """How a row stands in one criterion; codes are the notes that speak against it."""

    letter: str
    title: str
    status: Annotated[str, Meta(extra_json_schema={"enum": ["terpenuhi", "catatan", "belum", "tidak_dinilai"]})]
    said: str
    codes: tuple[str, ...]


class Item(msgspec.Struct, frozen=True):
    """One checked text, whole and unstripped; indicator stands on the part indikator, and always there.

    A line of the part baris is about a rencana kinerja with its indicators; criteria stand there, and only there.
    """

    version: Version
    path: str
    at: dict[str, Any]
    id: str
    row: int | None
    parent: str | None
    section: str | None
    part: Part
    text: str
    regime: str
    profile: str
    engine: str
    rules: str
    class_: Class = msgspec.field(name="class")
    semu: bool
    confidence: Confidence
    decided_by: str | None
    runners_up: tuple[Runner, ...]
    parse: Parse | None
    findings: tuple[Finding, ...]
    indicator: Indicator | msgspec.UnsetType | None = msgspec.UNSET
    criteria: tuple[Criterion, ...] | msgspec.UnsetType = msgspec.UNSET


class NotChecked(msgspec.Struct, frozen=True, gc=False):
    """An input that was not checked, or that was skipped by design, and why."""

    version: Version
    path: str
    status: Status
    reason: str


def item(run: Run, path: str, checked: model.Checked) -> Item:
    """Return the wire form of a checked item."""
    it, verdict, parse = checked.item, checked.verdict, checked.parse
    return Item(
        1,
        path,
        it.at,
        it.id,
        it.row,
        it.parent,
        it.section,
        it.part,
        it.text,
        checked.regime,
        run.profile,
        run.engine,
        run.rules,
        verdict.class_ if verdict else None,
        verdict.semu if verdict else False,
        verdict.confidence if verdict else None,
        verdict.decided_by if verdict else None,
        tuple(map(_runner, verdict.runners_up)) if verdict else (),
        parsed(parse) if parse else None,
        tuple(map(_finding, checked.findings)),
        _indicator(checked.indicator) if it.part == "indikator" else msgspec.UNSET,
        tuple(map(_criterion, checked.criteria)) or msgspec.UNSET,
    )


def not_checked(run: Run, nc: model.NotChecked) -> NotChecked:
    """Return the wire form of an input that was not checked."""
    return NotChecked(1, nc.path, "not_checked" if nc.fatal else "skipped", nc.reason.said(run.lang))


def _runner(r: model.Runner) -> Runner:
    return Runner(r.code, r.class_)


def _criterion(c: model.Criterion) -> Criterion:
    return Criterion(c.letter, c.title, c.status, c.said, c.codes)


def _phrase(phrase: model.Phrase | None) -> Phrase | None:
    return Phrase(phrase.text, phrase.start, phrase.end) if phrase else None


def parsed(parse: model.Parse) -> Parse:
    """Return the wire form of how a text is built."""
    return Parse(
        parse.form,
        parse.complete,
        _phrase(parse.subject),
        _phrase(parse.verb),
        _phrase(parse.object),
        tuple(map(_qualifier, parse.qualifiers)),
    )


def _qualifier(q: model.Qualifier) -> Qualifier:
    return Qualifier(q.type, q.standard, q.phrase.text, q.phrase.start, q.phrase.end)


def _indicator(i: model.Indicator | None) -> Indicator | None:
    if i is None:
        return None
    return Indicator(
        i.measure, i.form, i.circular, i.vague, i.multi, i.time, i.aspect, i.target_ok, i.absolute
    )  # fmt: skip


def _step(s: model.Step) -> Step:
    return Step(s.step, s.question, s.text)


def _finding(f: model.Finding) -> Finding:
    fix = Fix(f.fix.safety, tuple(Edit(e.start, e.end, e.text) for e in f.fix.edits)) if f.fix else None
    return Finding(
        f.code, f.name, f.severity, f.force, f.start, f.end,
        f.message, f.why, f.basis, f.suggestions, fix, f.related, f.suppressed,
        tuple(map(_step, f.ladder)),
    )  # fmt: skip
