"""Texts in step: a block of them is read, then judged, then handed on, so that the processor has each stage at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linter.app.reading import Reader
from linter.model import Checked, Item, UserError

BLOCK = 256
"""Texts that go through one stage together."""
_LONGEST = 200_000
"""Code points that a block ends behind, so that memory is bounded however long its texts are."""


def in_step(items: Iterable[Item], reader: Reader, judge: Callable[[Item], Iterable[Checked]]) -> Iterator[Checked]:
    """Yield what *judge* says of each of *items*, in their order.

    Where the next item cannot be had or judged, what was said before it is yielded first, and then the UserError raised.
    """
    for block in _blocks(items):
        reader.ahead(text for item in block for text in (item.text, item.rk) if text)
        found: list[Checked] = []
        try:
            for item in block:
                found.extend(judge(item))
        except UserError:
            yield from found
            raise
        yield from found


def _blocks(items: Iterable[Item]) -> Iterator[list[Item]]:
    block: list[Item] = []
    length = 0
    try:
        for item in items:
            block.append(item)
            length += len(item.text)
            if len(block) == BLOCK or length >= _LONGEST:
                yield block
                block, length = [], 0
    except UserError:
        yield block
        raise
    yield block
