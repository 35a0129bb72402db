"""The tables of numbers that pictures draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from linter.model.batch import Batch, Counts, Named
from linter.report.batchreport.figures import by_notes, quartiles, running, share
from linter.report.batchreport.table import Cell, Table, Telling


class Row(msgspec.Struct, frozen=True):
    """A line of a picture: a name, how many it stands for, its values; ``whole`` sets apart what sums up others."""

    name: str
    count: int
    values: tuple[float, ...]
    whole: bool = False


def classes_by_unit(title: str, rows: Iterable[Row], told: Telling) -> Table:
    """Return the shares of the classes; the values of a row are in their order."""
    columns = (told.text("unit"), told.number("statements"), *(told.share(name) for name in told.classes))
    return Table(title, columns, tuple((row.name, row.count, *row.values) for row in rows))


def notes_by_unit(title: str, rows: Iterable[Row], codes: Sequence[str], told: Telling) -> Table:
    """Return the shares of documents with a note; the values of a row are in the order of *codes*."""
    columns = (told.text("unit", 36), told.number("documents"), *(told.share(code) for code in codes))
    return Table(title, columns, tuple((row.name, row.count, *row.values) for row in rows))


def notes_by_rule(title: str, batch: Batch, most: int, told: Telling) -> Table:
    """Return the *most* rules with most notes and the others in one line, with what they make up together."""
    columns = (
        told.text("code"), told.text("about"), told.text("severity"), told.number("notes"), told.number("documents"),
        told.number("units"), told.number("cumulative", "share"),
    )  # fmt: skip
    rows = [*_rules(batch, most, told)]
    together = running([notes for _, _, _, notes, _, _ in rows])
    return Table(title, columns, tuple((*row, so_far) for row, so_far in zip(rows, together, strict=True)))


def _rules(batch: Batch, most: int, told: Telling) -> Iterator[tuple[str, str, str, int, int | None, int | None]]:
    lines = by_notes(batch)
    for line in lines[:most]:
        about = f"{line.name}: {line.title}" if line.title else line.name
        severity = told.words.severity.get(line.severity, line.severity)
        yield line.code, about, severity, line.notes, line.documents, line.units
    if others := lines[most:]:
        yield told.texts["other_rules"].format(n=len(others)), "", "", sum(line.notes for line in others), None, None


def bins(title: str, histogram: Sequence[int], told: Telling) -> Table:
    """Return how many documents lie in each bin of the index, and which share up to it."""
    each, whole = 100 / max(1, len(histogram)), sum(histogram)
    columns = (
        told.text("bin"), told.number("documents"), told.number("document_share", "share"),
        told.number("cumulative", "share"),
    )  # fmt: skip
    rows = (
        (f"{each * n:g}–{each * (n + 1):g}", count, share(count, whole), so_far)
        for n, (count, so_far) in enumerate(zip(histogram, running(histogram), strict=True))
    )
    return Table(title, columns, tuple(rows))


def spreads(title: str, units: Iterable[Named], total: Counts, told: Telling) -> Table:
    """Return the quartiles of the units that have them, and of all."""
    named = [*((told.unit(unit.name), unit.counts) for unit in units), (told.texts["total"], total)]
    rows: list[tuple[Cell, ...]] = [
        (name, counts.spread.n, *found) for name, counts in named if counts.spread and (found := quartiles(counts))
    ]
    return Table(title, (told.text("unit"), told.number("documents"), *told.spread()), tuple(rows))
