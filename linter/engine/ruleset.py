"""Rules as they were loaded, and everything that judging by them needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from linter.engine import types as t
from linter.engine.facts import FactInfo
from linter.engine.fixes import Replacements
from linter.engine.lists import ListFile
from linter.engine.vocabulary import Vocabulary
from linter.model import Tree

FAMILIES = {
    "C": "kelas", "P": "rumusan", "S": "spesifik", "M": "terukur", "A": "dapat-dicapai", "R": "relevan", "T": "waktu",
    "X": "padanan", "D": "dokumen", "U": "uraian-tugas", "E": "ejaan",
}  # fmt: skip
"""Family letter → folder under rules/."""


class Rule(msgspec.Struct, frozen=True):
    """A rule file with the path it came from."""

    file: t.RuleFile
    path: str
    tree: Tree


class RuleSet(msgspec.Struct, frozen=True):
    """Everything that judging needs, as data: rules by code, word lists and facts by name, regimes, ladders …"""

    rules: dict[str, Rule]
    lists: dict[str, frozenset[str]]
    pairs: dict[str, Replacements]
    regimes: dict[str, t.RegimeFile]
    profiles: dict[str, t.ProfileFile]
    facts: dict[str, FactInfo]
    measures: dict[str, t.MeasureFile]
    sources: dict[str, t.Source]
    ladders: dict[str, t.LadderFile]
    criteria: dict[str, t.CriterionFile]
    index: t.IndexFile
    reviews: dict[str, t.ReviewFile]

    @property
    def vocabulary(self) -> Vocabulary:
        """What the conditions of these rules may name."""
        return Vocabulary(self.lists, self.facts)

    def lineage(self, regime: str) -> frozenset[str]:
        """Return the codes of *regime* and of the regimes that it extends."""
        codes: list[str] = []
        code: str | None = regime
        while code is not None and code not in codes:
            codes.append(code)
            code = self.regimes[code].extends if code in self.regimes else None
        return frozenset(codes)


class Data(msgspec.Struct, frozen=True):
    """The files that a rule set is built from, the later ones above the earlier; lists by name, facts of plugins."""

    rules: Sequence[Tree] = ()
    lists: Mapping[str, ListFile] = {}
    regimes: Sequence[Tree] = ()
    profiles: Sequence[Tree] = ()
    measures: Sequence[Tree] = ()
    sources: Sequence[Tree] = ()
    ladders: Sequence[Tree] = ()
    criteria: Sequence[Tree] = ()
    index: Sequence[Tree] = ()
    review: Sequence[Tree] = ()
    facts: Sequence[FactInfo] = ()
