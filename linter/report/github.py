"""GitHub Actions: one workflow command a note, which GitHub shows as an annotation on the line."""

from __future__ import annotations

from linter.io.writable import whole
from linter.model import Checked, Document, NotChecked
from linter.report.base import Run, Summary, Write, active
from linter.report.harmless import harmless
from linter.report.notes import refusal, sentence
from linter.report.region import Region, region
from linter.report.uri import slashed
from linter.report.words import words

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class GitHub:
    """Writes ``::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message``.

    Columns are code points and the end is exclusive, as other linters have them: GitHub documents neither. The runner
    refuses columns that span lines. Escapes: @actions/core, command.ts.
    """

    def __init__(self, write: Write, *, lang: str = "id") -> None:
        self._write = write
        self._words = words(lang)

    def begin(self, run: Run) -> None:
        pass

    def document(self, doc: Document) -> None:
        pass

    def item(self, doc: Document, checked: Checked) -> None:
        item = checked.item
        for note in active(checked):
            where = region(item, note.start, note.end)
            title = f"skplint {note.code} {note.name}"
            self._command(LEVELS[note.severity], doc.path, where, title, sentence(note, item, self._words))

    def not_checked(self, nc: NotChecked) -> None:
        self._command("error" if nc.fatal else "notice", nc.path, None, "skplint", refusal(nc, self._words))

    def end(self, summary: Summary) -> None:
        pass

    def _command(self, level: str, path: str, where: Region | None, title: str, message: str) -> None:
        properties = {"file": slashed(path)}
        if where is not None:
            properties["line"] = str(where.line)
            if where.start is not None and where.last is None:
                properties["col"] = str(where.start)
            properties["endLine"] = str(where.end_line)
            if where.end is not None and where.last is None:
                properties["endColumn"] = str(where.end)
        properties["title"] = harmless(title)
        given = ",".join(f"{key}={value.translate(_IN_PROPERTIES)}" for key, value in properties.items())
        self._write(whole(f"::{level} {given}::{harmless(message).translate(_IN_DATA)}\n"))
