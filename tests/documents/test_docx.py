"""Word documents: nothing that stands in the body of the text is lost."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement

from linter.documents.read import read_data
from linter.model import Document

ROWS = (("RENCANA HASIL KERJA", "INDIKATOR", "TARGET"), ("Arsip tertata", "Jumlah arsip", "12 boks"))


def wrapped(element: Any) -> None:
    """Put *element* into a content control, as templates do."""
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    element.addprevious(control)
    control.append(content)
    content.append(element)


def table_of(document: Any) -> Any:
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for n, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            table.cell(n, column).text = cell
    return table


def in_a_control(document: Any) -> None:
    wrapped(table_of(document)._tbl)


def rows_in_controls(document: Any) -> None:
    for row in table_of(document)._tbl.tr_lst:
        wrapped(row)


def cells_in_controls(document: Any) -> None:
    for row in table_of(document)._tbl.tr_lst:
        for cell in row.tc_lst:
            wrapped(cell)


def in_another_cell(document: Any) -> None:
    table = table_of(document)
    inner = table.cell(1, 0).add_table(1, 1)
    inner.cell(0, 0).text = "Arsip tertata"
    table.cell(1, 0).paragraphs[0].clear()


@pytest.mark.parametrize("build", [in_a_control, rows_in_controls, cells_in_controls, in_another_cell])
def test_what_stands_in_controls_and_inner_tables_is_read(build: Callable[[Any], None]) -> None:
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    (found,) = read_data(out.getvalue(), "a.docx")
    assert isinstance(found, Document)
    items = {item.id: item.text.strip() for item in found.items}
    assert items == {"rk1": "Arsip tertata", "rk1.i1": "Jumlah arsip", "rk1.i1.target": "12 boks"}


def test_two_tables_have_numbers_of_their_own() -> None:
    document = docx.Document()
    table_of(document)
    table_of(document).cell(1, 0).text = "Kas cocok dengan buku"
    out = io.BytesIO()
    document.save(out)
    (found,) = read_data(out.getvalue(), "a.docx")
    assert isinstance(found, Document)
    assert [(item.text, item.at) for item in found.items if item.part == "rencana_kinerja"] == [
        ("Arsip tertata", {"table": 1, "row": 2, "column": 1}),
        ("Kas cocok dengan buku", {"table": 2, "row": 2, "column": 1}),
    ]
