"""GitLab Code Quality: one JSON array of issues, each with a fingerprint that no other has."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

import msgspec

from linter.model import Checked, Document, NotChecked
from linter.report.base import Run, Summary, Write, active
from linter.report.encode import Encoder
from linter.report.notes import refusal, sentence
from linter.report.region import Region, region
from linter.report.uri import slashed
from linter.report.words import words

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
NOT_CHECKED, SKIPPED = "tidak-diperiksa", "dilewati"


class Position(msgspec.Struct, frozen=True, gc=False):
    """A place: line and column, 1-based, in code points."""

    line: int
    column: int


class Positions(msgspec.Struct, frozen=True):
    """A span; the end is exclusive, as ruff has it."""

    begin: Position
    end: Position


class Lines(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The first line, and the last where it is another, where nothing finer is known."""

    begin: int
    end: int | None = None


class Location(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file with either lines or positions."""

    path: str
    lines: Lines | None = None
    positions: Positions | None = None


class Issue(msgspec.Struct, frozen=True):
    """One issue; the keys are those of the GitLab manual, "Code Quality report format"."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


class GitLab:
    """Writes ``[…]`` with one issue a line. An input that was not checked is an issue on its first line."""

    def __init__(self, write: Write, *, lang: str = "id") -> None:
        self._write = write
        self._words = words(lang)
        self._text = Encoder().text
        self._any = False
        self._readings: Counter[str] = Counter()
        self._seen: Counter[bytes] = Counter()

    def begin(self, run: Run) -> None:
        self._write("[")

    def document(self, doc: Document) -> None:
        self._readings[doc.path] += 1
        self._seen.clear()

    def item(self, doc: Document, checked: Checked) -> None:
        item = checked.item
        for note in active(checked):
            where = region(item, note.start, note.end)
            said = sentence(note, item, self._words)
            print_ = self._fingerprint(doc.path, note.code, checked.key)
            self._issue(f"{note.code}: {said}", note.code, print_, SEVERITIES[note.severity], doc.path, where)

    def not_checked(self, nc: NotChecked) -> None:
        name, severity = (NOT_CHECKED, "critical") if nc.fatal else (SKIPPED, "info")
        self._readings[nc.path] += 1
        self._seen.clear()
        print_ = self._fingerprint(nc.path, name, "")
        self._issue(refusal(nc, self._words), name, print_, severity, nc.path, None)

    def end(self, summary: Summary) -> None:
        self._write("\n]\n" if self._any else "]\n")

    def _issue(self, said: str, name: str, fingerprint: str, severity: str, path: str, where: Region | None) -> None:
        if where is not None and where.start is not None and where.end is not None:
            begin, end = Position(where.line, where.start), Position(where.end_line, where.end)
            location = Location(slashed(path), positions=Positions(begin, end))
        else:  # GitLab drops an issue without a line
            location = Location(slashed(path), lines=Lines(where.line, where.last) if where else Lines(1))
        self._write((",\n" if self._any else "\n") + self._text(Issue(said, name, fingerprint, severity, location)))
        self._any = True

    def _fingerprint(self, path: str, code: str, key: str) -> str:
        """Return 32 hex digits: of the file, its reading in this run, rule and content, and their number in the file.

        Lines do not count, so that a note stays the same when text is put above it.
        """
        told = "\0".join((slashed(path), str(self._readings[path]), code, key)).encode("utf-8", "replace")
        about = blake2b(told, digest_size=12).digest()
        self._seen[about] += 1
        return blake2b(about + str(self._seen[about]).encode(), digest_size=16).hexdigest()
