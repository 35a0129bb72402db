"""Headings that go on in the row below: words broken over two rows, titles parted into aspects, units, or columns."""

from __future__ import annotations

import msgspec

from linter.documents.blanks import is_blank
from linter.documents.headings import LONGEST, LONGEST_TITLE, Cells, Columns, columns_of, match_heading
from linter.documents.layouts import Layouts, heading_key


def is_sub_heading(cells: Cells, layouts: Layouts) -> bool:
    """Say whether a row under the headings only holds titles of parts of a column."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return bool(filled) and all(len(cell) <= LONGEST and heading_key(cell) in layouts.sub_headings for cell in filled)


def continued(titles: Cells, cells: Cells, columns: Columns, layouts: Layouts) -> Columns | None:
    """Return the columns of headings that go on in the row below them ("RENCANA" over "KINERJA"), else None."""
    filled = [n for n, cell in enumerate(cells) if not is_blank(cell)]
    if not filled or any(n >= len(titles) or is_blank(titles[n]) or len(cells[n]) > LONGEST_TITLE for n in filled):
        return None
    whole = joined(titles, cells)
    found = columns_of(whole, layouts, fuzzy=False)
    if found is None or not columns.at.keys() <= found.at.keys():
        return None
    known = all(heading_key(whole[n]) in layouts.columns for n in filled)
    return found if known or len(found.at) > len(columns.at) else None


def joined(titles: Cells, cells: Cells) -> list[str]:
    """Return the *titles* with what stands below each of them."""
    return [f"{title} {cells[n] if n < len(cells) else ''}".strip() for n, title in enumerate(titles)]


def with_parts(columns: Columns, cells: Cells, layouts: Layouts) -> Columns:
    """Return *columns* with the aspects that a row under the headings parts a common target into (KUANT, KUAL, WAKTU).

    A column without a title right behind one of them holds its unit: 12 | laporan.
    """
    parts = {layouts.aspects[key]: n for n, cell in enumerate(cells) if (key := heading_key(cell)) in layouts.aspects}
    if ("target", None) not in columns.at or not parts or any(role == "indikator" for role, _ in columns.at):
        return columns
    at = {slot: n for slot, n in columns.at.items() if slot not in (("target", None), ("satuan", None))}
    for aspect, n in parts.items():
        at["target", aspect] = n
        behind = n + 1 < len(cells) and is_blank(cells[n + 1]) and n + 1 not in at.values()
        if behind:
            at["satuan", aspect] = n + 1
    return msgspec.structs.replace(columns, at=at, width=max(columns.width, len(cells)))


def parted(titles: Cells, cells: Cells, columns: Columns, layouts: Layouts) -> Columns | None:
    """Return the columns of titles of which some are parted in the row below (UKURAN over ASPEK | INDIKATOR | TARGET).

    What numbers a row and what it plans has one title over both rows; None where that is not so.
    """
    whole_column = [n for (role, _), n in columns.at.items() if role in ("no", "rk", "rk_atasan")]
    filled = [n for n, cell in enumerate(cells) if not is_blank(cell)]
    short = all(len(cells[n]) <= LONGEST_TITLE for n in filled)
    if not filled or not short or not whole_column or not set(filled).isdisjoint(whole_column):
        return None
    whole = list(titles) + [""] * (len(cells) - len(titles))
    upper = ""
    for n, title in enumerate(whole):
        upper = title if not is_blank(title) else upper
        lower = cells[n] if n < len(cells) else ""
        if not is_blank(lower):
            options = (f"{upper} {lower}", f"{lower} {upper}", lower)
            whole[n] = next((one for one in options if match_heading(one, layouts, fuzzy=False)), "")
    found = columns_of(whole, layouts, fuzzy=True)
    if found is None or found.at == columns.at:
        return None
    return found if {role for role, _ in columns.at} <= {role for role, _ in found.at} else None
