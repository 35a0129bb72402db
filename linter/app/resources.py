"""Reads the data that the pure rooms are built from: rules, lists, grammars, word tables; and names it by a digest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from linter.engine import RuleSet, build_rules
from linter.io.data import data_dir, walk
from linter.io.files import text_of
from linter.io.yamlsafe import load_tree
from linter.language import Lexicon, build_lexicon
from linter.model import Said, Tree, UserError


class Resources(msgspec.Struct, frozen=True):
    """Everything that an Analyser is built from, and the digest of it all (16 hex digits)."""

    rules: RuleSet
    lexicon: Lexicon
    grammars: Mapping[str, str]
    digest: str


def load_resources(rule_dirs: Sequence[str]) -> Resources:
    """Return the packaged data with the folders *rule_dirs* layered over its rules; raises UserError."""
    seen = blake2b(digest_size=8)
    rules = _rules(rule_dirs, seen)
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
    return Resources(rules, build_lexicon(tables), grammars, seen.hexdigest())


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _rules(rule_dirs: Sequence[str], seen: blake2b) -> RuleSet:
    found: dict[str, dict[str, Tree]] = {"rules": {}, "regimes": {}, "profiles": {}}
    lists: dict[str, str] = {}
    for root, label in [(data_dir("rules"), "rules"), *((_folder(d), d) for d in rule_dirs)]:
        layer: set[str] = set()
        for name, entry in walk(root, (".yaml", ".yml", ".txt")):
            text = text_of(entry.read_bytes(), f"{label}/{name}").read()
            seen.update(name.encode() + b"\0" + text.encode())
            _sort_in(name, text, f"{label}/{name}", found, lists, layer)
    return build_rules(
        tuple(found["rules"].values()), lists, tuple(found["regimes"].values()), tuple(found["profiles"].values())
    )


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
    kind = folder if folder in ("regimes", "profiles") else "rules"
    key = file.partition("-")[0] if kind == "rules" else file
    if f"{kind}/{key}" in layer:
        message = Said(
            f"'{key}' ditulis dua kali dalam satu folder aturan", f"'{key}' is written twice in one folder of rules"
        )
        raise UserError(message, path=path)
    layer.add(f"{kind}/{key}")
    found[kind].pop(key, None)
    found[kind][key] = load_tree(text, path)


def _folder(path: str) -> Path:
    folder = Path(path)
    if not folder.is_dir():
        raise UserError(Said("folder aturan tidak ditemukan", "there is no such folder of rules"), path=path)
    return folder
