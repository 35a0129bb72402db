"""Reads the tables of a Word document (DOCX), and the lines around them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from linter.documents.flow import Flow
from linter.documents.forms import read_sheets
from linter.documents.layouts import Layouts
from linter.documents.ziplimits import OLE, entities, unpacked
from linter.model import Document, NotChecked, Said, UserError


def read_docx(data: bytes, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in a Word document.

    ``at`` of an item is table, row and column (1-based), or the paragraph. Raises UserError for a file that is broken,
    locked, or would take too much memory, and where the library that reads Word documents is not installed.
    """
    try:
        import docx
    except ImportError:
        raise UserError(_NOT_INSTALLED, path=path) from None
    _look(data, path)
    try:
        body = docx.Document(BytesIO(data)).element.body
        flow = _flow(body)
    except Exception:  # lxml and python-docx raise of many kinds for parts that do not fit together
        raise UserError(_BROKEN, path=path) from None
    yield from read_sheets([flow.sheet()], layouts, path, "docx")


def _look(data: bytes, path: str) -> None:
    if data[:4] == OLE:
        raise UserError(_LOCKED, path=path)
    with unpacked(data, path, _BROKEN, _LOCKED) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name)[:4096]:
                raise entities(path)


def _flow(body: Any) -> Flow:
    """Return the lines and table rows of a document; what stands in content controls and inner tables is read too."""
    from docx.oxml.ns import qn

    table, paragraph = qn("w:tbl"), qn("w:p")
    flow, tables, paragraphs = Flow(), 0, 0
    for element in body.iter(table, paragraph):
        if _owner(element, table) is not None or _is_shape(element):
            continue
        if element.tag == table:
            tables += 1
            rows = (row for row in element.iter(qn("w:tr")) if _owner(row, table) is element)
            for n, row in enumerate(rows, 1):
                cells, covered = _cells(row)
                flow.row(cells, {"table": tables, "row": n}, covered, begins=n == 1)
        else:
            paragraphs += 1
            text = _text(element)
            if text.strip():
                flow.line(text, {"paragraph": paragraphs})
    return flow


def _cells(row: Any) -> tuple[list[str], frozenset[int]]:
    """Return the texts of a row by their columns, and the columns that a cell above covers."""
    from docx.oxml.ns import qn

    cells, covered = [""] * row.grid_before, set()
    for cell in (one for one in row.iter(qn("w:tc")) if _owner(one, qn("w:tr")) is row):
        if cell.vMerge == "continue":
            covered.add(len(cells))
            cells.append("")
        else:
            cells.append("\n".join(_text(one) for one in cell.iter(qn("w:p")) if not _is_shape(one)))
        cells += [""] * (cell.grid_span - 1)
    return cells, frozenset(covered)


def _text(paragraph: Any) -> str:
    """Return the text of a paragraph as it is shown when its changes are accepted: insertions, fields and controls too."""
    from docx.oxml.ns import qn

    gone, own = (qn("w:del"), qn("w:moveFrom")), qn("w:p")
    said = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    pieces = []
    for element in paragraph.iter(*said):
        if _owner(element, own) is paragraph and all(_owner(element, tag) is None for tag in gone):
            pieces.append(said[element.tag] or element.text or "")
    return "".join(pieces)


def _owner(element: Any, tag: str) -> Any:
    """Return the nearest element of *tag* around *element*, None where there is none."""
    return next(element.iterancestors(tag), None)


def _is_shape(element: Any) -> bool:
    """Tell whether *element* stands in a drawing (a text box, which a document holds twice)."""
    from docx.oxml.ns import qn

    return next(element.iterancestors(qn("w:txbxContent")), None) is not None


_NOT_INSTALLED = Said(
    "untuk membaca berkas Word, pasang dahulu: pip install 'skplint[docx]'",
    "to read Word documents install first: pip install 'skplint[docx]'",
)
_LOCKED = Said(
    "berkas ini dikunci sandi, atau berkas lama (.doc) yang diberi nama .docx; buka, lalu simpan lagi sebagai .docx",
    "this file is locked by a password, or an old one (.doc) under the name .docx; open it and save it as .docx again",
)
_BROKEN = Said("berkas ini rusak, atau bukan dokumen Word", "this file is broken, or no Word document")
