"""Reads plain text: one physical line is one item, whole and unstripped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from linter.documents.blanks import is_blank, part_of
from linter.io.files import TextSource
from linter.io.lines import number_lines
from linter.model import Document, Item, Origin, Silence, comment_silence


class TextOptions(msgspec.Struct, frozen=True):
    """What the lines of a text are: their part, and the aspect and target that hold for all of them."""

    part: str = "rencana_kinerja"
    aspek: str | None = None
    target: str | None = None


def read_text(source: TextSource, options: TextOptions) -> Document:
    """Return the document of a text; reading its items raises UserError where the file fails meanwhile."""
    return Document(path=source.path, format="text", items=_items(source, options))


def _items(source: TextSource, options: TextOptions) -> Iterator[Item]:
    with source.open() as stream:
        yield from text_items(number_lines(stream, source.path), options)


def text_items(lines: Iterable[tuple[int, str]], options: TextOptions) -> Iterator[Item]:
    """Yield an item for each line (number, characters) that is neither blank nor a comment.

    A comment is ``#`` and a space at the start of a line, or ``#`` alone. ``# skplint: abaikan C001, S001 -- alasan``
    silences the next item; one that no item follows comes as an item of the part "baris" that holds nothing else. A line
    that is like it and not written so is an unread silence and no item.
    """
    silences: tuple[Silence, ...] = ()
    for number, line in lines:
        if is_blank(line):
            continue
        at, origin = {"line": number, "column": 1}, Origin(number, 1)
        silence = comment_silence(line, at, origin)
        if silence:
            silences = (*silences, silence)
        if silence or line.startswith("# ") or line.rstrip() == "#":
            continue
        yield Item(
            text=line,
            part=part_of(line, options.part),
            at=at,
            id=f"b{number}",
            aspek=options.aspek,
            target=options.target,
            silences=silences,
            origin=origin,
        )
        silences = ()
    for left in silences:
        yield Item(text=left.text, part="baris", at=left.at, silences=(left,), origin=left.origin)
