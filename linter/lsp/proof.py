"""Proof that an edit leaves a draft readable: it is made in a copy, which is read again, and only the text meant is another."""

from __future__ import annotations

from functools import cached_property

from lsprotocol import types as lsp

from linter.app.source import Source, read_source, with_texts
from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.model import Item, NotChecked


class Proof:
    """Tries edits of one version of a draft."""

    def __init__(self, draft: Draft, shelf: Shelf) -> None:
        self._draft = draft
        checker = draft.checker(shelf)
        self._by_path, self.lang = checker.by_path, checker.lang

    def holds(self, item: Item, text: str) -> bool:
        """Tell whether *text* in the place of that of *item* is read as it was meant, and all else as before."""
        source = self._source
        n = _index(source, item) if source is not None else None
        return source is not None and n is not None and with_texts(source, {n: text}, self._read) is not None

    def silences(self, item: Item, edit: lsp.TextEdit) -> bool:
        """Tell whether the line that *edit* adds is read as a silence of *item*, and changes nothing else."""
        source, text = self._source, self._draft.text
        at = text.offset(edit.range.start)
        after = self._read((text.source[:at] + edit.new_text + text.source[at:]).encode("utf-8", "replace"))
        n = _index(source, item) if source is not None else None
        if source is None or n is None or isinstance(after, NotChecked) or len(after.items) != len(source.items):
            return False
        same = all(a.text == b.text and a.part == b.part for a, b in zip(after.items, source.items, strict=True))
        return same and bool(after.items[n].silences)

    @cached_property
    def _source(self) -> Source | None:
        """The draft as it stands; None where it cannot be read, or has characters that no file can hold."""
        try:
            found = self._read(self._draft.text.source.encode())
        except UnicodeEncodeError:
            return None
        return found if isinstance(found, Source) else None

    def _read(self, data: bytes) -> Source | NotChecked:
        analyser = self._by_path.analyser(self._draft.path)
        return read_source(data, self._draft.path, self._by_path.text_options, analyser.refuse_regime)


def _index(source: Source, item: Item) -> int | None:
    """Return the index of *item* in what was read of a source; None where it is not one of it."""
    return next((n for n, one in enumerate(source.items) if one.text == item.text and one.origin == item.origin), None)
