"""The headings and dividing rows of SKP tables as data: what a heading means is said in rules/layouts/headings.yaml."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

import msgspec

from linter.io.data import data_dir
from linter.io.decode import decode
from linter.io.yamlsafe import load_tree
from linter.model import Said, Tree, UserError
from linter.model.nearest import hint_among
from linter.model.shape import fit

ROLES = (
    "no", "rk_atasan", "rk", "aspek", "indikator", "target", "target_atas", "satuan", "jenis", "ak", "katalog", "cascading",
    "abaikan", "evaluasi", "diabaikan",
)  # fmt: skip
"""What a column may hold; "katalog" marks statements that were picked from a fixed list, "evaluasi" and "diabaikan" are
known and not read."""

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class _Regime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    regime: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The layout file as it is written."""

    columns: dict[str, tuple[str, ...]]
    superior_words: tuple[str, ...]
    aspects: dict[str, tuple[str, ...]]
    sections: dict[str, tuple[str, ...]]
    sub_headings: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    identity: dict[str, tuple[str, ...]]
    persons: dict[str, tuple[str, ...]]
    titles: dict[str, tuple[str, ...]]
    tails: tuple[str, ...]
    matrix: dict[str, tuple[str, ...]]
    workload: dict[str, tuple[str, ...]]
    sums: tuple[str, ...]
    annex: dict[str, tuple[str, ...]]
    fillers: tuple[str, ...]
    notes: tuple[str, ...]
    regimes: tuple[_Regime, ...]


class Layouts(msgspec.Struct, frozen=True):
    """Headings by their key (see ``heading_key``), ready to be looked up.

    ``columns`` gives role and rank (0 is the best title of the role); ``aspects`` the aspect that a word names;
    ``sections`` utama, tambahan, hasil or berhenti; ``kinds`` the section that the kind column names; ``identity``
    post, unit, name, number or rank; ``persons`` pegawai, penilai or lain, whom a block is about; ``titles`` what a
    line above a form says: skp, pk, periode; ``tails`` what a line below a statement in its cell begins with; ``matrix``
    post, name, person or results, by the beginnings of the titles of a matrix; ``workload`` what the
    columns of an ABK hold, ``sums`` what a row that sums up begins with, ``annex`` the parts of an annex; ``fillers``
    words that change nothing in a title of rk, ``notes`` what a note below a table begins with; ``regimes`` keys that
    betray a regime, in order; ``names`` the first title of each role, for messages; ``words`` every word in a title,
    lower-case.
    """

    columns: Mapping[str, tuple[str, int]]
    superior: tuple[str, ...]
    aspects: Mapping[str, str]
    sections: Mapping[str, str]
    sub_headings: frozenset[str]
    kinds: Mapping[str, str]
    identity: Mapping[str, str]
    persons: Mapping[str, str]
    titles: Mapping[str, str]
    tails: frozenset[str]
    matrix: Mapping[str, str]
    workload: Mapping[str, str]
    sums: tuple[tuple[str, ...], ...]
    annex: Mapping[str, str]
    fillers: frozenset[str]
    notes: tuple[tuple[str, ...], ...]
    regimes: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    words: frozenset[str]


def heading_words(text: str) -> tuple[str, ...]:
    """Return the words of a heading, case-folded and without years: "TARGET/ BAIK 2025" → ("target", "baik")."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(word for word in _WORD.findall(folded) if not _YEAR.fullmatch(word))


@functools.lru_cache(4096)
def heading_key(text: str) -> str:
    """Return what a heading is compared by: its words run together, so that line breaks and spacing do not matter."""
    return "".join(heading_words(text))


def load_layouts(tree: Tree) -> Layouts:
    """Return the layouts that *tree* describes; raises UserError where it does not fit or names an unknown role."""
    file = fit(tree, _File)
    for role in file.columns:
        if role not in ROLES:
            line, column = tree.keys.get(("columns", role), (1, 1))
            message = Said(f"peran kolom '{role[:40]}' tidak dikenal", f"the column role '{role[:40]}' is not known")
            raise UserError(message, path=tree.path, line=line, column=column, hint=hint_among(role, ROLES))
    titles = [title for aliases in file.columns.values() for title in aliases]
    return Layouts(
        columns={
            heading_key(title): (role, rank)
            for role, aliases in file.columns.items()
            for rank, title in reversed(tuple(enumerate(aliases)))
        },
        superior=tuple(heading_key(word) for word in file.superior_words),
        aspects=_by_key(file.aspects),
        sections=_by_key(file.sections),
        sub_headings=frozenset(map(heading_key, file.sub_headings)),
        kinds=_by_key(file.kinds),
        identity=_by_key(file.identity),
        persons=_by_key(file.persons),
        titles=_by_key(file.titles),
        tails=frozenset(map(heading_key, file.tails)),
        matrix=_by_key(file.matrix),
        workload=_by_key(file.workload),
        sums=tuple(map(heading_words, file.sums)),
        annex=_by_key(file.annex),
        fillers=frozenset(file.fillers),
        notes=tuple(map(heading_words, file.notes)),
        regimes=tuple((heading_key(entry.words), entry.regime) for entry in file.regimes),
        names={role: aliases[0].upper() for role, aliases in file.columns.items() if aliases},
        words=frozenset(word for title in titles for word in heading_words(title)),
    )


@functools.cache
def default_layouts() -> Layouts:
    """Return the layouts that ship with the package; raises UserError where the installation lacks them."""
    path = "rules/layouts/headings.yaml"
    try:
        data = (data_dir("rules") / "layouts" / "headings.yaml").read_bytes()
    except OSError:
        message = Said(
            "berkas data ini tidak ditemukan; pasang ulang skplint", "this data file is missing; install skplint again"
        )
        raise UserError(message, path=path) from None
    return load_layouts(load_tree(decode(data, path), path, text_scalars=True))


def _by_key(lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {heading_key(title): name for name, titles in lists.items() for title in titles}
