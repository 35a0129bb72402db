"""A file in hand: bytes that were given with a name are checked as a file is, and nothing is read or written beside them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linter.app.analyser import Analyser
from linter.app.by_path import ByPath
from linter.app.checking import Checking
from linter.config import NO_CONFIG
from linter.documents.read import read_data
from linter.model import Checked, Document, Item, NotChecked, Reviewed, Said, UserError
from linter.report.base import Run, Summary

MOST = 10_000
"""Texts of one file that are checked; an office has some thousand in a year."""
MOST_CHARACTERS = 1_000_000
"""Characters of all texts of one file; what takes longest to read has a word in each."""


class InHand(msgspec.Struct, frozen=True):
    """What was found out about a file: its documents, the totals over all of them, and what was not checked."""

    documents: tuple[Reviewed, ...]
    summary: Summary
    not_checked: tuple[NotChecked, ...]


class TooMany(UserError):
    """A file has more texts than are checked at once."""


def check_data(data: bytes, name: str, analyser: Analyser, most: int = MOST) -> InHand:
    """Return what is found out about *data*, a file with this *name*; its ending alone says how it is read.

    Raises TooMany for a file with more than *most* texts or than MOST_CHARACTERS, before any of them is checked.
    """
    by_path, kept, room = ByPath(analyser, NO_CONFIG, {}), _Kept(), _Room(most)
    inputs = read_data(data, name, options=by_path.text_options)
    read = [room.taken(found) if isinstance(found, Document) else found for found in inputs]
    checking = Checking([name], by_path, [kept], None)
    for found in read:
        checking.take(found)
    checking.close()
    return InHand(tuple(kept.documents), checking.tally.summary(), tuple(kept.unchecked))


class _Room:
    """What may still be read of a file: texts, and characters in them."""

    def __init__(self, texts: int) -> None:
        self._texts = texts
        self._characters = MOST_CHARACTERS

    def taken(self, document: Document) -> Document:
        """Return *document* with its items read; what ends the reading too early still ends it there. Raises TooMany."""
        items, fault = list[Item](), None
        try:
            for item in document.items:
                self._take(item, document.path)
                items.append(item)
        except TooMany:
            raise
        except UserError as error:
            fault = error
        return msgspec.structs.replace(document, items=_again(items, fault))

    def _take(self, item: Item, path: str) -> None:
        self._texts -= 1
        self._characters -= len(item.text) + len(item.target or "")
        if self._texts < 0 or self._characters < 0:
            raise TooMany(_TOO_MANY if self._texts < 0 else _TOO_LONG, path=path, hint=_ELSEWHERE)


def _again(items: list[Item], fault: UserError | None) -> Iterator[Item]:
    yield from items
    if fault is not None:
        raise fault


class _Kept:
    """A reporter that keeps whole documents and what was not checked."""

    def __init__(self) -> None:
        self.documents: list[Reviewed] = []
        self.unchecked: list[NotChecked] = []

    def begin(self, run: Run) -> None: ...

    def document(self, doc: Document) -> None: ...

    def item(self, doc: Document, checked: Checked) -> None: ...

    def not_checked(self, nc: NotChecked) -> None:
        self.unchecked.append(nc)

    def end(self, summary: Summary) -> None: ...

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        self.documents += documents


_TOO_MANY = Said(
    f"berkas ini memuat lebih dari {MOST // 1_000} ribu teks", f"this file has over {MOST // 1_000} thousand texts"
)
_TOO_LONG = Said(
    f"teks berkas ini lebih dari {MOST_CHARACTERS // 1_000_000} juta karakter",
    f"the texts of this file have over {MOST_CHARACTERS // 1_000_000} million characters",
)
_ELSEWHERE = Said("periksa dengan: skplint check BERKAS", "check it with: skplint check FILE")
