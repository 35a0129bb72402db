"""Chooses how a file is marked, by the ending of its name."""

from __future__ import annotations

from pathlib import PurePath

from linter.documents.marked.copy import Copy
from linter.model import Marking, Said, UserError

MARKABLE = (".xlsx", ".xlsm", ".docx", ".csv", ".tsv", ".md", ".txt", ".skp", ".yaml", ".yml")
"""Endings of the files that can be given notes."""

_OLD = Said(
    "jenis berkas ini belum dapat diberi catatan; simpan dahulu sebagai .xlsx",
    "files of this type cannot be given notes; save it as .xlsx first",
)
_NO_NOTES = Said(
    "jenis berkas ini tidak dapat memuat catatan; pakai: skplint check --format xlsx=catatan.xlsx",
    "files of this type cannot hold notes; use: skplint check --format xlsx=notes.xlsx",
)


def refusal(path: str) -> Said | None:
    """Return why the file *path* cannot be given notes; None where it can."""
    suffix = PurePath(path).suffix.lower()
    return None if suffix in MARKABLE else _OLD if suffix in (".xls", ".ods") else _NO_NOTES


def mark(data: bytes, path: str, marking: Marking) -> Copy:
    """Return the copy of the file *path*, which holds *data*, with the notes of *marking* in it.

    Raises UserError where files of its type cannot be given notes, and where this one is broken or would harm.
    """
    why = refusal(path)
    if why is not None:
        raise UserError(why, path=path)
    match PurePath(path).suffix.lower():
        case ".xlsx" | ".xlsm":
            from linter.documents.marked.xlsx import mark_xlsx as marker
        case ".docx":
            from linter.documents.marked.word import mark_docx as marker
        case ".csv" | ".tsv":
            from linter.documents.marked.csvnotes import mark_csv as marker
        case ".md":
            from linter.documents.marked.mdnotes import mark_markdown as marker
        case ".yaml" | ".yml":
            from linter.documents.marked.yamlnotes import mark_yaml as marker
        case _:
            from linter.documents.marked.plain import mark_text as marker
    return marker(data, path, marking)
