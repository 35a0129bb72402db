"""The parts of statements as semantic tokens, and the class of each behind it: colours and words beside the text."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.model import Parse, Phrase, Said
from linter.report.base import Summary, Tally
from linter.report.blocks import class_words, sureness
from linter.report.region import is_literal
from linter.report.words import words

LEGEND = lsp.SemanticTokensLegend(
    token_types=[
        lsp.SemanticTokenTypes.Variable,
        lsp.SemanticTokenTypes.Keyword,
        lsp.SemanticTokenTypes.Type,
        lsp.SemanticTokenTypes.Parameter,
        lsp.SemanticTokenTypes.String,
    ],
    token_modifiers=[],
)
"""Subject, verb, object, qualifier, and a qualifier that is a standard: types that every theme has a colour for."""
_SUBJECT, _VERB, _OBJECT, _QUALIFIER, _STANDARD = range(5)
_NOTES = Said(
    "{errors} kesalahan, {warnings} peringatan, {infos} saran", "{errors} errors, {warnings} warnings, {infos} infos"
)


def tokens(draft: Draft, shelf: Shelf) -> lsp.SemanticTokens:
    """Return the parts of every statement, each in its place relative to the one before, as the protocol wants it."""
    data: list[int] = []
    last_line = last_at = 0
    for start, end, kind in sorted(_spans(draft, shelf)):
        place = draft.text.position(start)
        line, at = place.line, place.character
        same = line == last_line
        data += (line - last_line, at - last_at if same else at, draft.text.width(start, end), kind, 0)
        last_line, last_at = line, at
    return lsp.SemanticTokens(data)


def _spans(draft: Draft, shelf: Shelf) -> Iterator[tuple[int, int, int]]:
    """Yield start, end (code points) and kind of every part, none of which goes over the end of a line."""
    for checked in draft.checkup(shelf).checked if draft.is_checked else ():
        if checked.parse is None or checked.verdict is None or not is_literal(checked.item):
            continue
        for phrase, kind in _parts(checked.parse):
            start, end = draft.text.place(checked.item, phrase.start, phrase.end)
            yield from ((a, b, kind) for a, b in _on_lines(draft.text.source, start, end))


def _parts(parse: Parse) -> Iterator[tuple[Phrase, int]]:
    """Yield the parts of a statement; where two overlap the later one is left out."""
    known = [(parse.verb, _VERB), (parse.object, _OBJECT), (parse.subject, _SUBJECT)]
    known += [(q.phrase, _STANDARD if q.standard else _QUALIFIER) for q in parse.qualifiers]
    taken: list[Phrase] = []
    for phrase, kind in known:
        if phrase is not None and not any(p.start < phrase.end and phrase.start < p.end for p in taken):
            taken.append(phrase)
            yield phrase, kind


def _on_lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a span that lie on one line each."""
    for n in range(start, end):
        if source[n] in "\r\n":
            if n > start:
                yield start, n
            start = n + 1
    if end > start:
        yield start, end


def hints(draft: Draft, shelf: Shelf, within: lsp.Range) -> list[lsp.InlayHint]:
    """Return the class of each statement that stands *within* a range, to be shown behind it."""
    if not draft.is_checked:
        return []
    told, found = words(draft.checker(shelf).lang), list[lsp.InlayHint]()
    first, last = draft.text.offset(within.start), draft.text.offset(within.end)
    for checked in draft.checkup(shelf).checked:
        if checked.verdict is None or checked.item.part != "rencana_kinerja" or checked.item.origin is None:
            continue
        _, end = draft.text.place(checked.item, 0, len(checked.item.text))
        if first <= end <= last:
            label, tip = class_words(checked.verdict, told).lower(), sureness(checked.verdict, told)
            if checked.verdict.decided_by:
                tip += f" · {checked.verdict.decided_by} {checked.verdict.decided_name}"
            found.append(lsp.InlayHint(draft.text.position(end), label, padding_left=True, tooltip=tip))
    return found


def headline(draft: Draft, shelf: Shelf) -> str | None:
    """Return how many statements are without a note, what they are, and how many notes of each severity there are; None
    where there is no text.
    """
    if not draft.is_checked or not draft.checkup(shelf).checked:
        return None
    summary, told = _summary(draft, shelf), words(draft.checker(shelf).lang)
    notes = _NOTES.said(told.lang).format(errors=summary.errors, warnings=summary.warnings, infos=summary.infos)
    if not summary.statements:
        return f"skplint: {told.no_statements.format(items=summary.items)} · {notes}"
    classes = ", ".join(
        f"{count} {told.classes.get(name, told.no_class)}" for name, count in summary.by_class.items() if count
    )
    clean = told.headline.format(clean=summary.clean, statements=summary.statements)
    return f"skplint: {clean} · {classes} · {notes}"


def _summary(draft: Draft, shelf: Shelf) -> Summary:
    tally = Tally()
    tally.document()
    for checked in draft.checkup(shelf).checked:
        tally.item(checked)
    return tally.summary()
