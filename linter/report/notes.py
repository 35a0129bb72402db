"""What reports say of a note in one line: its message with the basis, its edits, the texts of its rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.model import Edit, Finding, Fix, Item, NotChecked
from linter.report.place import spoken
from linter.report.words import Words


def one_line(text: str) -> str:
    """Return *text* with every run of white space, line ends of any kind among it, as one space."""
    return " ".join(text.split())


def sentence(note: Finding, item: Item, words: Words) -> str:
    """Return message and basis of a note in one line, with its place before them where the source has no lines."""
    said = f"{one_line(note.message)} {words.basis}{one_line(citations(note.basis, note.force, words))}"
    place = spoken(item.at, words) if item.origin is None else ""
    return f"{one_line(place)}: {said}" if place else said


def refusal(nc: NotChecked, words: Words) -> str:
    """Return in one line that an input was not checked, or skipped, and why."""
    return f"{words.not_checked if nc.fatal else words.skipped}: {one_line(nc.reason.said(words.lang))}"


def citations(basis: Sequence[str], force: str, words: Words) -> str:
    """Return the citations, each with its force in brackets; a citation that names none has the *force* of the note."""
    return "; ".join(with_force(one, force, words) for one in basis or (words.no_basis.get(force, ""),))


def with_force(citation: str, force: str, words: Words) -> str:
    """Return a citation with its force in brackets, in the language; one that names none has the *force* of its note."""
    for known in words.force:
        if citation.endswith(f" ({known})"):
            citation, force = citation[: -len(known) - 3], known
    return f"{citation} ({words.force.get(force, force)})".strip()


def changes(fix: Fix, text: str, words: Words) -> str:
    """Return the edits of *fix* in words: “dengan cepat” → (dihapus)."""
    return "; ".join(
        f"{_quoted(text[e.start : e.end], words.inserted)} → {_quoted(e.text, words.removed)}" for e in fix.edits
    )


def _quoted(text: str, instead: str) -> str:
    return f"“{text.strip()}”" if text.strip() else instead


def offered(note: Finding) -> Fix | None:
    """Return the fix that can be applied as it stands, None where there is none or it has blanks to fill."""
    return note.fix if note.fix and note.fix.safety in ("aman", "pratinjau") and note.fix.edits else None


def merged(fix: Fix, text: str) -> Edit:
    """Return the edits of *fix* as the one edit that does the same to *text*."""
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    at, pieces = edits[0].start, []
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return Edit(edits[0].start, at, "".join(pieces))


def without_blanks(message: str) -> str:
    """Return the message of a rule as it reads without a text: … in place of what it would name."""
    return re.sub(r"\{[^{}]*\}", "…", message)
