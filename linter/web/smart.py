"""A rencana kinerja with its indicators: how both stand in each criterion (SMART), and the notes on every indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from linter.app import Analyser
from linter.model import Header, Item
from linter.report.base import active
from linter.report.criteria import criterion_said
from linter.report.words import words
from linter.web.tried import Note, note_of, straight

MOST = 6
"""Indicators of one rencana kinerja that are looked at."""
_SIGNS = {"terpenuhi": "✓", "catatan": "!", "belum": "○", "tidak_dinilai": "–"}


class Line(msgspec.Struct, frozen=True):
    """A criterion: its letter and title, how the row stands in it ("terpenuhi" …), its sign, and why."""

    letter: str
    title: str
    status: str
    sign: str
    said: str


class Measured(msgspec.Struct, frozen=True):
    """An indicator with its target and the notes on it."""

    text: str
    target: str
    notes: tuple[Note, ...]


class Smart(msgspec.Struct, frozen=True):
    """Both of them, the notes on the row that they make, and how many indicators were not looked at."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    indicators: tuple[Measured, ...]
    more: int


def smart(engine: Analyser, rk: Item, written: str, header: Header, lang: str) -> Smart | None:
    """Return how *rk* stands with the indicators that are *written* under it, one a line: indicator | target | aspect.

    None where none is written.
    """
    lines = [line for line in written.splitlines() if line.strip(" |")]
    below = tuple(_indicators(rk, lines[:MOST]))
    if not below:
        return None
    told = words(lang)
    checked = engine.check_draft(header, (rk, *below))
    row = next((one for one in checked if one.item.part == "baris" and one.criteria), None)
    return Smart(
        tuple(
            Line(c.letter, c.title, c.status, _SIGNS.get(c.status, "–"), straight(criterion_said(c, told)))
            for c in (row.criteria if row else ())
        ),
        tuple(
            note_of(finding, rk.text, told) for one in checked if one.item.part == "baris" for finding in active(one)
        ),
        tuple(
            Measured(
                straight(one.item.text),
                straight(one.item.target or ""),
                tuple(note_of(finding, one.item.text, told) for finding in active(one)),
            )
            for one in checked
            if one.item.part == "indikator"
        ),
        len(lines) - len(below),
    )


def _indicators(rk: Item, lines: Sequence[str]) -> Iterator[Item]:
    for number, line in enumerate(lines, 1):
        text, target, aspect = ([" ".join(cell.split()) for cell in line.split("|")] + ["", ""])[:3]
        yield Item(
            text, "indikator", {"line": number, "column": 1}, parent=rk.id, section=rk.section, rk=rk.text,
            target=target or None, aspek=aspect or None, row=rk.row,
        )  # fmt: skip
