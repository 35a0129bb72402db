"""Reads JSON as plain data with places: the twin of the YAML reader, with the same bounds and the same tone."""

from __future__ import annotations

import json
import re

from linter.io.files import too_large
from linter.io.treebuild import TreeBuilder
from linter.io.yamlsafe import MAX_BYTES, MAX_DEPTH
from linter.io.yamlwords import UNCLOSED_QUOTE
from linter.model import Said, Tree

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![0-9A-Za-z_.+-])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRING = json.JSONDecoder()

_WANTED = {
    "value": Said(
        "di sini perlu sebuah nilai: teks di dalam kutip ganda, angka, [ atau {",
        "a value is needed here: text in double quotes, a number, [ or {",
    ),
    "item": Said("di sini perlu sebuah nilai atau ]", "a value or ] is needed here"),
    "key": Said("di sini perlu sebuah kunci di dalam kutip ganda", "a key in double quotes is needed here"),
    "first key": Said(
        "di sini perlu sebuah kunci di dalam kutip ganda atau }", "a key in double quotes or } is needed here"
    ),
    "colon": Said("di sini perlu titik dua (:)", "a colon (:) is needed here"),
    "after": Said("di sini perlu koma atau kurung penutup", "a comma or a closing bracket is needed here"),
    "end": Said("di sini seharusnya akhir berkas", "the file should end here"),
}


def load_json_tree(
    text: str, path: str, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH, text_scalars: bool = False
) -> Tree:
    """Return the JSON document of *text*; a blank text gives data None.

    Numbers, true, false and null are typed as by ``load_tree``, or with *text_scalars* kept as written except null.
    Raises UserError with *path*, line and column for bad syntax, keys given twice, and sizes beyond the bounds.
    """
    if len(text) > max_bytes or len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise too_large(max_bytes, path)
    builder = TreeBuilder(text, path, max_depth=max_depth, text_scalars=text_scalars)
    expect, closers, offset = "value", "", _skip(text, 0)
    if offset == len(text):
        return builder.tree()
    while offset < len(text):
        expect, closers, end = _step(text, offset, expect, closers, builder)
        offset = _skip(text, end)
    if expect != "end":
        message = Said("berkas JSON ini terpotong", "this JSON file ends too early")
        raise builder.error(message, len(text), _WANTED[expect])
    return builder.tree()


def _step(text: str, offset: int, expect: str, closers: str, builder: TreeBuilder) -> tuple[str, str, int]:
    """Take the token at *offset*; return what is expected next, the closing brackets still due, and the token's end."""
    char = text[offset]
    if char in "{[" and expect in ("value", "item"):
        closers += "}" if char == "{" else "]"
        (builder.open_map if char == "{" else builder.open_list)(offset)
        return ("first key" if char == "{" else "item"), closers, offset + 1
    if closers and char == closers[-1] and expect in ("after", "first key" if char == "}" else "item"):
        builder.close()
        closers = closers[:-1]
        return ("after" if closers else "end"), closers, offset + 1
    if char == "," and expect == "after":
        return ("key" if closers[-1] == "}" else "value"), closers, offset + 1
    if char == ":" and expect == "colon":
        return "value", closers, offset + 1
    if char == '"' and expect in ("value", "item", "key", "first key"):
        value, end = _string(text, offset, builder)
        builder.quoted(value, offset)
        return ("colon" if "key" in expect else "after" if closers else "end"), closers, end
    word = _WORD.match(text, offset) if expect in ("value", "item") else None
    if word is None:
        message = Said("penulisan JSON di sini tidak dapat dibaca", "the JSON cannot be read from here on")
        raise builder.error(message, offset, _WANTED[expect])
    builder.plain(word[0], offset)
    return ("after" if closers else "end"), closers, word.end()


def _skip(text: str, offset: int) -> int:
    space = _SPACE.match(text, offset)
    return space.end() if space else offset


def _string(text: str, offset: int, builder: TreeBuilder) -> tuple[str, int]:
    """Return the text in quotes at *offset* and the offset after it."""
    try:
        value, end = _STRING.raw_decode(text, offset)
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated"):
            raise builder.error(UNCLOSED_QUOTE, offset) from None
        message = Said(
            "teks di dalam tanda kutip memuat karakter atau tanda \\ yang tidak sah",
            "the text in quotes holds a character or a \\ that is not allowed there",
        )
        raise builder.error(message, min(error.pos, len(text))) from None
    if _SURROGATE.search(value):
        message = Said(
            "teks memuat setengah pasangan karakter (\\uD800–\\uDFFF)",
            "the text holds half a pair of characters (\\uD800–\\uDFFF)",
        )
        raise builder.error(message, offset)
    return str(value), end
