"""The statement with its parts marked beneath: underlines and labels that stay under their characters."""

from __future__ import annotations

import msgspec

from linter.io.writable import shown
from linter.model import Parse
from linter.report.harmless import width
from linter.report.layout import BLANK, Fragment, Line
from linter.report.words import Words

GLYPHS = {"verb": "━", "object": "─", "subject": "═", "qualifier": "~", "unplaced": "·", "note": "^"}
"""The character that underlines each kind of part; it tells the kinds apart without colour."""


class Mark(msgspec.Struct, frozen=True):
    """A part to underline: its span in code points, its kind (a key of GLYPHS, and its role), its label or ""."""

    start: int
    end: int
    kind: str
    label: str


class Row(msgspec.Struct, frozen=True):
    """One display row of a statement: its characters, the underline beneath, the rows of labels under that."""

    text: Line
    underline: Line
    labels: tuple[Line, ...]


class _Segment(msgspec.Struct, frozen=True):
    """A run of columns that belongs to one mark (or to none)."""

    text: str
    column: int
    width: int
    mark: Mark | None
    continued: bool


def marks_of(parse: Parse, words: Words) -> tuple[Mark, ...]:
    """Return the marks of a parse in order of importance: verb, object, subject, qualifiers, what was not placed."""
    marks = [
        Mark(phrase.start, phrase.end, kind, label)
        for kind, label, phrase in (
            ("verb", words.verb, parse.verb),
            ("object", words.object, parse.object),
            ("subject", words.subject, parse.subject),
        )
        if phrase
    ]
    marks += [
        Mark(q.phrase.start, q.phrase.end, "qualifier", words.qualifiers.get(q.type, q.type)) for q in parse.qualifiers
    ]
    marks += [Mark(p.start, p.end, "unplaced", words.unplaced) for p in parse.unplaced]
    return tuple(marks)


def draw(text: str, marks: tuple[Mark, ...], room: int) -> tuple[Row, ...]:
    """Return *text* without the blanks around it in rows of at most *room* columns, with its marks beneath.

    Rows break at blanks, or inside a word that is wider than a row. Where marks overlap, the first one holds.
    """
    owners: list[Mark | None] = [None] * len(text)
    for mark in reversed(marks):
        low = min(max(mark.start, 0), len(text))
        high = max(min(mark.end, len(text)), low)
        owners[low:high] = [mark] * (high - low)
    rows = []
    seen: set[int] = set()
    for low, high in _breaks(text, max(room, 8)):
        segments = _segments(text, owners, low, high, seen)
        seen.update(id(s.mark) for s in segments if s.mark)
        rows.append(_row(segments, max(room, 8)))
    return tuple(rows)


def lines(rows: tuple[Row, ...]) -> list[Line]:
    """Return the rows one under the other, without underlines where nothing is marked."""
    out: list[Line] = []
    for number, row in enumerate(rows):
        if number and rows[number - 1].underline:
            out.append(BLANK)
        out.append(row.text)
        if row.underline:
            out += [row.underline, *row.labels]
    return out


def _breaks(text: str, room: int) -> list[tuple[int, int]]:
    """Return the spans of the rows; the blanks around the text and at the breaks belong to none."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    spans: list[tuple[int, int]] = []
    while start < end:
        used, stop, blank = 0, start, -1
        while stop < end:
            used += width(shown(text[stop]))
            if used > room and stop > start:
                break
            if text[stop].isspace():
                blank = stop
            stop += 1
        if stop < end and not text[stop].isspace() and blank > start:
            stop = blank
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        spans.append((start, last))
        start = stop
        while start < end and text[start].isspace():
            start += 1
    return spans


def _segments(text: str, owners: list[Mark | None], low: int, high: int, seen: set[int]) -> list[_Segment]:
    segments: list[_Segment] = []
    column = 0
    while low < high:
        mark, stop = owners[low], low + 1
        while stop < high and owners[stop] is mark:
            stop += 1
        chunk = "".join(map(shown, text[low:stop]))
        span = width(chunk)
        segments.append(_Segment(chunk, column, span, mark, mark is not None and id(mark) in seen))
        column += span
        low = stop
    return segments


def _row(segments: list[_Segment], room: int) -> Row:
    text = tuple((s.text, s.mark.kind if s.mark else "") for s in segments)
    marked = [s for s in segments if s.mark and s.width]
    if not marked:
        return Row(text, (), ())
    underline = tuple((GLYPHS[s.mark.kind] * s.width, s.mark.kind) if s.mark else (" " * s.width, "") for s in segments)
    return Row(text, underline, _labels(marked, room))


def _labels(marked: list[_Segment], room: int) -> tuple[Line, ...]:
    """Return the labels, each under the start of its segment, on a further row where it would run into another."""
    rows: list[list[Fragment]] = []
    ends: list[int] = []
    for segment in marked:
        assert segment.mark
        if not segment.mark.label:
            continue
        label = ("…" if segment.continued else "") + segment.mark.label
        column = max(min(segment.column, room - width(label)), 0)
        level = next((n for n, end in enumerate(ends) if end < column or not end), len(ends))
        if level == len(ends):
            rows.append([])
            ends.append(0)
        rows[level] += [(" " * (column - ends[level]), ""), (label, segment.mark.kind)]
        ends[level] = column + width(label)
    return tuple(tuple(row) for row in rows)
