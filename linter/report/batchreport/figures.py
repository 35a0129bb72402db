"""Which units are shown one by one and which are added up, so that no figure of a group is that of fewer than five persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from linter.model.batch import Batch, Counts, Named, RuleLine

FEWEST = 5
"""Documents that a unit must have to be shown by itself."""
MOST_UNITS = 40
"""Units that a picture holds."""
CLASSES = ("pencapaian", "aktivitas", "kategori", "null")
"""The classes in the order in which they are shown; "null" is none."""


class Sum(msgspec.Struct, frozen=True):
    """Several units added up: how many they are, and their counts."""

    units: int
    counts: Counts


class Units(msgspec.Struct, frozen=True):
    """The units of a batch: ``shown`` one by one, by name; the ``small`` added up, and the ``rest`` that no picture holds."""

    shown: tuple[Named, ...]
    small: Sum
    rest: Sum

    @property
    def small_drawn(self) -> bool:
        """Whether the small units together are persons enough."""
        return self.small.counts.documents >= FEWEST


def units_of(units: Iterable[Named], most: int | None = None) -> Units:
    """Return the units with five documents or more by name, the *most* with most documents among them; others added up."""
    named = by_name(units)
    large = [unit for unit in named if unit.counts.documents >= FEWEST]
    ranked = sorted(large, key=lambda unit: -unit.counts.documents)[:most]  # by size alone, never by how they came out
    kept = {unit.name for unit in ranked}
    return Units(
        tuple(unit for unit in large if unit.name in kept),
        _sum([unit for unit in named if unit.counts.documents < FEWEST]),
        _sum([unit for unit in large if unit.name not in kept]),
    )


def by_name(named: Iterable[Named]) -> list[Named]:
    """Return units or levels by name, the one that documents do not say last."""
    return sorted(named, key=lambda one: (not one.name, one.name.casefold(), one.name))


def by_notes(batch: Batch) -> list[RuleLine]:
    """Return the rules that have notes, those with most first."""
    return sorted((line for line in batch.rules if line.notes), key=lambda line: (-line.notes, line.code))


def quartiles(counts: Counts) -> tuple[float, float, float] | None:
    """Return lower quartile, median and upper quartile of the index, None for fewer than five persons."""
    spread = counts.spread
    return (spread.quarter, spread.median, spread.three_quarters) if spread and spread.n >= FEWEST else None


def class_shares(counts: Counts) -> tuple[float, ...]:
    """Return the share (0–1) of each of the classes, all 0 where no class was read."""
    found = [counts.classes.get(name, 0) for name in CLASSES]
    return tuple(share(one, sum(found)) for one in found)


def note_shares(counts: Counts, codes: Sequence[str]) -> tuple[float, ...]:
    """Return for each code the share (0–1) of documents that have its note."""
    return tuple(share(counts.by_document.get(code, 0), counts.documents) for code in codes)


def share(part: float, of: float) -> float:
    """Return a share (0–1), 0 where there is nothing to have one of."""
    return part / of if of else 0.0


def running(parts: Sequence[int]) -> Iterator[float]:
    """Yield after each part the share (0–1) of all so far."""
    whole, so_far = sum(parts), 0
    for part in parts:
        so_far += part
        yield share(so_far, whole)


def _sum(units: Sequence[Named]) -> Sum:
    counts = [unit.counts for unit in units]
    return Sum(
        len(units),
        Counts(
            documents=sum(one.documents for one in counts),
            statements=sum(one.statements for one in counts),
            clean=sum(one.clean for one in counts),
            mandatory=sum(one.mandatory for one in counts),
            classes=_added(one.classes for one in counts),
            severities=_added(one.severities for one in counts),
            rules=_added(one.rules for one in counts),
            by_document=_added(one.by_document for one in counts),
        ),
    )


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(total)
