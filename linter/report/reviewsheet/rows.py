"""The rows of the form: each rencana kinerja with what it serves and its measures, and the row that each text stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from linter.model import Checked, Item, Noted

_SUFFIXES = {".aspek": "aspek", ".target": "target"}
"""How the id of an aspect or target ends, where it stands beside an indicator."""


class Line(msgspec.Struct, frozen=True):
    """One measure of a rencana kinerja; "" for what the form does not have."""

    aspect: str = ""
    indicator: str = ""
    target: str = ""


class Entry(msgspec.Struct, frozen=True):
    """A rencana kinerja ("" for measures without one): its section, what it serves, and one line at least."""

    section: str
    above: str
    statement: str
    lines: tuple[Line, ...]


Spot = tuple[int, int]
"""The place of a row: its entry and the line in it, both 0-based."""


class Rows(msgspec.Struct, frozen=True):
    """The entries in reading order, and for each item that stands in a row (by its place among the items) which one."""

    entries: tuple[Entry, ...]
    spots: dict[int, Spot]


def rows_of(items: Sequence[Checked]) -> Rows:
    """Return the rows of a form; what is no text of the table (matrix cells, duties, the whole) stands in none."""
    reading = _Reading(items)
    for place, checked in enumerate(items):
        reading.take(place, checked.item)
    return reading.rows()


def spots_of(notes: Sequence[Noted], items: Sequence[Checked], rows: Rows) -> tuple[Spot | None, ...]:
    """Return for each note its row: that of the text it is about, else of its parent, else None."""
    by_id = {items[place].item.id: spot for place, spot in reversed([*rows.spots.items()])}

    def of(noted: Noted) -> Spot | None:
        if noted.item.part == "dokumen":
            return None
        spot = None if noted.about is None else rows.spots.get(noted.about)
        return spot or (by_id.get(noted.item.parent) if noted.item.parent else None)

    return tuple(map(of, notes))


@dataclass(slots=True)
class _Open:
    """An entry that is being read; ``stems`` are the ids of its measures with the line of each."""

    section: str
    parent: str
    id: str
    statement: str
    above: list[str] = field(default_factory=list)
    lines: list[dict[str, str]] = field(default_factory=list)
    stems: dict[str, int] = field(default_factory=dict)


class _Reading:
    """Reads the items of a document into entries."""

    def __init__(self, items: Sequence[Checked]) -> None:
        texts = [checked.item for checked in items]
        self._served = {item.parent for item in texts if item.part == "rencana_kinerja" and item.parent}
        self._measured = {item.parent for item in texts if item.part in ("indikator", "aspek", "target")}
        self._open: list[_Open] = []
        self._by_id: dict[str, int] = {}
        self._above: list[tuple[int, Item]] = []
        self._spots: dict[int, Spot] = {}

    def take(self, place: int, item: Item) -> None:
        """Take in the next item of the document, which has this *place* among them all."""
        role = self._role(item)
        if role in ("rencana_kinerja", "sasaran"):
            self._begin(item, item.text)
            self._spots[place] = (len(self._open) - 1, 0)
        elif role in ("indikator", "aspek", "target"):
            entry = self._entry_of(item)
            self._spots[place] = (entry, self._measure(self._open[entry], role, item))
        elif role == "rk_atasan":
            self._above.append((place, item))

    def rows(self) -> Rows:
        """Return the rows, each entry with the superior's texts that it serves."""
        for place, item in self._above:
            served = [n for n, one in enumerate(self._open) if item.id and one.parent == item.id]
            served += [self._by_id[item.parent]] if item.parent in self._by_id else []
            for number in served:
                self._open[number].above.append(item.text)
            if served:
                self._spots[place] = (served[0], 0)
        return Rows(tuple(map(_closed, self._open)), self._spots)

    def _role(self, item: Item) -> str:
        """Return the part of a text, for a placeholder the part whose place it holds, "" where that is none."""
        if item.part != "pengisi":
            return item.part
        if item.id and item.id in self._served:
            return "rk_atasan"
        if item.id and item.id in self._measured:
            return "rencana_kinerja"
        if item.parent in self._by_id:
            return next((role for end, role in _SUFFIXES.items() if item.id.endswith(end)), "indikator")
        return ""

    def _begin(self, item: Item, statement: str) -> None:
        entry = _Open(item.section or "", item.parent or "", item.id if statement else "", statement)
        if entry.id:
            self._by_id[entry.id] = len(self._open)
        self._open.append(entry)

    def _entry_of(self, item: Item) -> int:
        """Return the entry that a measure belongs to; one without a statement is begun where there is none."""
        if item.parent in self._by_id:
            return self._by_id[item.parent]
        last = self._open[-1] if self._open else None
        if last is None or last.section != (item.section or "") or bool(last.statement) != (item.rk is not None):
            self._begin(item, "")
        return len(self._open) - 1

    def _measure(self, entry: _Open, role: str, item: Item) -> int:
        """Fill in what *item* says of a measure, and return the line of that measure."""
        stem = item.id.removesuffix(f".{role}")
        number = entry.stems.get(stem) if stem else None
        if number is None and not stem and role != "indikator" and entry.lines and not entry.lines[-1][role]:
            number = len(entry.lines) - 1
        if number is None:
            number = len(entry.lines)
            entry.lines.append({"aspek": "", "indikator": "", "target": ""})
            entry.stems |= {stem: number} if stem else {}
        line = entry.lines[number]
        line[role] = line[role] or item.text
        if role == "indikator":
            line |= {"aspek": line["aspek"] or item.aspek or "", "target": item.target or line["target"]}
        return number


def _closed(entry: _Open) -> Entry:
    lines = tuple(Line(line["aspek"], line["indikator"], line["target"]) for line in entry.lines)
    return Entry(entry.section, "\n".join(entry.above), entry.statement, lines or (Line(),))
