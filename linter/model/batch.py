"""What a whole batch amounts to: counts by unit, level and rule, and the few texts that a person must look at."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Spread(msgspec.Struct, frozen=True):
    """How indices (0–100) are spread: lowest, quartiles, highest; ``n`` of them."""

    n: int
    low: float
    quarter: float
    median: float
    three_quarters: float
    high: float


class Counts(msgspec.Struct, frozen=True):
    """The same counts for whatever is counted: a unit, a level, the batch.

    ``classes`` counts statements by class ("null" for none), ``severities`` notes, ``rules`` notes by code, ``by_document``
    the documents that have a note of a code. ``spread`` is None where no index was asked for, or for fewer than five persons.
    """

    documents: int
    statements: int
    clean: int
    mandatory: int
    classes: Mapping[str, int]
    severities: Mapping[str, int]
    rules: Mapping[str, int]
    by_document: Mapping[str, int]
    spread: Spread | None = None


class Named(msgspec.Struct, frozen=True):
    """The counts of a unit or of a level; "" is what documents do not say."""

    name: str
    counts: Counts


class RuleLine(msgspec.Struct, frozen=True):
    """A rule in the batch: what it is, and how many notes, documents and units it has."""

    code: str
    name: str
    title: str
    severity: str
    force: str
    notes: int
    documents: int
    units: int


class Doubtful(msgspec.Struct, frozen=True):
    """A statement whose class a person must decide: where it is, its likeliest class and the one that came second."""

    document: str
    place: str
    text: str
    likely: str
    second: str
    confidence: float


class Alike(msgspec.Struct, frozen=True):
    """A wording that stands in several SKP of different posts or levels; ``likeness`` 100 is the same words.

    Equal wording of peers in one unit is wanted (decision 18) and is no such thing.
    """

    text: str
    likeness: float
    documents: tuple[str, ...]
    posts: tuple[str, ...]


class Shared(msgspec.Struct, frozen=True):
    """A note that most SKP of a unit have: one remark to the unit instead of one to each (decision 21)."""

    unit: str
    code: str
    name: str
    message: str
    documents: int
    of: int


class Coverage(msgspec.Struct, frozen=True):
    """How many goals of a unit's performance contract some SKP of the unit serves, and those that none does."""

    unit: str
    goals: int
    served: int
    missing: tuple[str, ...]


class Drift(msgspec.Struct, frozen=True):
    """How a count changed since the run before: "C001" notes, "pencapaian" statements …

    Besides rules and classes that is documents, statements, clean (those without notes), and of documents that are in both
    runs how many have notes_fewer, notes_same and notes_more: there ``before`` counts all that are in both.
    """

    what: str
    before: int
    now: int


class Agreement(msgspec.Struct, frozen=True):
    """What reviewers decided about the notes of a rule: how many, and the share (0–1) that they accepted.

    ``kappa`` is Cohen's, between two reviewers who decided about the same notes; None where there was one.
    """

    code: str
    decided: int
    accepted: float
    kappa: float | None = None


class Left(msgspec.Struct, frozen=True):
    """An input that was not checked (``fatal``) or was skipped by design, and why."""

    path: str
    reason: str
    fatal: bool


class Basis(msgspec.Struct, frozen=True):
    """What a batch was judged by: engine, digest of the rule set, regimes, profile; nothing about when or where."""

    engine: str
    rules: str
    regimes: tuple[str, ...]
    profile: str


class DocumentLine(msgspec.Struct, frozen=True):
    """A document in the batch: what the report calls it, its file, and how it stands; ``notes`` counts by severity.

    ``pseudonym`` is the same in every run with the same key, and cannot be had back without it; "" where there is no key.
    """

    name: str
    path: str
    unit: str
    post: str
    level: str
    clean: int
    statements: int
    mandatory: int
    notes: Mapping[str, int]
    index: float | None
    pseudonym: str = ""


class Batch(msgspec.Struct, frozen=True):
    """A batch as a whole: what the report, the workbook of counts and a later run read.

    ``histogram`` counts indices by bins of five points (0–5, 5–10 … 95–100), () where no index was asked for. Documents are
    named by pseudonyms; no person is named or ranked anywhere. ``documents`` are in the order of reading.
    """

    basis: Basis
    total: Counts
    units: tuple[Named, ...]
    levels: tuple[Named, ...]
    rules: tuple[RuleLine, ...]
    histogram: tuple[int, ...]
    doubtful: tuple[Doubtful, ...]
    alike: tuple[Alike, ...]
    shared: tuple[Shared, ...]
    coverage: tuple[Coverage, ...]
    drift: tuple[Drift, ...]
    agreement: tuple[Agreement, ...]
    left: tuple[Left, ...]
    documents: tuple[DocumentLine, ...] = ()
