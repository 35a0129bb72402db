"""One line a note, in the style of compilers, for editors, pipes and pre-commit."""

from __future__ import annotations

import msgspec

from linter.model import Checked, Document, NotChecked
from linter.report.base import Run, Summary, Write, active
from linter.report.harmless import harmless
from linter.report.place import compiled
from linter.report.words import words


class Ringkas:
    """Writes ``path:line:column: error C001 verba-aktivitas: message`` and a last line with the totals."""

    def __init__(self, write: Write, *, lang: str = "id") -> None:
        self._write = write
        self._lang = lang
        self._words = words(lang)
        self._empty: str | None = None

    def begin(self, run: Run) -> None:
        pass

    def document(self, doc: Document) -> None:
        self._close()
        self._empty = doc.path

    def item(self, doc: Document, checked: Checked) -> None:
        self._empty = None
        for note in active(checked):
            place = ":".join(filter(None, (doc.path, compiled(checked.item, note.start))))
            message = " ".join(note.message.split())
            self._line(f"{place}: {note.severity} {note.code} {note.name}: {message}")

    def not_checked(self, nc: NotChecked) -> None:
        template = self._words.line_not_checked if nc.fatal else self._words.line_skipped
        self._line(f"{nc.path}: {template.format(reason=' '.join(nc.reason.said(self._lang).split()))}")

    def end(self, summary: Summary) -> None:
        self._close()
        self._line(self._words.line_summary.format(**msgspec.structs.asdict(summary)))

    def _close(self) -> None:
        if self._empty is not None:
            self._line(f"{self._empty}: {self._words.nothing_in}")
            self._empty = None

    def _line(self, text: str) -> None:
        self._write(harmless(text) + "\n")
