"""What a Lembar Reviu says: the rows of the form with their notes beside them, and all that stands around, ready to print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from linter.model import Person, Reviewed
from linter.report.reviewsheet.notes import Ground, Note, Notes, notes_of
from linter.report.reviewsheet.printable import printable
from linter.report.reviewsheet.rows import Entry, Line, Rows, rows_of
from linter.report.reviewsheet.words import SheetWords, sheet_words

_WEIGHTS = {"no": 4, "above": 15, "statement": 18, "aspect": 8, "indicator": 16, "target": 9, "review": 13, "notes": 26}
"""How wide the columns are among each other."""
_LONG = 900
"""Characters in a cell that fill about half a page."""


class Aspect(msgspec.Struct, frozen=True):
    """An aspect of the review: its title, its basis ready to print, and the codes whose notes belong to it."""

    title: str
    basis: str
    codes: frozenset[str]


class Signing(msgspec.Struct, frozen=True):
    """What stands at the foot; "" leaves a dotted line to fill in. The repr is mute."""

    place: str = ""
    date: str = ""
    name: str = ""
    number: str = ""

    def __repr__(self) -> str:
        return "Signing(…)"


class Column(msgspec.Struct, frozen=True):
    """A column of the table: its key, its heading, and its share of the width (0–1)."""

    key: str
    title: str
    share: float


class Cell(msgspec.Struct, frozen=True):
    """A cell of the form; it covers ``span`` rows, and none where one above covers it."""

    text: str
    span: int = 1


class Row(msgspec.Struct, frozen=True):
    """A row of the table: the cells of the form, and the notes that stand beside them."""

    cells: tuple[Cell, ...]
    notes: tuple[Note, ...]

    @property
    def long(self) -> bool:
        """Whether a page break may part the row, since it would leave much of a page empty to keep it whole."""
        said = sum(len(note.message) + len(note.better) for note in self.notes if note.number)
        return max(said, *(len(cell.text) for cell in self.cells)) > _LONG


class Section(msgspec.Struct, frozen=True):
    """A part of the table, with its heading ("" where it has none)."""

    title: str
    rows: tuple[Row, ...]


class Party(msgspec.Struct, frozen=True):
    """One of the two persons of the form: what it says of them, label by label."""

    title: str
    lines: tuple[tuple[str, str], ...]


class Sheet(msgspec.Struct, frozen=True):
    """All that one Lembar Reviu says; also the notes that nobody accepted, which only the page with decisions shows.

    ``facts`` stand below the title, label by label; ``remark`` is a sentence in place of the table, where it has no rows;
    ``whole`` are the notes about the document as a whole. ``statements`` counts the rencana kinerja, ``clean``
    those without notes where a document is too long to have its notes here, None where they can be counted. The repr is
    mute, since persons are named.
    """

    lang: str
    facts: tuple[tuple[str, str], ...]
    parties: tuple[Party, ...]
    statements: int
    clean: int | None
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    remark: str
    whole: tuple[Note, ...]
    aspects: tuple[Aspect, ...]
    grounds: tuple[Ground, ...]
    signing: Signing

    def __repr__(self) -> str:
        return "Sheet(…)"

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in the order of their numbers."""
        return (*(note for section in self.sections for row in section.rows for note in row.notes), *self.whole)


def sheet_of(
    doc: Reviewed, accepted: Mapping[str, bool], aspects: Sequence[Aspect], signing: Signing, lang: str
) -> Sheet:
    """Return the Lembar Reviu of a document.

    *accepted* tells by fingerprint what the reviewer decided; a note that it lacks is not decided. A note whose code no
    aspect has belongs to the last of the *aspects*.
    """
    said = sheet_words(lang)
    regime = doc.items[0].regime if doc.items else doc.header.regime or ""
    rows = rows_of(doc.items)
    columns = _columns(rows, regime, doc.header.kind == "skp", said)
    plan = next(column.title for column in columns if column.key == "statement").capitalize()
    notes = notes_of(doc, rows, accepted, [aspect.codes for aspect in aspects], plan, lang)
    parties = _parties(doc, said)
    return Sheet(
        lang=said.lang,
        facts=_facts(doc, regime, bool(parties), said),
        parties=parties,
        statements=doc.score.statements,
        clean=None if doc.whole else doc.score.clean,
        columns=columns,
        sections=_sections(rows, columns, notes, said) if rows.entries else (),
        remark="" if rows.entries else said.no_texts if doc.whole else said.too_many,
        whole=notes.of(None),
        aspects=tuple(Aspect(printable(one.title), printable(one.basis), one.codes) for one in aspects),
        grounds=notes.grounds,
        signing=Signing(*map(printable, msgspec.structs.astuple(signing))),
    )


# -- the head


