"""What the page shows of one sentence: its parts, its class in words, the notes, and the steps to a better one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from linter.app import Explained, TraceLine
from linter.io.writable import shown as visible
from linter.model import Checked, Finding, Parse, RuleInfo, Step, Word
from linter.model.named import CLASS_NAMES
from linter.report.base import active
from linter.report.blocks import sureness
from linter.report.marks import Mark, marks_of
from linter.report.notes import changes
from linter.report.words import Words, words

_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows; they are shown by name."""


class Run(msgspec.Struct, frozen=True):
    """A word, or what stands between words, with the root and the affixes of the word ("" where there is none)."""

    text: str
    root: str = ""
    affixes: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A run of characters of the sentence, with the part that it belongs to ("" where it belongs to none), word by word."""

    text: str
    kind: str = ""
    label: str = ""
    runs: tuple[Run, ...] = ()


class WordShown(msgspec.Struct, frozen=True):
    """A word with its root and affixes."""

    text: str
    root: str
    affixes: str
    guessed: bool


class Note(msgspec.Struct, frozen=True):
    """A note: what, why, on what basis and with what force, and the steps to a better sentence."""

    code: str
    name: str
    severity: str
    severity_words: str
    message: str
    why: str
    basis: tuple[str, ...]
    force: str
    steps: tuple[Step, ...]
    suggestions: tuple[str, ...]
    change: str


class Tried(msgspec.Struct, frozen=True):
    """Everything that is shown of a sentence."""

    pieces: tuple[Piece, ...]
    words: tuple[WordShown, ...]
    class_: str
    class_words: str
    semu: bool
    sure: str
    decided: str
    runners: tuple[str, ...]
    notes: tuple[Note, ...]
    why: str = ""
    """Why the rule that decided says so."""
    because: tuple[tuple[int, str], ...] = ()
    unless: tuple[tuple[int, str], ...] = ()
    """What the rule that decided asks for, and what would have kept it from deciding: lines with their depth."""


def shown(explained: Explained, lang: str, rules: Mapping[str, RuleInfo] = MappingProxyType({})) -> Tried:
    """Return what is shown of a sentence, in Indonesian or for *lang* "en" in English; *rules* say why it is so."""
    found = shown_of(explained.checked, explained.trace, lang, rules)
    verdict = explained.checked.verdict
    rule = rules.get(verdict.decided_by or "") if verdict else None
    if rule is None:
        return found
    because, unless = (tuple((c.depth, c.text.said(lang)) for c in clauses) for clauses in (rule.when, rule.unless))
    return msgspec.structs.replace(found, because=because, unless=unless)


def shown_of(
    checked: Checked, trace: Sequence[TraceLine], lang: str, rules: Mapping[str, RuleInfo] = MappingProxyType({})
) -> Tried:
    """Return the same of a text that was checked, with the *trace* of the class rules where it was asked for."""
    told = words(lang)
    verdict, parse = checked.verdict, checked.parse
    class_ = verdict.class_ if verdict and verdict.class_ else ""
    return Tried(
        pieces=tuple(pieces_of(checked.item.text, marks_of(parse, told) if parse else (), parse)),
        words=tuple(map(_word, parse.words)) if parse else (),
        class_=class_,
        class_words=_called(class_, lang),
        semu=bool(verdict and verdict.semu),
        sure=sureness(verdict, told) if verdict else "",
        decided=f"{verdict.decided_by} {verdict.decided_name}" if verdict and verdict.decided_by else "",
        runners=tuple(f"{t.code} {t.name}: {_called(t.class_, lang)}" for t in trace if t.held and not t.decided),
        notes=tuple(note_of(finding, checked.item.text, told) for finding in active(checked)),
        why=why_of(rules.get(verdict.decided_by or ""), lang) if verdict else "",
    )


def why_of(rule: RuleInfo | None, lang: str) -> str:
    """Return why *rule* says what it says, as far as that does not depend on a text."""
    said = rule.why.said(lang) if rule is not None and rule.why is not None else ""
    return "" if "{" in said else said


def _called(class_: str | None, lang: str) -> str:
    return CLASS_NAMES[class_ or ""].said(lang)


def pieces_of(text: str, marks: Sequence[Mark], parse: Parse | None) -> Iterator[Piece]:
    """Yield the sentence in runs that belong to one part each; where parts overlap, the first one holds."""
    standards = {(q.phrase.start, q.phrase.end) for q in parse.qualifiers if q.standard} if parse else set()
    owners: list[Mark | None] = [None] * len(text)
    for mark in reversed(marks):
        owners[mark.start : mark.end] = [mark] * (mark.end - mark.start)
    at = 0
    while at < len(text):
        owner, end = owners[at], at
        while end < len(text) and owners[end] is owner:
            end += 1
        said = straight(text[at:end])
        runs = tuple(_runs(text, at, end, parse))
        if owner is None:
            yield Piece(said, runs=runs)
        else:
            kind = "standard" if (owner.start, owner.end) in standards else owner.kind
            yield Piece(said, kind, owner.label, runs)
        at = end


def _runs(text: str, at: int, end: int, parse: Parse | None) -> Iterator[Run]:
    """Yield the words from *at* to *end* (code points) and what stands between them."""
    for word in parse.words if parse else ():
        start, stop = max(at, word.start), min(end, word.end)
        if start < stop:
            if at < start:
                yield Run(straight(text[at:start]))
            shown = _word(word)
            yield Run(straight(text[start:stop]), shown.root, shown.affixes)
            at = stop
    if at < end:
        yield Run(straight(text[at:end]))


def straight(text: str) -> str:
    """Return *text* with the marks that turn its direction shown by name."""
    return _TURNS.sub(lambda mark: visible(mark[0]), text)


def _word(word: Word) -> WordShown:
    reading = word.reading
    return WordShown(straight(word.text), straight(reading.root), " ".join(reading.affixes), reading.guessed)


def note_of(finding: Finding, text: str, told: Words) -> Note:
    """Return what is shown of a note about a *text*; its edits where no better sentence is known."""
    mended = changes(finding.fix, text, told) if finding.fix and not finding.suggestions else ""
    return Note(
        finding.code,
        finding.name,
        finding.severity,
        told.severity[finding.severity],
        straight(finding.message),
        straight(finding.why),
        finding.basis or (told.no_basis.get(finding.force, ""),),
        told.force[finding.force],
        tuple(Step(s.step, s.question, straight(s.text) if s.text else None) for s in finding.ladder),
        tuple(map(straight, finding.suggestions)),
        straight(mended),
    )
