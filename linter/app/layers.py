"""The layers that rules come from: the package, installed plugins, folders; what each file is, by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from linter.app.plugins import Plugin
from linter.app.words import OwnWords, lists_with
from linter.config import without_rules
from linter.engine import FAMILIES, Data, ListFile, RuleSet, build_rules
from linter.io.data import RULE_FILES, data_dir, walk
from linter.io.files import text_of
from linter.io.yamlsafe import load_tree
from linter.model import Said, Tree, UserError
from linter.model.nearest import hint_at

OTHER_KINDS = ("regimes", "profiles", "measures", "sources", "ladders", "criteria", "index", "review")
"""The folders of a layer whose YAML files are no rules."""
_NOT_READ = ("layouts", "schema")


class Layer(msgspec.Struct, frozen=True):
    """A set of rule files: its name in messages, and the folder, or the one rule file, that it is."""

    name: str
    root: Traversable


def read_layers(
    rule_dirs: Sequence[str], plugins: Sequence[tuple[str, Plugin]], words: OwnWords, seen: blake2b
) -> RuleSet:
    """Return the rules of the package, of the *plugins* and of the folders, each layer above the one before.

    All that is read goes into the digest *seen*. Raises UserError.
    """
    layers = [Layer("rules", data_dir("rules"))]
    layers += [Layer(name, plugin.rules) for name, plugin in plugins if plugin.rules is not None]
    layers += [Layer(path, _existing(path)) for path in rule_dirs]
    found: dict[str, dict[str, Tree]] = {kind: {} for kind in ("rules", *OTHER_KINDS)}
    lists: dict[str, ListFile] = {}
    for layer in layers:
        _read(layer, found, lists, seen)
    trees = {kind: tuple(entries.values()) for kind, entries in found.items()}
    facts = tuple(fact for _, plugin in plugins for fact in plugin.measures)
    return build_rules(Data(**trees, lists=lists_with(lists, words), facts=facts))


def _read(layer: Layer, found: dict[str, dict[str, Tree]], lists: dict[str, ListFile], seen: blake2b) -> None:
    """Put each file of *layer* where its folder says it belongs, above what has its name."""
    here: dict[tuple[str, str], str] = {}
    for name, entry in _entries(layer.root):
        folder, _, file = name.rpartition("/")
        if folder in _NOT_READ:
            continue
        path = layer.name if layer.root.is_file() else f"{layer.name}/{name}"
        text = text_of(entry.read_bytes(), path).read()
        seen.update(name.encode() + b"\0" + text.encode())
        if file.endswith(".txt"):
            if folder == "lists" or folder.startswith("lists/"):
                lists[name.removeprefix("lists/").removesuffix(".txt")] = ListFile(text, path)
            continue
        kind = folder if folder in OTHER_KINDS else "rules"
        key = file.partition("-")[0] if kind == "rules" else file.rpartition(".")[0]
        tree = load_tree(text, path)
        if kind == "rules":
            _refuse_folder(folder, tree)
        other = here.setdefault((kind, key), path)
        if other != path:
            message = Said(f"'{key}' sudah ditulis di {other}", f"'{key}' stands in {other} already")
            raise tree.fault(("code",), message)
        found[kind].pop(key, None)
        found[kind][key] = tree


def _refuse_folder(folder: str, tree: Tree) -> None:
    """Raise UserError where a file without a code stands in a folder whose name is nearly that of another kind."""
    if isinstance(tree.data, dict) and "code" in tree.data:
        return
    hint = hint_at(folder.rpartition("/")[2], (*OTHER_KINDS, *FAMILIES.values()), least=0.7)
    if folder and hint and folder not in FAMILIES.values():
        message = Said(f"berkas ini tanpa 'code', dalam folder '{folder}'", f"this file has no 'code', in '{folder}'")
        raise tree.fault((), message, hint)


def _entries(root: Traversable) -> Iterable[tuple[str, Traversable]]:
    """Return (relative name, file) of the files of a layer, which is a folder or a single rule file."""
    return ((root.name, root),) if root.is_file() else walk(root, RULE_FILES)


def _existing(path: str) -> Path:
    layer = Path(path)
    why = without_rules(layer)
    if why:
        raise UserError(why, path=path)
    return layer
