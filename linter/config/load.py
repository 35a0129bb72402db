"""Finds the configuration of a path, reads it with everything it extends, and keeps where each key was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from linter.config.check import check_values, fault
from linter.config.find import PYPROJECT, absolute, display, find, find_for, is_file, without_rules
from linter.config.keys import GROWING, ConfigFile, PerPath, field_of
from linter.io.files import read_bytes
from linter.io.tomlsafe import MAX_BYTES, load_toml
from linter.model import Pointer, Said, Tree, UserError
from linter.model.shape import fit

_SECTION = ("tool", "skplint")


class Place(msgspec.Struct, frozen=True):
    """Where a key was written: the file as shown to users, line and column from 1."""

    path: str
    line: int
    column: int


class Override(msgspec.Struct, frozen=True):
    """One ``[[per-path]]`` table: what it says, which keys it gives, where it stands and as which of its file, from 1.

    ``places`` are those of its keys, (key,), and of the rules that ``select`` and ``ignore`` name, (key, name).
    """

    says: PerPath
    given: frozenset[str]
    place: Place
    number: int
    places: Mapping[Pointer, Place] = {}


class Config(msgspec.Struct, frozen=True):
    """What the configuration files say; without a file, what holds by default.

    ``path`` is the file as shown to users, ``folder`` the absolute folder that patterns are matched against. ``files``
    are the absolute paths of all files that were read, the most basic first. ``found`` says that it is the nearest one of
    what is read, not one that was chosen. ``sources`` says for each key that is given
    where it was written, the nearest file last; ``places`` the same for each entry of a table, by its pointer, and for each
    rule that ``select`` and ``ignore`` name, by (key, name).
    """

    path: str | None = None
    folder: str = ""
    found: bool = False
    files: tuple[str, ...] = ()
    values: ConfigFile = ConfigFile()
    sources: Mapping[str, tuple[Place, ...]] = {}
    places: Mapping[Pointer, Place] = {}
    overrides: tuple[Override, ...] = ()


NO_CONFIG = Config()


def nearest(paths: Iterable[str]) -> Config:
    """Return the configuration that all *paths* (files or folders) have; raises UserError as ``find_for`` and ``load``."""
    file = find_for(paths)
    return msgspec.structs.replace(load(file) if file else NO_CONFIG, found=True)


def is_other(config: Config, path: str) -> bool:
    """Tell whether *path* belongs to another configuration than *config*, which was found for a folder above it."""
    return config.found and find(path) != (config.files[-1] if config.files else None)


def load(file: str) -> Config:
    """Return the configuration in *file* with all that it extends.

    Raises UserError, with file, line and column, for what cannot be read, an unknown key, a value of the wrong kind, and
    files that extend each other in a circle.
    """
    return _load(absolute(file), display(file), ())


def _load(file: str, name: str, above: tuple[str, ...]) -> Config:
    try:
        data = read_bytes(file, max_bytes=MAX_BYTES)
    except UserError as error:
        raise UserError(error.message, path=name) from None
    tree = _section(load_toml(data, name), Path(file).name == PYPROJECT)
    own = fit(tree, ConfigFile)
    check_values(own, tree)
    folder = str(Path(file).parent)
    own = msgspec.structs.replace(own, rules=_folders(own.rules, folder, tree), baseline=_beside(folder, own.baseline))
    places = {p: Place(name, *at) for p, at in tree.keys.items() if p and isinstance(p[-1], str)}
    places |= _places(own, (), tree)
    config = Config(
        path=name,
        folder=folder,
        files=(file,),
        values=own,
        sources={key: (places.get((key,), Place(name, 1, 1)),) for key in tree.data},
        places=places,
        overrides=tuple(_override(says, n, tree) for n, says in enumerate(own.per_path)),
    )
    return _over(_base(own, folder, tree, (*above, file)), config) if own.extends else config


def _section(tree: Tree, pyproject: bool) -> Tree:
    """Return the part of a pyproject.toml that is ours, or the whole of any other file."""
    if not pyproject:
        return tree
    tool = tree.data.get("tool")
    data = tool.get("skplint", {}) if isinstance(tool, dict) else {}
    if not isinstance(data, dict):
        raise fault(tree, _SECTION, Said("tool.skplint harus berupa tabel", "tool.skplint must be a table"))
    return Tree(path=tree.path, data=data, keys=_inside(tree.keys), values=_inside(tree.values))


def _inside(places: Mapping[Pointer, tuple[int, int]]) -> dict[Pointer, tuple[int, int]]:
    return {pointer[2:]: at for pointer, at in places.items() if pointer[:2] == _SECTION}


def _override(says: PerPath, n: int, tree: Tree) -> Override:
    table: Pointer = ("per-path", n)
    places: dict[Pointer, Place]
    places = {p[2:]: Place(tree.path, *at) for p, at in tree.keys.items() if p[:2] == table and len(p) == 3}
    places |= _places(says, table, tree)
    return Override(says, frozenset(tree.data["per-path"][n]), Place(tree.path, *tree.where(table)), n + 1, places)


def _places(says: ConfigFile | PerPath, table: Pointer, tree: Tree) -> dict[Pointer, Place]:
    """Return where each rule stands that the *table* selects or ignores."""
    places: dict[Pointer, Place] = {}
    for key, rules in (("select", says.select), ("ignore", says.ignore)):
        for n, rule in enumerate(rules):
            places[key, rule] = Place(tree.path, *tree.where((*table, key, n)))
    return places


def _base(own: ConfigFile, folder: str, tree: Tree, above: tuple[str, ...]) -> Config:
    """Return the configuration that *own* extends; raises UserError where it is missing or extends one of *above*."""
    file = absolute(str(Path(folder, own.extends or "")))
    if file in above:
        circle = " → ".join(display(f) for f in (*above[above.index(file) :], file))
        said = Said(
            f"pengaturan ini berputar ke dirinya sendiri: {circle}", f"this extends itself in a circle: {circle}"
        )
        raise fault(tree, ("extends",), said)
    if not is_file(Path(file)):
        said = Said(f"berkas dasar '{own.extends}' tidak ditemukan", f"there is no file '{own.extends}' to extend")
        where = display(file)
        raise fault(tree, ("extends",), said, Said(f"dicari di {where}", f"looked for {where}"))
    return _load(file, display(file), above)


def _over(base: Config, own: Config) -> Config:
    """Return *base* under *own*: keys that grow hold both, any other key of *own* replaces that of *base*."""
    changes = {field_of(key): _joined(key, base.values, own.values) for key in own.sources}
    sources = dict(base.sources)
    for key, at in own.sources.items():
        sources[key] = (*base.sources.get(key, ()), *at) if key in GROWING else at
    return msgspec.structs.replace(
        own,
        files=(*base.files, *own.files),
        values=msgspec.structs.replace(base.values, **changes),
        sources=sources,
        places={**base.places, **own.places},
        overrides=(*base.overrides, *own.overrides),
    )


def _joined(key: str, base: ConfigFile, own: ConfigFile) -> Any:
    """Return the value of *key*: that of *own*, behind that of *base* where it grows."""
    below, above = getattr(base, field_of(key)), getattr(own, field_of(key))
    if key == "lists":
        return {name: _both(below.get(name, ()), above.get(name, ())) for name in (*below, *above)}
    if key not in GROWING:
        return above
    return _both(below, above)


def _both(below: Any, above: Any) -> Any:
    """Return two collections as one; a list of words beside pairs counts as words without a partner."""
    if not below or not above:
        return above or below
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **above}
    if isinstance(below, dict) or isinstance(above, dict):
        return {**_pairs(below), **_pairs(above)}
    return (*below, *above)


def _pairs(words: Any) -> dict[str, str]:
    return words if isinstance(words, dict) else dict.fromkeys(words, "")


def _folders(rules: tuple[str, ...], folder: str, tree: Tree) -> tuple[str, ...]:
    """Return the folders and files of rules that a file in *folder* names; raises UserError for one that has none."""
    for n, name in enumerate(rules):
        why = without_rules(Path(folder, name))
        if why:
            raise fault(tree, ("rules", n), Said(f"rules '{name}': {why.id}", f"rules '{name}': {why.said('en')}"))
    return tuple(_beside(folder, name) or name for name in rules)


def _beside(folder: str, path: str | None) -> str | None:
    """Return a path that a file in *folder* names, as it is shown to users."""
    return None if path is None else display(str(Path(folder, path)))
