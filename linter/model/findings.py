"""What judging a text yields: its class, its findings, and all of it together as a checked item."""

from __future__ import annotations

import msgspec

from linter.model.items import Item
from linter.model.parse import Indicator, Parse

SEVERITIES = ("error", "warning", "info")
"""The severities of findings, the gravest first."""
WEIGHTS = {severity: len(SEVERITIES) - n for n, severity in enumerate(SEVERITIES)}
"""How grave each is: error 3, warning 2, info 1."""


class Edit(msgspec.Struct, frozen=True, gc=False):
    """Replace ``[start, end)`` (code points of the item's text) by ``text``."""

    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True, gc=False):
    """Edits that mend a finding; ``safety`` is aman (mechanical), pratinjau (on request) or saran (has blanks)."""

    safety: str
    edits: tuple[Edit, ...]


class Step(msgspec.Struct, frozen=True, gc=False):
    """A step on the way to a better sentence: its name (output, pencapaian, outcome …), the question that leads there, and
    the sentence, with ‹blanks› for what only the writer knows; None where there is only the question."""

    step: str
    question: str
    text: str | None = None


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One note about a text: rule, severity (error, warning, info), force in the active regime, span and words.

    ``message`` says what is wrong and ``why`` the reason; ``basis`` are the citations that hold in the regime, ready to
    print; ``suggestions`` are better sentences, the best first, and ``ladder`` the steps to them. ``suppressed`` is the
    reason where a silence holds ("" where none is given), else None; ``old`` says that it does so because a baseline knows
    the note, not because the draft asks for it.
    """

    code: str
    name: str
    severity: str
    force: str
    start: int
    end: int
    message: str
    why: str = ""
    basis: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[str, ...] = ()
    suppressed: str | None = None
    old: bool = False
    ladder: tuple[Step, ...] = ()


class Runner(msgspec.Struct, frozen=True, gc=False):
    """A class rule that also held and did not decide."""

    code: str
    class_: str | None = msgspec.field(name="class")


class Criterion(msgspec.Struct, frozen=True, gc=False):
    """How a rencana kinerja with its indicators stands in one criterion (of SMART: S, M, A, R, T).

    ``status`` is terpenuhi (something shows it), catatan (the notes of ``codes`` speak against it), belum (nothing shows
    it), or tidak_dinilai (a text alone cannot show it); ``said`` tells what was found or is missing.
    """

    letter: str
    title: str
    status: str
    said: str
    codes: tuple[str, ...] = ()


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """The class of a statement: pencapaian, aktivitas, kategori or None; confidence 0–1; the rule that decided."""

    class_: str | None = msgspec.field(name="class")
    semu: bool = False
    confidence: float = 0.0
    decided_by: str | None = None
    decided_name: str | None = None
    runners_up: tuple[Runner, ...] = ()


class Checked(msgspec.Struct, frozen=True, gc=False):
    """An item with everything that was found out about it; the stream of these is what reports are made of.

    ``key`` (16 hex digits) stands for the content: the same words in another place, number or layout have the same key.
    It is "" where there are no findings. ``criteria`` stand on a row (part "baris").
    """

    item: Item
    regime: str
    verdict: Verdict | None = None
    parse: Parse | None = None
    indicator: Indicator | None = None
    findings: tuple[Finding, ...] = ()
    key: str = ""
    criteria: tuple[Criterion, ...] = ()


def level(confidence: float) -> str:
    """Return the word for a confidence (0–1): tinggi (≥ .85), sedang (.70–.85) or rendah."""
    return "tinggi" if confidence >= 0.85 else "sedang" if confidence >= 0.70 else "rendah"
