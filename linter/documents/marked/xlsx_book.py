"""The workbook part: its sheets, and the names that the sheet of notes has in it."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from lxml import etree

from linter.documents.marked.package import Package, Relations
from linter.documents.marked.xlsx_notesheet import heading_row, quoted, tab_name, table_range
from linter.documents.marked.xlsx_sheet import Vocabulary, insert
from linter.model import Listing

PART = "xl/workbook.xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
_OWN_NAME = "_skplint_catatan"
"""The hidden name that leads to the sheet of notes."""
_FILTER, _HEADINGS = "_xlnm._FilterDatabase", "_xlnm.Print_Titles"
"""The hidden name of the cells that are filtered, and the name of the rows that each printed page repeats."""


class Place(msgspec.Struct, frozen=True):
    """A worksheet: its name, its part, and its number among the sheets (0-based)."""

    name: str
    part: str
    number: int


class Book:
    """The workbook part of one package, to be changed and written again."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.root = package.tree(PART)
        self.words = Vocabulary(self.root)
        self.relations = Relations(package, PART)

    def sheets(self) -> tuple[Place, ...]:
        """Return the worksheets whose parts are there, in the order of the tabs."""
        parts = dict(self.relations.of("worksheet"))
        entries = [(n, one.get("name", ""), parts.get(self.words.id_of(one), "")) for n, one in enumerate(self._tabs())]
        return tuple(Place(name, part, n) for n, name, part in entries if part and self._package.has(part))

    def add_sheet(self, title: str) -> Place:
        """Return a new worksheet, the last of all, for a listing with that *title*."""
        tabs = self._tabs()
        name = tab_name(title, [one.get("name", "") for one in tabs])
        part = self._package.free(lambda n: f"xl/worksheets/sheet{n}.xml")
        self._package.set_type(part, _SHEET)
        number = max((int(one.get("sheetId", "0")) for one in tabs), default=0) + 1
        about = {"name": name, "sheetId": str(number)}
        sheets = next(self.root.iterchildren(self._tag("sheets")))
        # the prefix is ours to name: otherwise it depends on what other libraries told lxml in this process
        tab = etree.SubElement(sheets, self._tag("sheet"), about, nsmap={"r": self.words.relation})
        tab.set(f"{{{self.words.relation}}}id", self.relations.add(self.words.type_of("worksheet"), part))
        return Place(name, part, len(tabs))

    def name_notes(self, place: Place, listing: Listing) -> None:
        """Set the names that lead to the sheet of notes at *place*, and those that its filter and its printing need."""
        names = next(self.root.iterchildren(self._tag("definedNames")), None)
        if names is None:
            names = self.root.makeelement(self._tag("definedNames"), nsmap=self.root.nsmap)
            insert(self.root, names, _ORDER)
        local = {"localSheetId": str(place.number)}
        for old in list(names):
            if old.get("name") == _OWN_NAME or old.get("localSheetId") == local["localSheetId"]:
                names.remove(old)
        sheet, head = quoted(place.name), heading_row(listing)
        told: Collection[tuple[dict[str, str], str]] = (
            ({"name": _FILTER, **local, "hidden": "1"}, f"{sheet}!{table_range(listing)}"),
            ({"name": _HEADINGS, **local}, f"{sheet}!${head}:${head}"),
            ({"name": _OWN_NAME, "hidden": "1"}, f"{sheet}!$A$1"),
        )
        for about, formula in told:
            etree.SubElement(names, self._tag("definedName"), about).text = formula

    def save(self) -> None:
        """Write the part."""
        self._package.put_tree(PART, self.root)

    def _tabs(self) -> list[etree._Element]:
        return list(self.root.iterfind(f"{self._tag('sheets')}/{self._tag('sheet')}"))

    def _tag(self, name: str) -> str:
        return f"{{{self.words.main}}}{name}"
