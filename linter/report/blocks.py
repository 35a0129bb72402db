"""The blocks that the human report is built of: an item with its marked statement, a note, the totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from linter.model import Checked, Finding, Item, NotChecked, Verdict, level
from linter.report.base import Summary, active
from linter.report.harmless import harmless, width
from linter.report.layout import BLANK, Line, clip, indent, paragraph, wrap
from linter.report.marks import Mark, draw, lines, marks_of
from linter.report.notes import changes, citations
from linter.report.place import spoken
from linter.report.words import Words

SYMBOLS = {"error": "✗", "warning": "!", "info": "•", "ok": "✓"}
RANK = {"error": 0, "warning": 1, "info": 2, "ok": 3}
SEPARATOR = " · "
INNER = 2
"""Columns by which what belongs to an item stands under its head."""
LEAST_TEXT = 20
"""A clean statement goes to a line of its own where fewer columns than this are left beside its facts."""
QUOTE_LIMIT = 48
"""A longer span is not quoted in the head of its note; columns."""


def worst(checked: Checked) -> str:
    """Return the gravest severity among the active notes of an item, or "ok"."""
    return min((f.severity for f in active(checked)), key=lambda s: RANK.get(s, 0), default="ok")


def clean_item(checked: Checked, words: Words, room: int) -> list[Line]:
    """Return an item without active notes: one line with its class, then what was silenced."""
    facts = facts_of(checked, words, short=True)
    said = SEPARATOR.join(facts)
    left = room - INNER - width(said + SEPARATOR)
    symbol = (f"{_symbol(checked)} ", "ok")
    silenced = indent(_silenced(checked, words, room - INNER), INNER)
    if left < LEAST_TEXT:
        first, *rest = wrap(said, room - INNER)
        text: Line = ((clip(_whole(checked.item), room - INNER), ""),)
        return [(symbol, (first, "dim")), *indent([*(((line, "dim"),) for line in rest), text], INNER), *silenced]
    return [(symbol, (said + SEPARATOR, "dim"), (clip(_whole(checked.item), left), "")), *silenced]


def noted_item(checked: Checked, words: Words, room: int, told: set[str]) -> list[Line]:
    """Return an item with its statement, marks and notes; *told* are the codes explained already, and is added to."""
    room -= INNER
    first, *rest = wrap(SEPARATOR.join(facts_of(checked, words, short=False)), room)
    head: Line = ((f"{_symbol(checked)} ", worst(checked)), (first, "strong"))
    body: list[Line] = [((line, "strong"),) for line in rest]
    if checked.item.text.strip():
        body += lines(draw(checked.item.text, marks_shown(checked, words), room))
    for note in active(checked):
        body += [BLANK, *note_lines(note, checked.item, words, room, told)]
    silenced = _silenced(checked, words, room)
    if silenced:
        body += [BLANK, *silenced]
    return [head, *indent(body, INNER)]


def _symbol(checked: Checked) -> str:
    """Return the sign of the gravest note; a clean text that has no class gets no check mark."""
    gravest = worst(checked)
    if gravest == "ok" and checked.verdict and checked.verdict.class_ is None:
        return "–"
    return SYMBOLS.get(gravest, "!")


def class_words(verdict: Verdict, words: Words) -> str:
    """Return the class in capitals, with the words for a result that is still an activity."""
    if verdict.class_ is None:
        return f"{words.no_class.upper()} ({words.not_a_statement})"
    name = words.classes.get(verdict.class_, verdict.class_).upper()
    return f"{name} ({words.semu})" if verdict.semu else name


def sureness(verdict: Verdict, words: Words) -> str:
    """Return the confidence in words: "keyakinan tinggi"."""
    return words.sure.format(level=words.confidence[level(verdict.confidence)])


def facts_of(checked: Checked, words: Words, *, short: bool) -> list[str]:
    """Return what is said of an item before its text: its place, its class or part, and what it belongs to."""
    item, verdict = checked.item, checked.verdict
    facts = [harmless(spoken(item.at, words))]
    if item.part != "rencana_kinerja":
        facts.append(words.parts.get(item.part, item.part))
    elif verdict:
        facts.append(class_words(verdict, words))
        if not short or level(verdict.confidence) != "tinggi":
            facts.append(sureness(verdict, words))
    if item.section == "tambahan":
        facts.append(words.extra)
    if item.asal in words.origins:
        facts.append(words.origins[item.asal])
    if item.part == "indikator" and item.target and not short:
        facts.append(words.target.format(target=harmless(" ".join(item.target.split()))))
    return [fact for fact in facts if fact]


def _whole(item: Item) -> str:
    return f"{item.text} | {item.target}" if item.part == "indikator" and item.target else item.text


def marks_shown(checked: Checked, words: Words) -> tuple[Mark, ...]:
    """Return the parts of a statement; for an indicator or an unread text the places that the notes point at."""
    marks = marks_of(checked.parse, words) if checked.parse and checked.item.part != "indikator" else ()
    if marks:
        return marks
    return tuple(Mark(f.start, f.end, "note", f.code) for f in active(checked) if _is_part(f, checked.item))


def _is_part(note: Finding, item: Item) -> bool:
    """Tell whether a note points at less than the whole text."""
    return note.start < note.end and item.text[note.start : note.end].strip() != item.text.strip()


def note_lines(note: Finding, item: Item, words: Words, room: int, told: set[str]) -> list[Line]:
    head = words.severity.get(note.severity, note.severity)
    naming = harmless(f"{note.code} {note.name}")
    out: list[Line] = []
    if width(head) + 2 + width(naming) <= room:
        quote = _quote(note, item, room - width(head) - 2 - width(naming))
        out.append(((head, note.severity), (f"  {naming}{quote}", "dim")))
    else:
        out += [((head, note.severity),), ((naming, "dim"),)]
    body = paragraph(note.message, room - 2, role="strong")
    if note.code not in told:
        body += _grounds(note, words, room - 2)
        told.add(note.code)
    body += _betterment(note, item, words, room - 2)
    return [*out, *indent(body, 2)]


def _quote(note: Finding, item: Item, room: int) -> str:
    """Return the characters that the note is about, unless its message has them or they are too many."""
    span = " ".join(item.text[note.start : note.end].split())
    if not _is_part(note, item) or span in note.message:
        return ""
    quoted = f": “{harmless(span)}”"
    return quoted if width(quoted) <= min(room, QUOTE_LIMIT) else ""


def _grounds(note: Finding, words: Words, room: int) -> list[Line]:
    """Return why, and the basis with its force."""
    out = paragraph(note.why, room, lead=words.why, lead_role="dim") if note.why else []
    return [*out, *basis_lines(note.basis, note.force, words, room)]


def basis_lines(basis: Sequence[str], force: str, words: Words, room: int) -> list[Line]:
    """Return the citations with their force as lines."""
    return paragraph(citations(basis, force, words), room, lead=words.basis, lead_role="dim")


def _betterment(note: Finding, item: Item, words: Words, room: int) -> list[Line]:
    """Return better sentences, or the edits where there are none, and what to look at besides."""
    out: list[Line] = []
    for number, sentence in enumerate(note.suggestions):
        lead = words.or_else if number else words.better
        out += paragraph(sentence, room, lead=lead, lead_role="dim", role="better")
    for step in note.ladder if not note.suggestions else ():
        out += paragraph(step.question, room, lead=words.ask, lead_role="dim")
    if note.fix and not note.suggestions:
        out += paragraph(changes(note.fix, item.text, words), room, lead=words.change, lead_role="dim", role="better")
    if note.related:
        out += paragraph(", ".join(note.related), room, lead=words.see_also, lead_role="dim")
    return out


def ladder_lines(note: Finding, words: Words, room: int) -> list[Line]:
    """Return the steps to a better sentence, each with the question that leads to it; nothing where there is no ladder."""
    out: list[Line] = [((words.ladder, "dim"),)] if note.ladder else []
    for step in note.ladder:
        named = f"{words.steps.get(step.step, step.step)}: "
        out += indent(paragraph(step.question, room - 2, lead=named, lead_role="dim"), 2)
        if step.text:
            out += indent(paragraph(step.text, room - 4, lead="→ ", lead_role="dim", role="better"), 4)
    return out


def silenced_said(checked: Checked, words: Words) -> tuple[str, ...]:
    """Return each note of an item that is silenced, with the reason that was given."""
    return tuple(
        words.silenced.format(code=note.code, name=note.name, reason=note.suppressed or words.no_reason)
        for note in checked.findings
        if note.suppressed is not None
    )


def _silenced(checked: Checked, words: Words, room: int) -> list[Line]:
    return [line for said in silenced_said(checked, words) for line in paragraph(said, room, role="dim")]


class TotalsSaid(NamedTuple):
    """How a document stands, in sentences: its statements with their classes, its notes, what is mandatory and missing or ""."""

    statements: str
    notes: str
    mandatory: str


def totals_said(summary: Summary, words: Words) -> TotalsSaid:
    """Return the sentences about a document in which something was checked."""
    if summary.statements:
        said = words.headline.format(clean=summary.clean, statements=summary.statements)
        known = {**words.classes, "null": words.no_class}
        said += SEPARATOR + ", ".join(
            f"{summary.by_class[key]} {known.get(key, key)}"
            for key in (*known, *summary.by_class.keys() - known)
            if summary.by_class.get(key)
        )
    else:
        said = words.no_statements.format(items=summary.items)
    counts = {"error": summary.errors, "warning": summary.warnings, "info": summary.infos}
    named = ", ".join(f"{number} {words.counted[key]}" for key, number in counts.items() if number)
    notes = words.notes.format(counts=named) if named else words.no_notes
    return TotalsSaid(said, notes, words.mandatory.format(n=summary.mandatory) if summary.mandatory else "")


def totals(summary: Summary, words: Words, room: int, lead: str = "") -> list[Line]:
    """Return the headline with the classes, and the counts of the notes."""
    if not summary.items:
        return paragraph(words.nothing_in, room, lead=lead or words.empty, lead_role="strong", role="strong")
    said = totals_said(summary, words)
    out = paragraph(said.statements, room, lead=lead, lead_role="strong", role="strong")
    out += paragraph(said.notes, room)
    return [*out, *(paragraph(said.mandatory, room, role="error") if said.mandatory else ())]


def unchecked(inputs: Sequence[NotChecked], words: Words, room: int) -> list[Line]:
    """Return the inputs that failed, then those that were skipped, each with its reason."""
    out: list[Line] = []
    for fatal, title, role in ((True, words.not_checked, "error"), (False, words.skipped, "dim")):
        some = [nc for nc in inputs if nc.fatal is fatal]
        if some:
            out += [*([BLANK] if out else []), ((f"{title} ({len(some)}):", role),)]
        for nc in some:
            out += indent(
                paragraph(
                    nc.reason.said(words.lang), room - 2, lead=f"{harmless(nc.path)}: ", role="" if fatal else "dim"
                ),
                2,
            )
    return out
