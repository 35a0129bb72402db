"""Marks a workbook: a copy with comments and colours at the cells that are noted, and a sheet that lists all notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from linter.documents.marked.copy import Copy
from linter.documents.marked.package import Package, Relations
from linter.documents.marked.xlsx_book import PART, Book, Place
from linter.documents.marked.xlsx_comments import Comments, Run, plain
from linter.documents.marked.xlsx_drop import drop_macros, drop_signatures
from linter.documents.marked.xlsx_grid import Grid, cell_of
from linter.documents.marked.xlsx_notesheet import notes_sheet
from linter.documents.marked.xlsx_sheet import Vocabulary, Worksheet, coloured
from linter.documents.marked.xlsx_styles import COLOURS, Styles
from linter.documents.marked.xlsx_vml import NEW, Box, block_after, is_empty, with_boxes, without_boxes
from linter.documents.workbook import notes_sheets
from linter.documents.xlsxguard import BROKEN, LOCKED, look
from linter.documents.ziplimits import unpacked
from linter.io.ours import NOTES_TITLES
from linter.model import Marking, Remark, Said

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWINGS = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BOX_WIDTH, _BOX_HEIGHT, _BOX_MOST = 260, 120, 400
"""Points."""
_LINE_LENGTH, _LINE_HEIGHT = 46, 12
"""Characters of a line in a box, and points."""

Remarks = Mapping[str, Sequence[Remark]]
"""The remarks at each cell of a sheet."""


def mark_xlsx(data: bytes, path: str, marking: Marking) -> Copy:
    """Return a copy of the workbook in *data* with the remarks as comments and colours, and the listing as a sheet.

    What an earlier marking put into it is replaced; all else stays, byte for byte where no note stands. Raises UserError
    for a workbook that is broken, locked, or would harm, and for a sheet that is too large to be changed.
    """
    look(data, path)
    with unpacked(data, path, BROKEN, LOCKED) as archive:
        package = Package(archive, data, path, BROKEN)
        book = Book(package)
        told = [*drop_signatures(package), *drop_macros(package, PART, book.relations)]
        styles = Styles(package, book.words, book.relations)
        places = book.sheets()
        ours = _own_sheet(package, data, path, places, marking)
        remarks = _by_sheet(marking.remarks)
        untold = list[str]()
        for place in places:
            if place != ours:
                untold += _Marked(package, place, marking, styles).mark(remarks.get(place.name, {}))
        listed = ours or book.add_sheet(marking.listing.title)
        if untold:
            told.append(_untold(untold, listed.name))
        _list_notes(package, book, listed, marking, styles, {place.name for place in places})
        return Copy(package.saved(), ".xlsx", tuple(told))


def _own_sheet(package: Package, data: bytes, path: str, places: Sequence[Place], marking: Marking) -> Place | None:
    """Return the sheet that an earlier marking wrote, None where there is none."""
    titles = {*NOTES_TITLES, marking.listing.title}
    texts = [name for name in package.names() if name.lower().endswith("sharedstrings.xml")]
    raw = (package.read(part) for part in (*texts, *(place.part for place in places)))
    if not any(title.encode() in part for part in raw for title in titles):
        return None  # told without reading every cell
    found = notes_sheets(data, path, titles)
    return next((place for place in places if place.name in found), None)


def _by_sheet(remarks: Sequence[Remark]) -> dict[str, dict[str, list[Remark]]]:
    found: dict[str, dict[str, list[Remark]]] = {}
    for remark in remarks:
        sheet, cell = (str(remark.at.get(name, "")) for name in ("sheet", "cell"))
        if cell_of(cell):
            found.setdefault(sheet, {}).setdefault(cell, []).append(remark)
    return found


def _list_notes(
    package: Package, book: Book, place: Place, marking: Marking, styles: Styles, places: Collection[str]
) -> None:
    """Write the sheet of notes; what the user drew or commented on an earlier one stays on it."""
    kept = []
    if package.has(place.part):
        before = Worksheet(package, place.part)
        kept = [*before.children("drawing"), *before.children("legacyDrawing")]
    text = notes_sheet(marking.listing, places, styles, book.words, kept)
    package.put(place.part, text.encode())
    book.name_notes(place, marking.listing)
    book.save()
    styles.save()


class _Marked:
    """One worksheet of the user, with what belongs to it."""

    def __init__(self, package: Package, place: Place, marking: Marking, styles: Styles) -> None:
        self._package = package
        self._place = place
        self._marking = marking
        self._styles = styles
        self._relations = Relations(package, place.part)
        self._part = self._relations.part("comments")

    def mark(self, remarks: Remarks) -> tuple[str, ...]:
        """Put *remarks* at their cells, instead of those of an earlier marking; return the cells that got no comment."""
        package, place = self._package, self._place
        if not (remarks or self._part or coloured(package.read(place.part))):
            return ()
        sheet = Worksheet(package, place.part)
        comments = self._comments(sheet.words)
        gone = comments.strip()
        if not (remarks or comments.changed or coloured(package.read(place.part))):
            return ()
        threads = comments.threads() | self._threads()
        noted = {cell: found for cell, found in remarks.items() if cell not in threads}
        known = comments.cells()
        boxes = list(self._boxes(sheet, {cell: found for cell, found in noted.items() if cell not in known}))
        if not self._draw(sheet, gone, boxes):
            noted = {cell: found for cell, found in noted.items() if cell in known}
        for cell, found in noted.items():
            comments.add(cell, self._runs(found))
        self._save(sheet.words, comments)
        sheet.colour(_by_severity(remarks), self._styles.colours() if remarks else {})
        package.put(place.part, sheet.written())
        return tuple(f"'{place.name[:60]}' {cell}" for cell in remarks if cell not in noted)

    def _comments(self, words: Vocabulary) -> Comments:
        package = self._package
        empty = f'<comments xmlns="{words.main}"><authors/><commentList/></comments>'.encode()
        root = package.tree(self._part) if self._part else package.parsed(empty)
        return Comments(root, self._marking.author, {self._marking.lead, *NOTES_TITLES})

    def _threads(self) -> frozenset[str]:
        """Return the cells of the sheet that have a thread of comments."""
        parts = [part for _, part in self._relations.of("threadedComment") if self._package.has(part)]
        found = (self._package.tree(part).iter("{*}threadedComment") for part in parts)
        return frozenset(one.get("ref", "") for thread in found for one in thread)

    def _runs(self, remarks: Sequence[Remark]) -> tuple[Run, ...]:
        """Return the words of a comment: the line that says whose they are, and the remarks parted by blank lines."""
        english = self._marking.listing.title == NOTES_TITLES[1]
        runs: list[Run] = [(plain(self._marking.lead), False)]
        for remark in remarks:
            line = remark.at.get("line", 1)
            where = f"{'line' if english else 'baris'} {line}: " if line != 1 else ""
            runs.append((plain(f"\n{where}{remark.title}"), True))
            runs.append((plain(f"\n{remark.text}\n" if remark.text else "\n"), False))
        runs[-1] = (runs[-1][0].removesuffix("\n"), False)
        return tuple(run for run in runs if run[0])

    def _boxes(self, sheet: Worksheet, noted: Remarks) -> Iterator[Box]:
        """Yield the boxes of the comments that are new."""
        cells = [(found, remarks) for cell, remarks in noted.items() if (found := cell_of(cell))]
        grid = Grid(sheet, max((row for (row, _), _ in cells), default=0))
        for (row, column), remarks in cells:
            words = "".join(run for run, _ in self._runs(remarks))
            lines = sum(-(-max(len(line), 1) // _LINE_LENGTH) for line in words.split("\n"))
            height = min(max(lines * _LINE_HEIGHT + _LINE_HEIGHT, _BOX_HEIGHT), _BOX_MOST)
            anchor = grid.box(row, column, _BOX_WIDTH * 4 // 3, height * 4 // 3)
            yield Box(row, column, _BOX_WIDTH, height, anchor)

    def _draw(self, sheet: Worksheet, gone: Sequence[str], boxes: Sequence[Box]) -> bool:
        """Take the boxes of comments that are gone from the drawing and put new ones into it; False where it takes none."""
        package, relations = self._package, self._relations
        id_ = sheet.drawing()
        part = next((part for one, part in relations.of("vmlDrawing") if one == id_ and package.has(part)), "")
        if not part and not boxes:
            return True
        others = [name for name in package.names() if name.lower().endswith(".vml")]
        before = package.source(part) if part else NEW % block_after([package.read(name) for name in others])
        cleared = without_boxes(before, {cell for one in gone if (cell := cell_of(one))})
        after = with_boxes(cleared, boxes) if boxes else cleared
        if after is None:
            package.put(part, cleared)
            return False
        if part and gone and is_empty(after):
            package.drop(part)
            relations.remove(id_)
            sheet.set_drawing("")
            return True
        if not part:
            part = package.free(lambda n: f"xl/drawings/vmlDrawing{n}.vml")
            package.default_type("vml", _DRAWINGS)
            sheet.set_drawing(relations.add(sheet.words.type_of("vmlDrawing"), part))
        package.put(part, after)
        return True

    def _save(self, words: Vocabulary, comments: Comments) -> None:
        """Write the comments, or take their part away where none is left."""
        package, relations = self._package, self._relations
        if comments.cells():
            if not self._part:
                self._part = package.free(lambda n: f"xl/comments{n}.xml")
                package.set_type(self._part, _COMMENTS)
                relations.add(words.type_of("comments"), self._part)
            package.put_tree(self._part, comments.root)
        elif self._part:
            package.drop(self._part)
            for id_, part in relations.of("comments"):
                if part == self._part:
                    relations.remove(id_)


def _by_severity(remarks: Remarks) -> dict[str, list[str]]:
    """Return the cells of each severity, the gravest first; a cell counts with its gravest remark."""
    found: dict[str, list[str]] = {severity: [] for severity in COLOURS}
    for cell, noted in remarks.items():
        told = {remark.severity for remark in noted}
        found[next((severity for severity in COLOURS if severity in told), "info")].append(cell)
    return {severity: cells for severity, cells in found.items() if cells}


def _untold(cells: Sequence[str], listed: str) -> Said:
    shown = ", ".join(cells[:8]) + (", …" if len(cells) > 8 else "")
    return Said(
        f"sel berikut tidak diberi komentar, sebab sudah memiliki utas komentar atau komentarnya tidak dapat digambar; "
        f"catatannya ada di lembar '{listed}': {shown}",
        f"these cells got no comment, since they have a thread of comments or no comment can be drawn there; "
        f"their notes are on the sheet '{listed}': {shown}",
    )
