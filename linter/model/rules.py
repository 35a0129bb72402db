"""A rule as those see it who do not run it: reports, pages, editors."""

from __future__ import annotations

import msgspec

from linter.model.said import Said


class Citation(msgspec.Struct, frozen=True):
    """A basis of a rule: source, place in it, force, and the regimes in which it holds (all where none is named)."""

    source: str
    place: str
    force: str
    regimes: tuple[str, ...] = ()


class Clause(msgspec.Struct, frozen=True):
    """One line of a condition in words, *depth* levels inside it."""

    depth: int
    text: Said


class Softening(msgspec.Struct, frozen=True):
    """Another severity ("off": no note at all) and the condition under which it holds."""

    severity: str
    when: tuple[Clause, ...]


class RuleExample(msgspec.Struct, frozen=True):
    """An example of a rule: the text, ``[[…]]`` around what is marked, and what stands beside it, ready to print."""

    text: str
    beside: tuple[str, ...] = ()


class RuleInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule says of itself, in both languages; ``force`` and ``basis`` are those of the regime in question.

    ``basis`` are the citations that hold in the regime, ready to print, and ``citations`` all of them. ``severity`` is
    None for a reading without a note; ``safety`` is that of its fix, None where it has none. ``ladder`` names the one that
    leads to a better sentence. ``bad`` are examples that the rule speaks on, ``good`` those that it does not. ``path`` is
    the file that the rule came from.
    """

    code: str
    name: str
    kind: str
    class_: str | None = msgspec.field(default=None, name="class")
    semu: bool = False
    priority: int | None = None
    confidence: float | None = None
    parts: tuple[str, ...]
    regimes: tuple[str, ...] = ()
    severity: str | None = None
    softened: tuple[Softening, ...] = ()
    status: str
    since: str
    force: str
    basis: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    when: tuple[Clause, ...] = ()
    unless: tuple[Clause, ...] = ()
    replaces: tuple[str, ...] = ()
    message: Said | None = None
    why: Said | None = None
    suggest: tuple[Said, ...] = ()
    ladder: str | None = None
    safety: str | None = None
    bad: tuple[RuleExample, ...] = ()
    good: tuple[RuleExample, ...] = ()
    path: str = ""
