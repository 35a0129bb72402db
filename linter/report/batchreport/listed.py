"""The tables of what a person is to look at: texts, remarks, files. They stand alone and have no title of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.model.batch import Agreement, Alike, Coverage, Doubtful, Drift, Left, Shared
from linter.report.batchreport.figures import share
from linter.report.batchreport.table import Table, Telling

_DECISIONS = 10
"""Decisions that an agreement must have to be computed."""


def shared(found: Iterable[Shared], told: Telling) -> Table:
    """Return the remarks to units, with the share of their documents."""
    columns = (
        told.text("unit"), told.text("code"), told.text("note"), told.number("documents"),
        told.number("document_share", "share"),
    )  # fmt: skip
    rows = ((told.unit(one.unit), one.code, one.message, one.documents, share(one.documents, one.of)) for one in found)
    return Table("", columns, tuple(rows))


def doubtful(found: Iterable[Doubtful], told: Telling) -> Table:
    """Return the statements that a person must decide."""
    columns = (
        told.text("document", 16), told.text("place", 20), told.text("text", 70), told.text("likely", 16),
        told.text("second", 16), told.number("confidence", "share"),
    )  # fmt: skip
    rows = (
        (one.document, one.place, one.text, told.class_(one.likely), told.class_(one.second), one.confidence)
        for one in found
    )
    return Table("", columns, tuple(rows))


def alike(found: Iterable[Alike], told: Telling) -> Table:
    """Return the wordings that stand under different posts or levels."""
    columns = (
        told.text("text", 70), told.text("posts", 48), told.text("documents", 36), told.number("likeness"),
    )  # fmt: skip
    rows = ((one.text, told.listed(one.posts), told.listed(one.documents), one.likeness) for one in found)
    return Table("", columns, tuple(rows))


def coverage(found: Iterable[Coverage], told: Telling) -> Table:
    """Return how many goals of each unit are served, and those that none serves."""
    columns = (told.text("unit"), told.number("goals"), told.number("served"), told.text("missing"))
    rows = ((told.unit(one.unit), one.goals, one.served, told.listed(one.missing, "; ") or None) for one in found)
    return Table("", columns, tuple(rows))


def drift(found: Iterable[Drift], names: Mapping[str, str], told: Telling) -> Table:
    """Return what was counted before and now; *names* are those of the rules by code."""
    columns = (told.text("what"), told.number("before"), told.number("now"), told.number("change", "signed"))
    rows = ((told.counted(one.what, names), one.before, one.now, one.now - one.before) for one in found)
    return Table("", columns, tuple(rows))


def agreement(found: Iterable[Agreement], names: Mapping[str, str], told: Telling) -> Table:
    """Return how often reviewers accepted the notes of a rule; fewer than ten decisions say nothing."""
    columns = (
        told.text("rule"), told.number("decided"), told.number("accepted", "share"), told.number("kappa", "hundredths"),
    )  # fmt: skip
    few = told.texts["too_few"]
    rows = (
        (
            told.counted(one.code, names),
            one.decided,
            *((one.accepted, one.kappa) if one.decided >= _DECISIONS else (few, few)),
        )
        for one in found
    )
    return Table("", columns, tuple(rows))


def left(found: Iterable[Left], told: Telling) -> Table:
    """Return what was not checked, and why."""
    columns = (told.text("path", 48), told.text("kind", 20), told.text("reason", 70))
    kinds = {True: told.words.not_checked, False: told.words.skipped}
    return Table("", columns, tuple((one.path, kinds[one.fatal], one.reason) for one in found))
