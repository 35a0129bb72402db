"""Reads the data that the pure rooms are built from: rules, lists, grammars, word tables; and names it by a digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from linter.app.plugins import Plugin, installed_plugins
from linter.app.words import NO_WORDS, OwnWords, lists_with, shown_words, tables_with
from linter.config import without_rules
from linter.engine import Data, ProfileFile, RuleSet, build_rules
from linter.io.data import RULE_FILES, data_dir, walk
from linter.io.files import text_of
from linter.io.yamlsafe import load_tree
from linter.language import Lexicon, build_lexicon, with_abbreviations
from linter.model import Said, Tree, UserError
from linter.model.shape import fit


class Resources(msgspec.Struct, frozen=True):
    """Everything that an Analyser is built from, and the digest of it all (16 hex digits)."""

    rules: RuleSet
    lexicon: Lexicon
    grammars: Mapping[str, str]
    digest: str


OTHER_KINDS = ("regimes", "profiles", "measures", "sources")
"""The folders of a set of rules whose YAML files are no rules."""


def load_resources(rule_dirs: Sequence[str], *, words: OwnWords = NO_WORDS, plugins: bool = True) -> Resources:
    """Return the packaged data with installed *plugins*, then the folders *rule_dirs*, over its rules, and own *words*.

    Raises UserError for what cannot be read or is wrong.
    """
    seen = blake2b(digest_size=8)
    rules = _rules(rule_dirs, installed_plugins() if plugins else (), words, seen)
    tables = {
        f.name.rpartition(".")[0]: f.read_text("utf-8")
        for f in _sorted(files("linter.language") / "lexicon")
        if f.name[-4:] in (".txt", ".tsv")
    }
    grammars = {
        f.name.rpartition(".")[0]: f.read_text("utf-8")
        for f in _sorted(data_dir("grammars"))
        if f.name.endswith((".lark", ".tsv"))
    }
    for text in (*tables.values(), *grammars.values()):
        seen.update(text.encode())
    for row in shown_words(words):
        seen.update(row)
    lexicon = with_abbreviations(build_lexicon(tables_with(tables, words)), dict(words.abbreviations))
    return Resources(rules, lexicon, grammars, seen.hexdigest())


def load_profiles() -> tuple[ProfileFile, ...]:
    """Return the profiles of the package, the ladder from its lowest rung."""
    folder = data_dir("rules") / "profiles"
    found = [fit(load_tree(entry.read_text("utf-8"), entry.name), ProfileFile) for entry in _sorted(folder)]
    return tuple(sorted(found, key=lambda profile: _rungs(profile, found)))


def _rungs(profile: ProfileFile, all_: Sequence[ProfileFile]) -> int:
    """Return how many profiles stand below *profile*."""
    below = next((p for p in all_ if p.name == profile.extends), None)
    return 1 + _rungs(below, all_) if below else 0


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _rules(rule_dirs: Sequence[str], plugins: Sequence[tuple[str, Plugin]], words: OwnWords, seen: blake2b) -> RuleSet:
    """Return the rules of the package, of the installed plugins and of the folders, each layer above the one before."""
    layers: list[tuple[str, Traversable]] = [("rules", data_dir("rules"))]
    layers += [(name, plugin.rules) for name, plugin in plugins if plugin.rules is not None]
    layers += [(path, _existing(path)) for path in rule_dirs]
    found: dict[str, dict[str, Tree]] = {kind: {} for kind in ("rules", *OTHER_KINDS)}
    lists: dict[str, str] = {}
    for label, root in layers:
        layer: set[str] = set()
        for name, entry in _entries(root):
            path = label if root.is_file() else f"{label}/{name}"
            text = text_of(entry.read_bytes(), path).read()
            seen.update(name.encode() + b"\0" + text.encode())
            _sort_in(name, text, path, found, lists, layer)
    trees = {kind: tuple(entries.values()) for kind, entries in found.items()}
    lists = lists_with(lists, words)
    return build_rules(Data(**trees, lists=lists, facts=tuple(f for _, plugin in plugins for f in plugin.measures)))


def _sort_in(
    name: str, text: str, path: str, found: dict[str, dict[str, Tree]], lists: dict[str, str], layer: set[str]
) -> None:
    """Put one file where its folder says it belongs; files of other rooms (layouts, schema) are left alone.

    *layer* holds what the same folder of rules has given so far: there a code may stand only once.
    """
    folder, _, file = name.rpartition("/")
    if file.endswith(".txt"):
        if folder == "lists" or folder.startswith("lists/"):
            lists[name.removeprefix("lists/").removesuffix(".txt")] = text
        return
    if folder in ("layouts", "schema"):
        return
    kind = folder if folder in OTHER_KINDS else "rules"
    key = file.partition("-")[0] if kind == "rules" else file
    if f"{kind}/{key}" in layer:
        message = Said(
            f"'{key}' ditulis dua kali dalam satu folder aturan", f"'{key}' is written twice in one folder of rules"
        )
        raise UserError(message, path=path)
    layer.add(f"{kind}/{key}")
    found[kind].pop(key, None)
    found[kind][key] = load_tree(text, path)


def _entries(root: Traversable) -> Iterable[tuple[str, Traversable]]:
    """Return (relative name, file) of the files of a layer, which is a folder or a single rule file."""
    return ((root.name, root),) if root.is_file() else walk(root, RULE_FILES)


def _existing(path: str) -> Path:
    layer = Path(path)
    why = without_rules(layer)
    if why:
        raise UserError(why, path=path)
    return layer
