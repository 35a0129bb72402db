"""Takes aspect, indicator and target of a table row apart, also where several lines are stacked in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from linter.documents.blanks import is_blank
from linter.documents.headings import Cells, Columns
from linter.io.lines import split_lines


class Measure(msgspec.Struct, frozen=True):
    """Aspect, indicator and target that belong together, "" where one is absent; ``line`` is their line in the cells.

    ``column_of`` is the aspect whose own columns they come from (None for the common columns), ``aspect_cell`` and
    ``target_cell`` the texts as they stand, ``aspect`` and ``target`` what the indicator is told: the aspect also where
    only the heading names it, the target with the unit of its own column.
    """

    column_of: str | None
    line: int
    aspect_cell: str
    aspect: str
    indicator: str
    target_cell: str
    target: str


def measures_in(cells: Cells, columns: Columns) -> Iterator[Measure]:
    """Yield the measures of a row: for each group of columns one, or one for each line of stacked cells.

    Cells are stacked where aspect, indicator and target (those that are filled, two at least) have equally many lines.
    """
    for group in columns.groups:
        aspect = columns.cell(cells, "aspek") if group is None else ""
        texts = (aspect, columns.cell(cells, "indikator", group), columns.cell(cells, "target", group))
        unit, upper = columns.cell(cells, "satuan", group), columns.cell(cells, "target_atas", group).strip()
        for line, (aspect_cell, indicator, target) in _lines(texts):
            if not all(map(is_blank, (aspect_cell, indicator, target))):
                yield Measure(
                    column_of=group,
                    line=line,
                    aspect_cell=aspect_cell,
                    aspect=aspect_cell or group or "",
                    indicator=indicator,
                    target_cell=target,
                    target=_with_unit(f"{target} – {upper}" if upper and target else target, _unit_at(unit, line)),
                )


def _lines(texts: tuple[str, str, str]) -> list[tuple[int, tuple[str, str, str]]]:
    """Return (line, aspect, indicator, target) of each stacked line; line 1 and whole cells where none is stacked."""
    whole = [(1, texts)]
    if not any("\n" in text or "\r" in text for text in texts):
        return _run_together(texts) or whole
    if not texts[0] and is_blank(texts[2]) and (points := _points(texts[1])):
        return [(n, ("", point, "")) for n, point in points]
    parts = [_parts(text) for text in texts]
    counts = {len(part) for part in parts if part}
    if len(counts) != 1 or counts == {1} or sum(map(bool, parts)) < 2 or not parts[1]:
        return whole
    if not parts[0] and _wrapped(parts[1]):
        return whole
    count = counts.pop()
    full = [part or [""] * count for part in parts]
    return [(n + 1, (full[0][n], full[1][n], full[2][n])) for n in range(count)]


def _points(text: str) -> list[tuple[int, str]]:
    """Return the points of a cell that is a list, each with its line; none where it is no list."""
    lines = [(n, line) for n, line in split_lines(text) if not is_blank(line)]
    return lines if len(lines) > 1 and all(_POINT.match(line) for _, line in lines) else []


def _run_together(texts: tuple[str, str, str]) -> list[tuple[int, tuple[str, str, str]]]:
    """Return what stacked cells hold whose line ends were lost: "Kuantitas Kualitas Waktu | Jumlah … Persentase … | 3 keg 90 %".

    Each indicator begins with a capital letter, each target with a figure; [] where they are not equally many.
    """
    aspects = texts[0].split()
    if len(aspects) < 2 or any(word.lower() not in _ASPECTS for word in aspects):
        return []
    indicators, targets = _cut(_CAPITAL, texts[1]), _cut(_FIGURE, texts[2])
    if len(indicators) != len(aspects) or len(targets) not in (0, len(aspects)):
        return []
    full = targets or [""] * len(aspects)
    return [(n, found) for n, found in enumerate(zip(aspects, indicators, full, strict=True), 1)]


def _cut(begins: re.Pattern[str], text: str) -> list[str]:
    at = [found.start() for found in begins.finditer(text)]
    return [text[first:last].strip() for first, last in zip(at, [*at[1:], len(text)], strict=True)]


_ASPECTS = frozenset({"kuantitas", "kualitas", "waktu", "biaya"})
_CAPITAL = re.compile(r"(?<!\S)[A-Z][a-z]+")
_FIGURE = re.compile(r"(?<!\S)\d[\d.,]*")
_POINT = re.compile(r"\s*(?:[-•▪◦*–]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s*\S")


def _parts(text: str) -> list[str]:
    """Return the lines of a cell without blank ones at its end."""
    lines = [line for _, line in split_lines(text)]
    while lines and is_blank(lines[-1]):
        lines.pop()
    return lines


def _wrapped(lines: list[str]) -> bool:
    """Say whether the lines read as one text that was broken: one of them goes on in lower case."""
    return any(line.lstrip()[:1].islower() for line in lines[1:])


def _unit_at(unit: str, line: int) -> str:
    lines = _parts(unit)
    return lines[line - 1].strip() if len(lines) >= line > 1 or len(lines) > 1 else unit.strip()


def _with_unit(target: str, unit: str) -> str:
    """Return the target followed by the unit of its own column where it names none itself (no letter, no %)."""
    bare = not any(char.isalpha() or char in "%‰" for char in target)
    return f"{target} {unit}" if unit and not is_blank(target) and bare else target
