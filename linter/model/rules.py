"""A rule as those see it who do not run it: reports, pages, editors."""

from __future__ import annotations

import msgspec

from linter.model.said import Said


class RuleInfo(msgspec.Struct, frozen=True):
    """What a rule says of itself under one regime, in both languages.

    ``force`` and ``basis`` (citations, ready to print) are those that hold in the regime; ``severity`` is None for a
    reading without a note; ``safety`` is that of its fix, None where it has none. Examples keep their ``[[…]]``: ``bad``
    are those that the rule speaks on, ``good`` those that it does not. ``path`` is the file that the rule came from.
    """

    code: str
    name: str
    kind: str
    class_: str | None
    semu: bool
    parts: tuple[str, ...]
    severity: str | None
    status: str
    since: str
    force: str
    basis: tuple[str, ...]
    message: Said | None
    why: Said | None
    safety: str | None
    bad: tuple[str, ...]
    good: tuple[str, ...]
    path: str
