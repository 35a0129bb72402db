"""Rules built from texts: one that is right, and what a change of it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from linter.engine import Data, ListFile, RuleSet, build_rules
from linter.io.yamlsafe import load_tree
from linter.model import Tree

RULE = """\
code: C900
name: uji
kind: class
class: aktivitas
part: rencana_kinerja
priority: 950
confidence: 0.9
severity: error
status: stable
since: "0.1"
basis:
  - {source: "Buku kerja", place: "hlm. 1", force: pedoman, regimes: [p6-2022-kuantitatif]}
when:
  all:
    - {fact: form, is: verba_aktif}
    - {fact: verb_root, in: "@daftar-uji"}
message: {id: "Ada '{verb}'."}
why: {id: "Karena demikian."}
examples:
  bad: [{text: "[[Menyusun]] laporan"}]
  good: [{text: "Laporan tersusun"}]
"""
LISTS = {"daftar-uji": "# Daftar.\nsusun\n", "pasangan": "aktifitas\taktivitas\n"}
REGIME = load_tree(
    "{code: p6-2022-kuantitatif, title: {id: P6}, approach: kuantitatif, regulation: Permen, since: 2022}",
    "rules/regimes/p6-2022-kuantitatif.yaml",
)


@pytest.fixture
def rule() -> Callable[..., str]:
    """Give the text of a sound rule with one piece replaced: ``rule("kind: class", "kind: flag")``."""

    def changed(old: str = "", new: str = "") -> str:
        assert old in RULE
        return RULE.replace(old, new, 1)

    return changed


@pytest.fixture
def tree() -> Callable[..., Tree]:
    """Read the text of a rule file."""
    return lambda text, path="aturan/C900-uji.yaml": load_tree(text, path)


@pytest.fixture
def build(tree: Callable[..., Tree]) -> Callable[..., RuleSet]:
    """Build a rule set of rule texts by path, and of nothing else."""

    def built(files: Mapping[str, str] | str, lists: Mapping[str, str] = LISTS) -> RuleSet:
        texts = {"aturan/C900-uji.yaml": files} if isinstance(files, str) else files
        return build_rules(
            Data(
                [tree(text, path) for path, text in texts.items()],
                {name: ListFile(said, f"lists/{name}.txt") for name, said in lists.items()},
                [REGIME],
            )
        )

    return built
