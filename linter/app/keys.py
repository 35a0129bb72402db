"""Keys that stand for the content of a text, wherever it is found: for baselines and for machine formats."""

from __future__ import annotations

from hashlib import blake2b

from linter.language.clean import marker_length
from linter.model import Item


def content_key(item: Item) -> str:
    """Return 16 hex digits for what *item* says: its part, its words, and the aspect and target beside it.

    Numbering, case, space and the full stop at the end do not count, nor do path, place and row: a statement keeps its
    key when the file is reordered or laid out anew. The text cannot be had back from it.
    """
    text = _plain(item.text[marker_length(item.text) :])
    aspect, target = (_plain(beside) if beside else "" for beside in (item.aspek, item.target))
    told = f"{item.part}\0{text}\0{aspect}\0{target}"
    return blake2b(told.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .;,")
