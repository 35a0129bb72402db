"""The styles of a workbook: those that our notes need are found there, or put behind the others."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

import msgspec
from lxml import etree

from linter.documents.marked.package import Element, Package, Relations
from linter.documents.marked.xlsx_sheet import Vocabulary, insert

_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
_PART = "xl/styles.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_DEFAULTS = {
    "fonts": '<font><sz val="11"/><name val="Calibri"/></font>',
    "fills": '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellStyleXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}
"""What a workbook without styles has."""
COLOURS = {"error": "FFFAD4D4", "warning": "FFFDEBC8", "info": "FFDCE9F8"}
"""Pale red, amber and blue (ARGB), the gravest first."""


class Look(msgspec.Struct, frozen=True):
    """How a cell of ours looks: its font as changes to that of the workbook, its fill (ARGB), and the line below it."""

    bold: bool = False
    size: int = 0
    link: bool = False
    fill: str = ""
    line: str = ""
    wrapped: bool = True


class Styles:
    """The styles part of one workbook, to be added to and written again."""

    def __init__(self, package: Package, words: Vocabulary, book: Relations) -> None:
        self._package = package
        self._main = words.main
        self._part = book.part("styles") or _PART
        if package.has(self._part):
            self._root = package.tree(self._part)
        else:
            self._root = package.parsed(f'<styleSheet xmlns="{words.main}"/>'.encode())
            package.set_type(self._part, _TYPE)
            book.add(words.type_of("styles"), self._part)
        for name in _DEFAULTS:
            self._list(name)

    def colours(self) -> Mapping[str, int]:
        """Return the number of the differential style of each severity."""
        return {severity: self._number("dxfs", self._dxf(colour)) for severity, colour in COLOURS.items()}

    def cell(self, look: Look) -> int:
        """Return the number of the cell style that has this *look*; texts in it stay texts (quote prefix)."""
        font = self._number("fonts", self._font(look)) if look.bold or look.size or look.link else 0
        fill = self._number("fills", self._fill(look.fill)) if look.fill else 0
        line = f'<bottom style="{look.line}"><color rgb="FF9A9A9A"/></bottom>'
        made = self._made(f"<border><left/><right/><top/>{line}<diagonal/></border>")
        border = self._number("borders", made) if look.line else 0
        wrap = ' wrapText="1"' if look.wrapped else ""
        return self._number(
            "cellXfs",
            self._made(
                f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" quotePrefix="1"'
                f' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"{wrap}/></xf>'
            ),
        )

    def save(self) -> None:
        """Write the part."""
        self._package.put_tree(self._part, self._root)

    def _made(self, xml: str) -> Element:
        name, _, rest = xml[1:].partition(">")
        return self._package.parsed(f'<{name} xmlns="{self._main}">{rest}'.encode())

    def _dxf(self, colour: str) -> Element:
        return self._made(f'<dxf><fill><patternFill><bgColor rgb="{colour}"/></patternFill></fill></dxf>')

    def _fill(self, colour: str) -> Element:
        return self._made(
            f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>'
        )

    def _font(self, look: Look) -> Element:
        """Return the font of the workbook, changed to *look*."""
        font = deepcopy(_elements(self._list("fonts"))[0])
        font.tail = None
        changed = {"b"} | ({"sz"} if look.size else set()) | ({"u", "color"} if look.link else set())
        for one in list(font):
            if not isinstance(one.tag, str) or etree.QName(one).localname in changed:
                font.remove(one)
        wanted: list[tuple[str, dict[str, str]]] = [("b", {})] if look.bold else []
        wanted += [("u", {})] if look.link else []
        wanted += [("sz", {"val": str(look.size)})] if look.size else []
        for n, (name, about) in enumerate(wanted):
            font.insert(n, font.makeelement(f"{{{self._main}}}{name}", about))
        if look.link:
            sized = [n for n, one in enumerate(font, 1) if etree.QName(one).localname in ("b", "u", "sz")]
            font.insert(sized[-1], font.makeelement(f"{{{self._main}}}color", {"rgb": "FF0563C1"}))
        return font

    def _list(self, name: str) -> Element:
        """Return the list of that *name*, made where there is none or nothing in it."""
        found = self._root.find(f"{{{self._main}}}{name}")
        if found is None:
            found = self._root.makeelement(f"{{{self._main}}}{name}", nsmap=self._root.nsmap)
            insert(self._root, found, _ORDER)
        if name in _DEFAULTS and not _elements(found):
            made = self._made(f"<{name}>{_DEFAULTS[name]}</{name}>")
            found.extend(list(made))
            found.set("count", str(len(found)))
        return found

    def _number(self, name: str, wanted: Element) -> int:
        """Return the number of the entry of a list that is *wanted*, added where there is none."""
        entries = self._list(name)
        known = _elements(entries)
        form = _form(wanted)
        for n, one in enumerate(known):
            if one.tag == wanted.tag and len(one) == len(wanted) and _form(one) == form:
                return n
        entries.append(wanted)
        entries.set("count", str(len(known) + 1))
        return len(known)


def _elements(parent: Element) -> list[Element]:
    return [one for one in parent if isinstance(one.tag, str)]


def _form(element: Element) -> tuple[object, ...]:
    """Return what makes two styles the same, whatever prefixes and order of attributes they are written with."""
    children = tuple(map(_form, _elements(element)))
    return (str(element.tag), tuple(sorted(element.attrib.items())), children)
