"""Quick fixes: what a note offers to change, the steps to a better sentence, a silence with a reason, and all at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from lsprotocol import types as lsp

from linter.app import Fixer
from linter.app.fixing import AMAN
from linter.app.mending import applied
from linter.documents.walk import DRAFT, TEXT, suffix_of
from linter.language.clean import marker_length
from linter.lsp.drafts import Draft
from linter.lsp.proof import Proof
from linter.lsp.shelf import Shelf
from linter.model import Checked, Finding, Fix, Item, NotChecked, Said
from linter.report.notes import changes
from linter.report.region import is_literal
from linter.report.words import words

FIX_ALL = "source.fixAll.skplint"
KINDS: list[lsp.CodeActionKind | str] = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite, FIX_ALL]

_CHANGE = Said("{code}: ubah {what}", "{code}: change {what}")
_UNSURE = Said(" (periksa dahulu)", " (have a look first)")
_STEP = Said("Tulis sebagai {step}: {text}", "Write as {step}: {text}")
_SILENCE = Said("Abaikan {code} di sini, dengan alasan", "Silence {code} here, with a reason")
_REASON = Said("‹alasannya›", "‹the reason›")
_ALL = Said("Perbaiki semua yang aman (skplint)", "Mend all that is safe (skplint)")
_SHOWN = 70
_KEY = re.compile(r"(\s*(?:-\s+)*)(?:rhk|teks)\s*:")
"""The beginning of the line on which a statement or an indicator of a draft in YAML stands."""


def actions(draft: Draft, shelf: Shelf, within: lsp.Range, context: lsp.CodeActionContext) -> list[lsp.CodeAction]:
    """Return what can be done about the notes that touch the range *within*, the safest first, of the kinds asked for."""
    only = context.only
    if not draft.is_checked:
        return []
    found: list[lsp.CodeAction] = []
    if _wanted(lsp.CodeActionKind.QuickFix, only) or _wanted(lsp.CodeActionKind.RefactorRewrite, only):
        first, last, proof = draft.text.offset(within.start), draft.text.offset(within.end), Proof(draft, shelf)
        for checked, finding, start, end in draft.notes(shelf):
            if start <= last and first <= end:
                where = draft.text.span(start, end)
                about = [d for d in context.diagnostics if d.code == finding.code and d.range == where]
                found += _for_note(draft, proof, checked, finding, about)
    if only and _wanted(FIX_ALL, only) and (edits := fix_all(draft, shelf)):
        title = _ALL.said(draft.checker(shelf).lang)
        found.append(_action(draft, title, FIX_ALL, edits))
    kept = [action for action in found if action.kind is None or _wanted(action.kind, only)]
    return sorted(kept, key=lambda action: not action.is_preferred)


def _wanted(kind: lsp.CodeActionKind | str, only: Sequence[lsp.CodeActionKind | str] | None) -> bool:
    """Tell whether actions of *kind* are asked for: where kinds are named, one of them is it or above it."""
    said = str(getattr(kind, "value", kind))
    return not only or any(said == o or said.startswith(f"{o}.") for o in (str(getattr(k, "value", k)) for k in only))


def _for_note(
    draft: Draft, proof: Proof, checked: Checked, finding: Finding, about: Sequence[lsp.Diagnostic]
) -> Iterator[lsp.CodeAction]:
    """Yield what can be done about one note; *about* are the diagnostics of the client that it is."""
    lang = proof.lang
    told = words(lang)
    item, fix = checked.item, finding.fix
    if (
        fix is not None
        and fix.edits
        and is_literal(item)
        and proof.holds(item, applied(item.text, sorted(fix.edits, key=attrgetter("start"))))
    ):
        what = _short(changes(fix, item.text, told))
        safe = fix.safety == AMAN
        title = _CHANGE.said(lang).format(code=finding.code, what=what) + ("" if safe else _UNSURE.said(lang))
        yield _action(draft, title, lsp.CodeActionKind.QuickFix, _edits(draft, item, fix), about=about, preferred=safe)
    for name, text in _sentences(finding) if is_literal(item) and item.part != "baris" else ():
        if proof.holds(item, _with_sentence(item.text, text)):
            title = _STEP.said(lang).format(step=told.steps.get(name, name), text=_short(text))
            kind = lsp.CodeActionKind.RefactorRewrite
            yield _action(draft, title, kind, [_rewritten(draft, item, text)], about=about)
    edit = _silence(draft, item, finding, lang) if checked.parse is not None else None
    if edit is not None and proof.silences(item, edit):
        title = _SILENCE.said(lang).format(code=finding.code)
        yield _action(draft, title, lsp.CodeActionKind.QuickFix, [edit], about=about)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _action(
    draft: Draft,
    title: str,
    kind: lsp.CodeActionKind | str,
    edits: Sequence[lsp.TextEdit],
    *,
    about: Sequence[lsp.Diagnostic] = (),
    preferred: bool = False,
) -> lsp.CodeAction:
    document = lsp.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
    edit = lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, list(edits))])
    return lsp.CodeAction(title, kind=kind, diagnostics=list(about) or None, is_preferred=preferred or None, edit=edit)


def _edits(draft: Draft, item: Item, fix: Fix) -> list[lsp.TextEdit]:
    """Return the edits of a fix in the places where they stand."""
    return [
        lsp.TextEdit(draft.text.span(*draft.text.place(item, edit.start, edit.end)), edit.text) for edit in fix.edits
    ]


def _sentences(finding: Finding) -> list[tuple[str, str]]:
    """Return the sentences that steps of a ladder lead to, each once; of an indicator without its target."""
    known = {step.text.partition(" | ")[0]: step.step for step in finding.ladder if step.text}
    return [(step, text) for text, step in known.items()]


def _body(text: str) -> tuple[int, int]:
    """Return where the statement begins and ends in *text*: behind its list number, before the space at the end."""
    start = marker_length(text)
    return start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip())


def _with_sentence(text: str, sentence: str) -> str:
    start, end = _body(text)
    return text[:start] + sentence + text[end:]


def _rewritten(draft: Draft, item: Item, text: str) -> lsp.TextEdit:
    """Return the edit that puts *text* where the statement stands, behind its list number."""
    return lsp.TextEdit(draft.text.span(*draft.text.place(item, *_body(item.text))), text)


def _silence(draft: Draft, item: Item, finding: Finding, lang: str) -> lsp.TextEdit | None:
    """Return the line that silences the rule for this text; None where the format, or the text, leaves no place for it."""
    suffix = suffix_of(draft.path)
    if item.origin is None or item.part in ("dokumen", "unit") or item.silences:
        return None
    reason = _REASON.said(lang)
    line, end = item.origin.line - 1, draft.text.line_end
    if suffix in TEXT:
        here = draft.text.place(item, 0, 0)[0]
        return lsp.TextEdit(draft.text.span(here, here), f"# skplint: abaikan {finding.code} -- {reason}{end}")
    key = _KEY.match(draft.text.line(line)) if suffix in DRAFT - {".json"} else None
    if key is None:
        return None
    last = (item.origin.last or item.origin.line) - 1
    behind = draft.text.offset(lsp.Position(last, 0)) + len(draft.text.line(last))
    indent = " " * len(key[1])
    return lsp.TextEdit(draft.text.span(behind, behind), f'{end}{indent}abaikan: {{{finding.code}: "{reason}"}}')


def fix_all(draft: Draft, shelf: Shelf) -> list[lsp.TextEdit]:
    """Return the edits that make every safe change of the draft, proved as ``skplint fix`` proves them; [] for none."""
    by_path = draft.checker(shelf).by_path
    whole = draft.text.source
    before = whole.removeprefix("\ufeff")
    try:
        data = before.encode()
    except UnicodeEncodeError:  # half a character pair: what is written would be another text
        return []
    fixed = Fixer(by_path.analyser(draft.path)).fixed(data, draft.path, draft.path)
    if isinstance(fixed, NotChecked) or not fixed.changed:
        return []
    old, new = before.splitlines(keepends=True), fixed.after.text.splitlines(keepends=True)
    starts = [len(whole) - len(before)]
    for line in old:
        starts.append(starts[-1] + len(line))
    return [
        lsp.TextEdit(draft.text.span(starts[a], starts[b]), "".join(new[c:d]))
        for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
