"""Reads what a reviewer decided about notes: the marked copy of a workbook, or the file that the review page saves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Annotated

import msgspec
import python_calamine as calamine

from linter.documents.xlsxguard import look
from linter.io.files import read_bytes, shown
from linter.model import Said, UserError

_HEADS = (("Putusan", "Kunci"), ("Decision", "Key"))
_ACCEPT = frozenset({"terima", "diterima", "accept", "accepted"})
_REJECT = frozenset({"tolak", "ditolak", "reject", "rejected"})
_KEY = re.compile("[0-9a-f]{16}")


class DecisionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the review page saves: fingerprint → accepted."""

    version: int
    tool: str
    decisions: dict[Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")], bool]


def read_decisions(paths: Iterable[str]) -> dict[str, bool]:
    """Return what was decided about each note, by fingerprint: True where it was accepted; undecided ones are left out.

    Raises UserError for a file that holds no decisions, a word that is none, and a note that two files decide differently.
    """
    found: dict[str, bool] = {}
    for path in paths:
        data = read_bytes(path)
        name = shown(path)
        here = _of_workbook(data, name) if data.startswith(b"PK") else _of_page(data, name)
        for key, accepted in here.items():
            if found.setdefault(key, accepted) is not accepted:
                raise UserError(
                    Said(
                        "catatan yang sama diputuskan lain dalam berkas putusan yang lain",
                        "another file of decisions decides the same note differently",
                    ),
                    path=name,
                )
    return found


def decisions_in(data: bytes) -> dict[str, bool]:
    """Return what was decided in the listing of notes that the workbook in *data* may have; nothing where it has none."""
    try:
        return _of_workbook(data, "") if data.startswith(b"PK") else {}
    except UserError:
        return {}


def _of_page(data: bytes, path: str) -> dict[str, bool]:
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=DecisionFile).decisions
    except (msgspec.MsgspecError, UnicodeError):
        raise UserError(_NONE, path=path) from None


def _of_workbook(data: bytes, path: str) -> dict[str, bool]:
    look(data, path)
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [(n, book.get_sheet_by_name(n).to_python(skip_empty_area=False)) for n in book.sheet_names]
    except (calamine.CalamineError, OSError, ValueError):
        raise UserError(_NONE, path=path) from None
    for name, rows in sheets:
        for head, cells in enumerate(rows):
            columns = _columns(cells)
            if columns is not None:
                return dict(_decided(rows[head + 1 :], columns, head + 2, name, path))
    raise UserError(_NONE, path=path)


def _columns(cells: Sequence[object]) -> tuple[int, int] | None:
    """Return the columns (0-based) of decision and key where *cells* are the heading row of our listing."""
    texts = [str(cell).strip() for cell in cells]
    return next(((texts.index(a), texts.index(b)) for a, b in _HEADS if a in texts and b in texts), None)


def _decided(
    rows: Iterable[Sequence[object]], columns: tuple[int, int], first: int, sheet: str, path: str
) -> Iterable[tuple[str, bool]]:
    for number, cells in enumerate(rows, first):
        word, key = (str(cells[n]).strip() if n < len(cells) else "" for n in columns)
        if not word or not _KEY.fullmatch(key):
            continue
        if word.lower() not in _ACCEPT | _REJECT:
            raise UserError(
                Said(
                    f"lembar '{sheet}', baris {number}: '{word[:30]}' bukan putusan; isi Terima atau Tolak",
                    f"sheet '{sheet}', row {number}: '{word[:30]}' is no decision; write Accept or Reject",
                ),
                path=path,
            )
        yield key, word.lower() in _ACCEPT


_NONE = Said(
    "berkas ini tidak memuat putusan; pakai salinan .xlsx dari skplint annotate, atau putusan-reviu.json dari halaman reviu",
    "this file holds no decisions; use the .xlsx copy by skplint annotate, or the file that the review page saves",
)
