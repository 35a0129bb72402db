"""What the tables say, whatever they are written as: a row for each note, and for each text without one."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linter.io.writable import writable
from linter.model import Checked, Document, Finding, NotChecked, level
from linter.report.base import SHOWN_WHEN_CLEAN
from linter.report.blocks import class_words
from linter.report.notes import changes, citations, one_line
from linter.report.place import spoken
from linter.report.words import Words


class Row(msgspec.Struct, frozen=True):
    """The cells of one row, in the order of the columns; ``Words.headings`` names them."""

    path: str
    place: str = ""
    part: str = ""
    text: str = ""
    target: str = ""
    class_: str = msgspec.field(default="", name="class")
    confidence: str = ""
    status: str = ""
    code: str = ""
    rule: str = ""
    quote: str = ""
    message: str = ""
    why: str = ""
    basis: str = ""
    better: str = ""
    reason: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the texts; control characters are made visible and what is no character U+FFFD: no table holds them."""
        return tuple(map(writable, msgspec.structs.astuple(self)))


def headings(words: Words) -> tuple[str, ...]:
    """Return the headings of the columns."""
    return tuple(words.headings[field.encode_name] for field in msgspec.structs.fields(Row))


class Rows:
    """Turns what a reporter is told into rows; a document that turns out to be empty has a row that says so."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._empty: str | None = None

    def document(self, doc: Document) -> Iterator[Row]:
        """Yield the row of the document before, where that was empty."""
        yield from self.end()
        self._empty = doc.path

    def item(self, doc: Document, checked: Checked) -> Iterator[Row]:
        """Yield a row for each note, waived ones too; one for a rencana kinerja or an indicator without any."""
        self._empty = None
        words, item, verdict = self._words, checked.item, checked.verdict
        if not checked.findings and item.part not in SHOWN_WHEN_CLEAN:
            return
        row = Row(
            path=doc.path,
            place=spoken(item.at, words),
            part=words.parts.get(item.part, item.part),
            text=item.text,
            target=item.target or "",
            class_=class_words(verdict, words).lower() if verdict else "",
            confidence=words.confidence[level(verdict.confidence)] if verdict else "",
            status=words.no_note,
        )
        if not checked.findings:
            yield row
        for note in checked.findings:
            yield self._noted(row, note, item.text)

    def not_checked(self, nc: NotChecked) -> Iterator[Row]:
        """Yield the row of an input that was not checked, which may be a document that broke off."""
        words = self._words
        if self._empty != nc.path:
            yield from self.end()
        self._empty = None
        status = words.not_checked if nc.fatal else words.skipped
        yield Row(path=nc.path, status=status, reason=one_line(nc.reason.said(words.lang)))

    def end(self) -> Iterator[Row]:
        """Yield the row of the last document, where that was empty."""
        if self._empty is not None:
            yield Row(path=self._empty, status=self._words.nothing_in)
        self._empty = None

    def _noted(self, row: Row, note: Finding, text: str) -> Row:
        words = self._words
        waived = note.suppressed is not None
        better = "\n".join(note.suggestions) or (changes(note.fix, text, words) if note.fix else "")
        return msgspec.structs.replace(
            row,
            status=words.waived if waived else words.severity.get(note.severity, note.severity),
            code=note.code,
            rule=note.name,
            quote=text[note.start : note.end],
            message=one_line(note.message),
            why=one_line(note.why),
            basis=one_line(citations(note.basis, note.force, words)),
            better=better,
            reason=one_line(note.suppressed or words.no_reason) if waived else "",
        )
