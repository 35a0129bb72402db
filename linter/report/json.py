"""JSON: the whole run as one document, written as it comes."""

from __future__ import annotations

from linter.model import Checked, Document, NotChecked, Reviewed
from linter.report import wire, wire_report
from linter.report.base import Run, Summary, Write
from linter.report.encode import Encoder


class Json:
    """Writes ``{"version", "run", "items", "not_checked", "documents", "summary"}`` with one item a line."""

    def __init__(self, write: Write, *, index: bool = False) -> None:
        self._write = write
        self._index = index
        self._text = Encoder().text
        self._run: Run | None = None
        self._items = 0
        self._not_checked: list[str] = []
        self._documents: list[str] = []

    def begin(self, run: Run) -> None:
        self._run = run
        self._write(f'{{"version":1,"run":{self._text(run)},"items":[')

    def document(self, doc: Document) -> None:
        pass

    def item(self, doc: Document, checked: Checked) -> None:
        assert self._run is not None, "begin() comes first"
        self._write((",\n" if self._items else "\n") + self._text(wire.item(self._run, doc.path, checked)))
        self._items += 1

    def not_checked(self, nc: NotChecked) -> None:
        assert self._run is not None, "begin() comes first"
        self._not_checked.append(self._text(wire.not_checked(self._run, nc)))

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        self._documents += (self._text(wire_report.document(found, index=self._index)) for found in documents)

    def end(self, summary: Summary) -> None:
        not_checked, documents = ",".join(self._not_checked), ",\n".join(self._documents)
        told = f'"not_checked":[{not_checked}],"documents":[{documents}],"summary":{self._text(summary)}'
        self._write(f"],{told}}}\n")
