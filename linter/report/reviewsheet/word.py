"""The Lembar Reviu as a Word document; needs python-docx, the extra "docx"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.model import Said, UserError
from linter.report.reviewsheet.content import Sheet, Signing
from linter.report.reviewsheet.notes import Note, found, grounded, standing
from linter.report.reviewsheet.words import SheetWords, sheet_words

if TYPE_CHECKING:
    from linter.report.reviewsheet.paper import CellText, Paper


def to_docx(sheet: Sheet) -> bytes:
    """Return the *sheet* as a Word document (DOCX); the same sheet gives the same bytes.

    Only the accepted notes are in it. Raises UserError where python-docx is not installed.
    """
    try:
        from linter.report.reviewsheet.paper import Paper
    except ImportError:
        raise UserError(_NOT_INSTALLED) from None
    said = sheet_words(sheet.lang)
    paper = Paper(said.title, said.locale, (said.page, said.of))
    _head(paper, sheet, said)
    if sheet.remark:
        paper.line(((sheet.remark, ""),), after=6)
    else:
        _rows(paper, sheet, said)
    if sheet.clean is None:
        _aspects(paper, sheet, said)
        _whole(paper, sheet.whole, said)
    _signing(paper, sheet.signing, said)
    _grounds(paper, sheet, said)
    return paper.data()


def _head(paper: Paper, sheet: Sheet, said: SheetWords) -> None:
    paper.heading(said.title.upper(), level=0, size=14, centred=True)
    paper.line(((" · ".join(f"{label}: {value}" for label, value in sheet.facts), ""),), centred=True, after=8)
    if sheet.parties:
        table = paper.table([0.13, 0.37, 0.13, 0.37])
        table.band(*(party.title.upper() for party in sheet.parties))
        for lines in zip(*(party.lines for party in sheet.parties), strict=True):
            table.row([_plain(text) for line in lines for text in line])
        paper.line((), after=2)
    for name, line in standing(sheet.notes, sheet.statements, sheet.clean, said):
        if line:
            paper.line(((line, "b" if name == "headline" else ""),), size=10.5 if name == "headline" else 9, kept=True)
    paper.line((), kept=True)


def _rows(paper: Paper, sheet: Sheet, said: SheetWords) -> None:
    table = paper.table([column.share for column in sheet.columns])
    table.head(column.title for column in sheet.columns)
    for section in sheet.sections:
        if section.title:
            table.band(section.title)
        for row in section.rows:
            form = [_plain(cell.text if cell.span else "") for cell in row.cells]
            table.row(
                [*form, _found(row.notes, said), _listed(row.notes)],
                [cell.span for cell in row.cells],
                whole=not row.long,
            )


def _aspects(paper: Paper, sheet: Sheet, said: SheetWords) -> None:
    paper.heading(said.aspects, level=1, size=10.5)
    table = paper.table([0.65, 0.35])
    table.head((said.aspect, said.columns["review"]))
    for number, aspect in enumerate(sheet.aspects):
        title = (((f"{number + 1}. {aspect.title}", ""),), ((aspect.basis, "s"),))
        table.row([title, _found((note for note in sheet.notes if note.aspect == number), said)])


def _whole(paper: Paper, notes: Sequence[Note], said: SheetWords) -> None:
    paper.heading(said.whole, level=1, size=10.5)
    table = paper.table([0.25, 0.75])
    table.head((said.columns["review"], said.columns["notes"]))
    table.row([_found(notes, said), _listed(notes)], whole=False)


def _signing(paper: Paper, signing: Signing, said: SheetWords) -> None:
    """Write the sentence about what was judged and, in one row that no page break parts, where the reviewer signs."""
    paper.line(())
    paper.line(((said.judges_wording, "i"),), after=6, kept=True)
    dots = "." * 30
    name, number = signing.name or 2 * dots, signing.number or dots
    block: CellText = (
        ((f"{signing.place or dots}, {signing.date or dots}", ""),),
        ((said.reviewer, ""),),
        *[()] * 4,
        ((name, "b"),),
        ((f"{said.number} {number}", ""),),
    )
    paper.table([0.68, 0.32], ruled=False).row([(), block])


def _grounds(paper: Paper, sheet: Sheet, said: SheetWords) -> None:
    based = [(told, ground) for _, told, ground in grounded(sheet.notes, sheet.grounds) if told]
    if not based:
        return
    paper.heading(said.grounds, level=1, size=10.5)
    table = paper.table([0.2, 0.25, 0.55])
    table.head((said.note, said.code, said.basis))
    for told, ground in based:
        table.row([_plain(told, "s"), _plain(ground.rule, "s"), _plain(ground.basis, "s")])


def _plain(text: str, style: str = "") -> CellText:
    """Return a *text* as the paragraphs of a cell, one for each line."""
    return tuple(((line, style),) for line in text.split("\n"))


def _found(notes: Iterable[Note], said: SheetWords) -> CellText:
    return tuple(((line, ""),) for line in found(notes, said))


def _listed(notes: Iterable[Note]) -> CellText:
    """Return the accepted among *notes*, each with its number, what it is about, and how the text could be."""
    listed: list[tuple[tuple[str, str], ...]] = []
    for note in notes:
        if note.number:
            about = f"{note.about}: " if note.about else ""
            number = "ba" if listed else "b"
            listed.append(((f"({note.number}) ", number), (about, "i"), (note.message, "")))
            listed += [((note.better, ""),)] if note.better else []
    return tuple(listed)


_NOT_INSTALLED = Said(
    "untuk menulis Lembar Reviu sebagai dokumen Word, pasang dahulu: pip install 'skplint[docx]'",
    "to write the review sheet as a Word document install first: pip install 'skplint[docx]'",
)
