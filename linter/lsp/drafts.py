"""The drafts that lie open in the editor: their texts, and what the newest version of each shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pygls import uris
from pygls.workspace import PositionCodec

from linter.app.desk import Checkup, Desk
from linter.documents.walk import DRAFT, MARKDOWN, TABLE, TEXT, suffix_of
from linter.lsp.shelf import Checker, Shelf
from linter.lsp.text import Text
from linter.model import Checked, Finding
from linter.report.base import active

DRAFTS = TEXT | TABLE | DRAFT | {MARKDOWN}
"""Endings of the files that are checked while they are edited."""
_BY_LANGUAGE = {"skp": ".skp", "plaintext": ".txt", "markdown": ".md", "yaml": ".yaml", "json": ".json"}
"""Ending by the language of a document that has no name yet."""


def path_of(uri: str, language: str) -> str:
    """Return the path of the file *uri*; of one that is not saved, a name by its *language*."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if path is None:
        tail = uri.rpartition("/")[2].rpartition(":")[2] or "tanpa-nama"
        path = tail if suffix_of(tail) in DRAFTS else f"{tail}{_BY_LANGUAGE.get(language, '')}"
    return str(Path(path))


class Draft:
    """One document: its newest text, and its checkup, made when it is asked for and kept until the text changes."""

    def __init__(self, uri: str, language: str, source: str, version: int | None, codec: PositionCodec) -> None:
        self.uri = uri
        self.path = path_of(uri, language)
        self.version = version
        self.text = Text(source, codec)
        self._codec = codec
        self._checker: Checker | None = None
        self._desk: Desk | None = None
        self._checkup: Checkup | None = None

    @property
    def is_checked(self) -> bool:
        """Whether its kind of file is checked at all."""
        return suffix_of(self.path) in DRAFTS

    def change(self, source: str, version: int | None) -> None:
        """Take the text of another version."""
        if source != self.text.source:
            self.text, self._checkup = Text(source, self._codec), None
        self.version = version

    def forget(self) -> None:
        """Drop who checks it and what was found, because its configuration or the rules changed."""
        self._checker = self._desk = self._checkup = None

    def checker(self, shelf: Shelf) -> Checker:
        """Return who checks it."""
        if self._checker is None:
            self._checker = shelf.checker(self.path)
        return self._checker

    def checkup(self, shelf: Shelf) -> Checkup:
        """Return what its newest version shows."""
        if self._checkup is None:
            if self._desk is None:
                by_path = self.checker(shelf).by_path
                self._desk = Desk(by_path.analyser(self.path), self.path, by_path.text_options)
            self._checkup = self._desk.check(self.text.source)
        return self._checkup

    def notes(self, shelf: Shelf) -> Iterator[tuple[Checked, Finding, int, int]]:
        """Yield every note that no silence covers, and where it stands in the text (code points)."""
        for checked in self.checkup(shelf).checked:
            for finding in active(checked):
                yield checked, finding, *self.text.place(checked.item, finding.start, finding.end)

    def at(self, shelf: Shelf, offset: int) -> Iterator[tuple[Checked, int, int]]:
        """Yield the items that stand at *offset*, and where."""
        for checked in self.checkup(shelf).checked:
            if checked.item.part in ("dokumen", "baris"):
                continue
            start, end = self.text.place(checked.item, 0, len(checked.item.text))
            if start <= offset <= end:
                yield checked, start, end
