"""Marks a CSV or TSV table: the notes on a record stand in one more column at its end."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.blanks import is_blank
from linter.documents.csvtable import Shape, record_texts, shape_of
from linter.documents.layouts import default_layouts
from linter.documents.marked.copy import Copy
from linter.documents.marked.texts import copied, filled, grouped, one_line, whole_notes
from linter.documents.origins import CsvRecord
from linter.io.cells import guard_csv
from linter.io.files import text_of
from linter.model import Said
from linter.model.reviewed import Marking, Remark


def mark_csv(data: bytes, path: str, marking: Marking) -> Copy:
    """Return a copy of a table with its notes in a column at the end; that of an earlier marking is left out.

    Its heading is the title of the listing, by which the reader knows the column (``ours.NOTES_TITLES``). Nothing else is
    added but the separators of missing cells. Raises UserError where *data* is no text that is read, and for a broken
    record.
    """
    source = text_of(data, path)
    shape = shape_of(source, default_layouts(), tabs=path.lower().endswith(".tsv"))
    records = [_fields(text, shape) for text in record_texts(source, shape.separator)]
    heading = _heading(records, shape)
    width = max((len(fields) for fields, _ in records), default=0)
    quoted = all(field.startswith('"') for fields, _ in records[heading : heading + 1] for field in fields)
    remarks = grouped(marking.remarks, lambda at: at.get("row"))
    pieces: list[str] = []
    for n, (fields, end) in enumerate(records):
        cell = marking.listing.title if n == heading else "\n".join(map(_said, remarks.pop(n + 1, ())))
        if cell or (fields and n > heading):
            padding = [""] * (width - len(fields))
            fields = [*fields, *padding, _cell(cell, shape.separator, quoted=quoted)]
        pieces += (shape.separator.join(fields), end)
    copy = copied("".join(pieces), None, data, path, ".csv")
    left = sum(map(len, remarks.values())) + len(whole_notes(marking.listing))
    return Copy(copy.data, copy.suffix, (*copy.told, _left_out(left))) if left else copy


def _fields(text: str, shape: Shape) -> tuple[list[str], str]:
    """Return the cells of a record as they are written, without our notes and none of a blank one, and its line end."""
    body = text.rstrip("\r\n")
    end = text[len(body) :]
    fields = CsvRecord(body, 1, shape.separator).fields()
    if shape.notes is not None:
        del fields[shape.notes : shape.notes + 1]
    return ([] if fields == [""] else fields), end


def _heading(records: Sequence[tuple[list[str], str]], shape: Shape) -> int:
    """Return the index of the record that gets the heading: that of the table, or else the first that is not blank."""
    if shape.headings is not None:
        return shape.headings
    return next((n for n, (fields, _) in enumerate(records) if any(not is_blank(field) for field in fields)), 0)


def _said(remark: Remark) -> str:
    text = "\n".join(filled(remark.text))
    return one_line(remark.title) + (f": {text}" if text else "")


def _cell(text: str, separator: str, *, quoted: bool) -> str:
    """Return *text* as a cell that no spreadsheet runs, in quotes where it needs them or the table has them."""
    safe = guard_csv(text).replace('"', '""')
    return f'"{safe}"' if quoted or any(char in safe for char in (separator, '"', "\n", "\r", ",", ";")) else safe


def _left_out(notes: int) -> Said:
    return Said(
        f"{notes} catatan tentang dokumen secara keseluruhan tidak termuat dalam salinan ini, karena CSV tidak memiliki "
        "tempat untuk itu",
        f"{notes} notes about the document as a whole are not in this copy, since CSV has no place for them",
    )
