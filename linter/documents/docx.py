"""Reads the tables of a Word document (DOCX), and the lines around them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from linter.documents.flow import Flow
from linter.documents.forms import read_sheets
from linter.documents.layouts import Layouts
from linter.documents.ziplimits import OLE, entities, unpacked
from linter.model import Document, NotChecked, Said, UserError

Element = Any
"""An element of lxml, which has no types."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOST_COLUMNS = 1_000
"""Columns that a cell may span, or a row leave out before its first: Word has 63 at most."""


def w(name: str) -> str:
    """Return the tag or attribute *name* of the language of Word documents."""
    return f"{{{WORD}}}{name}"


def read_docx(data: bytes, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in a Word document.

    ``at`` of an item is table, row and column (1-based), or the paragraph. Raises UserError for a file that is broken,
    locked, or would take too much memory, and where the library that reads Word documents is not installed.
    """
    try:
        import docx
    except ImportError:
        raise UserError(_NOT_INSTALLED, path=path) from None
    look(data, path)
    try:
        body = docx.Document(BytesIO(data)).element.body
        flow = _flow(body)
    except Exception:  # lxml and python-docx raise of many kinds for parts that do not fit together
        raise UserError(BROKEN, path=path) from None
    yield from read_sheets([flow.sheet()], layouts, path, "docx")


def look(data: bytes, path: str) -> None:
    """Raise UserError for a file that is broken, locked, or would take too much memory."""
    if data[:4] == OLE:
        raise UserError(LOCKED, path=path)
    with unpacked(data, path, BROKEN, LOCKED) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name)[:4096]:
                raise entities(path)


def _flow(body: Element) -> Flow:
    """Return the lines and table rows of a document; what stands in content controls and inner tables is read too."""
    flow = Flow()
    for place, element in blocks(body):
        if "row" in place:
            cells, covered = _cells(element)
            flow.row(cells, place, covered, begins=place["row"] == 1)
        elif (text := text_of(element)).strip():
            flow.line(text, place)
    return flow


def _cells(row: Element) -> tuple[list[str], frozenset[int]]:
    """Return the texts of a row by their columns, and the columns that a cell above covers."""
    cells, covered = list[str](), set[int]()
    for cell in cells_of(row):
        cells += [""] * (cell.column - len(cells))
        cells.append("\n".join(map(text_of, cell.paragraphs)))
        cells += [""] * (cell.span - 1)
        if cell.covered:
            covered.add(cell.column)
    return cells, frozenset(covered)


def blocks(body: Element) -> Iterator[tuple[dict[str, int], Element]]:
    """Yield the paragraphs outside of tables and the rows of these, in reading order, each with its place (1-based).

    That is {"paragraph": n} or {"table": n, "row": n}. Inner tables belong to the cells that they stand in.
    """
    tables = paragraphs = 0
    for element in body.iter(w("tbl"), w("p")):
        if _owner(element, w("tbl")) is not None or _is_shape(element):
            continue
        if element.tag == w("p"):
            paragraphs += 1
            yield {"paragraph": paragraphs}, element
        else:
            tables += 1
            rows = (row for row in element.iter(w("tr")) if _owner(row, w("tbl")) is element)
            yield from (({"table": tables, "row": n}, row) for n, row in enumerate(rows, 1))


class Cell(NamedTuple):
    """A cell of a row: its first column (0-based), how many it spans, if a cell above covers it, and its paragraphs.

    A cell that is covered has none; one that is not has those of inner tables too, and not those of text boxes.
    """

    column: int
    span: int
    covered: bool
    paragraphs: tuple[Element, ...]


def cells_of(row: Element) -> Iterator[Cell]:
    """Yield the cells of a row; raises ValueError where a number in it is none."""
    column = _number(row, "trPr", "gridBefore", 0)
    for cell in (one for one in row.iter(w("tc")) if _owner(one, w("tr")) is row):
        span = _number(cell, "tcPr", "gridSpan", 1)
        merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        covered = merge is not None and merge.get(w("val"), "continue") == "continue"
        paragraphs = () if covered else tuple(one for one in cell.iter(w("p")) if not _is_shape(one))
        yield Cell(column, span, covered, paragraphs)
        column += span


def _number(element: Element, about: str, name: str, default: int) -> int:
    """Return the number *name* among the properties of a row or cell."""
    found = element.find(f"{w(about)}/{w(name)}")
    return default if found is None else max(default, min(int(found.get(w("val"), default)), _MOST_COLUMNS))


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph as it is shown when its changes are accepted: insertions, fields and controls too."""
    pieces = []
    for element in paragraph.iter(*_SAID):
        if _owner(element, w("p")) is paragraph and all(_owner(element, tag) is None for tag in _GONE):
            pieces.append(_SAID[element.tag] or element.text or "")
    return "".join(pieces)


def _owner(element: Element, tag: str) -> Element:
    """Return the nearest element of *tag* around *element*, None where there is none."""
    return next(element.iterancestors(tag), None)


def _is_shape(element: Element) -> bool:
    """Tell whether *element* stands in a drawing (a text box, which a document holds twice)."""
    return _owner(element, w("txbxContent")) is not None


_GONE = (w("del"), w("moveFrom"))
_SAID = {w("t"): None, w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
"""The elements that are text, and which; None for those that hold it."""
_NOT_INSTALLED = Said(
    "untuk membaca berkas Word, pasang dahulu: pip install 'skplint[docx]'",
    "to read Word documents install first: pip install 'skplint[docx]'",
)
LOCKED = Said(
    "berkas ini dikunci sandi, atau berkas lama (.doc) yang diberi nama .docx; buka, lalu simpan lagi sebagai .docx",
    "this file is locked by a password, or an old one (.doc) under the name .docx; open it and save it as .docx again",
)
BROKEN = Said("berkas ini rusak, atau bukan dokumen Word", "this file is broken, or no Word document")
