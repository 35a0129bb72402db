"""Notes as diagnostics: what is wrong at the place, with the rule; and what could not be checked. Grounds are in the hover."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from linter.documents.read import reason
from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.lsp.text import Text
from linter.model import Checked, NotChecked, Said, UserError
from linter.report.base import active

SOURCE = "skplint"
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
_CONFIG = Said("Pengaturan tidak dapat dipakai: {why}", "The configuration cannot be used: {why}")
_UNCHECKED = Said("Tidak diperiksa: {why}", "Not checked: {why}")
_Told = tuple[Checked, str, list[lsp.Diagnostic]]


class Notes:
    """The diagnostics of the draft that lies open, those of its items kept from one version to the next."""

    def __init__(self) -> None:
        self._known: dict[int, _Told] = {}
        """By the identity of a checked item, itself, what stands before it on its line, and what was said of it there."""

    def of(self, draft: Draft, shelf: Shelf) -> list[lsp.Diagnostic]:
        """Return what is said of the newest version of *draft*: its configuration, what could not be read, then the notes."""
        if not draft.is_checked:
            return []
        said, now = [*_faults(draft, shelf)], dict[int, _Told]()
        for checked in draft.checkup(shelf).checked:
            if not checked.findings:
                continue
            before = _before(draft.text, checked)
            known = self._known.get(id(checked))
            if known is None or before is None or known[1] != before:
                known = (checked, before or "", [*_notes(draft.text, checked)])
            now[id(checked)] = known
            said += known[2]
        self._known = now
        return said


def _before(text: Text, checked: Checked) -> str | None:
    """Return what its place depends on besides itself, what stands before it; None where it is more than that."""
    origin = checked.item.origin
    if origin is None or not origin.exact:
        return None
    mark = "\ufeff" if text.source.startswith("\ufeff") else " "
    return mark + text.line(origin.line - 1)[: origin.column - 1]


def _notes(text: Text, checked: Checked) -> Iterator[lsp.Diagnostic]:
    for finding in active(checked):
        yield lsp.Diagnostic(
            range=text.span(*text.place(checked.item, finding.start, finding.end)),
            message=finding.message,
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
        )


def _faults(draft: Draft, shelf: Shelf) -> Iterator[lsp.Diagnostic]:
    checker = draft.checker(shelf)
    if checker.fault is not None:
        yield _fault(draft.text, _CONFIG.said(checker.lang).format(why=checker.fault.said(checker.lang)), 0, 0)
    for unread in draft.checkup(shelf).unread:
        if unread.fatal:
            yield _unread(draft.text, unread, checker.lang)


def unchecked(draft: Draft, error: UserError, shelf: Shelf) -> lsp.Diagnostic:
    """Return that a file was not checked, and why, as an error at its top."""
    checker = draft.checker(shelf)
    return _fault(draft.text, _UNCHECKED.said(checker.lang).format(why=reason(error).said(checker.lang)), 0, 0)


def _unread(text: Text, unread: NotChecked, lang: str) -> lsp.Diagnostic:
    line = min(unread.line or 1, text.lines) - 1
    return _fault(text, unread.reason.said(lang), line, min((unread.column or 1) - 1, len(text.line(line))))


def _fault(text: Text, message: str, line: int, column: int) -> lsp.Diagnostic:
    """Return an error that goes from *column* to the end of the *line* (0-based, code points)."""
    start = text.offset(lsp.Position(line, 0))
    where = text.span(start + column, start + len(text.line(line)))
    return lsp.Diagnostic(range=where, message=message, severity=lsp.DiagnosticSeverity.Error, source=SOURCE)
