"""How a rencana kinerja with its indicators stands in each criterion, a line for each letter."""

from __future__ import annotations

from linter.model import Checked, Criterion
from linter.report.harmless import harmless, width
from linter.report.layout import Line, indent, paragraph
from linter.report.words import Words

_SIGNS = {"terpenuhi": ("✓", "ok"), "catatan": ("!", "warning"), "belum": ("○", "info"), "tidak_dinilai": ("–", "dim")}
"""The sign of a status, and its colour."""


def criteria_lines(checked: Checked, words: Words, room: int) -> list[Line]:
    """Return the title of the view and a line for each criterion of a row: its sign, its title, what was found."""
    if not checked.criteria:
        return []
    names = {c.letter: f"{c.letter} {harmless(c.title)}" for c in checked.criteria}
    wide = min(max(map(width, names.values())), room // 3)
    out: list[Line] = [((words.criteria, "dim"),)]
    for criterion in checked.criteria:
        sign, role = _SIGNS.get(criterion.status, ("–", "dim"))
        name = names[criterion.letter]
        lead = f"{sign} {name}{' ' * max(0, wide - width(name))}  "
        first, *rest = paragraph(criterion_said(criterion, words), room - 2, lead=lead, lead_role=role)
        out += indent([first, *rest], 2)
    return out


def criterion_said(criterion: Criterion, words: Words) -> str:
    """Return what was found and which notes speak against it."""
    if not criterion.codes:
        return harmless(criterion.said)
    noted = words.noted_by.format(codes=", ".join(criterion.codes))
    return f"{noted}; {harmless(criterion.said)}" if criterion.said else noted
