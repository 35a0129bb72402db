"""Pages about rules: one rule in full, and how the rules came to the class of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.shell import Shell
from linter.report.base import active
from linter.report.blocks import basis_lines, class_words, note_lines, sureness
from linter.report.harmless import width
from linter.report.layout import BLANK, Line, indent, paragraph, table
from linter.report.marks import Mark, draw, lines, marks_of

if TYPE_CHECKING:
    from linter.app import Explained
    from linter.model import RuleInfo


STATUS = {
    "stable": ("stabil", "stable"),
    "preview": ("masih dicoba", "on trial"),
    "deprecated": ("tidak dipakai lagi", "deprecated"),
}
"""The states of a rule, in Indonesian and English."""


SAFETY = {
    "aman": ("aman; dilakukan oleh skplint fix", "safe; made by skplint fix"),
    "pratinjau": (
        "perlu dilihat dahulu; skplint fix --diff --preview",
        "wants a look first; skplint fix --diff --preview",
    ),
    "saran": ("contoh rumusan saja; isinya ditulis sendiri", "example sentences only; the content is yours to write"),
}
"""How safe the fix of a rule is and who makes it, in Indonesian and English."""


def without_blanks(message: str) -> str:
    """Return the message of a rule as it reads without a text: … in place of what it would name."""
    return re.sub(r"\{[^{}]*\}", "…", message)


def rule_lines(card: RuleInfo, shell: Shell) -> list[Line]:
    """Return the page of a rule: what, why, basis and force, how it is mended, bad and good examples, file."""
    say, room = shell.say, shell.columns
    title = f"{card.code} {card.name}"
    out: list[Line] = [((title, "strong"),), (("═" * width(title), "strong"),)]
    out += paragraph(" · ".join(_facts(card, shell)), room, role="dim")
    if card.message:
        out += [BLANK, *paragraph(without_blanks(card.message.said(shell.lang)), room, role="strong")]
    if card.why:
        out += [BLANK, *paragraph(card.why.said(shell.lang), room, lead=shell.words.why, lead_role="dim")]
    out += [BLANK, *basis_lines(card.basis, card.force, shell.words, room)]
    if card.safety:
        mended = say(*SAFETY.get(card.safety, (card.safety, card.safety)))
        out += [BLANK, *paragraph(mended, room, lead=say("Perbaikan: ", "Fix: "), lead_role="dim")]
    if card.severity is None:  # a reading without a note: its examples are yes and no
        out += _examples(card.bad, say("Berlaku untuk", "Holds for"), "✓", "ok", room)
        out += _examples(card.good, say("Tidak berlaku untuk", "Does not hold for"), "–", "dim", room)
    else:
        out += _examples(card.bad, say("Kurang tepat", "Not good"), "✗", "error", room)
        out += _examples(card.good, say("Lebih baik", "Better"), "✓", "ok", room)
    return [*out, BLANK, *paragraph(card.path, room, lead=say("Berkas: ", "File: "), lead_role="dim")]


def _facts(card: RuleInfo, shell: Shell) -> list[str]:
    words, say = shell.words, shell.say
    facts = [", ".join(words.parts.get(part, part) for part in card.parts)]
    if card.class_:
        facts.append(say(f"kelas: {card.class_}", f"class: {card.class_}"))
    facts.append(words.severity.get(card.severity, card.severity) if card.severity else say("tanpa catatan", "no note"))
    return [
        *facts,
        say(*STATUS.get(card.status, (card.status, card.status))),
        say(f"sejak {card.since}", f"since {card.since}"),
    ]


def _examples(texts: Sequence[str], title: str, symbol: str, role: str, room: int) -> list[Line]:
    if not texts:
        return []
    out: list[Line] = [BLANK, ((f"{title}:", "dim"),)]
    for example in texts:
        text, marks = _marked(example)
        first, *rest = lines(draw(text, marks, room - 4))
        out += [((f"  {symbol} ", role), *first), *indent(rest, 4)]
    return out


def _marked(example: str) -> tuple[str, tuple[Mark, ...]]:
    """Return an example without its ``[[…]]``, and a mark where they stood."""
    before, opening, rest = example.partition("[[")
    inside, closing, after = rest.partition("]]")
    if not (opening and closing):
        return example, ()
    return before + inside + after, (Mark(len(before), len(before) + len(inside), "note", ""),)


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
        out += paragraph(deciding.why.said(shell.lang), room, lead=shell.words.why, lead_role="dim")
    others = [line for line in explained.trace if line.held and line.code != verdict.decided_by]
    if others:
        header = (say("kode", "code"), say("kelas", "class"), say("urutan", "priority"), say("aturan", "rule"))
        rows = [(t.code, t.class_ or "–", str(t.priority), f"{t.name}: {t.note}" if t.note else t.name) for t in others]
        out += [BLANK, ((say("Juga berlaku, tetapi kalah urutan:", "Held too, with a lower priority:"), "dim"),)]
        out += indent(table(header, rows, room - 2), 2)
    return out
