"""A new draft from what stands above it: the SKP or performance contract of the superior, or the matrix of the unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from linter.app.resources import load_resources
from linter.documents.layouts import default_layouts
from linter.documents.read import read_path, reason
from linter.language.numbers import DURATIONS, UNITS
from linter.model import Document, Header, Item, NotChecked, Outline, Said, Share, UserError
from linter.model.nearest import hint_among

_ABOVE = ("rencana_kinerja", "sasaran")
_CELLS = ("sel_matriks", "pengisi")
_NO_ROLE = frozenset({"x", "-", "–"})
"""What a cell of a matrix says where a person has no part in a result (Sosialisasi penyusunan SKP, Kebumen 2022)."""
_NOTHING = Said(
    "tidak memuat rencana kinerja, sasaran, atau matriks yang dapat diturunkan",
    "has no plans, goals or matrix to draw from",
)
_NO_POST = Said("matriks ini memuat beberapa pegawai; yang mana?", "this matrix has several employees; which one?")


class Wanted(msgspec.Struct, frozen=True):
    """Whose draft it will be: a post, its unit, and the row (1-based) of a matrix."""

    post: str | None = None
    unit: str | None = None
    row: int | None = None


def outline_of(path: str, wanted: Wanted) -> Outline:
    """Return the outline of a draft below what the file *path* says; raises UserError where it cannot be drawn."""
    for found in read_path(path, layouts=default_layouts()):
        if isinstance(found, NotChecked):
            raise UserError(found.reason, path=path)
        items = _items(found, path)
        if found.header.kind == "matriks":
            return _from_matrix(items, found.header, wanted, path)
        above = [item for item in items if item.part in _ABOVE and item.section != "tambahan"]
        if above:
            return _below(above, found.header, wanted)
    raise UserError(_NOTHING, path=path)


def complete(outline: Outline) -> Outline:
    """Return *outline* with the values of conduct that every form has (rules/lists/nilai-perilaku)."""
    values = load_resources(()).rules.lists["nilai-perilaku"]
    return msgspec.structs.replace(outline, behaviours=tuple(sorted(values)))


def units() -> tuple[str, ...]:
    """Return the units to choose from, the commonest kinds first: shares, things, then times."""
    return tuple(dict.fromkeys(("%", *sorted(unit for unit in UNITS if unit.isalpha()), *sorted(DURATIONS))))


def _items(document: Document, path: str) -> list[Item]:
    try:
        return list(document.items)
    except UserError as error:
        raise UserError(reason(error), path=path) from error


def _below(above: Sequence[Item], header: Header, wanted: Wanted) -> Outline:
    """Return the outline of one who contributes to each of the plans *above*."""
    shares = tuple(Share(_one_line(item.text), item.id) for item in above)
    told = Outline(shares, wanted.post, wanted.unit or header.unit, header.post, header.period)
    return msgspec.structs.replace(told, regime=header.regime) if header.regime else told


def _from_matrix(items: Sequence[Item], header: Header, wanted: Wanted, path: str) -> Outline:
    heads = {item.id: _one_line(item.text) for item in items if item.part in _CELLS and item.parent is None}
    cells = [item for item in items if item.part in _CELLS and item.parent in heads]
    rows = list(dict.fromkeys((item.row, item.cells.get("jabatan", "")) for item in cells))
    row, post = _row_of(rows, wanted, path)
    own = [item for item in cells if item.row == row and item.text.strip().lower() not in _NO_ROLE]
    shares = tuple(
        Share(heads[item.parent or ""], item.parent or "", _one_line(item.text) if item.part == "sel_matriks" else "")
        for item in own
    )
    unit = next((item.cells["unit"] for item in own if item.cells.get("unit")), header.unit)
    return Outline(shares, wanted.post or post or None, wanted.unit or unit, header.post, header.period)


def _row_of(rows: Sequence[tuple[int | None, str]], wanted: Wanted, path: str) -> tuple[int | None, str]:
    """Return the row of the employee who is *wanted*, by its number or the post; raises UserError where that is not one."""
    fitting = list(rows)
    if wanted.row is not None:
        fitting = [one for one in rows if one[0] == wanted.row]
    elif wanted.post is not None:
        fitting = [one for one in rows if one[1].casefold() == wanted.post.strip().casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if not rows:
        raise UserError(_NOTHING, path=path)
    if wanted.post is not None and not fitting:
        message = Said(
            f"jabatan '{wanted.post}' tidak ada dalam matriks ini", f"the post '{wanted.post}' is not in this matrix"
        )
        raise UserError(message, path=path, hint=hint_among(wanted.post, {post for _, post in rows}))
    raise UserError(_NO_POST, path=path, hint=_listed(rows))


def _listed(rows: Iterable[tuple[int | None, str]]) -> Said:
    told = "; ".join(f"{row} {post or '–'}" for row, post in rows)
    return Said(f"pakai --baris: {told}", f"use --baris: {told}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
