"""What the page shows of one sentence: its parts, its class in words, the notes, and the steps to a better one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.app import Explained
from linter.io.writable import shown as visible
from linter.model import Finding, Parse, Said, Step, Word
from linter.report.base import active
from linter.report.blocks import sureness
from linter.report.marks import Mark, marks_of
from linter.report.words import Words, words

_NAMES = {
    "pencapaian": Said("Pencapaian", "Result"),
    "aktivitas": Said("Aktivitas", "Activity"),
    "kategori": Said("Kategori", "Name of work"),
}
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows; they are shown by name."""
_NO_CLASS = Said("Bukan rumusan kinerja", "No performance statement")


class Piece(msgspec.Struct, frozen=True):
    """A run of characters of the sentence, with the part that it belongs to ("" where it belongs to none)."""

    text: str
    kind: str = ""
    label: str = ""


class WordShown(msgspec.Struct, frozen=True):
    """A word with its root and affixes."""

    text: str
    root: str
    affixes: str
    guessed: bool


class Note(msgspec.Struct, frozen=True):
    """A note: what, why, on what basis and with what force, and the steps to a better sentence."""

    code: str
    name: str
    severity: str
    severity_words: str
    message: str
    why: str
    basis: tuple[str, ...]
    force: str
    steps: tuple[Step, ...]
    suggestions: tuple[str, ...]


class Tried(msgspec.Struct, frozen=True):
    """Everything that is shown of a sentence."""

    pieces: tuple[Piece, ...]
    words: tuple[WordShown, ...]
    class_: str
    class_words: str
    semu: bool
    sure: str
    decided: str
    runners: tuple[str, ...]
    notes: tuple[Note, ...]


def shown(explained: Explained, lang: str) -> Tried:
    """Return what is shown of a sentence, in Indonesian or for *lang* "en" in English."""
    checked, told = explained.checked, words(lang)
    verdict, parse = checked.verdict, checked.parse
    class_ = verdict.class_ if verdict and verdict.class_ else ""
    return Tried(
        pieces=tuple(_pieces(checked.item.text, marks_of(parse, told) if parse else (), parse)),
        words=tuple(map(_word, parse.words)) if parse else (),
        class_=class_,
        class_words=(_NAMES[class_] if class_ else _NO_CLASS).said(lang),
        semu=bool(verdict and verdict.semu),
        sure=sureness(verdict, told) if verdict else "",
        decided=f"{verdict.decided_by} {verdict.decided_name}" if verdict and verdict.decided_by else "",
        runners=tuple(
            f"{t.code} {t.name}: {_NAMES[t.class_].said(lang) if t.class_ else _NO_CLASS.said(lang)}"
            for t in explained.trace
            if t.held and not t.decided
        ),
        notes=tuple(_note(finding, told) for finding in active(checked)),
    )


def _pieces(text: str, marks: Sequence[Mark], parse: Parse | None) -> Iterator[Piece]:
    """Yield the sentence in runs that belong to one part each; where parts overlap, the first one holds."""
    standards = {(q.phrase.start, q.phrase.end) for q in parse.qualifiers if q.standard} if parse else set()
    owners: list[Mark | None] = [None] * len(text)
    for mark in reversed(marks):
        owners[mark.start : mark.end] = [mark] * (mark.end - mark.start)
    at = 0
    while at < len(text):
        owner, end = owners[at], at
        while end < len(text) and owners[end] is owner:
            end += 1
        said = straight(text[at:end])
        if owner is None:
            yield Piece(said)
        else:
            kind = "standard" if (owner.start, owner.end) in standards else owner.kind
            yield Piece(said, kind, owner.label)
        at = end


def straight(text: str) -> str:
    """Return *text* with the marks that turn its direction shown by name."""
    return _TURNS.sub(lambda mark: visible(mark[0]), text)


def _word(word: Word) -> WordShown:
    reading = word.reading
    return WordShown(straight(word.text), straight(reading.root), " ".join(reading.affixes), reading.guessed)


def _note(finding: Finding, told: Words) -> Note:
    return Note(
        finding.code,
        finding.name,
        finding.severity,
        told.severity[finding.severity],
        straight(finding.message),
        straight(finding.why),
        finding.basis or (told.no_basis.get(finding.force, ""),),
        told.force[finding.force],
        tuple(Step(s.step, s.question, straight(s.text) if s.text else None) for s in finding.ladder),
        tuple(map(straight, finding.suggestions)),
    )
