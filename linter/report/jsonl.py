"""JSON Lines: one compact line an item, in the wire format; the contract that other programs read."""

from __future__ import annotations

from linter.model import Checked, Document, NotChecked
from linter.report import wire
from linter.report.base import Run, Summary, Write
from linter.report.encode import Encoder


class JsonLines:
    """Writes one line an item, and one for each input that was not checked."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._text = Encoder().text
        self._run: Run | None = None

    def begin(self, run: Run) -> None:
        self._run = run

    def document(self, doc: Document) -> None:
        pass

    def item(self, doc: Document, checked: Checked) -> None:
        assert self._run is not None, "begin() comes first"
        self._write(self._text(wire.item(self._run, doc.path, checked)) + "\n")

    def not_checked(self, nc: NotChecked) -> None:
        assert self._run is not None, "begin() comes first"
        self._write(self._text(wire.not_checked(self._run, nc)) + "\n")

    def end(self, summary: Summary) -> None:
        pass
