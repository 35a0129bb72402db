"""Marks a Word document (DOCX): the notes become comments on the paragraphs that they are about, in a copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linter.documents.docx import BROKEN, LOCKED, Element, blocks, cells_of, look, text_of, w
from linter.documents.marked.copy import Copy
from linter.documents.marked.package import Package, Relations
from linter.documents.marked.texts import filled, grouped, one_line, whole_notes
from linter.documents.marked.word_comments import Comments
from linter.documents.marked.xlsx_drop import drop_signatures
from linter.documents.ziplimits import unpacked
from linter.model import Said, UserError
from linter.model.reviewed import Marking, Remark

_Places = dict[tuple[int, ...], Sequence[Element]]
"""The paragraphs at each place: by the number of a paragraph, or by table, row and column."""


def mark_docx(data: bytes, path: str, marking: Marking) -> Copy:
    """Return a copy of a Word document with its notes as comments; those of the same author in *data* are taken away.

    ``at`` of a remark is as ``read_docx`` gives it. Comments of others stay, and so do all parts but the text, its
    comments and what relates to these. Raises UserError for a file that is broken, locked, or would take too much memory.
    """
    look(data, path)
    with unpacked(data, path, BROKEN, LOCKED) as archive:
        package = Package(archive, data, path, BROKEN)
        main = Relations(package, "").part("officeDocument")
        document = package.tree(main)
        body = document.find(w("body"))
        if body is None:
            raise UserError(BROKEN, path=path)
        comments = Comments(package, main, document, marking.author)
        left = _add_all(comments, _places(body), marking)
        comments.save()
        told = drop_signatures(package)
        return Copy(data=package.saved(), suffix=".docx", told=(*told, _left_out(left)) if left else told)


def _add_all(comments: Comments, places: _Places, marking: Marking) -> int:
    """Add the notes of a *marking*; return how many found no paragraph to stand at."""
    paragraphs = [one for said in places.values() for one in said]
    first = next((one for one in paragraphs if text_of(one).strip()), next(iter(paragraphs), None))
    remarks = grouped(marking.remarks, lambda at: tuple(sorted(at.items())))
    found = {key: _paragraph(group[0].at, places) for key, group in remarks.items()}
    whole = whole_notes(marking.listing)
    lost = [one for key, group in remarks.items() if found[key] is None for one in group]
    if first is not None and (whole or lost):
        titled = [(one_line(marking.listing.title), whole)] if whole else []
        comments.add(first, [*titled, *map(_said, lost)])
    for key, group in remarks.items():
        if (paragraph := found[key]) is not None:
            comments.add(paragraph, list(map(_said, group)))
    return 0 if first is not None else len(whole) + len(lost)


def _said(remark: Remark) -> tuple[str, Sequence[str]]:
    return one_line(remark.title), filled(remark.text)


def _places(body: Element) -> _Places:
    places: _Places = {}
    for place, element in blocks(body):
        if "row" not in place:
            places[(place["paragraph"],)] = (element,)
        else:
            for cell in cells_of(element):
                places[place["table"], place["row"], cell.column + 1] = cell.paragraphs
    return places


def _paragraph(at: Mapping[str, Any], places: _Places) -> Element | None:
    """Return the paragraph that a remark *at* a place is about, None where there is none.

    That is the one in which its line stands, or the first behind it that has text: a cell may begin with empty ones.
    """
    keys = ("table", "row", "column") if "row" in at else ("paragraph",)
    paragraphs = places.get(tuple(at.get(key, 0) for key in keys), ())
    said: list[Element] = []
    behind: list[Element] = []
    line = 1
    for paragraph in paragraphs:
        text = text_of(paragraph)
        line += text.count("\n") + 1
        if text.strip():
            said.append(paragraph)
            behind += [paragraph] if line > at.get("line", 1) else []
    return next(iter((*behind, *said, *paragraphs)), None)


def _left_out(notes: int) -> Said:
    return Said(
        f"{notes} catatan tidak termuat dalam salinan ini, karena dokumennya tidak memiliki paragraf",
        f"{notes} notes are not in this copy, since the document has no paragraph",
    )
