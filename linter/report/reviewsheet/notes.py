"""The notes of a Lembar Reviu: in the order of their rows, numbered as far as they were accepted, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from linter.model import SEVERITIES, Finding, Item, Reviewed
from linter.report.notes import changes, citations, one_line
from linter.report.reviewsheet.printable import printable
from linter.report.reviewsheet.rows import Rows, Spot, spots_of
from linter.report.reviewsheet.words import SheetWords, sheet_words
from linter.report.words import Words, words


class Note(msgspec.Struct, frozen=True):
    """A note as it is printed: ``number`` counts the accepted ones of the sheet, and is 0 for one that is not printed.

    ``decision`` is None where nobody decided. ``about`` says what the note is about, ``better`` what the text could be;
    ``aspect`` and ``ground`` are places in the lists of the sheet; ``statement`` tells apart the statements that notes ask
    to change, and is -1 where a note asks none.
    """

    key: str
    number: int
    decision: bool | None
    severity: str
    mandatory: bool
    about: str
    message: str
    better: str
    aspect: int
    ground: int
    statement: int


class Ground(msgspec.Struct, frozen=True):
    """What notes rest on: the rule, and its citations with their force."""

    rule: str
    basis: str


class Notes(msgspec.Struct, frozen=True):
    """The notes of each row, under None those about the document as a whole, and what they all rest on."""

    at: dict[Spot | None, tuple[Note, ...]]
    grounds: tuple[Ground, ...]

    def of(self, spot: Spot | None) -> tuple[Note, ...]:
        """Return the notes of one row, or of the whole, in the order of their numbers."""
        return self.at.get(spot, ())


def notes_of(
    doc: Reviewed, rows: Rows, accepted: Mapping[str, bool], aspects: Sequence[frozenset[str]], plan: str, lang: str
) -> Notes:
    """Return the notes of *doc* by row.

    *accepted* is what was decided, by fingerprint; *aspects* are the codes of each aspect, the last of which takes in what
    no other has; *plan* is what the form calls a rencana kinerja.
    """
    told, mandatory = words(lang), frozenset(doc.score.mandatory)
    spots = spots_of(doc.notes, doc.items, rows)
    in_order = sorted(zip(spots, doc.notes, strict=True), key=lambda one: (one[0] is None, one[0] or ()))
    found: dict[Spot | None, list[Note]] = {}
    grounds: dict[Ground, int] = {}
    number = 0
    for spot, noted in in_order:
        finding, item, decision = noted.finding, noted.item, accepted.get(noted.key)
        number += decision is True
        note = Note(
            key=noted.key,
            number=number if decision else 0,
            decision=decision,
            severity=finding.severity,
            mandatory=noted.key in mandatory,
            about=_about(item, plan, told, quoted=spot is None),
            message=printable(one_line(finding.message)),
            better=printable(_better(finding, item, told)),
            aspect=next((n for n, codes in enumerate(aspects) if finding.code in codes), len(aspects) - 1),
            ground=grounds.setdefault(_ground(finding, told), len(grounds)),
            statement=spot[0] if spot and item.part == "rencana_kinerja" and finding.severity != "info" else -1,
        )
        found.setdefault(spot, []).append(note)
    return Notes({spot: tuple(notes) for spot, notes in found.items()}, tuple(grounds))


def found(notes: Iterable[Note], said: SheetWords) -> tuple[str, ...]:
    """Return what the accepted among *notes* ask for, a line for each severity: "Perlu diperbaiki (1), (3)"."""
    told = words(said.lang)
    printed = [note for note in notes if note.number]
    by_severity = ((told.severity[one], [note for note in printed if note.severity == one]) for one in SEVERITIES)
    return tuple(f"{name} {numbers(some)}" for name, some in by_severity if some) or (said.no_notes,)


def numbers(notes: Iterable[Note]) -> str:
    """Return the numbers of the accepted among *notes*: "(1), (3)"."""
    return ", ".join(f"({note.number})" for note in notes if note.number)


def grounded(notes: Sequence[Note], grounds: Sequence[Ground]) -> tuple[tuple[int, str, Ground], ...]:
    """Return the place of each ground, the numbers of the accepted *notes* that rest on it ("" for none), and the ground.

    They come in the order of these numbers.
    """
    based = [[note for note in notes if note.number and note.ground == place] for place in range(len(grounds))]
    order = sorted(range(len(grounds)), key=lambda place: based[place][0].number if based[place] else 0)
    return tuple((place, numbers(based[place]), grounds[place]) for place in order)


def standing(
    notes: Sequence[Note], statements: int, clean: int | None, said: SheetWords
) -> tuple[tuple[str, str], ...]:
    """Return the headline of a sheet, what is mandatory and missing, and how many notes nobody decided.

    Each line has a name, and is "" where it does not apply. A statement is without notes where no accepted one asks to
    change it; where the notes are not at hand *clean* says how many are, and nothing else is known.
    """
    told = words(said.lang)
    printed = [note for note in notes if note.number]
    asked = {note.statement for note in printed if note.statement >= 0}
    headline = told.headline.format(clean=statements - len(asked) if clean is None else clean, statements=statements)
    only_considered = statements and any(note.severity == "info" for note in printed)
    mandatory = [note for note in printed if note.mandatory]
    missing = said.mandatory.format(count=len(mandatory), numbers=numbers(mandatory))
    undecided = sum(note.decision is None for note in notes)
    return (
        ("headline", headline if statements else ""),
        ("infos", told.infos_apart if only_considered else ""),
        ("mandatory", missing if mandatory else said.none_mandatory if clean is None else ""),
        ("open", said.open.format(count=undecided) if undecided else ""),
    )


def _about(item: Item, plan: str, told: Words, *, quoted: bool) -> str:
    """Return what a note is about; the text itself is quoted where no row shows it."""
    if item.part == "dokumen":
        return ""
    name = plan if item.part == "rencana_kinerja" else told.parts.get(item.part, item.part).capitalize()
    text = one_line(item.text)
    return printable(f"{name} “{text}”") if quoted and text else name


def _better(finding: Finding, item: Item, told: Words) -> str:
    if finding.suggestions:
        return sheet_words(told.lang).example.format(text=one_line(finding.suggestions[0]))
    return f"{told.change}{changes(finding.fix, item.text, told)}" if finding.fix and finding.fix.edits else ""


def _ground(finding: Finding, told: Words) -> Ground:
    citation = one_line(citations(finding.basis, finding.force, told))
    return Ground(printable(f"{finding.code} {finding.name}"), printable(citation))
