"""Adds up what was found: counts by unit, level and rule; remarks that most of a unit share; what a person must decide."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping

import msgspec

from linter.batch.records import DocumentRecord, PlanRecord
from linter.model import RuleInfo, level
from linter.model.batch import Counts, Coverage, Doubtful, Named, RuleLine, Shared, Spread
from linter.report.notes import without_blanks

PERSONS = 5
"""Documents of a unit below which nothing is said that could be read as one about persons (decision 21)."""
MOST_OF_A_UNIT = 0.6
"""The share (0–1) of the SKP of a unit that have a note from which it becomes one remark to the unit."""
_KEPT = 1_000
"""Statements to be decided by hand that are kept; the report shows fewer and says how many there are."""
_BINS, _WIDTH = 20, 5


class _Sum:
    """The counts of a unit, a level or the batch, while documents are added."""

    def __init__(self) -> None:
        self.documents = self.statements = self.clean = self.mandatory = 0
        self.classes: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.by_document: Counter[str] = Counter()
        self.indices: Counter[float] = Counter()

    def add(self, document: DocumentRecord) -> None:
        self.documents += 1
        self.statements += document.statements
        self.clean += document.clean
        self.mandatory += document.mandatory
        self.classes.update(document.classes)
        self.severities.update(note.severity for note in document.notes)
        self.rules.update(note.code for note in document.notes)
        self.by_document.update({note.code for note in document.notes})
        if document.index is not None:
            self.indices[round(document.index, 1)] += 1

    def counts(self) -> Counts:
        return Counts(
            self.documents, self.statements, self.clean, self.mandatory, _sorted(self.classes),
            _sorted(self.severities), _sorted(self.rules), _sorted(self.by_document), _spread(self.indices),
        )  # fmt: skip


class Totals:
    """The sums of a batch; ``add`` takes documents one by one, and keeps none of them."""

    def __init__(self) -> None:
        self._all = _Sum()
        self._units: defaultdict[str, _Sum] = defaultdict(_Sum)
        self._levels: defaultdict[str, _Sum] = defaultdict(_Sum)
        self._said: dict[str, tuple[str, str]] = {}
        self._goals: defaultdict[str, list[str]] = defaultdict(list)
        self._unserved: defaultdict[str, set[str]] = defaultdict(set)
        self.doubtful: list[Doubtful] = []

    def add(self, document: DocumentRecord, name: str) -> None:
        """Count a document, which the report calls *name*. Papers beside an SKP count for coverage only."""
        self._goals[document.unit] += document.goals
        for note in document.notes:
            self._said.setdefault(note.code, (note.severity, note.force))
            if note.code == "D017" and note.text in document.goals:
                self._unserved[document.unit].add(note.text)
        if document.kind not in ("skp", "daftar"):
            return
        for one in (self._all, self._units[document.unit], self._levels[document.level]):
            one.add(document)
        for plan in document.plans:
            if level(plan.confidence) == "rendah" and plan.asal == "sendiri" and len(self.doubtful) < _KEPT:
                self.doubtful.append(_doubtful(plan, name))

    @property
    def total(self) -> Counts:
        """The counts of the whole batch."""
        return self._all.counts()

    @property
    def units(self) -> tuple[Named, ...]:
        """The counts of each unit, by name; the spread only from five documents on."""
        return _named(self._units)

    @property
    def levels(self) -> tuple[Named, ...]:
        """The counts of each level of posts, by name."""
        return _named(self._levels)

    @property
    def histogram(self) -> tuple[int, ...]:
        """How many indices fall into each bin of five points; () where there is none."""
        bins = Counter(min(int(value // _WIDTH), _BINS - 1) for value in self._all.indices.elements())
        return tuple(bins[n] for n in range(_BINS)) if bins else ()

    def rules(self, known: Mapping[str, RuleInfo], lang: str) -> tuple[RuleLine, ...]:
        """Return the rules that have notes, those with most first."""
        units = Counter(code for one in self._units.values() for code in one.by_document)
        return tuple(
            RuleLine(
                code, known[code].name if code in known else code, _title(known.get(code), lang), *self._said[code],
                notes, self._all.by_document[code], units[code],
            )
            for code, notes in sorted(self._all.rules.items(), key=lambda one: (-one[1], one[0]))
        )  # fmt: skip

    def shared(self, known: Mapping[str, RuleInfo], lang: str) -> tuple[Shared, ...]:
        """Return the notes that most SKP of a unit have, by unit and rule; of units from five documents on.

        Notes that are only to be considered are none that a unit must be told of.
        """
        return tuple(
            Shared(
                unit, code, known[code].name if code in known else code, _title(known.get(code), lang), n, one.documents
            )
            for unit, one in sorted(self._units.items())
            if one.documents >= PERSONS
            for code, n in sorted(one.by_document.items())
            if n / one.documents >= MOST_OF_A_UNIT and self._said[code][0] != "info"
        )

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """How many goals of each unit's contract are served by some SKP of the unit."""
        found = []
        for unit, goals in sorted(self._goals.items()):
            distinct = tuple(dict.fromkeys(goals))
            missing = tuple(goal for goal in distinct if goal in self._unserved[unit])
            if distinct:
                found.append(Coverage(unit, len(distinct), len(distinct) - len(missing), missing))
        return tuple(found)


def _title(rule: RuleInfo | None, lang: str) -> str:
    """Return what a rule says without a text: … in place of what it would name."""
    if rule is None or rule.message is None:
        return ""
    return without_blanks(rule.message.said(lang))


def _named(sums: Mapping[str, _Sum]) -> tuple[Named, ...]:
    return tuple(Named(name, _without_few(one.counts())) for name, one in sorted(sums.items()))


def _without_few(counts: Counts) -> Counts:
    return counts if counts.documents >= PERSONS else msgspec.structs.replace(counts, spread=None)


def _spread(indices: Counter[float]) -> Spread | None:
    values = sorted(indices.elements())
    if not values:
        return None
    quarters = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    low, middle, high = (round(value, 1) for value in quarters)
    return Spread(len(values), values[0], low, middle, high, values[-1])


def _sorted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items()))


def _doubtful(plan: PlanRecord, document: str) -> Doubtful:
    return Doubtful(document, plan.place, plan.text, plan.class_ or "null", plan.second, plan.confidence)
