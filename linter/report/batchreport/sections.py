"""The sections of the report: what each shows of a batch as picture, table and remarks; one without anything is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from markupsafe import Markup

from linter.model.batch import Batch, Counts
from linter.report.batchreport import drawn, listed, pictures
from linter.report.batchreport.drawn import Row
from linter.report.batchreport.figures import FEWEST, MOST_UNITS, Units, by_notes, class_shares, note_shares, units_of
from linter.report.batchreport.numbers import Numbers
from linter.report.batchreport.table import Table, Telling, shown
from linter.report.batchreport.words import SECTIONS

_MOST_RULES = 15
"""Columns of the map."""
_MOST_BARS = 20
_MOST_TEXTS = 50
_MOST_REMARKS = 100
_MOST_SKIPPED = 20
_NAME = 48
"""Characters that the name of a rule may have beside others."""

_One = TypeVar("_One")


class Section(msgspec.Struct, frozen=True):
    """A section: its name on the page, heading and leading sentence; a picture, tables and remarks, as far as it has them."""

    name: str
    title: str
    lead: str
    picture: Markup | None = None
    tables: tuple[Table, ...] = ()
    remarks: tuple[str, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """What sections are made of: the batch, how it is told, and its units as they are shown."""

    batch: Batch
    told: Telling
    numbers: Numbers
    units: Units

    def head(self, name: str) -> tuple[str, str, str]:
        """Return name, title and lead of a section."""
        title, lead = (said.said(self.told.lang) for said in SECTIONS[name])
        return name, title, lead

    def rows(self, count: Callable[[Counts], int], values: Callable[[Counts], tuple[float, ...]]) -> tuple[Row, ...]:
        """Return a row for each unit that is shown, for those that are added up, and for all; () where no unit is shown."""
        texts, units = self.told.texts, self.units
        named = [(self.told.unit(unit.name), unit.counts) for unit in units.shown]
        if units.rest.units:
            named.append((texts["rest"].format(n=self.numbers.whole(units.rest.units)), units.rest.counts))
        if units.small_drawn:
            named.append((texts["small"].format(n=self.numbers.whole(units.small.units)), units.small.counts))
        if not named:
            return ()
        rows = [Row(name, count(counts), values(counts)) for name, counts in named]
        return (*rows, Row(texts["total"], count(self.batch.total), values(self.batch.total), whole=True))

    def left_out(self) -> tuple[str, ...]:
        """Return which units are not shown one by one."""
        texts, whole = self.told.texts, self.numbers.whole
        small, rest = self.units.small, self.units.rest
        said = []
        if rest.units:
            said.append(texts["rest_said"].format(most=MOST_UNITS, n=whole(rest.units)))
        if small.units:
            told = texts["small_said" if self.units.small_drawn else "small_few"]
            said.append(told.format(n=whole(small.units), documents=whole(small.counts.documents)))
        return tuple(said)

    def more(self, shown: int, of: int, sheet: str = "") -> tuple[str, ...]:
        """Return how many of how many are shown where that is not all, and the sheet of the workbook that has them all."""
        if shown == of:
            return ()
        texts, whole = self.told.texts, self.numbers.whole
        said = texts["more" if sheet else "more_only"]
        return (said.format(shown=whole(shown), all=whole(of), sheet=texts[sheet] if sheet else ""),)


def sections_of(batch: Batch, told: Telling, numbers: Numbers) -> tuple[Section, ...]:
    """Return the sections that have something to show, in the order of the page."""
    report = Report(batch, told, numbers, units_of(batch.units, MOST_UNITS))
    made = (
        _classes, _map, _rules, _index, _shared, _doubtful, _alike, _coverage, _drift, _agreement, _left,
    )  # fmt: skip
    return tuple(section for make in made if (section := make(report)))


def _classes(report: Report) -> Section | None:
    rows = report.rows(lambda counts: counts.statements, class_shares)
    remarks = report.left_out()
    head = report.head("kelas")
    if not rows:
        return Section(*head, remarks=remarks) if remarks else None
    told = report.told
    picture = pictures.stacked(rows, told.classes, told.texts["statements"], head[1], head[2], report.numbers)
    return Section(*head, picture, (drawn.classes_by_unit(told.texts["drawn"], rows, told),), remarks)


def _map(report: Report) -> Section | None:
    lines = by_notes(report.batch)[:_MOST_RULES]
    codes = [line.code for line in lines]
    rows = report.rows(lambda counts: counts.documents, lambda counts: note_shares(counts, codes))
    if not rows or not codes:
        return None
    head = report.head("peta")
    picture = pictures.heat(rows, codes, head[1], head[2], report.numbers)
    table = drawn.notes_by_unit(report.told.texts["drawn"], rows, codes, report.told)
    # a code stays on the line of its name
    names = " · ".join(f"{shown(line.code, _NAME)}\u00a0{shown(line.name, _NAME)}" for line in lines)
    return Section(*head, picture, (table,), (names, *report.left_out()))


def _rules(report: Report) -> Section | None:
    lines = by_notes(report.batch)
    if not lines:
        return None
    head, told = report.head("aturan"), report.told
    rows = [Row(f"{line.code} {line.name}", line.documents, (float(line.notes),)) for line in lines[:_MOST_BARS]]
    if others := lines[_MOST_BARS:]:
        name = told.texts["other_rules"].format(n=len(others))
        rows.append(Row(name, 0, (float(sum(line.notes for line in others)),), whole=True))
    texts = told.texts
    picture = pictures.pareto(rows, texts["notes"], texts["cumulative"], head[1], head[2], report.numbers)
    remarks = report.more(min(len(lines), _MOST_BARS), len(lines), "sheet_rules")
    return Section(*head, picture, (drawn.notes_by_rule(texts["drawn"], report.batch, _MOST_BARS, told),), remarks)


def _index(report: Report) -> Section | None:
    batch, told = report.batch, report.told
    if not batch.histogram:
        return None
    head = report.head("indeks")
    if sum(batch.histogram) < FEWEST:
        return Section(*head, remarks=(told.texts["index_few"],))
    spreads = drawn.spreads(told.texts["spreads"], report.units.shown, batch.total, told)
    tables = (drawn.bins(told.texts["drawn"], batch.histogram, told), *([spreads] if spreads.rows else []))
    return Section(*head, pictures.histogram(batch.histogram, head[1], head[2], report.numbers), tables)


def _shared(report: Report) -> Section | None:
    found = report.batch.shared
    large = [one for one in found if one.of >= FEWEST]
    small = len(found) - len(large)
    remarks = report.more(min(len(large), _MOST_REMARKS), len(large))
    if small:
        remarks += (report.told.texts["shared_small"].format(n=report.numbers.whole(small)),)
    return _listing(report, "bersama", large[:_MOST_REMARKS], listed.shared, remarks)


def _doubtful(report: Report) -> Section | None:
    found = report.batch.doubtful
    remarks = report.more(len(found[:_MOST_TEXTS]), len(found), "sheet_doubtful")
    return _listing(report, "dialog", found[:_MOST_TEXTS], listed.doubtful, remarks)


def _alike(report: Report) -> Section | None:
    found = report.batch.alike
    remarks = report.more(len(found[:_MOST_TEXTS]), len(found), "sheet_alike")
    return _listing(report, "serupa", found[:_MOST_TEXTS], listed.alike, remarks)


def _coverage(report: Report) -> Section | None:
    found = report.batch.coverage
    remarks = report.more(len(found[:_MOST_TEXTS]), len(found))
    return _listing(report, "cakupan", found[:_MOST_TEXTS], listed.coverage, remarks)


def _drift(report: Report) -> Section | None:
    names = _names(report.batch)
    found = report.batch.drift
    return _listing(report, "perubahan", found, lambda some, told: listed.drift(some, names, told), ())


def _agreement(report: Report) -> Section | None:
    names = _names(report.batch)
    found = report.batch.agreement
    remarks = (report.told.texts["kappa_read"],) if found else ()
    return _listing(report, "kesepakatan", found, lambda some, told: listed.agreement(some, names, told), remarks)


def _left(report: Report) -> Section | None:
    fatal = [one for one in report.batch.left if one.fatal]
    skipped = [one for one in report.batch.left if not one.fatal]
    said = report.told.texts["skipped_said"].format(n=report.numbers.whole(len(skipped)), most=_MOST_SKIPPED)
    return _listing(report, "sisa", [*fatal, *skipped[:_MOST_SKIPPED]], listed.left, (said,) if skipped else ())


def _listing(
    report: Report,
    name: str,
    found: Sequence[_One],
    table: Callable[[Sequence[_One], Telling], Table],
    remarks: tuple[str, ...],
) -> Section | None:
    """Return a section of one table, None where there is nothing in it and nothing to be said."""
    if not found and not remarks:
        return None
    head = report.head(name)
    return Section(*head, None, (table(found, report.told),) if found else (), remarks)


def _names(batch: Batch) -> dict[str, str]:
    return {line.code: line.name for line in batch.rules}
