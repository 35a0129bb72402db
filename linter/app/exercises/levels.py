"""Results of the levels of one office, from corpus/latihan/jenjang.yaml, and how one can tell whose they are."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from linter.io.data import data_dir
from linter.io.files import text_of
from linter.io.yamlsafe import load_tree
from linter.model import Said
from linter.model.shape import fit

RUNGS = ("jpt", "administrator", "pengawas", "pelaksana")
"""The levels, from the head of an office to those who carry the work out."""
Told = TypeVar("Told")


class OfLevels(msgspec.Struct, Generic[Told], frozen=True, forbid_unknown_fields=True):
    """What is told of each level."""

    jpt: Told
    administrator: Told
    pengawas: Told
    pelaksana: Told

    def of(self, level: str) -> Told:
        """Return what is told of *level*, one of RUNGS."""
        return dict(zip(RUNGS, (self.jpt, self.administrator, self.pengawas, self.pelaksana), strict=True))[level]


class LevelSet(OfLevels[str], frozen=True, forbid_unknown_fields=True):
    """A result of each level of one office."""

    topik: str


class LevelSets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each level answers for, and sets of results that show it."""

    alasan: OfLevels[Said]
    sets: tuple[LevelSet, ...]


def read_sets() -> LevelSets:
    """Return the sets of levels that are shipped; raises UserError with the place where they cannot be read."""
    file = data_dir("corpus") / "latihan" / "jenjang.yaml"
    source = text_of(file.read_bytes(), "corpus/latihan/jenjang.yaml")
    return fit(load_tree(source.read(), source.path), LevelSets)
