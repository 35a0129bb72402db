"""A draft under edit: read anew at each change, and of its texts only those that changed are judged again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linter.app.analyser import Analyser
from linter.documents.read import OptionsAt, read_data, reason
from linter.engine import Around, Facts
from linter.model import Checked, Document, Finding, Header, Item, NotChecked, UserError

_KEPT = 1_000
"""Versions after which the half-typed words that were read with them are forgotten, so that memory does not grow."""


class Checkup(msgspec.Struct, frozen=True):
    """What a version of a draft showed: its items in their order, and what could not be read."""

    header: Header
    checked: tuple[Checked, ...]
    unread: tuple[NotChecked, ...] = ()


class Desk:
    """One draft that lies open; what was judged at its last version is remembered, and no more than that."""

    def __init__(self, analyser: Analyser, name: str, options: OptionsAt) -> None:
        """*name* is the name of the file, *options* say what the lines of a text are."""
        self._analyser = analyser
        self._name = name
        self._options = options
        self._memory = _Memory(analyser)
        self._versions = 0

    def check(self, text: str) -> Checkup:
        """Return what *text*, the draft as it is now, shows: the same as a check of a folder with the file that holds it."""
        header, checked, unread = Header(), list[Checked](), list[NotChecked]()
        self._memory.turn_page()
        self._versions += 1
        if self._versions % _KEPT == 0:
            self._analyser.forget()
        data = text.encode("utf-8", "replace")
        for n, found in enumerate(read_data(data, self._name, options=self._options, explicit=False)):
            if isinstance(found, NotChecked):
                unread.append(found)
                continue
            header = found.header if n == 0 else header
            try:
                self._read(found, checked)
            except UserError as error:
                unread.append(NotChecked(found.path, reason(error), line=error.line, column=error.column))
        return Checkup(header, tuple(checked), tuple(unread))

    def _read(self, document: Document, checked: list[Checked]) -> None:
        """Add every item of *document*, checked, to *checked*; raises UserError."""
        self._analyser.refuse_regime(document.header.regime)
        sitting = self._analyser.sitting(document.header, self._memory)
        for item in document.items:
            checked += sitting.check(item)
        checked += sitting.close()


class _Judged(msgspec.Struct, frozen=True):
    """What was judged, all that the judgement depends on but the header, and the judgement."""

    item: Item
    around: Around
    noted: Sequence[Finding]
    checked: Checked
    facts: Facts | None = None


class _Memory:
    """An examiner that asks the analyser only for what it was not asked for at this version or the one before."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._header = Header()
        self._before: dict[tuple[str, str], list[_Judged]] = {}
        self._now: dict[tuple[str, str], list[_Judged]] = {}

    def turn_page(self) -> None:
        """Begin another version."""
        self._before, self._now = self._now, {}

    def examine(self, item: Item, header: Header, *, around: Around) -> tuple[Checked, Facts]:
        """Return what the analyser says of *item* among what stands *around* it."""
        key = (item.part, item.text)
        known = self._known(key, item, header, around, ())
        if known is None or known.facts is None:
            checked, facts = self._analyser.examine(item, header, around=around)
            self._now.setdefault(key, []).append(_Judged(item, around, (), checked, facts))
            return checked, facts
        return known.checked, known.facts

    def examine_row(self, item: Item, header: Header, around: Around, noted: Sequence[Finding]) -> Checked:
        """Return what the analyser says of the row of *item*."""
        key = ("baris", item.text)
        known = self._known(key, item, header, around, noted)
        if known is None:
            checked = self._analyser.examine_row(item, header, around, noted)
            known = _Judged(item, around, tuple(noted), checked)
            self._now.setdefault(key, []).append(known)
        return known.checked

    def _known(
        self, key: tuple[str, str], item: Item, header: Header, around: Around, noted: Sequence[Finding]
    ) -> _Judged | None:
        """Return the judgement of this version or the one before that depends on the same, as one of *item* where it stands
        now; it is kept for the next version.
        """
        if header is not self._header:
            if header != self._header:
                self._before, self._now = {}, {}
            self._header = header
        for page in (self._before, self._now):
            for known in page.get(key, ()):
                if known.around == around and tuple(noted) == known.noted and _alike(item, known.item):
                    known = _moved(known, item)
                    self._now.setdefault(key, []).append(known)
                    return known
        return None


def _alike(item: Item, other: Item) -> bool:
    """Tell whether the analyser says the same of both: all is the same but where they stand and what they are called."""
    return item == other or item.is_like(msgspec.structs.replace(other, id=item.id, row=item.row, parent=item.parent))


def _moved(known: _Judged, item: Item) -> _Judged:
    """Return a judgement of a text that is judged like *item* as the one of *item*."""
    if known.item == item:
        return known
    its = msgspec.structs.replace(item, part=known.checked.item.part)
    return msgspec.structs.replace(known, item=item, checked=msgspec.structs.replace(known.checked, item=its))