def _facts(doc: Reviewed, regime: str, known: bool, said: SheetWords) -> tuple[tuple[str, str], ...]:
    """Return period and form; the name of the file only where the form does not say whose it is."""
    facts = []
    if not known and doc.path != "-":
        facts.append((said.file, printable(re.split(r"[/\\]", doc.path)[-1])))
    if doc.header.period:
        facts.append((said.period, printable(_period(doc.header.period, said))))
    if regime:
        facts.append((said.form, said.regimes.get(regime, printable(regime))))
    return tuple(facts)


def _period(period: tuple[str, str], said: SheetWords) -> str:
    """Return a period in words; days that do not exist as they are written."""
    try:
        first, last = map(date.fromisoformat, period)
    except ValueError:
        return said.until.format(first=period[0], last=period[1])
    begins, ends = (f"{day.day} {said.months[day.month - 1]}" for day in (first, last))
    if first.year != last.year:
        begins = f"{begins} {first.year}"
    return said.until.format(first=begins, last=f"{ends} {last.year}")


def _parties(doc: Reviewed, said: SheetWords) -> tuple[Party, ...]:
    """Return the two persons of the form, nobody where it names none; the header says posts that the persons lack."""
    header, people = doc.header, doc.people
    owner = (said.owner, people.owner, header.post or "", header.unit or "")
    appraiser = (said.appraiser, people.appraiser, header.appraiser or "", "")
    parties = tuple(_party(*one, said) for one in (owner, appraiser))
    return parties if any(value != said.blank for party in parties for _, value in party.lines) else ()


def _party(title: str, person: Person, post: str, unit: str, said: SheetWords) -> Party:
    lines = (
        (said.name, person.name),
        (said.number, person.number),
        (said.rank, person.rank),
        (said.post, person.post or post),
        (said.unit, person.unit or unit),
    )
    return Party(title, tuple((label, printable(value) or said.blank) for label, value in lines))


# -- the table


def _columns(rows: Rows, regime: str, is_form: bool, said: SheetWords) -> tuple[Column, ...]:
    """Return the columns that a form of *regime* has, without those that nothing stands in and that it need not have."""
    lines = [line for entry in rows.entries for line in entry.lines]
    measured = is_form or any(line.indicator or line.target for line in lines)
    joined = "kualitatif" in regime
    keys = [
        "no",
        *(["above"] if any(entry.above for entry in rows.entries) else []),
        "statement",
        *(["aspect"] if any(line.aspect for line in lines) else []),
        *(["indicator"] if measured else []),
        *(["target"] if measured and not joined else []),
        "review",
        "notes",
    ]
    titles = {
        **said.columns,
        **(said.columns_2021 if regime.startswith("p8-2021") else {}),
        **(said.columns_kualitatif if joined else {}),
    }
    total = sum(_WEIGHTS[key] for key in keys)
    return tuple(Column(key, titles[key], _WEIGHTS[key] / total) for key in keys)


def _sections(rows: Rows, columns: Sequence[Column], notes: Notes, said: SheetWords) -> tuple[Section, ...]:
    """Return the sections in the order in which they begin, each with all its rows."""
    keys = [column.key for column in columns]
    names = dict.fromkeys(entry.section for entry in rows.entries)
    return tuple(
        Section(said.sections.get(name, name.upper()), tuple(_rows(rows, name, keys, notes, said))) for name in names
    )


def _rows(rows: Rows, section: str, keys: Sequence[str], notes: Notes, said: SheetWords) -> Iterator[Row]:
    own = [(n, entry) for n, entry in enumerate(rows.entries) if entry.section == section]
    number = 0
    # entries that follow each other and serve the same are under one cell; one that serves nothing stands alone
    for _, group in groupby(own, key=lambda one: one[1].above or one[0]):
        entries = [*group]
        served = sum(len(entry.lines) for _, entry in entries)
        for n, entry in entries:
            number += bool(entry.statement)
            span = len(entry.lines)
            for place, line in enumerate(entry.lines):
                cells = _cells(entry, line, number, said, joined="target" not in keys)
                spans = {"no": span, "statement": span, "above": served}
                yield Row(
                    tuple(Cell(cells[key], spans.get(key, 1)) for key in keys if key in cells), notes.of((n, place))
                )
                span = served = 0


def _cells(entry: Entry, line: Line, number: int, said: SheetWords, *, joined: bool) -> dict[str, str]:
    """Return the texts of the form by the key of their column; where *joined* the target stands below the indicator."""
    own = re.compile(rf"\s*{number}[.)]\s+")  # a number of its own would stand there twice
    indicator, target = printable(line.indicator), printable(line.target)
    if joined and target:
        indicator = "\n".join(filter(None, (indicator, said.target.format(target=target))))
    return {
        "no": str(number) if entry.statement else "",
        "above": printable(entry.above),
        "statement": printable(
            own.sub("", entry.statement, count=1) if own.match(entry.statement) else entry.statement
        ),
        "aspect": printable(line.aspect),
        "indicator": indicator,
        "target": target,
    }
