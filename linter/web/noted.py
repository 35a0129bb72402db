"""What the page shows of a document: how it stands, what its index comes from, and its notes row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from linter.app import Analyser
from linter.app.inhand import InHand
from linter.model import Checked, Noted, Reviewed
from linter.report.base import SHOWN_WHEN_CLEAN, Tally, regimes_of
from linter.report.blocks import SEPARATOR, TotalsSaid, facts_of, marks_shown, silenced_said, totals_said
from linter.report.criteria import criterion_said
from linter.report.indexed import group_said, index_said, taken_said, text_said
from linter.report.place import spoken
from linter.report.reviewsheet.words import sheet_words
from linter.report.words import Words, words
from linter.web.tried import Note, Piece, note_of, pieces_of, straight

MOST = 200
"""Rows and lines of a kind that the page shows; the marked copy and the sheet have them all."""
_LONGEST = 2_000
"""Characters of a text that are shown."""


class Beside(msgspec.Struct, frozen=True):
    """A note, and what it is about where that is not the text above it."""

    about: str
    note: Note


class Row(msgspec.Struct, frozen=True):
    """A text with all that is noted about it; ``below`` tells that it belongs to the text before it."""

    anchor: str
    below: bool
    class_: str
    facts: str
    pieces: tuple[Piece, ...]
    notes: tuple[Beside, ...]
    silenced: tuple[str, ...]
    criteria: tuple[tuple[str, str], ...]


class Gate(msgspec.Struct, frozen=True):
    """A note about what the regime demands: its place, what it says, and the row that has it, "" for none that is shown."""

    place: str
    message: str
    anchor: str


class Group(msgspec.Struct, frozen=True):
    """The texts of a kind in the arithmetic of the index: their mean, each with its place and points, how many more."""

    said: str
    texts: tuple[tuple[str, str], ...]
    more: int


class Reckoning(msgspec.Struct, frozen=True):
    """An index with its arithmetic, point by point; without groups where none could be reckoned."""

    said: str
    groups: tuple[Group, ...] = ()
    taken: tuple[str, ...] = ()
    more: int = 0
    about: str = ""


class Shown(msgspec.Struct, frozen=True):
    """A document: whose it is, how it stands, and what was noted, about the whole and row by row; ``more`` rows are not shown.

    ``totals`` is None where nothing in it was checked.
    """

    title: str
    totals: TotalsSaid | None
    gate: tuple[Gate, ...]
    index: Reckoning
    whole: tuple[Beside, ...]
    rows: tuple[Row, ...]
    more: int


class Sheet(msgspec.Struct, frozen=True):
    """The whole page: the file, its documents, totals where they are several, what was not checked, what it was judged by.

    ``gate`` says that nothing mandatory is missing, ``criteria`` is the title of a view, ``nothing`` says that there is no text.
    """

    name: str
    documents: tuple[Shown, ...]
    totals: TotalsSaid | None
    gate: str
    criteria: str
    not_checked: tuple[tuple[str, str], ...]
    nothing: str
    judged: str


def sheet_of(found: InHand, name: str, engine: Analyser) -> Sheet:
    """Return what is shown of what was *found* in the file *name*, which *engine* checked."""
    told = words(engine.settings.lang)
    room, documents = MOST, list[Shown]()
    for document in found.documents:
        documents.append(_document(document, len(found.documents) > 1, room, engine, told))
        room -= len(documents[-1].rows)
    run, summary = engine.run, found.summary
    regime = regimes_of(run, summary.regimes)
    return Sheet(
        name,
        tuple(documents),
        totals_said(summary, told) if len(documents) > 1 and summary.items else None,
        sheet_words(told.lang).none_mandatory,
        told.criteria.rstrip(":"),
        tuple(
            (told.not_checked if one.fatal else told.skipped, straight(one.reason.said(told.lang)))
            for one in found.not_checked
        ),
        told.nothing_in,
        told.judged_by.format(regime=regime, profile=run.profile, engine=run.engine, rules=run.rules),
    )


def _document(document: Reviewed, several: bool, room: int, engine: Analyser, told: Words) -> Shown:
    tally = Tally()
    for checked in document.items:
        tally.item(checked)
    named = document.header.post or (told.marked["document"].format(n=document.number) if several else "")
    rows = _Rows(document, engine, told)
    shown = tuple(islice(rows.all(), max(room, 0)))
    anchors = {row.anchor for row in shown}
    return Shown(
        straight(named),
        totals_said(tally.summary(), told) if document.items else None,
        tuple(_gate(document, anchors, told)),
        _reckoning(document, told),
        rows.about(None),
        shown,
        rows.count - len(shown),
    )


def _gate(document: Reviewed, anchors: set[str], told: Words) -> Iterator[Gate]:
    mandatory = frozenset(document.score.mandatory)
    for note in document.notes:
        if note.key in mandatory:
            anchor = _anchor(document, note.about)
            place = spoken(note.item.at, told) if note.item.part != "dokumen" else told.parts["dokumen"]
            yield Gate(straight(place), straight(note.finding.message), anchor if anchor in anchors else "")


def _anchor(document: Reviewed, about: int | None) -> str:
    return f"teks-{document.number}-{about}"


class _Rows:
    """The texts of a document that are shown, each with its notes; a rule is explained at its first note alone."""

    def __init__(self, document: Reviewed, engine: Analyser, told: Words) -> None:
        self._document = document
        self._engine = engine
        self._told = told
        self._notes = defaultdict[int | None, list[Noted]](list)
        self._explained: set[str] = set()
        for note in document.notes:
            self._notes[note.about].append(note)
        self._criteria = {one.item.id: one for one in document.items if one.criteria}
        self._shown = [n for n, checked in enumerate(document.items) if self._is_shown(n, checked)]

    @property
    def count(self) -> int:
        """How many texts there are to be shown."""
        return len(self._shown)

    def all(self) -> Iterator[Row]:
        """Yield the rows in reading order."""
        for n in self._shown:
            yield self._row(n, self._document.items[n])

    def about(self, n: int | None) -> tuple[Beside, ...]:
        """Return the notes about the item *n*, or those about no text of the document."""
        own = self._document.items[n].item if n is not None else None
        return tuple(Beside(self._about(note, own), self._note(note)) for note in self._notes[n])

    def _is_shown(self, n: int, checked: Checked) -> bool:
        silenced = any(note.suppressed is not None for note in checked.findings)
        return checked.item.part in SHOWN_WHEN_CLEAN or n in self._notes or silenced

    def _row(self, n: int, checked: Checked) -> Row:
        item, told = checked.item, self._told
        parse = self._engine.reader.parse(item.text) if item.part not in _UNPARSED else None
        marks = marks_shown(msgspec.structs.replace(checked, parse=parse), told)
        cut = len(item.text) > _LONGEST
        kinds = [msgspec.structs.replace(mark, kind="spot") if mark.kind == "note" else mark for mark in marks]
        pieces = (Piece(f"{straight(item.text[:_LONGEST])}…"),) if cut else tuple(pieces_of(item.text, kinds, parse))
        return Row(
            _anchor(self._document, n),
            item.part == "indikator" and bool(item.parent or item.rk),
            (checked.verdict.class_ or "none") if checked.verdict and item.part == "rencana_kinerja" else "",
            SEPARATOR.join(facts_of(checked, told, short=False)),
            pieces,
            self.about(n),
            tuple(map(straight, silenced_said(checked, told))),
            self._criteria_of(checked),
        )

    def _criteria_of(self, checked: Checked) -> tuple[tuple[str, str], ...]:
        """Return how a rencana kinerja with its indicators stands in each criterion."""
        row = self._criteria.get(checked.item.id) if checked.item.part == "rencana_kinerja" else None
        if row is None:
            return ()
        return tuple((f"{one.letter} {one.title}", straight(criterion_said(one, self._told))) for one in row.criteria)

    def _about(self, note: Noted, own: object) -> str:
        """Return what a note is about, where it is not the text *own*."""
        item, told = note.item, self._told
        if item is own or item.part == "dokumen":
            return ""
        return straight(SEPARATOR.join(filter(None, (told.parts.get(item.part, item.part), spoken(item.at, told)))))

    def _note(self, noted: Noted) -> Note:
        """Return a note as it is shown here: the steps only where they lead to no sentence yet."""
        note = note_of(noted.finding, noted.item.text, self._told)
        steps = () if note.suggestions else note.steps
        why = "" if note.code in self._explained else note.why
        self._explained.add(note.code)
        return msgspec.structs.replace(note, steps=steps, why=why)


_UNPARSED = frozenset({"aspek", "target", "dokumen", "baris", "unit"})
"""Parts whose texts are no statements."""


def _reckoning(document: Reviewed, told: Words) -> Reckoning:
    index = document.score.index
    if index is None:
        return Reckoning(told.index["none" if document.whole else "too_long"])
    taken = taken_said(document, index, told)
    groups = tuple(
        Group(
            group_said(group, told),
            tuple((spoken(text.at, told) if text.at else "", text_said(text, told)) for text in group.texts[:MOST]),
            max(0, len(group.texts) - MOST),
        )
        for group in index.groups
    )
    return Reckoning(index_said(index, told), groups, _lines(taken), max(0, len(taken) - MOST), index.about)


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(straight, texts[:MOST]))
