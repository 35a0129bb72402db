"""The XML of a worksheet, in which everything can be changed but its cells: they are set aside, and put back as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from linter.documents.marked.package import Element, Package, serialised

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
"""The order of what a worksheet holds (ECMA-376, part 1, 18.3.1.99)."""
_CELLS = re.compile(rb"<((?:[\w.-]+:)?sheetData)\b[^>]*(?<!/)>")
_ENCODING = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding=["']([\w.-]+)["']""")
_PLACE = b"skplint-cells"
_OURS = '"skplint:'
"""What the formulas of our conditional formats hold."""
_CHUNK = 500
"""Cells in one conditional format: more than that, and programs stumble over the list."""


class Vocabulary:
    """The namespaces of a workbook, which are others where it keeps to the strict form of the standard."""

    def __init__(self, root: Element) -> None:
        self.main = etree.QName(root).namespace or ""
        base = _STRICT if self.main.startswith(_STRICT) else _TRANSITIONAL
        self.relation = f"{base}officeDocument/{'' if base == _STRICT else '2006/'}relationships"

    def type_of(self, kind: str) -> str:
        """Return the type of a relationship of that *kind* ("comments")."""
        return f"{self.relation}/{kind}"

    def id_of(self, element: Element) -> str:
        """Return the id of the relationship that *element* names, "" where it names none."""
        return str(element.get(f"{{{self.relation}}}id", ""))


class Worksheet:
    """One worksheet, to be changed and written again."""

    def __init__(self, package: Package, part: str) -> None:
        source = package.source(part)
        self.cells, skeleton = _parted(source)
        self.root = package.parsed(skeleton)
        self.words = Vocabulary(self.root)

    def written(self) -> bytes:
        """Return the XML of the sheet, its cells as they were."""
        return serialised(self.root).replace(b"<?" + _PLACE + b"?>", self.cells, 1)

    def children(self, name: str) -> tuple[Element, ...]:
        """Return what the sheet holds of that *name*."""
        return tuple(self.root.iterchildren(f"{{{self.words.main}}}{name}"))

    def add(self, name: str, attributes: Mapping[str, str]) -> Element:
        """Add an element at its place in the order of the standard, behind others of its name."""
        element = self.root.makeelement(f"{{{self.words.main}}}{name}", attributes, nsmap=self.root.nsmap)
        insert(self.root, element, _ORDER)
        return element

    def drawing(self) -> str:
        """Return the id of the relationship to the drawing that holds the boxes of comments, "" where there is none."""
        return next(map(self.words.id_of, self.children("legacyDrawing")), "")

    def set_drawing(self, id_: str) -> None:
        """Name the drawing that holds the boxes of comments; "" takes it away."""
        for old in self.children("legacyDrawing"):
            self.root.remove(old)
        if id_:
            relation = self.words.relation
            element = etree.Element(f"{{{self.words.main}}}legacyDrawing", nsmap={**self.root.nsmap, "r": relation})
            element.set(f"{{{relation}}}id", id_)
            insert(self.root, element, _ORDER)

    def colour(self, cells: Mapping[str, Sequence[str]], formats: Mapping[str, int]) -> None:
        """Colour *cells* by severity in our *formats* (numbers of differential styles), instead of what we coloured before."""
        rules = list(self.root.iter(f"{{{self.words.main}}}cfRule"))
        for rule in rules:
            if any(_OURS in (formula.text or "") for formula in rule):
                group = rule.getparent()
                group.remove(rule)
                if not len(group):
                    group.getparent().remove(group)
        told = [one.get("priority", "") for one in self.root.iter("{*}cfRule")]
        last = max((int(n) for n in told if n.isascii() and n.isdigit()), default=0)
        for severity, noted in cells.items():
            for begin in range(0, len(noted), _CHUNK):
                last += 1
                group = self.add("conditionalFormatting", {"sqref": " ".join(noted[begin : begin + _CHUNK])})
                about = {"type": "expression", "dxfId": str(formats[severity]), "priority": str(last)}
                rule = etree.SubElement(group, f"{{{self.words.main}}}cfRule", about)
                etree.SubElement(rule, f"{{{self.words.main}}}formula").text = f'N({_OURS}{severity}")=0'


def coloured(raw: bytes) -> bool:
    """Tell whether a sheet may have conditional formats of ours."""
    return b"skplint:" in raw


def insert(root: Element, element: Element, order: Sequence[str]) -> None:
    """Insert *element* among the children of *root*, whose names come in that *order*."""
    rank = order.index(etree.QName(element).localname)
    for n, child in enumerate(root):
        if _rank(child, order) > rank:
            root.insert(n, element)
            return
    root.append(element)


def _rank(child: Element, order: Sequence[str]) -> int:
    """Return the place of *child* in the order; what is unknown keeps where it stands, so it counts as the first."""
    if not isinstance(child.tag, str):
        return order.index("sheetData") if child.tag is etree.PI and child.target.encode() == _PLACE else -1
    name = etree.QName(child).localname
    if name == "AlternateContent":  # one of several forms of the same element
        inner = (etree.QName(one).localname for one in child.iter("{*}*"))
        name = next((one for one in inner if one in order), "")
    return order.index(name) if name in order else -1


def _parted(source: bytes) -> tuple[bytes, bytes]:
    """Return the cells of a worksheet as they are written, and the rest of it with a mark in their place.

    Where they cannot be told from the rest by looking at bytes, they stay in the rest.
    """
    named = _ENCODING.match(source)
    begin = _CELLS.search(source)
    if begin is None or (named and named[1].lower() not in (b"utf-8", b"us-ascii")):
        return b"", source
    closing = b"</" + begin[1]
    end = source.rfind(closing)
    end = source.find(b">", end) + 1 if end > begin.end() else 0
    if not end:
        return b"", source
    return source[begin.start() : end], source[: begin.start()] + b"<?" + _PLACE + b"?>" + source[end:]
