"""The wire format of whole documents, version 1: how each stands, and the one document of the format json."""

from __future__ import annotations

from typing import Any

import msgspec

from linter import model
from linter.report.base import Run, Summary
from linter.report.wire import Force, Item, NotChecked, Part, Severity, Version


class DocumentNote(msgspec.Struct, frozen=True, gc=False):
    """A note of a document with its fingerprint, which stays the same while words and person do."""

    key: str
    code: str
    severity: Severity
    force: Force
    part: Part
    at: dict[str, Any]


class SlotScore(msgspec.Struct, frozen=True):
    """What a text has of the points of a slot; points is null where it was not judged, and why says so."""

    name: str
    title: str
    most: float
    points: float | None
    codes: tuple[str, ...]
    why: str


class TextScore(msgspec.Struct, frozen=True):
    """The arithmetic of one text; share (0–1) is null where nothing of it was judged. at is {} for the document itself."""

    at: dict[str, Any]
    share: float | None
    slots: tuple[SlotScore, ...]
    why: str


class GroupScore(msgspec.Struct, frozen=True):
    """The texts of one kind and the mean (0–1) of their shares, which counts weight times."""

    name: str
    title: str
    weight: float
    mean: float | None
    texts: tuple[TextScore, ...]


class Taken(msgspec.Struct, frozen=True, gc=False):
    """What a note takes from the index: index without it − index; shared where another note takes the same points."""

    key: str
    code: str
    slot: str
    points: float
    shared: bool


class Index(msgspec.Struct, frozen=True):
    """The index of wording (0–100) of a document with its arithmetic; it judges wording, not a person."""

    title: str
    about: str
    value: float
    band: str
    groups: tuple[GroupScore, ...]
    taken: tuple[Taken, ...]


class DocumentScore(msgspec.Struct, frozen=True):
    """How a document stands: clean of statements, the fingerprints of notes about what is mandatory, its notes.

    number is its place in its file; whole is false where it had more texts than are kept, and notes are missing. index
    stands there only where it was asked for (--index); null where nothing could be judged.
    """

    path: str
    number: int
    clean: int
    statements: int
    mandatory: tuple[str, ...]
    notes: tuple[DocumentNote, ...]
    whole: bool
    index: Index | msgspec.UnsetType | None = msgspec.UNSET


class Report(msgspec.Struct, frozen=True):
    """The one document of the format json."""

    version: Version
    run: Run
    items: tuple[Item, ...]
    not_checked: tuple[NotChecked, ...]
    documents: tuple[DocumentScore, ...]
    summary: Summary


def document(found: model.Reviewed, *, index: bool) -> DocumentScore:
    """Return the wire form of how a document stands, with its *index* where that was asked for."""
    score = found.score
    notes = (
        DocumentNote(n.key, n.finding.code, n.finding.severity, n.finding.force, n.item.part, n.item.at)
        for n in found.notes
    )
    shown = msgspec.convert(score.index, Index | None, from_attributes=True) if index else msgspec.UNSET
    return DocumentScore(
        found.path, found.number, score.clean, score.statements, score.mandatory, tuple(notes), found.whole, shown
    )
