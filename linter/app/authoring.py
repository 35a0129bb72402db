"""A rule under edit: what is wrong with its file, which of its examples fail, how often it is right on the labelled corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from linter.app.analyser import Analyser
from linter.app.impact import Score, agrees, spoke_on
from linter.app.labelled import corpus
from linter.documents.read import reason
from linter.engine import ExampleOutcome
from linter.io.yamlsafe import load_tree
from linter.model import Pointer, Said, Tree, UserError

_RULE = re.compile(r"^code\s*:", re.MULTILINE)
_KIND = re.compile(r"^kind\s*:\s*(?:class|flag)\b", re.MULTILINE)
_FAILED = {
    "noisy": Said("contoh ini mendapat catatan yang tidak semestinya", "this example gets notes that it should not"),
    "missing": Said("contoh ini tidak mendapat catatan aturan ini", "this example does not get the note of this rule"),
    "misplaced": Said("catatannya jatuh di tempat lain", "the note falls on another place"),
    "mislabelled": Said("contoh ini dibaca sebagai kelas lain", "this example is read as another class"),
    "reworded": Said("tangganya menghasilkan kalimat lain", "the ladder leads to another sentence"),
}


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a rule file at a place (line and column from 1)."""

    line: int
    column: int
    said: Said


def is_rule(text: str) -> bool:
    """Tell whether *text* is a rule file, or on its way to be one."""
    return _RULE.search(text) is not None and _KIND.search(text) is not None


class Authored:
    """The rule in a text, over the rules of an analyser; raises UserError, with the place, where it cannot be loaded."""

    def __init__(self, analyser: Analyser, text: str, path: str) -> None:
        self._tree = load_tree(text, path)
        self._analyser = analyser.with_rule(self._tree)
        data = self._tree.data
        self.code = str(data["code"])
        self._examples = data.get("examples") or {}

    def faults(self) -> Iterator[Fault]:
        """Yield the examples that do not do what they should, each at its line."""
        outcomes = self._analyser.test(frozenset({self.code}))
        for pointer, outcome in zip(self._pointers(), outcomes, strict=False):
            if outcome.kind != "ok":
                line, column = _where(self._tree, pointer)
                yield Fault(line, column, _told(outcome))

    def _pointers(self) -> Iterator[Pointer]:
        """Yield where each example stands, in the order in which they are tried."""
        for group in ("bad", "good", "yes", "no"):
            for n in range(len(self._examples.get(group) or ())):
                yield ("examples", group, n)

    def score(self) -> Score:
        """Return how the rule did on every text of the labelled corpus."""
        spoke = labelled = right = 0
        rule = self._analyser.rule_files[self.code]
        for item, labels in corpus():
            if self.code not in spoke_on(self._analyser.check(item)):
                continue
            spoke += 1
            agreed = agrees(rule, labels) if labels.clear else None
            labelled += agreed is not None
            right += agreed is True
        return Score(spoke, labelled, right)


def _told(outcome: ExampleOutcome) -> Said:
    what, detail = _FAILED[outcome.kind], outcome.detail
    if detail is None:
        return what
    return Said(f"{what.id}: {detail.id}", f"{what.said('en')}: {detail.said('en')}")


def _where(tree: Tree, pointer: Pointer) -> tuple[int, int]:
    """Return the place of an example: that of its text, where it has one."""
    inner = next((p for p in ((*pointer, "text"), (*pointer, "dokumen")) if p in tree.values), pointer)
    return tree.where(inner)


def fault_of(error: UserError) -> Fault:
    """Return why a rule cannot be loaded, at its place."""
    said = reason(UserError(error.message, hint=error.hint))
    return Fault(error.line or 1, error.column or 1, said)
