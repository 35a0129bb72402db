"""Mending one text: edits are made until none is left, and each only where it leaves no new note and the same class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from linter.model import WEIGHTS, Checked, Edit, Finding, Item, Said

_TRIES, _GROWTH = 200, 1_000
"""Judgements of one text, and code points that it may grow by beyond twice its length.

A list of pairs that leads in a circle, or to ever longer texts, ends here.
"""

ENDLESS = Said("perbaikannya tidak pernah selesai", "mending it never comes to an end")
OTHER_CLASS = Said("perubahan ini mengubah kelas rumusan", "this change gives the statement another class")

Check = Callable[[Item], Checked]
Edits = tuple[tuple[str, Edit], ...]
"""Edits of one text with the codes of their rules, by position; none overlaps the one before."""


class Step(msgspec.Struct, frozen=True):
    """One edit in words: the rule that asks for it, the characters taken away and those put there."""

    code: str
    old: str
    new: str


class Standing(msgspec.Struct, frozen=True):
    """How a text stands: its class, and the rank of each note that is active (1 info, 2 warning, 3 error)."""

    class_: str | None
    semu: bool
    notes: dict[str, int]


class Mended(msgspec.Struct, frozen=True):
    """A text after its edits, those that were made, and those that were not, with the reason."""

    text: str
    done: tuple[Step, ...]
    refused: tuple[tuple[Step, Said], ...]


def standing(checked: Checked) -> Standing:
    """Return how *checked* stands."""
    notes: dict[str, int] = {}
    for finding in _active(checked):
        notes[finding.code] = max(notes.get(finding.code, 0), WEIGHTS[finding.severity])
    verdict = checked.verdict
    return Standing(verdict.class_ if verdict else None, bool(verdict and verdict.semu), notes)


def harm(before: Standing, after: Standing) -> Said | None:
    """Return what is worse *after* an edit: another class, an error or warning that was not there; None where nothing is."""
    if (before.class_, before.semu) != (after.class_, after.semu):
        return OTHER_CLASS
    new = [code for code, rank in after.notes.items() if rank > max(1, before.notes.get(code, 0))]
    codes = ", ".join(sorted(new))
    return Said(f"perubahan ini menimbulkan catatan {codes}", f"this change brings the note {codes}") if new else None


def wanted(checked: Checked, levels: frozenset[str]) -> Edits:
    """Return the edits (with their code) of the fixes that have one of the safety *levels*, by position.

    Of edits that overlap the first is taken. What a silence is about is left out.
    """
    text = checked.item.text
    found = [(f.code, e) for f in _active(checked) if f.fix and f.fix.safety in levels for e in f.fix.edits]
    out: list[tuple[str, Edit]] = []
    for code, edit in sorted(found, key=lambda one: (one[1].start, one[1].end, one[0])):
        if (not out or edit.start >= out[-1][1].end) and text[edit.start : edit.end] != edit.text:
            out.append((code, edit))
    return tuple(out)


def _active(checked: Checked) -> Iterator[Finding]:
    return (finding for finding in checked.findings if finding.suppressed is None)


def steps(text: str, edits: Edits) -> tuple[Step, ...]:
    """Return *edits* of *text* in words."""
    return tuple(Step(code, text[edit.start : edit.end], edit.text) for code, edit in edits)


def mend(checked: Checked, check: Check, levels: frozenset[str]) -> Mended:
    """Return the text of *checked* with every edit made that its fixes of the safety *levels* ask for.

    All edits are tried together, then each alone; what was made is judged anew by *check*, and may bring further ones.
    So the result is a fixed point: mended once more, it stays. Where there is none, the text is left as it was.
    """
    first, longest = checked.item.text, 2 * len(checked.item.text) + _GROWTH
    seen, done, tries = {first}, list[Step](), 0
    while True:
        text, edits = checked.item.text, wanted(checked, levels)
        refused: list[tuple[Step, Said]] = []
        for batch in _batches(edits):
            tries += 1
            new = applied(text, (edit for _, edit in batch))
            if tries > _TRIES or len(new) > longest or new in seen:
                return Mended(first, (), tuple((step, ENDLESS) for step in steps(text, edits)))
            after = check(msgspec.structs.replace(checked.item, text=new))
            reason = harm(standing(checked), standing(after))
            if reason is None:
                checked = after
                done += steps(text, batch)
                seen.add(new)
                break
            if len(batch) == 1:
                refused += ((step, reason) for step in steps(text, batch))
        else:
            return Mended(text, tuple(done), tuple(refused))


def _batches(edits: Edits) -> Iterator[Edits]:
    """Yield all edits, then each of them alone."""
    if edits:
        yield edits
    if len(edits) > 1:
        yield from ((edit,) for edit in edits)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits* made, which come by position and none of which overlaps the one before."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*pieces, text[done:]))
