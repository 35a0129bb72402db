"""The headings of tables of texts as data, and what they name; which they are is said in rules/layouts/table-columns.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from linter.documents.headings import LONGEST_TITLE
from linter.documents.layouts import heading_key
from linter.io.data import data_dir
from linter.io.yamlsafe import load_tree
from linter.model import Said, UserError
from linter.model.shape import fit

ROWS = 8_192
"""Rows in a batch, at most: what is in memory at a time, and what a process of a pool is given."""
NAMES = frozenset({"part", "bagian", "asal", "regime"})
"""Columns of names; people write them with capitals and spaces ("Rencana Kinerja")."""

Titles = Mapping[str, tuple[str, int]]
"""The column of INPUT that a heading names, by its key, and the rank of the title (0 is the best)."""

_TOLD = 8


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of headings as it is written."""

    columns: dict[str, tuple[str, ...]]


def load_titles() -> Titles:
    """Return the headings that ship with the package."""
    path = "rules/layouts/table-columns.yaml"
    text = (data_dir("rules") / "layouts" / "table-columns.yaml").read_text("utf-8")
    columns = fit(load_tree(text, path, text_scalars=True), _File).columns
    return {heading_key(title): (name, rank) for name, titles in columns.items() for rank, title in enumerate(titles)}


def places_of(headings: Sequence[str], titles: Titles) -> dict[str, int]:
    """Return the place (0-based) of each column of INPUT among *headings*; of two that name the same the better title wins."""
    best: dict[str, tuple[int, int]] = {}
    for place, heading in enumerate(headings):
        name, rank = titles.get(heading_key(heading[:LONGEST_TITLE]), ("", 0))
        if name and (name not in best or rank < best[name][0]):
            best[name] = (rank, place)
    return {name: place for name, (_, place) in best.items()}


def plain_name(cell: str | None) -> str | None:
    """Return a name as the kernel knows it: "Rencana Kinerja" is rencana_kinerja."""
    return "_".join(cell.casefold().split()) if cell else None


def no_texts(headings: Sequence[str], path: str) -> UserError:
    """Return the error for a table without a column of texts; a cell with digits is no heading, and may be a person's."""
    titles = [" ".join(cell.split())[:LONGEST_TITLE] for cell in headings if not any(map(str.isdigit, cell))]
    told = ", ".join(f"'{title}'" for title in titles[:_TOLD])
    seen = Said(f"; judul yang terlihat: {told}", f"; headings seen: {told}") if told else Said("", "")
    message = Said(f"tabel ini tanpa kolom teks{seen.id}", f"this table has no column of texts{seen.said('en')}")
    return UserError(message, path=path, hint=_EXPECTED)


_EXPECTED = Said(
    "beri judul 'teks' pada kolom yang berisi rumusan, di baris pertama",
    "put the heading 'text' above the column of statements, in the first row",
)
