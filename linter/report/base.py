"""What every report has in common: the run it tells of, the calls it receives, the totals it ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol, runtime_checkable

import msgspec

from linter.model import WEIGHTS, Checked, Document, Finding, NotChecked, Reviewed

Write = Callable[[str], object]
WriteBytes = Callable[[bytes], object]

SHOWN_WHEN_CLEAN = ("rencana_kinerja", "indikator")
"""The parts that a report for people names although nothing is noted about them."""

THRESHOLDS = {"never": 9, **WEIGHTS}
"""How grave a severity is; "never" is out of reach of all."""


class Run(msgspec.Struct, frozen=True):
    """The settings that a whole run was judged under; ``rules`` is the digest of the rule set."""

    regime: str
    profile: str
    engine: str
    rules: str
    lang: str = "id"


class Summary(msgspec.Struct, frozen=True):
    """Totals of a run.

    ``statements`` counts the rencana kinerja that were given a verdict, ``clean`` those of them without an error or a
    warning that is not silenced. ``by_class`` counts statements by class; a statement without one is under "null".
    ``not_checked`` counts inputs that failed, ``skipped`` those that were left out by design. ``regimes`` are those that
    texts were judged under, which a document or a part of the configuration may set otherwise than the run. ``mandatory``
    counts the notes about what the regime demands.
    """

    documents: int
    items: int
    statements: int
    clean: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    by_class: dict[str, int]
    not_checked: int
    skipped: int
    regimes: tuple[str, ...]
    mandatory: int = 0


class Reporter(Protocol):
    """What the pipeline tells while it works; a report turns it into text as it comes."""

    def begin(self, run: Run) -> None: ...
    def document(self, doc: Document) -> None: ...
    def item(self, doc: Document, checked: Checked) -> None: ...
    def not_checked(self, nc: NotChecked) -> None: ...
    def end(self, summary: Summary) -> None: ...


@runtime_checkable
class WholeReporter(Protocol):
    """A reporter that also wants each file as a whole, when nothing more will be said of it: one value for each document."""

    def file(self, documents: tuple[Reviewed, ...]) -> None: ...


class Tally:
    """A counter that makes a Summary from the stream; feed it what a reporter gets."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._classes: Counter[str] = Counter()
        self._regimes: set[str] = set()

    def document(self) -> None:
        """Count one document."""
        self._counts["documents"] += 1

    def item(self, checked: Checked) -> None:
        """Count one checked item with its notes and its class."""
        counts = self._counts
        counts["items"] += 1
        self._regimes.add(checked.regime)
        bad = False
        for finding in checked.findings:
            if finding.suppressed is not None:
                counts["suppressed"] += 1
                continue
            counts[finding.severity] += 1
            counts["mandatory"] += finding.force == "wajib" and finding.severity != "info"
            bad = bad or finding.severity != "info"
        if is_statement(checked) and checked.verdict:
            counts["statements"] += 1
            counts["clean"] += not bad
            self._classes[checked.verdict.class_ or "null"] += 1

    def not_checked(self, nc: NotChecked) -> None:
        """Count one input that was not checked."""
        self._counts["not_checked" if nc.fatal else "skipped"] += 1

    def summary(self) -> Summary:
        """Return the totals up to now."""
        counts = self._counts
        return Summary(
            documents=counts["documents"],
            items=counts["items"],
            statements=counts["statements"],
            clean=counts["clean"],
            errors=counts["error"],
            warnings=counts["warning"],
            infos=counts["info"],
            suppressed=counts["suppressed"],
            by_class=dict(sorted(self._classes.items())),
            not_checked=counts["not_checked"],
            skipped=counts["skipped"],
            regimes=tuple(sorted(self._regimes)),
            mandatory=counts["mandatory"],
        )


def regimes_of(run: Run, regimes: Iterable[str]) -> str:
    """Return the *regimes* that were used as words; that of the *run* where nothing was judged."""
    return ", ".join(regimes) or run.regime


def is_statement(checked: Checked) -> bool:
    """Tell whether an item is a rencana kinerja that was given a verdict."""
    return checked.item.part == "rencana_kinerja" and checked.verdict is not None


def active(checked: Checked) -> tuple[Finding, ...]:
    """Return the notes of an item that no silence covers, in their order."""
    return tuple(f for f in checked.findings if f.suppressed is None)
