"""A new draft from what stands above it: the SKP or performance contract of the superior, or the matrix of the unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from linter.app.resources import load_resources
from linter.app.settings import DEFAULT_REGIME
from linter.documents.layouts import default_layouts
from linter.documents.read import read_path, reason
from linter.engine import contributes
from linter.io.writable import writable
from linter.language.numbers import DURATIONS, UNITS
from linter.model import Document, Header, Item, NotChecked, Outline, Said, Share, UserError
from linter.model.nearest import hint_among

_ABOVE = ("rencana_kinerja", "sasaran")
_CELLS = ("sel_matriks", "pengisi")
_KINDS = ("skp", "daftar", "pk")
"""Documents whose plans may be those of a superior."""
_NOTHING = Said(
    "tidak memuat rencana kinerja, sasaran, atau matriks yang dapat diturunkan",
    "has no plans, goals or matrix to draw from",
)
_WHICH = Said(
    "memuat beberapa SKP atau perjanjian kinerja; simpan milik atasan itu dalam berkas tersendiri",
    "has several SKP or performance contracts; keep that of the superior in a file of its own",
)
_NO_ROW = Said("baris itu tidak ada dalam matriks ini", "this matrix has no such row")
_NO_POST = Said("matriks ini memuat beberapa pegawai; yang mana?", "this matrix has several employees; which one?")
_NO_MATRIX = Said("--baris hanya berlaku untuk matriks", "--baris goes with a matrix only")


class Wanted(msgspec.Struct, frozen=True):
    """Whose draft it will be: a post, its unit, and the row (1-based) of a matrix."""

    post: str | None = None
    unit: str | None = None
    row: int | None = None


class _Person(msgspec.Struct):
    """An employee in a matrix: the first row, the post, and the cells with the result that each belongs to."""

    row: int | None
    post: str
    cells: list[tuple[Item, str]]


def outline_of(path: str | None, wanted: Wanted) -> Outline:
    """Return the outline of a draft below what the file *path* says, of an empty one without it.

    Raises UserError where it cannot be drawn.
    """
    resources = load_resources(())
    drawn = _drawn(path, wanted) if path is not None else Outline(post=wanted.post, unit=wanted.unit)
    regimes = resources.rules.regimes
    if drawn.regime not in regimes:
        message = Said(f"rezim '{drawn.regime}' tidak dikenal", f"the regime '{drawn.regime}' is not known")
        raise UserError(message, path=path, hint=hint_among(drawn.regime, regimes))
    qualitative = regimes[drawn.regime].approach == "kualitatif"
    values = sorted(resources.rules.lists["nilai-perilaku"])
    told = msgspec.structs.replace(drawn, qualitative=qualitative, behaviours=tuple(values))
    return msgspec.structs.replace(
        told,
        post=_plain(told.post),
        unit=_plain(told.unit),
        appraiser=_plain(told.appraiser),
        period=_days(told.period),
    )


def has_form(outline: Outline) -> bool:
    """Tell whether the form as a workbook is that of the outline's regime: Permen PANRB 6/2022, quantitative."""
    return DEFAULT_REGIME in load_resources(()).rules.lineage(outline.regime)


def units() -> tuple[str, ...]:
    """Return the units to choose from: shares, things, then times."""
    return tuple(dict.fromkeys(("%", *sorted(unit for unit in UNITS if unit.isalpha()), *sorted(DURATIONS))))


def _drawn(path: str, wanted: Wanted) -> Outline:
    documents = [(found.header, _items(found, path)) for found in _documents(path)]
    persons = [person for header, items in documents if header.kind == "matriks" for person in _persons(items, header)]
    if persons:
        person = _chosen(persons, wanted, path)
        header = next(header for header, _ in documents if header.kind == "matriks")
        return _from_matrix(person, header, wanted)
    if wanted.row is not None:
        raise UserError(_NO_MATRIX)
    fitting = [(header, above) for header, items in documents if header.kind in _KINDS and (above := _plans(items))]
    if len(fitting) > 1:
        raise UserError(_WHICH, path=path)
    if not fitting:
        raise UserError(_NOTHING, path=path)
    header, above = fitting[0]
    told = Outline(tuple(Share(_one_line(item.text)) for item in above), wanted.post)
    told = msgspec.structs.replace(told, unit=wanted.unit or header.unit, appraiser=header.post, period=header.period)
    regime = header.regime or above[0].regime
    return msgspec.structs.replace(told, regime=regime) if regime else told


def _documents(path: str) -> Iterable[Document]:
    for found in read_path(path, layouts=default_layouts()):
        if isinstance(found, Document):
            yield found
        elif isinstance(found, NotChecked) and found.fatal:
            raise UserError(found.reason, path=found.path)


def _items(document: Document, path: str) -> list[Item]:
    try:
        return list(document.items)
    except UserError as error:
        raise UserError(reason(error), path=path) from error


def _plans(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.part in _ABOVE and item.section != "tambahan"]


def _persons(items: Sequence[Item], header: Header) -> list[_Person]:
    """Return the employees of a matrix; one who stands in several blocks of it is one."""
    heads = {item.id: _one_line(item.text) for item in items if item.part in _CELLS and item.parent is None}
    found: dict[str, _Person] = {}
    for item in items:
        if item.part in _CELLS and item.parent in heads:
            post = _one_line(item.cells.get("jabatan", ""))
            key = item.cells.get("orang") or f"{post}\0{item.row}"
            person = found.setdefault(f"{post}\0{key}", _Person(item.row, post, []))
            person.cells.append((item, heads[item.parent or ""]))
    return list(found.values())


def _from_matrix(person: _Person, header: Header, wanted: Wanted) -> Outline:
    own = [(item, head) for item, head in person.cells if contributes(item)]
    shares = tuple(Share(head, _one_line(item.text) if item.part == "sel_matriks" else "") for item, head in own)
    unit = next((item.cells["unit"] for item, _ in own if item.cells.get("unit")), header.unit)
    return Outline(shares, wanted.post or person.post or None, wanted.unit or unit, header.post, header.period)


def _chosen(persons: Sequence[_Person], wanted: Wanted, path: str) -> _Person:
    """Return the employee who is *wanted*, by a row or by the post; raises UserError where that is not one."""
    fitting = list(persons)
    if wanted.row is not None:
        fitting = [one for one in persons if wanted.row in {item.row for item, _ in one.cells}]
    elif wanted.post is not None:
        fitting = [one for one in persons if one.post.casefold() == _one_line(wanted.post).casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if wanted.row is not None:
        raise UserError(_NO_ROW, path=path, hint=_listed(persons))
    if wanted.post is not None and not fitting:
        message = Said(
            f"jabatan '{wanted.post}' tidak ada dalam matriks ini", f"the post '{wanted.post}' is not in this matrix"
        )
        raise UserError(message, path=path, hint=hint_among(wanted.post, {one.post for one in persons}))
    raise UserError(_NO_POST, path=path, hint=_listed(fitting))


def _listed(persons: Iterable[_Person]) -> Said:
    told = "; ".join(f"{one.row} {one.post or '–'}" for one in persons)
    return Said(f"pakai --baris: {told}", f"use --baris: {told}")


def _days(period: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return *period* where both of its days exist."""
    try:
        return period if period and all(map(date.fromisoformat, period)) else None
    except ValueError:
        return None


def _plain(text: str | None) -> str | None:
    return _one_line(text) if text else None


def _one_line(text: str) -> str:
    """Return *text* as one line that a comment, a cell and a quoted value can hold."""
    return " ".join(writable(text).split())
