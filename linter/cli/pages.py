"""Pages about rules: one rule in full, and how the rules came to the class of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.shell import Shell
from linter.report.base import active
from linter.report.blocks import class_words, ladder_lines, note_lines, sureness
from linter.report.harmless import width
from linter.report.layout import BLANK, Line, indent, paragraph, table
from linter.report.marks import Mark, draw, lines, marks_of
from linter.report.notes import without_blanks
from linter.report.rulepage import Section, marked_parts, sections, summary_of, title_of

if TYPE_CHECKING:
    from linter.app import Explained
    from linter.model import RuleInfo


def rule_lines(info: RuleInfo, shell: Shell) -> list[Line]:
    """Return the page of a rule: what, why, basis and force, condition, bad and good examples, file."""
    room, title = shell.columns, title_of(info)
    out: list[Line] = [((title, "strong"),), (("═" * width(title), "strong"),)]
    out += paragraph(" · ".join(summary_of(info, shell.words)), room, role="dim")
    for section in sections(info, shell.words):
        out += [BLANK, ((f"{section.title}:", "dim"),), *indent(_section(section, room - 2), 2)]
    return out


SIGNS = {"bad": ("✗ ", "error"), "good": ("✓ ", "ok"), "yes": ("✓ ", "ok"), "no": ("– ", "dim"), "list": ("• ", "dim")}
"""What stands in front of a line, and its colour, by the kind of the section."""


def _section(section: Section, room: int) -> list[Line]:
    out: list[Line] = []
    for line in section.lines:
        if section.kind == "text":
            out += paragraph(line, room)
        elif section.kind == "clauses":
            depth = len(line) - len(line.lstrip())
            out += indent(paragraph(line.replace("`", ""), room - depth), depth)
        elif section.kind == "list":
            out += paragraph(line, room, lead=SIGNS["list"][0], lead_role="dim")
        else:
            if "\n" in line:  # a draft
                out += [(SIGNS[section.kind], *((part, "") for part in line.splitlines()[:1]))]
                out += indent([((part, ""),) for part in line.splitlines()[1:]], 2)
                continue
            text, start, end = marked_parts(line)
            marks = (Mark(start, end, "note", ""),) if end else ()
            first, *rest = lines(draw(text, marks, room - 2))
            out += [(SIGNS[section.kind], *first), *indent(rest, 2)]
    return out


def explained_lines(explained: Explained, rules: Sequence[RuleInfo], shell: Shell) -> list[Line]:
    """Return a statement with its marked parts, its class, the rules that spoke, and its notes."""
    checked, words, room = explained.checked, shell.words, shell.columns
    marks = marks_of(checked.parse, words) if checked.parse else ()
    out = lines(draw(checked.item.text, marks, room))
    if checked.verdict:
        out += [
            BLANK,
            *paragraph(
                f"{class_words(checked.verdict, words)} · {sureness(checked.verdict, words)}", room, role="strong"
            ),
        ]
        out += _decision(explained, {card.code: card for card in rules}, shell)
    for note in active(checked):
        out += [BLANK, *note_lines(note, checked.item, words, room, set())]
        out += indent(ladder_lines(note, words, room - 2), 2)
    if not active(checked):
        out += [BLANK, ((words.no_notes, ""),)]
    return out


def _decision(explained: Explained, cards: dict[str, RuleInfo], shell: Shell) -> list[Line]:
    """Return the rule that decided with its reason, then a table of the other class rules that held."""
    say, room, verdict = shell.say, shell.columns, explained.checked.verdict
    assert verdict
    out: list[Line] = []
    deciding = cards.get(verdict.decided_by or "")
    if verdict.decided_by:
        name = verdict.decided_name or (deciding.name if deciding else "")
        out += paragraph(
            f"{verdict.decided_by} {name}".strip(), room, lead=say("Ditentukan oleh: ", "Decided by: "), lead_role="dim"
        )
    told = any(note.code == verdict.decided_by for note in active(explained.checked))
    if deciding and deciding.why and not told:
        out += paragraph(without_blanks(deciding.why.said(shell.lang)), room, lead=shell.words.why, lead_role="dim")
    others = [line for line in explained.trace if line.held and line.code != verdict.decided_by]
    if others:
        header = (say("kode", "code"), say("kelas", "class"), say("urutan", "priority"), say("aturan", "rule"))
        rows = [(t.code, t.class_ or "–", str(t.priority), t.name) for t in others]
        out += [BLANK, ((say("Juga berlaku, tetapi kalah urutan:", "Held too, with a lower priority:"), "dim"),)]
        out += indent(table(header, rows, room - 2), 2)
    return out
