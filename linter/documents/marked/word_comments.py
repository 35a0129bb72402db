"""The comments of a Word document: takes away those of one author and adds new ones, whatever else refers to them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from linter.documents.docx import WORD, Element, w
from linter.documents.marked.package import Package, Relations

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_THREADS = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts in which Word keeps more about comments, by the last word of their relationship; the ids in the second are those
in the third."""
_INITIALS = "skp"


class Comments:
    """The comments of the *document* in the part *main* and their marks in its text, those by *author* taken away.

    Replies of others to these become comments of their own.
    """

    def __init__(self, package: Package, main: str, document: Element, author: str) -> None:
        self._package = package
        self._main = main
        self._document = document
        self._author = author
        self._relations = Relations(package, main)
        self._part = self._relations.part("comments")
        empty = f'<w:comments xmlns:w="{WORD}"/>'.encode()
        self._root = package.tree(self._part) if self._part else package.parsed(empty)
        self._changed = self._remove()
        elements = (*self._root.iter(w("comment")), *document.iter(*map(w, _MARKS)))
        self._next = max((int(one.get(w("id"), "")) for one in elements), default=-1) + 1
        """A number that no comment has, nor any mark of one that is lost."""

    def _remove(self) -> bool:
        """Take away the comments by the author; tell whether there were any."""
        ours = [one for one in self._root.iter(w("comment")) if one.get(w("author")) == self._author]
        ids = {one.get(w("id")) for one in ours}
        for mark in [one for one in self._document.iter(*map(w, _MARKS)) if one.get(w("id")) in ids]:
            run = mark.getparent()
            run.remove(mark)
            if run.tag == w("r") and all(left.tag == w("rPr") for left in run):
                run.getparent().remove(run)
        for comment in ours:
            comment.getparent().remove(comment)
        self._forget({one.get(_PARAGRAPH) for comment in ours for one in comment.iter(w("p"))} - {None})
        return bool(ours)

    def add(self, paragraph: Element, said: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Add a comment by the author on all of a *paragraph*: titles, each with lines below it."""
        about = {w("id"): str(self._next)}
        self._next += 1
        said_by = {w("author"): self._author, w("initials"): _INITIALS}
        comment = etree.SubElement(self._root, w("comment"), {**about, **said_by})
        for title, lines in said:
            _write(comment, title, bold=True)
            for line in lines:
                _write(comment, line, bold=False)
        reference = _styled(etree.SubElement(comment[0], w("r")), "rPr", "rStyle", "CommentReference")
        etree.SubElement(reference, w("annotationRef"))
        comment[0].insert(1, reference)
        paragraph.insert(
            int(len(paragraph) > 0 and paragraph[0].tag == w("pPr")), etree.Element(w("commentRangeStart"), about)
        )
        etree.SubElement(paragraph, w("commentRangeEnd"), about)
        run = _styled(etree.SubElement(paragraph, w("r")), "rPr", "rStyle", "CommentReference")
        etree.SubElement(run, w("commentReference"), about)
        self._changed = True

    def save(self) -> None:
        """Put what was changed into the package."""
        if not self._changed:
            return
        self._package.put_tree(self._main, self._document)
        if not self._part:
            folder = self._main.rpartition("/")[0]
            self._part = self._package.free(lambda n: f"{folder}/comments{n if n > 1 else ''}.xml".lstrip("/"))
            self._relations.add(f"{_RELATIONS}/comments", self._part)
            self._package.set_type(self._part, _TYPE)
        self._package.put_tree(self._part, self._root)

    def _forget(self, paragraphs: set[str]) -> None:
        """Take what belongs to comments with those *paragraphs* out of the other parts about comments."""
        gone: set[str] = set()
        for part in filter(None, map(self._relations.part, _THREADS)):
            root, changed = self._package.tree(part), False
            for entry in list(root):
                said = {etree.QName(name).localname: (name, value) for name, value in entry.attrib.items()}
                ids = {said[name][1] for name in ("paraId", "durableId") if name in said}
                if ids & (paragraphs | gone):
                    gone |= ids
                    root.remove(entry)
                    changed = True
                elif "paraIdParent" in said and said["paraIdParent"][1] in paragraphs:
                    del entry.attrib[said["paraIdParent"][0]]
                    changed = True
            if changed:
                self._package.put_tree(part, root)


def _write(comment: Element, text: str, *, bold: bool) -> None:
    """Add a paragraph of *text* to a *comment*."""
    paragraph = _styled(etree.SubElement(comment, w("p")), "pPr", "pStyle", "CommentText")
    run = etree.SubElement(paragraph, w("r"))
    if bold:
        etree.SubElement(etree.SubElement(run, w("rPr")), w("b"))
    said = etree.SubElement(run, w("t"))
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.text = text


def _styled(element: Element, about: str, name: str, style: str) -> Element:
    """Return *element* with its *style*; Word has those of comments even where the document defines none."""
    etree.SubElement(etree.SubElement(element, w(about)), w(name), {w("val"): style})
    return element
