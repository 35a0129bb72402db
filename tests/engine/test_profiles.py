"""Regimes and profiles: what stands on what, and what cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from linter.engine import Data, ListFile, RuleSet, build_rules
from linter.io.yamlsafe import load_tree
from linter.model import UserError

Build = Callable[..., RuleSet]
REST = "title: {id: x}, approach: kuantitatif, regulation: x, since: 2022"
ABOUT = "title: {id: x}, about: {id: x}"


@pytest.fixture
def ladder(rule: Callable[..., str]) -> Build:
    """Build a set of the sound rule with regimes and profiles (name → the keys that matter)."""

    def built(regimes: Mapping[str, str] | None = None, profiles: Mapping[str, str] | None = None) -> RuleSet:
        first = {"p6-2022-kuantitatif": ""}
        return build_rules(
            Data(
                rules=[load_tree(rule(), "C900-uji.yaml")],
                lists={"daftar-uji": ListFile("susun", "daftar-uji.txt")},
                regimes=[
                    load_tree(f"code: {code}\n{keys}\n".replace("\n\n", "\n") + _lines(REST), f"regimes/{code}.yaml")
                    for code, keys in {**first, **(regimes or {})}.items()
                ],
                profiles=[
                    load_tree(f"name: {name}\n{keys}\n" + _lines(ABOUT), f"profiles/{name}.yaml")
                    for name, keys in (profiles or {}).items()
                ],
            )
        )

    return built


def _lines(keys: str) -> str:
    return "\n".join(keys.split(", ")) + "\n"


def test_what_a_regime_extends_is_in_its_lineage(ladder: Build) -> None:
    rules = ladder({"kami": "extends: p6-2022-kuantitatif", "kita": "extends: kami"})
    assert rules.lineage("kita") == {"kita", "kami", "p6-2022-kuantitatif"}
    assert rules.lineage("lain") == {"lain"}


@pytest.mark.parametrize(
    ("regimes", "profiles", "says", "at"),
    [
        (
            {"kami": "extends: p6-2022-kuantitatip"},
            {},
            "rezim 'p6-2022-kuantitatip' tidak ada",
            "regimes/kami.yaml:2:10",
        ),
        ({"kami": "extends: kami"}, {}, "rezim memperluas dirinya sendiri: kami → kami", "regimes/kami.yaml:2:10"),
        ({"a": "extends: b", "b": "extends: a"}, {}, "memperluas dirinya sendiri: a → b → a", "regimes/a.yaml:2:10"),
        ({}, {"kami": "extends: lain"}, "profil 'lain' tidak ada", "profiles/kami.yaml:2:10"),
        ({}, {"kami": "extends: kami"}, "profil memperluas dirinya sendiri", "profiles/kami.yaml:2:10"),
        ({}, {"kami": "select: [C900, P999]"}, "aturan 'P999' tidak dikenal", "profiles/kami.yaml:2:16"),
        ({}, {"kami": "ignore: [Q]"}, "aturan 'Q' tidak dikenal", "profiles/kami.yaml:2:10"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(
    ladder: Build, regimes: dict[str, str], profiles: dict[str, str], says: str, at: str
) -> None:
    with pytest.raises(UserError) as caught:
        ladder(regimes, profiles)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{at}:")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (Data(profiles=[load_tree("{name: kami, title: {id: x}, about: {id: x}}", "profiles/kita.yaml")]), "kami.yaml"),
        (Data(regimes=[load_tree(f"{{code: kami, {REST}}}", "regimes/kita.yaml")]), "kami.yaml"),
    ],
)
def test_the_file_has_the_name_that_stands_in_it(data: Data, says: str) -> None:
    with pytest.raises(UserError, match=f"nama berkas seharusnya {says}"):
        build_rules(data)
