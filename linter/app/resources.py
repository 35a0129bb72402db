"""Reads the data that the pure rooms are built from: rules, lists, grammars, word tables; and names it by a digest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from linter.app.layers import read_layers
from linter.app.plugins import installed_plugins
from linter.app.words import NO_WORDS, OwnWords, shown_words, tables_with
from linter.engine import ProfileFile, RuleSet
from linter.io.data import data_dir
from linter.io.yamlsafe import load_tree
from linter.language import Lexicon, build_lexicon, with_abbreviations
from linter.model.shape import fit


class Resources(msgspec.Struct, frozen=True):
    """Everything that an Analyser is built from, and the digest of it all (16 hex digits)."""

    rules: RuleSet
    lexicon: Lexicon
    grammars: Mapping[str, str]
    digest: str


def load_resources(rule_dirs: Sequence[str], *, words: OwnWords = NO_WORDS, plugins: bool = True) -> Resources:
    """Return the packaged data with installed *plugins*, then the folders *rule_dirs*, over its rules, and own *words*.

    Raises UserError for what cannot be read or is wrong.
    """
    seen = blake2b(digest_size=8)
    found = installed_plugins() if plugins else ()
    for name, plugin in found:  # the code of a plugin is not read: its version stands for it
        seen.update(f"{name} {plugin.version}\n".encode())
    rules = read_layers(rule_dirs, found, words, seen)
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
