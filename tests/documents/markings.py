"""Markings for the tests of marked copies, made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linter.model import Document
from linter.model.reviewed import ListedRow, Listing, Marking, Remark

TITLE = "Perlu diperbaiki · C001 verba-aktivitas"
TEXT = "Kata “menyusun” menyebut kegiatan.\nTulis hasilnya: “Laporan tersusun”"


def remark(title: str = TITLE, text: str = TEXT, /, **at: Any) -> Remark:
    return Remark(at=at, severity="error", title=title, text=text)


def marking(
    remarks: Sequence[Remark],
    whole: Sequence[str] = (),
    lead: Sequence[str] = (),
    places: Mapping[int, str] | None = None,
) -> Marking:
    """Return a marking with *remarks*, notes about the *whole* and lines above the table; *places* names those of remarks."""
    rows = [ListedRow(((places or {}).get(n, ""), one.title, ""), one.at, "error") for n, one in enumerate(remarks)]
    rows += [ListedRow(("", text, ""), None, "warning") for text in whole]
    headings, choices = ("Tempat", "Catatan", "Keputusan"), {2: ("Terima", "Tolak")}
    listing = Listing("Catatan skplint", tuple(lead), headings, (20, 60, 12), tuple(rows), choices)
    return Marking(author="skplint", lead="— skplint —", remarks=tuple(remarks), listing=listing)


def about_each(document: Document, text: str = TEXT) -> Marking:
    """Return a marking with a remark on each text of a *document*."""
    return marking([remark(TITLE, text, **item.at) for item in document.items], ["Tidak ada target"], ["12 catatan"])
