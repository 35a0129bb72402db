"""An A4 page lying on its side in Word: lines and tables with fixed widths; needs python-docx, the extra "docx"."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from linter.io.ours import COPY_MARK, XLSX_MARK

Run = tuple[str, str]
"""Characters and how they are set: "b" bold, "i" italic, "s" small, "a" in a paragraph apart from the one above."""
Paragraph = tuple[Run, ...]
CellText = tuple[Paragraph, ...]

EPOCH = datetime(2000, 1, 1)
"""The date that every document bears, so that the same sheet gives the same bytes."""
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_TWIPS_PER_MM = 1440 / 25.4
_WIDTH = round(273 * _TWIPS_PER_MM)
"""What the margins leave of the width, in twentieths of a point."""
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="%s"><vt:lpwstr>1</vt:lpwstr></property>'
    b"</Properties>"
)


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, lang: str, footer: tuple[str, str]) -> None:
        """Begin a document with this *title*; the *footer* is what stands before the page and before their number."""
        self._document = docx.Document()
        body = self._document.element.body
        self._end = body.sectPr
        self._set_page(footer)
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = "Arial", Pt(9)
        normal.paragraph_format.space_after = Pt(0)
        for mark in self._document.styles.element.iter(qn("w:lang")):
            mark.set(qn("w:val"), lang)
        told = self._document.core_properties
        told.title, told.author, told.last_modified_by, told.comments = title, "", "", ""
        told.created = told.modified = EPOCH
        self._bear_mark()

    def line(
        self, text: Paragraph, *, size: float = 9, centred: bool = False, after: float = 0, kept: bool = False
    ) -> None:
        """Write a paragraph; one that is *kept* stands on the page of what follows."""
        self._end.addprevious(_paragraph(text, size=size, centred=centred, after=after, kept=kept))

    def heading(self, text: str, *, level: int, size: float, centred: bool = False) -> None:
        """Write a heading of a *level* (0 for the title)."""
        made = _paragraph(((text, "b"),), size=size, centred=centred, before=8 if level else 0, after=3, kept=True)
        made.pPr.append(_element("w:outlineLvl", val=str(level)))
        self._end.addprevious(made)

    def table(self, shares: Sequence[float], *, ruled: bool = True) -> Table:
        """Begin a table with columns of these *shares* of the width (0–1 each)."""
        made = Table(shares, ruled=ruled)
        self._end.addprevious(made.element)
        return made

    def data(self) -> bytes:
        """Return the document as a file, without the time of day in it, and marked as one that no program saved since."""
        saved, out = io.BytesIO(), io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, old.read(name))
            new.comment = COPY_MARK
        return out.getvalue()

    def _set_page(self, footer: tuple[str, str]) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(12)
        section.top_margin = section.bottom_margin = Mm(15)
        section.footer_distance = Mm(8)
        line = section.footer.paragraphs[0]._p
        line.get_or_add_pPr().append(_element("w:jc", val="right"))
        for word, field in zip(footer, ("PAGE", "NUMPAGES"), strict=True):
            line.append(_run(f"{word} ", "s"))
            simple = _element("w:fldSimple", instr=field)
            simple.append(_run("1", "s"))
            line.append(simple)
            line.append(_run(" ", "s"))

    def _bear_mark(self) -> None:
        """Mark the document as ours, so that nobody's next run takes it for a draft."""
        package = self._document.part.package
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        part = Part(PackURI("/docProps/custom.xml"), kind, _PROPERTIES % XLSX_MARK.encode(), package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


class Table:
    """A table that is written from row to row; its widths are fixed, so that every program lays it out alike."""

    def __init__(self, shares: Sequence[float], *, ruled: bool) -> None:
        self._widths = [round(_WIDTH * share) for share in shares]
        line = {"val": "single", "sz": "4", "space": "0", "color": "555555"} if ruled else {"val": "nil"}
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        margins = (("top", "40"), ("left", "80"), ("bottom", "40"), ("right", "80"))
        properties = _element(
            "w:tblPr",
            _element("w:tblW", w=str(sum(self._widths)), type="dxa"),
            _element("w:tblBorders", *(_element(f"w:{side}", **line) for side in sides)),
            _element("w:tblLayout", type="fixed"),
            _element("w:tblCellMar", *(_element(f"w:{side}", w=wide, type="dxa") for side, wide in margins)),
        )
        grid = _element("w:tblGrid", *(_element("w:gridCol", w=str(width)) for width in self._widths))
        self.element = _element("w:tbl", properties, grid)

    def head(self, titles: Iterable[str]) -> None:
        """Write the row of headings, which every page repeats."""
        row = self._row()
        row.trPr.append(_element("w:tblHeader"))
        for title, width in zip(titles, self._widths, strict=True):
            row.append(_cell(((title, "bs"),), width=width, shade="EEF2F6", centred=True, kept=True))

    def band(self, *titles: str) -> None:
        """Write a row of cells that name what is below; each covers as many columns as any other."""
        row, over = self._row(), len(self._widths) // len(titles)
        for place, title in enumerate(titles):
            width = sum(self._widths[place * over : (place + 1) * over])
            row.append(_cell(((title, "b"),), width=width, shade="F7F7F7", kept=True, over=over))

    def row(self, cells: Sequence[CellText], spans: Sequence[int] = (), *, whole: bool = True) -> None:
        """Write a row; *spans* says of its first cells how many rows they cover, 0 where one above covers them.

        A page break parts only a row that is not *whole*.
        """
        row = self._row(whole=whole)
        spans = [*spans, *[1] * (len(cells) - len(spans))]
        for cell, width, span in zip(cells, self._widths, spans, strict=True):
            merge = "" if span == 1 else "restart" if span else "continue"
            row.append(_cell(*cell, width=width, merge=merge))

    def _row(self, *, whole: bool = True) -> Any:
        properties = _element("w:trPr", *([_element("w:cantSplit")] if whole else []))
        row = _element("w:tr", properties)
        self.element.append(row)
        return row


def _cell(
    *paragraphs: Paragraph,
    width: int,
    shade: str = "",
    merge: str = "",
    over: int = 1,
    centred: bool = False,
    kept: bool = False,
) -> Any:
    properties = _element("w:tcPr", _element("w:tcW", w=str(width), type="dxa"))
    if over > 1:
        properties.append(_element("w:gridSpan", val=str(over)))
    if merge:
        properties.append(_element("w:vMerge", val=merge))
    if shade:
        properties.append(_element("w:shd", val="clear", color="auto", fill=shade))
    if centred:
        properties.append(_element("w:vAlign", val="center"))
    made = _element("w:tc", properties)
    for runs in paragraphs or ((),):
        before = 4 if any("a" in style for _, style in runs) else 0
        made.append(_paragraph(runs, centred=centred, kept=kept, before=before))
    return made


def _paragraph(
    runs: Paragraph, *, size: float = 9, centred: bool = False, before: float = 0, after: float = 0, kept: bool = False
) -> Any:
    properties = _element("w:pPr", *([_element("w:keepNext")] if kept else []))
    properties.append(_element("w:spacing", before=str(round(before * 20)), after=str(round(after * 20))))
    if centred:
        properties.append(_element("w:jc", val="center"))
    return _element("w:p", properties, *(_run(text, style, size) for text, style in runs if text))


def _run(text: str, style: str, size: float = 9) -> Any:
    half_points = str(round(2 * (size - 1 if "s" in style else size)))
    properties = _element("w:rPr")
    if "b" in style:
        properties.append(_element("w:b"))
    if "i" in style:
        properties.append(_element("w:i"))
    properties.append(_element("w:sz", val=half_points))
    said = _element("w:t")
    said.text = text
    said.set(qn("xml:space"), "preserve")
    return _element("w:r", properties, said)


def _element(tag: str, *children: Any, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made
