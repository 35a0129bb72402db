"""Reads YAML as plain data with places, bounded and with every fault told in one line.

Built from the event stream: nothing is constructed from tags, aliases cannot multiply, and nothing recurses.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from linter.io.files import too_large
from linter.io.lines import LINE_END
from linter.io.treebuild import TreeBuilder
from linter.io.yamlwords import ALIAS, ANCHOR, TAG, explain
from linter.model import Said, Tree, UserError

MAX_BYTES = 1 << 20
MAX_DEPTH = 40

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What parses YAML: libyaml, where it was built in."""
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS_OF_YAML_1_1 = "\x85\u2028\u2029"
_SEVERAL = Said(
    "berkas ini memuat beberapa dokumen YAML yang dipisah '---'",
    "this file holds several YAML documents, parted by '---'",
)
_SAVE_APART = Said("simpan masing-masing dalam berkas sendiri", "save each in a file of its own")


def load_tree(
    text: str, path: str, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH, text_scalars: bool = False
) -> Tree:
    """Return the one YAML document of *text*; an empty text gives data None.

    Keys are always text. Unquoted scalars are typed as in YAML 1.2 (only true, false, null, int and float), or with
    *text_scalars* all stay text as written except null. Raises UserError with *path*, line and column for bad syntax,
    keys given twice, aliases, anchors, tags, merge keys, several documents, and sizes beyond the bounds (UTF-8 bytes;
    levels of nesting).
    """
    builder = TreeBuilder(text, path, max_depth=max_depth, text_scalars=text_scalars)
    bad = _UNPRINTABLE.search(text)
    if bad:
        message = Said(
            f"karakter kendali U+{ord(bad[0]):04X} tidak boleh ada di sini",
            f"the control character U+{ord(bad[0]):04X} is not allowed here",
        )
        raise builder.error(message, bad.start(), Said("hapus karakter itu", "delete that character"))
    if len(text) > max_bytes or len(text.encode()) > max_bytes:
        raise too_large(max_bytes, path)
    hidden, restore = _hide_breaks(text)
    documents = 0
    try:
        for event in yaml.parse(hidden, Loader=LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise builder.error(_SEVERAL, _at(event), _SAVE_APART)
            else:
                _take(event, builder, restore)
    except yaml.MarkedYAMLError as error:
        raise _told(error, text, builder) from None
    except yaml.YAMLError:
        message = Said("berkas ini bukan YAML yang dapat dibaca", "this file is no YAML that can be read")
        raise UserError(message, path=path) from None
    return builder.tree()


def _take(event: yaml.Event, builder: TreeBuilder, restore: dict[int, str]) -> None:
    """Hand one event to the builder; raise UserError for what is not plain data."""
    offset = _at(event)
    if isinstance(event, yaml.AliasEvent):
        raise builder.error(ALIAS.message, offset, ALIAS.hint)
    if isinstance(event, yaml.NodeEvent):
        if event.anchor is not None:
            raise builder.error(ANCHOR.message, offset, ANCHOR.hint)
        if getattr(event, "tag", None) is not None:
            raise builder.error(TAG.message, offset, TAG.hint)
    if isinstance(event, yaml.ScalarEvent):
        value = event.value.translate(restore) if restore else event.value
        if event.style in (None, ""):
            builder.plain(value, offset)
        else:
            builder.quoted(value, offset)
    elif isinstance(event, yaml.MappingStartEvent):
        builder.open_map(offset)
    elif isinstance(event, yaml.SequenceStartEvent):
        builder.open_list(offset)
    elif isinstance(event, yaml.CollectionEndEvent):
        builder.close()


def _at(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.index if mark is not None else 0


def _hide_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Replace the characters that end a line in YAML 1.1 alone by unused private ones; return the way back too."""
    present = [char for char in _BREAKS_OF_YAML_1_1 if char in text]
    if not present:
        return text, {}
    free = (code for code in range(0xF0000, 0xFFFFE) if chr(code) not in text)
    there = {ord(char): chr(next(free)) for char in present}
    return text.translate(there), {ord(stand_in): chr(code) for code, stand_in in there.items()}


def _told(error: yaml.MarkedYAMLError, text: str, builder: TreeBuilder) -> UserError:
    """Return the fault that libyaml found, in our words, at the place where the writer will look for it."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    opened = min(error.context_mark.index, offset) if error.context_mark else offset
    same_line = not LINE_END.search(text, opened, offset)
    fault = explain(problem, context, text[offset : offset + 1], same_line=same_line)
    if fault.at_opening and error.context_mark:
        offset = min(error.context_mark.index, len(text))
    return builder.error(fault.message, offset, fault.hint)
