"""The human report with the index of wording: its arithmetic for each document, point by point."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model import GroupScore, Index, Noted, Reviewed, Taken, TextScore
from linter.report.harmless import harmless
from linter.report.layout import BLANK, Line, indent, paragraph
from linter.report.place import spoken
from linter.report.teks import Teks
from linter.report.words import Words


class Indexed(Teks):
    """Writes the human report, and how the index of each document comes about once nothing more will be said of it."""

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        self.end_document()
        for document in documents:
            self.put([*index_lines(document, self.words, self.room), BLANK])


def index_lines(document: Reviewed, words: Words, room: int) -> list[Line]:
    """Return the index of a document with its arithmetic: means by group, points by text, what each note takes."""
    said, index = words.index, document.score.index
    name = words.standard_input if document.path == "-" else harmless(document.path)
    title = f"{name} ({document.number})" if document.number > 1 else name
    if index is None:
        return paragraph(said["none" if document.whole else "too_long"], room, lead=f"{title}: ", lead_role="strong")
    out = [((title, "strong"),), *paragraph(index_said(index, words), room, role="strong")]
    for group in index.groups:
        out += indent(_group(group, words, room - 2), 2)
    if index.taken:
        out += [((said["takes"], "dim"),), *_taken(document, index, words, room)]
    return [*out, *paragraph(index.about, room, role="dim")]


def index_said(index: Index, words: Words) -> str:
    """Return the number of an index with its band."""
    return words.index["value"].format(title=index.title, value=number(index.value, words), band=index.band)


def _group(group: GroupScore, words: Words, room: int) -> list[Line]:
    out = paragraph(group_said(group, words), room)
    for text in group.texts:
        place = f"{spoken(text.at, words)}: " if text.at else ""
        judged = text.share is not None
        lead, role = ("dim", "") if judged else ("", "dim")
        out += indent(paragraph(text_said(text, words), room - 2, lead=place, lead_role=lead, role=role), 2)
    return out


def group_said(group: GroupScore, words: Words) -> str:
    """Return the mean of a group with how many texts it is of, and its weight."""
    judged = [text for text in group.texts if text.share is not None]
    mean = number(group.mean, words, 3) if group.mean is not None else "–"
    return words.index["mean"].format(title=group.title, mean=mean, n=len(judged), weight=number(group.weight, words))


def text_said(text: TextScore, words: Words) -> str:
    """Return the share of a text with its slots, those in which nothing is missing left out."""
    if text.share is None:
        return words.index["not_judged"].format(why=text.why)
    told = []
    for slot in text.slots:
        if slot.points is None:
            told.append(f"{slot.title} {words.index['not_judged'].format(why=slot.why)}")
        elif slot.points < slot.most:
            points = words.index["slot"].format(
                title=slot.title, points=number(slot.points, words, 2), most=number(slot.most, words, 2)
            )
            told.append(f"{points} ({', '.join(slot.codes)})")
    return "; ".join((number(text.share, words, 3), *told))


def taken_said(document: Reviewed, index: Index, words: Words) -> tuple[str, ...]:
    """Return what each note takes from the *index* of a document."""
    notes = {note.key: note for note in document.notes}
    titles = {slot.name: slot.title for group in index.groups for text in group.texts for slot in text.slots}
    return tuple(_points(taken, notes, titles, words) for taken in index.taken)


def _taken(document: Reviewed, index: Index, words: Words, room: int) -> list[Line]:
    out: list[Line] = []
    for told in taken_said(document, index, words):
        out += indent(paragraph(told, room - 2), 2)
    return out


def _points(taken: Taken, notes: Mapping[str, Noted], titles: Mapping[str, str], words: Words) -> str:
    note = notes[taken.key]
    said = words.index["taken"].format(
        points=f"−{number(taken.points, words, 2)}",
        codes=f"{taken.code}, {spoken(note.item.at, words)}",
        slot=titles.get(taken.slot, taken.slot),
    )
    return f"{said} ({words.index['shared']})" if taken.shared else said


def number(value: float, words: Words, digits: int = 1) -> str:
    """Return a number with at most so many *digits*, with the comma of the language."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return text if words.lang == "en" else text.replace(".", ",")
