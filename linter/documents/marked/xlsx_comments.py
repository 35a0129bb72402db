"""The comments of a worksheet (legacy notes): ours are put in and taken out, those of the user stay word for word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from lxml import etree

from linter.documents.marked.package import Element
from linter.io.writable import CELL_UNITS, fitting, writable

Run = tuple[str, bool]
"""A piece of a comment, and whether it is bold."""

_FONT = (("sz", "9"), ("color", "indexed"), ("rFont", "Tahoma"), ("family", "2"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_PART = "\n\n"
_THREAD = "tc="
"""How the author of a placeholder is called that stands for a thread."""


class Comments:
    """The comments part of one sheet. *author* signs ours; *leads* are the lines that may open our part of a comment."""

    def __init__(self, root: Element, author: str, leads: Collection[str]) -> None:
        self.root = root
        self._space = f"{{{etree.QName(root).namespace}}}"
        self._author = author
        self._leads = {_bare(lead) for lead in leads} - {""}
        self._list = self._child("commentList")
        self._at: dict[str, Element] | None = None
        self.changed = False
        """Whether something of ours was taken out."""

    def strip(self) -> tuple[str, ...]:
        """Take out all that is ours; return the cells whose comments are gone."""
        gone = []
        for comment in self._comments():
            if self._is_ours(comment):
                gone.append(comment.get("ref", ""))
                self._list.remove(comment)
                self.changed = True
        return tuple(gone)

    def cells(self) -> frozenset[str]:
        """Return the cells that have a comment."""
        return frozenset(comment.get("ref", "") for comment in self._comments())

    def threads(self) -> frozenset[str]:
        """Return the cells whose comment only stands for a thread."""
        return frozenset(
            one.get("ref", "") for one in self._comments() if self._author_of(one).lower().startswith(_THREAD)
        )

    def add(self, cell: str, runs: Sequence[Run]) -> None:
        """Put *runs* into the comment of a cell, behind what the user wrote, or into a new one of ours."""
        if self._at is None:
            self._at = {one.get("ref", ""): one for one in reversed(self._comments())}
            self._disown()
        found = self._at.get(cell)
        if found is None:
            about = {"ref": cell, "authorId": str(self._author_number(self._author)), "shapeId": "0"}
            found = self._at[cell] = etree.SubElement(self._list, f"{self._space}comment", about)
        text = found.find(f"{self._space}text")
        if text is None:
            text = etree.Element(f"{self._space}text")
            found.insert(0, text)
        written = self._pieces(text)
        if written:
            runs = ((_PART + runs[0][0], runs[0][1]), *runs[1:])
        at = list(text).index(_own(written[-1], text)) + 1 if written else 0
        for n, run in enumerate(_fitted(runs, CELL_UNITS - sum(_units(one.text or "") for one in written))):
            text.insert(at + n, self._run(*run))
        plain = text.find(f"{self._space}t")
        if plain is not None:  # a text is either plain, or in runs
            run = etree.Element(f"{self._space}r")
            text.replace(plain, run)
            run.append(plain)

    def _comments(self) -> list[Element]:
        return list(self._list.iterchildren(f"{self._space}comment"))

    def _child(self, name: str) -> Element:
        found = self.root.find(f"{self._space}{name}")
        if found is None:
            found = etree.Element(f"{self._space}{name}")
            self.root.insert(0 if name == "authors" else len(self.root), found)
        return found

    def _is_ours(self, comment: Element) -> bool:
        """Tell whether nothing of *comment* is the user's; our part of one that is theirs is cut off."""
        author = self._author_of(comment)
        text = comment.find(f"{self._space}text")
        pieces = self._pieces(text) if text is not None else []
        words = "".join(piece.text or "" for piece in pieces)
        begin = self._lead_in(words)
        if begin is None:
            return author == self._author
        before = words[:begin].removesuffix("\n").removesuffix("\n")
        if not before.strip() and author.strip() in ("", self._author):  # LibreOffice keeps no author
            return True
        _cut(pieces, len(before))
        self.changed = True
        if author == self._author:  # what the user wrote before our words is theirs from now on
            comment.set("authorId", str(self._author_number("")))
        return False

    def _lead_in(self, words: str) -> int | None:
        """Return where the line stands that opens our part."""
        begin = 0
        for line in words.split("\n"):
            if _bare(line) in self._leads:
                return begin
            begin += len(line) + 1
        return None

    def _pieces(self, text: Element) -> list[Element]:
        """Return the elements that hold the words of a comment, without readings (phonetic runs)."""
        space = self._space
        return [one for one in text.iter(f"{space}t") if one.getparent().tag != f"{space}rPh"]

    def _author_of(self, comment: Element) -> str:
        return next((name for n, name in enumerate(self._authors()) if str(n) == comment.get("authorId")), "")

    def _author_number(self, author: str) -> int:
        known = self._authors()
        if author not in known:
            etree.SubElement(self._child("authors"), f"{self._space}author").text = author or None
        return (*known, author).index(author)

    def _authors(self) -> tuple[str, ...]:
        return tuple(one.text or "" for one in self._child("authors").iterchildren(f"{self._space}author"))

    def _disown(self) -> None:
        """Give the comments that name an author who is not there an empty one, lest they name the next to be added."""
        known = {str(n) for n in range(len(self._authors()))}
        for comment in self._comments():
            if comment.get("authorId") not in known:
                comment.set("authorId", str(self._author_number("")))

    def _run(self, words: str, bold: bool) -> Element:
        space = self._space
        run = etree.Element(f"{space}r")
        about = etree.SubElement(run, f"{space}rPr")
        if bold:
            etree.SubElement(about, f"{space}b")
        for name, value in _FONT:
            key, told = ("indexed", "81") if name == "color" else ("val", value)
            etree.SubElement(about, f"{space}{name}", {key: told})
        piece = etree.SubElement(run, f"{space}t", {_SPACE: "preserve"})
        piece.text = escaped(words)
        return run


def escaped(words: str) -> str:
    """Return *words* as a workbook holds them, in which "_x0041_" would be read as the character that it names."""
    return _ESCAPED.sub("_x005F_", words)


def plain(text: str) -> str:
    """Return *text* as a cell or a comment can hold it, its lines parted by line feeds alone."""
    return writable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _bare(line: str) -> str:
    return line.replace("_x000D_", "").strip().rstrip(":")


def _own(piece: Element, text: Element) -> Element:
    """Return the child of *text* that holds *piece*."""
    parent = piece.getparent()
    return piece if parent is text else parent


def _cut(pieces: Iterable[Element], keep: int) -> None:
    """Keep the first *keep* characters of *pieces*; the runs behind them are taken away."""
    for piece in pieces:
        words = piece.text or ""
        if keep:
            piece.text = words[:keep]
            keep -= len(piece.text)
        else:
            run = piece.getparent()
            run.remove(piece)
            if etree.QName(run).localname == "r" and run.find(piece.tag) is None:
                run.getparent().remove(run)


def _fitted(runs: Iterable[Run], units: int) -> Iterable[Run]:
    """Yield of *runs* what there is room for, at most *units* UTF-16 units."""
    for words, bold in runs:
        if units <= 1:
            return
        yield fitting(words, units), bold
        units -= _units(words)


def _units(words: str) -> int:
    return len(words) + sum(char > "\uffff" for char in words)
