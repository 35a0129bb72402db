"""Reads the tables of a PDF with ruled lines, and the lines of text around them; best effort, and it says so."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from linter.documents.flow import Flow
from linter.documents.forms import read_sheets
from linter.documents.layouts import Layouts, heading_key
from linter.model import Document, NotChecked, Said, UserError

MAX_PAGES = 300
_BULLET = "(cid:127)"
"""A bullet in a font that does not name it."""
_POINT = re.compile(r"\s*(?:[-•▪◦*]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s")
"""How a point of a list begins: its line is one of its own, while other lines of a cell were broken by its width."""


def read_pdf(data: bytes, path: str, layouts: Layouts) -> Iterator[Document | NotChecked]:
    """Yield the documents in a PDF, and a notice that it was read as well as its lines allow.

    ``at`` of an item is page, row on it, and column (1-based). A text that the width of its cell broke is joined with
    spaces. Raises UserError for a file that is broken, locked, has no text, or too many pages, and where the library that
    reads PDF is not installed.
    """
    try:
        import pdfplumber
    except ImportError:
        raise UserError(_NOT_INSTALLED, path=path) from None
    flow, texts = Flow(), 0
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it warns of is no matter of the user's
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise UserError(_TOO_LONG, path=path)
            for number, page in enumerate(pdf.pages, 1):
                texts += len(page.chars)
                _page(page, number, flow, layouts)
                page.close()
    except UserError:
        raise
    except Exception as error:  # pdfminer raises of many kinds for what it cannot make sense of
        locked = "password" in type(error).__name__.lower() or "encrypt" in str(error).lower()
        raise UserError(_LOCKED if locked else _BROKEN, path=path) from None
    if not texts:
        raise UserError(_NO_TEXT, path=path)
    yield from read_sheets([flow.sheet()], layouts, path, "pdf")
    yield NotChecked(path, _BEST_EFFORT, fatal=False)


def _page(page: Any, number: int, flow: Flow, layouts: Layouts) -> None:
    """Add the tables of a page and the lines between them, from top to bottom."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    found: list[tuple[float, Any]] = [(table.bbox[1], table) for table in tables]
    inside = [table.bbox for table in tables]
    for line in page.extract_text_lines(return_chars=False):
        middle = (line["top"] + line["bottom"]) / 2
        if not any(top <= middle <= bottom for _, top, _, bottom in inside):
            found.append((line["top"], line["text"].replace(_BULLET, "•")))
    row = 0
    for _, part in sorted(found, key=lambda entry: entry[0]):
        if isinstance(part, str):
            row += 1
            flow.line(part, {"page": number, "row": row})
            continue
        for cells in part.extract():
            row += 1
            covered = frozenset(n for n, cell in enumerate(cells) if cell is None)
            flow.row([_joined(cell or "", layouts) for cell in cells], {"page": number, "row": row}, covered)


def _joined(text: str, layouts: Layouts) -> str:
    """Return the text of a cell with the lines that its width broke joined again."""
    lines = [line.strip() for line in text.replace(_BULLET, "•").split("\n")]
    out = lines[:1]
    for line in lines[1:]:
        if _POINT.match(f"{line} ") or heading_key(line.partition(":")[0]) in layouts.tails:
            out.append(line)
        else:
            out[-1] = f"{out[-1]} {line}".strip()
    return "\n".join(out)


_NOT_INSTALLED = Said(
    "untuk membaca PDF, pasang dahulu: pip install 'skplint[pdf]'",
    "to read PDF install first: pip install 'skplint[pdf]'",
)
_LOCKED = Said("berkas ini dikunci sandi", "this file is locked by a password")
_BROKEN = Said("berkas ini rusak, atau bukan PDF", "this file is broken, or no PDF")
_NO_TEXT = Said(
    "PDF ini tidak memuat teks (mungkin hasil pindai); pakai berkas aslinya",
    "this PDF holds no text (perhaps a scan); use the file that it was made from",
)
_TOO_LONG = Said(f"PDF ini lebih dari {MAX_PAGES} halaman", f"this PDF has more than {MAX_PAGES} pages")
_BEST_EFFORT = Said(
    "PDF dibaca sebisanya dari garis tabelnya; bandingkan dengan aslinya, atau pakai berkas .xlsx/.docx",
    "a PDF is read as well as the lines of its tables allow; compare with it, or use an .xlsx/.docx file",
)
