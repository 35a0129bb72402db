"""Notes as diagnostics: what is wrong at the place, with the rule, its grounds, and what could not be checked."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.model import Finding, NotChecked, Said
from linter.report.notes import citations
from linter.report.words import words

SOURCE = "skplint"
SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
_CONFIG = Said("Pengaturan tidak dapat dipakai: {why}", "The configuration cannot be used: {why}")


def diagnostics(draft: Draft, shelf: Shelf) -> list[lsp.Diagnostic]:
    """Return what is said of the newest version of *draft*: its configuration, what could not be read, then the notes."""
    if not draft.is_checked:
        return []
    said = [*_faults(draft, shelf)]
    lang = draft.checker(shelf).lang
    for _, finding, start, end in draft.notes(shelf):
        where = draft.text.span(start, end)
        said.append(
            lsp.Diagnostic(
                range=where,
                message=finding.message,
                severity=SEVERITIES[finding.severity],
                code=finding.code,
                source=SOURCE,
                related_information=_grounds(draft.uri, where, finding, lang),
            )
        )
    return said


def _grounds(uri: str, where: lsp.Range, finding: Finding, lang: str) -> list[lsp.DiagnosticRelatedInformation]:
    """Return why it matters, and the basis with its force, as what editors show below a note."""
    told = words(lang)
    basis = f"{told.basis}{citations(finding.basis, finding.force, told)}"
    place = lsp.Location(uri, where)
    return [lsp.DiagnosticRelatedInformation(place, text) for text in (finding.why, basis) if text]


def _faults(draft: Draft, shelf: Shelf) -> Iterator[lsp.Diagnostic]:
    checker = draft.checker(shelf)
    if checker.fault is not None:
        why = checker.fault.said(checker.lang)
        yield _fault(draft, _CONFIG.said(checker.lang).format(why=why), 0, 0)
    for unread in draft.checkup(shelf).unread:
        if unread.fatal:
            yield _unread(draft, unread, checker.lang)


def _unread(draft: Draft, unread: NotChecked, lang: str) -> lsp.Diagnostic:
    line = min(unread.line or 1, draft.text.lines) - 1
    body = draft.text.line(line)
    begin = min((unread.column or 1) - 1, len(body))
    return _fault(draft, unread.reason.said(lang), line, begin)


def _fault(draft: Draft, message: str, line: int, column: int) -> lsp.Diagnostic:
    start = draft.text.offset(lsp.Position(line, 0)) + column
    end = draft.text.offset(lsp.Position(line, 0)) + max(column, len(draft.text.line(line)))
    return lsp.Diagnostic(
        range=draft.text.span(start, end), message=message, severity=lsp.DiagnosticSeverity.Error, source=SOURCE
    )
