"""What a batch says beside others: the run before it, and what reviewers decided about its notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from linter.model.batch import Agreement, Batch, Counts, DocumentLine, Drift


def drift(before: Batch, now: Counts, lines: Sequence[DocumentLine]) -> tuple[Drift, ...]:
    """Return how counts changed since the run *before*: documents, statements, those without notes, classes, rules.

    Where both runs have pseudonyms by the same key, also how many of the documents that are in both have fewer, as many
    and more notes than before.
    """
    old = before.total
    found = [
        Drift("documents", old.documents, now.documents),
        Drift("statements", old.statements, now.statements),
        Drift("clean", old.clean, now.clean),
    ]
    for was, is_ in ((old.classes, now.classes), (old.rules, now.rules)):
        found += (Drift(name, was.get(name, 0), is_.get(name, 0)) for name in sorted({*was, *is_}))
    return (*found, *_by_document(before.documents, lines))


def _by_document(before: Sequence[DocumentLine], now: Sequence[DocumentLine]) -> Iterator[Drift]:
    """Yield how the documents of both runs changed; nothing where none is known again."""
    was = {line.pseudonym: sum(line.notes.values()) for line in before if line.pseudonym}
    both = [(was[line.pseudonym], sum(line.notes.values())) for line in now if line.pseudonym in was]
    for what, some in (
        ("notes_fewer", [1 for a, b in both if b < a]),
        ("notes_same", [1 for a, b in both if b == a]),
        ("notes_more", [1 for a, b in both if b > a]),
    ):
        if both:
            yield Drift(what, len(both), len(some))


Decisions = Mapping[str, bool]
"""What one reviewer decided, by the fingerprint of a note."""


def agreement(notes: Iterable[tuple[str, str]], reviewers: Sequence[Decisions]) -> tuple[Agreement, ...]:
    """Return what was decided about each rule; *notes* are fingerprints with the code of their rule.

    Where two reviewers decided about the same notes, Cohen's kappa says how far they agree beyond chance (−1 to 1): it is
    None where they have no note in common, or chance alone would make them agree.
    """
    codes = dict(notes)
    decided: defaultdict[str, list[bool]] = defaultdict(list)
    pairs: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for decisions in reviewers:
        for key, accepted in decisions.items():
            if key in codes:
                decided[codes[key]].append(accepted)
    for first, second in pairwise(reviewers):
        for key in first.keys() & second.keys() & codes.keys():
            pairs[codes[key]].append((first[key], second[key]))
    return tuple(
        Agreement(code, len(some), sum(some) / len(some), kappa(pairs[code])) for code, some in sorted(decided.items())
    )


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Return Cohen's kappa of two raters' decisions about the same things (Cohen 1960): (po − pe) / (1 − pe)."""
    if not pairs:
        return None
    n = len(pairs)
    observed = sum(a is b for a, b in pairs) / n
    first, second = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (observed - chance) / (1 - chance)
