"""A file that is mended in place: its bytes with the items read from them, and the same with other texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from linter.documents.origins import Change, patched
from linter.documents.read import OptionsAt, read_data, reason
from linter.io.decode import encode
from linter.io.files import text_of
from linter.model import Document, Header, Item, NotChecked, UserError

Reader = Callable[[bytes], "Source | NotChecked"]


_REPEATS = 60
"""Cells below one another that repeat a text; each reading brings out the next of them."""


class Source(msgspec.Struct, frozen=True):
    """The bytes of a file, their text and codec, and the header and items that are read from them."""

    data: bytes
    text: str
    codec: str
    header: Header
    items: tuple[Item, ...]


def read_source(
    data: bytes, name: str | None, options: OptionsAt, refuse: Callable[[str | None], None]
) -> Source | NotChecked:
    """Return the source that *data* is under the file *name* (None: a text), or why it is none.

    *refuse* raises UserError for a regime that is not known.
    """
    header, path, items = Header(), name or "-", list[Item]()
    try:
        for n, found in enumerate(read_data(data, name, options=options)):
            path = found.path
            if isinstance(found, Document):
                refuse(found.header.regime)
                header = found.header if n == 0 else header
                items += found.items
            elif found.fatal:
                return found
        text = text_of(data, path)
        return Source(data, text.read(), text.encoding, header, tuple(items))
    except UserError as error:
        return NotChecked(path, reason(error))


def with_texts(source: Source, texts: Mapping[int, str], read: Reader) -> Source | None:
    """Return *source* with other *texts* for some of its items (by index), as *read* reads its new bytes.

    Cells that repeat the text of a mended cell above are mended with it, since the reader takes them for the same.
    None where what is read is not exactly what was to be written: a separator, a quote or a key in the wrong place.
    """
    expected = [msgspec.structs.replace(item, text=texts.get(n, item.text)) for n, item in enumerate(source.items)]
    changes = [(item.origin, item.text, texts[n]) for n, item in enumerate(source.items) if n in texts and item.origin]
    after = _changed(source, changes, read)
    for _ in range(_REPEATS):
        if after is None or not (repeats := _repeats(source, texts, after)):
            break
        after = _changed(after, repeats, read)
    if after is None or len(after.items) != len(expected) or _heading(after.header) != _heading(source.header):
        return None
    same = all(_kept(a) == _kept(b) for a, b in zip(after.items, expected, strict=True))
    return after if same else None


def _changed(source: Source, changes: list[Change], read: Reader) -> Source | None:
    data = encode(patched(source.text, changes), source.codec, source.data)
    found = read(data) if data is not None else None
    return found if isinstance(found, Source) else None


def _repeats(source: Source, texts: Mapping[int, str], after: Source) -> list[Change]:
    """Return the changes of items that are new in *after*, because they have the old text of a mended cell above."""
    changes: list[Change] = []
    mended: dict[str, tuple[str, str, object]] = {}
    n = 0
    for item in after.items:
        before = source.items[n] if n < len(source.items) else None
        if before is not None and (item.part, item.text) == (before.part, texts.get(n, before.text)):
            if n in texts:
                mended[item.part] = (before.text, texts[n], item.at.get("column"))
            n += 1
            continue
        old, new, column = mended.get(item.part, ("", "", None))
        if item.origin is not None and item.origin.exact and (old, column) == (item.text, item.at.get("column")):
            changes.append((item.origin, old, new))
    return changes


def _kept(item: Item) -> tuple[object, ...]:
    """Return what an edit of any text may not change in an item."""
    silences = tuple((silence.codes, silence.reason) for silence in item.silences)
    return item.part, item.text, item.id, item.parent, item.section, item.row, item.asal, item.regime, silences


def _heading(header: Header) -> Header:
    return msgspec.structs.replace(header, duties=())
