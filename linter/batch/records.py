"""What a worker hands on of each document: notes, statements and counts, small enough to keep, without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from linter.model import Checked, Document, NotChecked, Noted, Reviewed
from linter.report.base import Run, Summary
from linter.report.notes import one_line
from linter.report.place import spoken
from linter.report.words import Words


class NoteRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note: its fingerprint, rule, place and text, and what it says."""

    key: str
    code: str
    severity: str
    force: str
    part: str
    place: str
    text: str
    start: int
    end: int
    message: str
    better: str


class PlanRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A rencana kinerja with its verdict; ``second`` is the class of the best rule that did not decide ("" for none)."""

    place: str
    text: str
    asal: str
    section: str
    class_: str
    semu: bool
    confidence: float
    second: str


class DocumentRecord(msgspec.Struct, frozen=True, array_like=True):
    """A document: where it stands, whose post and unit it is about (never the person), and what was found.

    ``person`` is a key from which no name can be read. ``goals`` are the sasaran of a performance contract.
    """

    path: str
    number: int
    kind: str
    post: str
    unit: str
    level: str
    person: str
    regime: str
    clean: int
    statements: int
    mandatory: int
    index: float | None
    classes: dict[str, int]
    plans: tuple[PlanRecord, ...]
    notes: tuple[NoteRecord, ...]
    goals: tuple[str, ...] = ()
    whole: bool = True


class LeftRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An input that was not checked, or was skipped by design, and why."""

    path: str
    reason: str
    fatal: bool


class Part(msgspec.Struct, frozen=True, array_like=True):
    """What became of one unit of work; ``told`` is what the user must know of copies, by path, ``written`` are those copies."""

    documents: tuple[DocumentRecord, ...]
    left: tuple[LeftRecord, ...]
    regimes: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    written: tuple[str, ...] = ()


class Recorder:
    """A reporter that makes a record of each document."""

    def __init__(self, words: Words, level: Callable[[Reviewed], str]) -> None:
        self._words = words
        self._level = level
        self.documents: list[DocumentRecord] = []
        self.left: list[LeftRecord] = []
        self.regimes: set[str] = set()

    def begin(self, run: Run) -> None: ...

    def document(self, doc: Document) -> None: ...

    def item(self, doc: Document, checked: Checked) -> None: ...

    def not_checked(self, nc: NotChecked) -> None:
        self.left.append(LeftRecord(nc.path, one_line(nc.reason.said(self._words.lang)), nc.fatal))

    def end(self, summary: Summary) -> None:
        self.regimes.update(summary.regimes)

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        self.documents += (self._record(document) for document in documents)

    def _record(self, doc: Reviewed) -> DocumentRecord:
        header, score = doc.header, doc.score
        plans = tuple(self._plans(doc))
        return DocumentRecord(
            path=doc.path,
            number=doc.number,
            kind=header.kind,
            post=header.post or "",
            unit=header.unit or "",
            level=self._level(doc),
            person=header.person,
            regime=next((one.regime for one in doc.items), header.regime or ""),
            clean=score.clean,
            statements=score.statements,
            mandatory=len(score.mandatory),
            index=score.index.value if score.index is not None else None,
            classes=dict(Counter(plan.class_ or "null" for plan in plans)),
            plans=plans,
            notes=tuple(self._note(note) for note in doc.notes),
            goals=tuple(one.item.text for one in doc.items if header.kind == "pk" and one.item.part == "sasaran"),
            whole=doc.whole,
        )

    def _plans(self, doc: Reviewed) -> Iterator[PlanRecord]:
        for one in doc.items:
            item, verdict = one.item, one.verdict
            if item.part == "rencana_kinerja" and verdict is not None:
                second = next((runner.class_ or "null" for runner in verdict.runners_up), "")
                place = spoken(item.at, self._words)
                yield PlanRecord(
                    place, item.text, item.asal, item.section or "", verdict.class_ or "", verdict.semu,
                    round(verdict.confidence, 4), second,
                )  # fmt: skip

    def _note(self, note: Noted) -> NoteRecord:
        item, finding = note.item, note.finding
        place = "" if item.part == "dokumen" else spoken(item.at, self._words)
        better = one_line(finding.suggestions[0]) if finding.suggestions else ""
        return NoteRecord(
            note.key, finding.code, finding.severity, finding.force, item.part, place, item.text,
            finding.start, finding.end, one_line(finding.message), better,
        )  # fmt: skip
