"""The stream of what a file holds, parted into documents whose items are read while they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import msgspec

from linter.model import Document, Header, Item, NotChecked, People, UserError


class Begin(msgspec.Struct, frozen=True):
    """A new document begins."""

    header: Header
    people: People = People()


Event = Begin | Item | NotChecked


def documents_of(events: Iterator[Event], path: str, format_: str) -> Iterator[Document | NotChecked]:
    """Yield the documents that *events* tell of, and what was passed over.

    The items stream in while they are read; those of a document that is left unread are kept when the next one is asked
    for.
    """
    event = next(events, None)
    while event is not None:
        if isinstance(event, NotChecked):
            yield event
            event = next(events, None)
        elif isinstance(event, Begin):
            items = _Items(events)
            yield Document(path=path, format=format_, items=items, header=event.header, people=event.people)
            items.keep()
            yield from items.passed
            event = items.next_event


class _Items(Iterator[Item]):
    """The items of one document out of the *events* of a file; then what comes behind them."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._kept: deque[Item | UserError] = deque()
        self._ended = False
        self.passed: list[NotChecked] = []
        """What was passed over among them."""
        self.next_event: Event | None = None

    def __next__(self) -> Item:
        found = self._kept.popleft() if self._kept else self._read()
        if isinstance(found, UserError):
            raise found
        if found is None:
            raise StopIteration
        return found

    def keep(self) -> None:
        """Read what is left and keep it; an error is kept too, and raised when its turn comes."""
        try:
            while (found := self._read()) is not None:
                self._kept.append(found)
        except UserError as error:
            self._kept.append(error)

    def _read(self) -> Item | None:
        while not self._ended:
            event = next(self._events, None)
            if isinstance(event, Item):
                return event
            if isinstance(event, NotChecked):
                self.passed.append(event)
            else:
                self._ended, self.next_event = True, event
        return None
