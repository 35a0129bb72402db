"""Documents and the texts in them, as the readers hand them on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from linter.model.origin import Origin
from linter.model.people import People
from linter.model.said import Said
from linter.model.silence import Silence

PARTS = (
    "rencana_kinerja", "rk_atasan", "indikator", "target", "aspek", "sasaran", "sel_matriks",
    "uraian_tugas", "simpul_pohon", "pengisi", "baris", "dokumen", "unit",
)  # fmt: skip

TEXT_PARTS = tuple(part for part in PARTS if part not in ("baris", "dokumen", "unit"))
"""The parts that a single text can be."""


class Header(msgspec.Struct, frozen=True):
    """What a document says of itself: the post and unit of its owner, its regime, its kind; never a name or NIP."""

    post: str | None = None
    unit: str | None = None
    person: str = ""
    """A key that tells the owner from other persons; no name can be read from it."""
    level: str | None = None
    regime: str | None = None
    kind: str = "daftar"
    """"daftar" for a plain list or table, "skp" for a form that says whose SKP it is, and for when or who appraises it;
    "matriks", "pk", "pohon", "abk", "manual", "keterkaitan" for the papers beside it."""
    appraiser: str | None = None
    """The post of the one who appraises."""
    appraiser_level: str | None = None
    """The level of that post, where the form says it."""
    annex: frozenset[str] | None = None
    """The parts of the annex that are filled in (sumber daya …); None where it cannot be known whether there is one."""
    title: str | None = None
    """What stands above the form: "Sasaran Kinerja Pegawai"."""
    period: tuple[str, str] | None = None
    """The first and the last day of the period that is appraised: ("2026-01-01", "2026-12-31")."""
    fields: frozenset[str] = frozenset()
    """What the form has besides statements and indicators: ak, perspektif, sumber_data, perilaku, periode …"""
    behaviours: tuple[str, ...] = ()
    """The values of conduct that the form lists."""
    oddities: frozenset[str] = frozenset()
    """What is odd about the persons, without saying who they are: "nip" (not 18 digits with dates that exist),
    "penilai_sendiri" (appraiser and appraised are one)."""
    credits: tuple[float, float] | None = None
    """The most credit points (angka kredit) of a main result and of an additional one, where the form gives both."""
    silences: tuple[Silence, ...] = ()
    """The suppressions that hold for notes about the document as a whole."""
    own_titles: tuple[str, ...] = ()
    own_units: tuple[str, ...] = ()
    """Further posts and units that are the writer's own side; not the document but the configuration names them."""
    holders: int | None = None
    """How many hold the post whose work load is counted."""
    duties: tuple[str, ...] = ()
    """The uraian tugas of the owner's post, where the document gives them."""


class Item(msgspec.Struct, frozen=True, gc=False):
    """One text to check, whole and unstripped, with its place and what stands around it.

    ``at`` holds the keys that the input format gives (line, column, pointer, row, sheet, cell …; all 1-based). ``rk`` is
    the rencana kinerja above an indicator, ``target`` and ``aspek`` the cells beside it, ``parent`` the ``id`` of the
    rencana kinerja, ``section`` "utama" or "tambahan", ``asal`` sendiri, pk, katalog or direktif. ``source`` is where the
    data of an indicator come from and ``evidence`` what proves an assignment; "" where the form asks and nothing stands
    there, None where it does not ask.
    ``silences`` are the suppressions that the input itself holds for this text. ``origin`` is its place in a source that
    has lines; None for a workbook and the like.
    """

    text: str
    part: str
    at: dict[str, Any]
    id: str = ""
    row: int | None = None
    parent: str | None = None
    section: str | None = None
    rk: str | None = None
    aspek: str | None = None
    target: str | None = None
    asal: str = "sendiri"
    source: str | None = None
    evidence: str | None = None
    cells: Mapping[str, str] = {}
    regime: str | None = None
    silences: tuple[Silence, ...] = ()
    origin: Origin | None = None

    def is_like(self, other: Item) -> bool:
        """Tell whether both are judged alike: all is the same but where they stand."""
        return self is other or msgspec.structs.replace(self, at=other.at, origin=other.origin) == other


class NotChecked(msgspec.Struct, frozen=True):
    """An input, or a part of one, that was not checked, and why (a message for the user)."""

    path: str
    reason: Said
    fatal: bool = True
    """False for what was skipped by design (a foreign file in a folder); it is listed and does not change the exit."""
    line: int | None = None
    column: int | None = None
    """The place in the input at which reading it failed (1-based), where one is known."""


class Document(msgspec.Struct, frozen=True):
    """An input that is being read: its path as given, its header, and its items as a stream."""

    path: str
    format: str
    items: Iterator[Item]
    header: Header = Header()
    people: People = People()
    """Who the form names; only for what is handed back with it (marked copies, Lembar Reviu)."""
