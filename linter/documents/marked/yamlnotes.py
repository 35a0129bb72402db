"""Marks a draft in YAML: the notes on a value stand above it as comments, never within a scalar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from linter.documents.draft import at_of, load_draft_tree
from linter.documents.marked.copy import Copy
from linter.documents.marked.texts import LINE_SEAL, about_all, as_comments, copied, end_of, grouped, text_lines
from linter.io.lines import LineMap
from linter.io.ours import NOTE_MARK
from linter.io.yamlsafe import LOADER
from linter.model.reviewed import Marking

_OURS = re.compile(f"[ \t]*{NOTE_MARK}")
_NO_BREAKS = str.maketrans("\x85\u2028\u2029", "xxx")
"""These end a line in YAML 1.1 alone; ``load_tree`` hides them too."""


class _Span(NamedTuple):
    """A scalar or a flow collection: the lines (1-based) on which it goes on, and whether it is a block cut off at the end."""

    lines: range
    scalar: bool
    cut_off: bool


def mark_yaml(data: bytes, path: str, marking: Marking) -> Copy:
    """Return a copy of a draft with its notes as comments above its values; those of an earlier marking are left out.

    The copy holds the same data. Where a block without a line end closes the file, what else would stand below it stands
    at the top, and the copy is not sealed. Raises UserError where *data* is no YAML that is read.
    """
    lines = text_lines(data, path)
    text = "".join(lines)
    tree = load_draft_tree(text, path, json=False)
    spans = tuple(_spans(text))
    closed = {line for span in spans for line in span.lines}
    scalars = {line for span in spans if span.scalar for line in span.lines}
    above = {str(at_of(tree, one)["pointer"]): line for one, (line, _) in {**tree.values, **tree.keys}.items()}
    remarks = grouped(marking.remarks, lambda at: _line(at, above, closed))
    default = end_of(lines[0]) if lines else "\n"
    body: list[str] = []
    for number, line in enumerate(lines, 1):
        if number in scalars or not _OURS.match(line):
            indent = line[: len(line) - len(line.lstrip(" "))]
            body += as_comments(remarks.pop(number, ()), indent, default)
            body.append(line)
    left = (remark for group in remarks.values() for remark in group)
    rest = [*as_comments(left, "", default), *(f"{NOTE_MARK}{line}{default}" for line in about_all(marking.listing))]
    if any(span.cut_off for span in spans):
        return copied("".join((*rest, *body)), None, data, path, ".yaml")
    if body and not body[-1].endswith(("\r", "\n")):
        body.append(default)
    return copied("".join((*body, *rest)), LINE_SEAL, data, path, ".yaml")


def _line(at: Mapping[str, Any], above: Mapping[str, int], closed: set[int]) -> int | None:
    """Return the line above which comments on the place *at* may stand; None where it is not known.

    Where its own is *closed*, that is the line of the nearest key or entry around it, by the pointers in *above*.
    """
    line = at.get("line")
    pointer = str(at.get("pointer", ""))
    while line in closed and pointer:
        line = above.get(pointer, line)
        pointer = pointer.rpartition("/")[0]
    return 1 if line in closed else line


def _spans(text: str) -> Iterator[_Span]:
    """Yield the scalars and flow collections of *text*, which is YAML that was read."""
    places = LineMap(text)
    begun: list[tuple[bool, int]] = []
    for event in yaml.parse(text.translate(_NO_BREAKS), Loader=LOADER):
        if event.start_mark is None or event.end_mark is None:
            continue
        begin, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.CollectionStartEvent):
            begun.append((bool(event.flow_style), begin))
        elif isinstance(event, yaml.CollectionEndEvent):
            flows, begin = begun.pop()
            if flows:
                yield _Span(_further(places, begin, end), scalar=False, cut_off=False)
        elif isinstance(event, yaml.ScalarEvent):
            cut_off = event.style in ("|", ">") and end == len(text) and not text.endswith(("\r", "\n"))
            yield _Span(_further(places, begin, end), scalar=True, cut_off=cut_off)


def _further(places: LineMap, begin: int, end: int) -> range:
    """Return the lines after the first of what stands from *begin* to *end*; a block ends where the next line begins."""
    last, column = places.place(end)
    return range(places.place(begin)[0] + 1, last + (column > 1))
