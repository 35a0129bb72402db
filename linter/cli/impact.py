"""``skplint rules impact``: what two sets of rules say otherwise of the same texts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import msgspec

from linter.app.impact import Change, Impact, Judged, Score, Text
from linter.app.labelled import corpus, labelled
from linter.app.pipeline import documents
from linter.app.sides import Side, sides
from linter.cli import FAILED, FINDINGS, OK
from linter.cli.settings import settings
from linter.cli.shell import Shell, complain, read_stdin
from linter.documents.read import reason
from linter.io.files import text_in
from linter.model import SEVERITIES, Document, NotChecked, UserError
from linter.report import wire
from linter.report.encode import Encoder
from linter.report.harmless import harmless
from linter.report.layout import BLANK, Line, clip, table
from linter.report.place import spoken


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Show each text that is judged otherwise, then the rules that spoke otherwise. Raises UserError.

    The exit code is 1 where a text is judged otherwise, 2 where an input was not read.
    """
    both = sides((options.old, options.new), settings(options), options.configuration, options.given)
    impact = Impact(both)
    unread: list[NotChecked] = []
    changes = impact.changes(_texts(options.paths, both, unread))
    if options.format == "json":
        _json(changes, impact, both[1], unread, shell)
    else:
        for change in changes:
            shell.show([*_change(change, shell), BLANK])
        shell.show(_totals(impact, shell))
    for found in unread:
        complain(f"{found.path}: {found.reason.said(shell.lang)}")
    if unread:
        return FAILED
    return FINDINGS if impact.changed else OK


def _texts(paths: list[str], both: tuple[Side, Side], unread: list[NotChecked]) -> Iterator[Text]:
    """Yield the texts of the inputs, or of the labelled corpus where none is named; *unread* gets what was not read."""
    side = both[1]

    def skip(path: str, is_folder: bool) -> bool:
        return any(one.by_path.left_out(path, is_folder) for one in both)

    if not paths:
        yield from (Text("corpus/gold", item, labels=labels) for item, labels in corpus())
    for path in paths:
        if path.endswith(".jsonl"):
            yield from _readable(_of_lines(path), path, unread)
            continue
        given = documents((path,), read_stdin, skip, side.by_path.text_options)
        for found in map(side.by_path.admitted, given):
            if isinstance(found, Document):
                yield from _readable(_of_document(found, side), found.path, unread)
            elif found.fatal:
                unread.append(found)


def _of_lines(path: str) -> Iterator[Text]:
    yield from (Text(path, item, labels=labels) for item, labels in labelled(text_in(path)))


def _of_document(document: Document, side: Side) -> Iterator[Text]:
    side.refuse_regime(document.header)
    yield from (Text(document.path, item, document.header) for item in document.items)


def _readable(texts: Iterator[Text], path: str, unread: list[NotChecked]) -> Iterator[Text]:
    """Yield *texts* as far as they can be read; *unread* gets the reason where they end early."""
    try:
        yield from texts
    except UserError as error:
        unread.append(NotChecked(path, reason(error)))


def _change(change: Change, shell: Shell) -> list[Line]:
    """Return a changed text with what was said before (–) and what is said now (+)."""
    place = f"{change.path}: {change.item.id or spoken(change.item.at, shell.words)}"
    text = clip(change.item.text, shell.columns - 2)
    out: list[Line] = [((harmless(place), "dim"),), (("  ", ""), (text, "strong"))]
    before, after = _said(change.before, shell), _said(change.after, shell)
    if before[0] != after[0]:
        out += [(("  – ", "error"), (before[0], "")), (("  + ", "ok"), (after[0], ""))]
    out += [(("  – ", "error"), (note, "")) for note in before[1] if note not in after[1]]
    return [*out, *((("  + ", "ok"), (note, "")) for note in after[1] if note not in before[1])]


def _said(judged: Judged, shell: Shell) -> tuple[str, list[str]]:
    """Return the class with the rule that decided it, and the notes."""
    words = shell.words
    named = words.classes.get(judged.class_ or "", words.no_class) + (f" ({words.semu})" if judged.semu else "")
    notes = [f"{code} {words.severity[severity]}" for code, severity in judged.notes.items()]
    return f"{named}{f', {judged.decided_by}' if judged.decided_by else ''}", notes


def _totals(impact: Impact, shell: Shell) -> list[Line]:
    say, scores = shell.say, impact.scores()
    out: list[Line] = []
    if scores:
        head = (
            say("aturan", "rule"),
            say("berlaku", "spoke"),
            say("menjadi", "now"),
            say("ketepatan", "precision"),
            say("menjadi", "now"),
        )
        rows = [(code, _count(old), _count(new), _share(old), _share(new)) for code, (old, new) in scores.items()]
        out += [*table(head, rows, shell.columns, ("strong",)), BLANK]
    for severity in SEVERITIES:
        was, now = (side[severity] for side in impact.accused)
        if was or now:
            name = shell.words.severity[severity]
            said = say(f"Rumusan baik dengan catatan “{name}”: {was} dari {impact.good}, menjadi {now}.",
                       f"Good statements with a note “{name}”: {was} of {impact.good}, now {now}.")  # fmt: skip
            out.append(((said, ""),))
    total = say(
        f"{impact.changed} dari {impact.texts} teks berubah.", f"{impact.changed} of {impact.texts} texts changed."
    )
    return [*out, ((total, "strong"),)]


def _count(score: Score | None) -> str:
    return "–" if score is None else str(score.spoke)


def _share(score: Score | None) -> str:
    if score is None or score.precision is None:
        return "–"
    return f"{score.precision:.3f} ({score.right}/{score.of})"


class _Changed(msgspec.Struct, frozen=True):
    path: str
    at: dict[str, Any]
    id: str
    part: str
    text: str
    before: Judged
    after: Judged


class _Totals(msgspec.Struct, frozen=True):
    texts: int
    changed: int
    good: int
    accused: tuple[dict[str, int], dict[str, int]]
    rules: dict[str, tuple[Score | None, Score | None]]


def _json(changes: Iterator[Change], impact: Impact, side: Side, unread: list[NotChecked], shell: Shell) -> None:
    """Write a line for each change, one for each input that was not read, then the totals; pairs are before and after."""
    encode = Encoder().text
    for c in changes:
        line = _Changed(c.path, c.item.at, c.item.id, c.item.part, c.item.text, c.before, c.after)
        shell.write(encode(line) + "\n")
    for found in unread:
        shell.write(encode(wire.not_checked(side.run.run, found)) + "\n")
    shell.write(encode(_Totals(impact.texts, impact.changed, impact.good, impact.accused, impact.scores())) + "\n")
