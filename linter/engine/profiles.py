"""Regimes and profiles: each may stand on another one, and a profile says which rules are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from linter.engine import types as t
from linter.engine.ruleset import FAMILIES, Rule
from linter.model import Pointer, Said, Tree, UserError
from linter.model.nearest import hint_among, hint_at
from linter.model.shape import fit

ALL = "semua"
"""Selects every rule."""
Rung = TypeVar("Rung", t.RegimeFile, t.ProfileFile)


def read_regimes(trees: Sequence[Tree]) -> dict[str, t.RegimeFile]:
    """Return the regimes by code; raises UserError, with its place, for one that extends none or itself."""
    found = {r.code: r for r in (_named(tree, fit(tree, t.RegimeFile), "code") for tree in trees)}
    _climb(trees, found, "code", Said("rezim", "the regime"))
    return found


def read_profiles(trees: Sequence[Tree], rules: Mapping[str, Rule]) -> dict[str, t.ProfileFile]:
    """Return the profiles by name; raises UserError, with its place, for one that extends none or itself.

    So does a profile that selects or ignores what is no rule.
    """
    found = {p.name: p for p in (_named(tree, fit(tree, t.ProfileFile), "name") for tree in trees)}
    _climb(trees, found, "name", Said("profil", "the profile"))
    for tree in trees:
        check_selected(tree, ("select", "ignore"), rules)
    return found


def check_selected(tree: Tree, keys: Sequence[str], rules: Mapping[str, Rule]) -> None:
    """Raise UserError, with its place, where one of the *keys* of *tree* selects what is no rule."""
    for key in keys:
        selected_at(tree, (key,), tree.data.get(key) or (), rules)


def selected_at(tree: Tree, pointer: Pointer, selectors: Sequence[str], rules: Mapping[str, Rule]) -> set[str]:
    """Return the codes that *selectors*, which stand at *pointer*, select; raises UserError, with its place, for no rule."""
    found: set[str] = set()
    for n, selector in enumerate(selectors):
        try:
            found |= matching((selector,), rules)
        except UserError as error:
            raise tree.fault((*pointer, n), error.message, error.hint) from None
    return found


def _named(tree: Tree, file: Rung, key: str) -> Rung:
    """Return *file*; raises UserError where its file has another name."""
    name = tree.data[key]
    if PurePosixPath(tree.path.replace("\\", "/")).stem != name:
        message = Said(f"nama berkas seharusnya {name}.yaml", f"the file should be named {name}.yaml")
        raise tree.fault((key,), message)
    return file


def _climb(trees: Sequence[Tree], found: Mapping[str, Rung], key: str, what: Said) -> None:
    """Raise UserError where a chain of ``extends`` leads to what is not there, or in a circle."""
    for tree in trees:
        name: str | None = tree.data[key]
        chain: list[str] = []
        while name is not None:
            if name in chain:
                said = " → ".join((*chain, name))
                message = Said(f"{what.id} memperluas dirinya sendiri: {said}", f"{what.en} extends itself: {said}")
                raise tree.fault(("extends",), message)
            if name not in found:
                message = Said(f"{what.id} '{name}' tidak ada", f"{what.en} '{name}' does not exist")
                raise tree.fault(("extends",), message, hint_among(name, found))
            chain.append(name)
            name = found[name].extends


def profile_codes(name: str, profiles: Mapping[str, t.ProfileFile], rules: Mapping[str, Rule]) -> set[str]:
    """Return the codes of the rules that a profile leaves on; raises UserError for one that is not known."""
    profile = profiles.get(name)
    if profile is None:
        message = Said(f"profil '{name}' tidak dikenal", f"the profile '{name}' is not known")
        raise UserError(message, hint=hint_among(name, profiles))
    below = profile_codes(profile.extends, profiles, rules) if profile.extends else set()
    own = matching(profile.select, rules)
    if not profile.preview:
        own = {code for code in own if rules[code].file.status == "stable"}
    return (below | own) - matching(profile.ignore, rules)


def matching(selectors: Iterable[str], rules: Mapping[str, Rule]) -> set[str]:
    """Return the codes that codes, names or family letters select; raises UserError for one that is not known."""
    names = {rule.file.name: code for code, rule in rules.items()}
    found: set[str] = set()
    for selector in selectors:
        if selector in names:
            found.add(names[selector])
        elif selector.upper() in FAMILIES or selector == ALL:
            found.update(c for c in rules if selector == ALL or c.startswith(selector.upper()))
        elif selector.upper() in rules:
            found.add(selector.upper())
        else:
            raise UserError(
                Said(f"aturan '{selector}' tidak dikenal", f"the rule '{selector}' is not known"),
                hint=hint_at(selector, [*rules, *names, *FAMILIES])
                or Said("lihat daftarnya: skplint rules list", "to list them: skplint rules list"),
            )
    return found


def nearest_selection(code: str, selections: Sequence[Sequence[str]], rules: Mapping[str, Rule]) -> int | None:
    """Return which of the *selections* names a rule most closely: by its code or name, else by its family; the first does.

    None where none of them selects it.
    """
    rule = rules.get(code)
    own = {code, rule.file.name} if rule is not None else {code}
    by_name = next((n for n, names in enumerate(selections) if not own.isdisjoint(names)), None)
    if by_name is not None:
        return by_name
    wide = {code[:1], ALL}
    return next((n for n, names in enumerate(selections) if not wide.isdisjoint(names)), None)
