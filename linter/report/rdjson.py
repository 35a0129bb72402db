"""reviewdog's diagnostic format (rdjson): one DiagnosticResult, with columns in UTF-8 bytes."""

from __future__ import annotations

import msgspec

from linter.model import Checked, Document, Finding, Item, NotChecked
from linter.report.base import Run, Summary, Write, active
from linter.report.encode import Encoder
from linter.report.notes import merged, offered, refusal, sentence
from linter.report.region import Region, utf8_region
from linter.report.uri import slashed
from linter.report.words import words

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Position(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A place: line and column, 1-based; the column counts UTF-8 bytes (reviewdog.proto, Position)."""

    line: int
    column: int | None = None


class Range(msgspec.Struct, frozen=True, omit_defaults=True):
    """A range whose end is exclusive; without columns it is whole lines (reviewdog.proto, Range)."""

    start: Position
    end: Position


class Location(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file, and a range in it."""

    path: str
    range: Range | None = None


class Code(msgspec.Struct, frozen=True):
    """The code of a rule."""

    value: str


class Suggestion(msgspec.Struct, frozen=True):
    """A text to put in place of a range."""

    range: Range
    text: str


class Diagnostic(msgspec.Struct, frozen=True, omit_defaults=True):
    """One note (reviewdog.proto, Diagnostic)."""

    message: str
    location: Location
    severity: str
    code: Code | None = None
    suggestions: tuple[Suggestion, ...] = ()


class RdJson:
    """Writes ``{"source": …, "diagnostics": […]}`` with one diagnostic a line."""

    def __init__(self, write: Write, *, lang: str = "id") -> None:
        self._write = write
        self._words = words(lang)
        self._text = Encoder().text
        self._any = False

    def begin(self, run: Run) -> None:
        self._write('{"source":{"name":"skplint"},"diagnostics":[')

    def document(self, doc: Document) -> None:
        pass

    def item(self, doc: Document, checked: Checked) -> None:
        item = checked.item
        for note in active(checked):
            where = _range(utf8_region(item, note.start, note.end))
            self._put(
                Diagnostic(
                    sentence(note, item, self._words),
                    Location(slashed(doc.path), where),
                    SEVERITIES[note.severity],
                    Code(note.code),
                    _suggestions(note, item),
                )
            )

    def not_checked(self, nc: NotChecked) -> None:
        location = Location(slashed(nc.path))
        self._put(Diagnostic(refusal(nc, self._words), location, "ERROR" if nc.fatal else "INFO"))

    def end(self, summary: Summary) -> None:
        self._write("\n]}\n" if self._any else "]}\n")

    def _put(self, diagnostic: Diagnostic) -> None:
        self._write((",\n" if self._any else "\n") + self._text(diagnostic))
        self._any = True


def _range(where: Region | None) -> Range | None:
    if where is None:
        return None
    return Range(Position(where.line, where.start), Position(where.end_line, where.end))


def _suggestions(note: Finding, item: Item) -> tuple[Suggestion, ...]:
    """Return the fix as one suggestion, since reviewdog offers several as alternatives."""
    fix = offered(note)
    if fix is None:
        return ()
    edit = merged(fix, item.text)
    where = _range(utf8_region(item, edit.start, edit.end))
    return (Suggestion(where, edit.text),) if where and where.start.column is not None else ()
