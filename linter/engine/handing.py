"""Loads what the notes of a whole document are read by: the index of wording and the aspects of a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.engine import types as t
from linter.engine.condition_checks import check_condition
from linter.engine.profiles import selected_at
from linter.engine.ruleset import Rule
from linter.engine.vocabulary import Vocabulary
from linter.model import Said, Tree
from linter.model.shape import fit

_NOTHING = Said("tidak ada", "none")
_NO_INDEX = t.IndexFile("indeks", _NOTHING, _NOTHING, (t.Band(0, _NOTHING),), ())
"""What stands where no layer has an index: nothing is judged by it."""


def read_index(trees: Sequence[Tree], rules: Mapping[str, Rule]) -> t.IndexFile:
    """Return the index of the last file; raises UserError, with its place, for a rule that is unknown or counts twice.

    A rule can take points in one slot of a group only, and none that counts for the document counts for a text.
    """
    if not trees:
        return _NO_INDEX
    tree = trees[-1]
    file = fit(tree, t.IndexFile)
    of_document: set[str] = set()
    of_texts: set[str] = set()
    for g, group in enumerate(file.groups):
        taken: set[str] = set()
        for s, slot in enumerate(group.slots):
            here: set[str] = set()
            for n, take in enumerate(slot.takes):
                here |= selected_at(tree, ("groups", g, "slots", s, "takes", n, "notes"), take.notes, rules)
            if twice := sorted(taken & here):
                raise tree.fault(("groups", g, "slots", s), _twice(twice[0]))
            taken |= here
        if group.part == "dokumen":
            of_document |= taken
        else:
            of_texts |= taken
    if both := sorted(of_document & of_texts):
        raise tree.fault(("groups",), _twice(both[0]))
    return file


def _twice(code: str) -> Said:
    return Said(f"{code} mengambil poin di dua tempat", f"{code} takes points in two places")


def read_reviews(trees: Sequence[Tree], rules: Mapping[str, Rule], known: Vocabulary) -> dict[str, t.ReviewFile]:
    """Return what is reviewed, by name, that with a condition first; raises UserError, with its place, for unknown names."""
    found: dict[str, t.ReviewFile] = {}
    for tree in trees:
        file = fit(tree, t.ReviewFile)
        for n, aspect in enumerate(file.aspects):
            selected_at(tree, ("aspects", n, "notes"), aspect.notes, rules)
        if file.when is not None:
            check_condition(tree, ("when",), file.when, known)
        found[file.name] = file
    return dict(sorted(found.items(), key=lambda entry: (entry[1].when is None, entry[0])))
