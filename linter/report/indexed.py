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
    value = said["value"].format(title=index.title, value=number(index.value, words), band=index.band)
    out = [((title, "strong"),), *paragraph(value, room, role="strong")]
    for group in index.groups:
        out += indent(_group(group, words, room - 2), 2)
    if index.taken:
        out += [((said["takes"], "dim"),), *_taken(document, index, words, room)]
    return [*out, *paragraph(index.about, room, role="dim")]


def _group(group: GroupScore, words: Words, room: int) -> list[Line]:
    judged = [text for text in group.texts if text.share is not None]
    mean = number(group.mean, words, 3) if group.mean is not None else "–"
    said = words.index["mean"].format(title=group.title, mean=mean, n=len(judged), weight=number(group.weight, words))
    out = paragraph(said, room)
    for text in group.texts:
        out += indent(_text(text, words, room - 2), 2)
    return out


def _text(text: TextScore, words: Words, room: int) -> list[Line]:
    """Return a text with its slots, those in which nothing is missing left out."""
    place = f"{spoken(text.at, words)}: " if text.at else ""
    if text.share is None:
        return paragraph(words.index["not_judged"].format(why=text.why), room, lead=place, role="dim")
    told = []
    for slot in text.slots:
        if slot.points is None:
            told.append(f"{slot.title} {words.index['not_judged'].format(why=slot.why)}")
        elif slot.points < slot.most:
            points = words.index["slot"].format(
                title=slot.title, points=number(slot.points, words, 2), most=number(slot.most, words, 2)
            )
            told.append(f"{points} ({', '.join(slot.codes)})")
    return paragraph("; ".join((number(text.share, words, 3), *told)), room, lead=place, lead_role="dim")


def _taken(document: Reviewed, index: Index, words: Words, room: int) -> list[Line]:
    notes = {note.key: note for note in document.notes}
    titles = {slot.name: slot.title for group in index.groups for text in group.texts for slot in text.slots}
    out: list[Line] = []
    for taken in index.taken:
        told = _points(taken, notes, titles, words)
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
