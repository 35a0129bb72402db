"""Rule files in the editor: what is wrong with one, which of its examples fail, and how it does on the labelled corpus."""

from __future__ import annotations

from lsprotocol import types as lsp

from linter.app.authoring import Authored, Fault, fault_of, is_rule
from linter.app.impact import Score
from linter.documents.walk import suffix_of
from linter.lsp.diagnostics import SOURCE
from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.model import Said, UserError

_RECORD = Said(
    "skplint {code}: berbunyi pada {spoke} teks korpus, benar pada {right} dari {labelled} yang berlabel ({share})",
    "skplint {code}: speaks on {spoke} texts of the corpus, right on {right} of {labelled} with a label ({share})",
)
_UNTOLD = Said(
    "skplint {code}: berbunyi pada {spoke} teks korpus, tanpa label yang menilainya",
    "skplint {code}: speaks on {spoke} texts of the corpus, none with a label that tells",
)


def is_rule_file(draft: Draft) -> bool:
    """Tell whether a document is a rule file."""
    return suffix_of(draft.path) in (".yaml", ".yml") and is_rule(draft.text.source)


def rule_notes(draft: Draft, shelf: Shelf) -> list[lsp.Diagnostic]:
    """Return what is wrong with the rule in a document: why it cannot be loaded, or the examples that fail, at their lines."""
    checker = draft.checker(shelf)
    try:
        faults = [*_authored(draft, shelf).faults()]
    except UserError as error:
        faults = [fault_of(error)]
    return [_diagnostic(draft, fault, checker.lang) for fault in faults]


def rule_record(draft: Draft, shelf: Shelf) -> str | None:
    """Return how the rule does on the labelled corpus, in words; None where it cannot be loaded."""
    try:
        authored = _authored(draft, shelf)
        score = authored.score()
    except UserError:
        return None
    return _words(authored.code, score, draft.checker(shelf).lang)


def _words(code: str, score: Score, lang: str) -> str:
    said = (_UNTOLD if score.precision is None else _RECORD).said(lang)
    share = f"{score.precision:.0%}" if score.precision is not None else ""
    return said.format(code=code, spoke=score.spoke, right=score.right, labelled=score.of, share=share)


def _authored(draft: Draft, shelf: Shelf) -> Authored:
    return Authored(draft.checker(shelf).by_path.run, draft.text.source, draft.path)


def _diagnostic(draft: Draft, fault: Fault, lang: str) -> lsp.Diagnostic:
    text = draft.text
    line = min(fault.line, text.lines) - 1
    start = text.offset(lsp.Position(line, 0)) + min(fault.column - 1, len(text.line(line)))
    end = text.offset(lsp.Position(line, 0)) + len(text.line(line).rstrip())
    return lsp.Diagnostic(
        range=text.span(start, max(start, end)),
        message=fault.said.said(lang),
        severity=lsp.DiagnosticSeverity.Error,
        source=SOURCE,
    )
