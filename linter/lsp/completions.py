"""What can be typed at a place: rule codes in a silence; aspects, units and heads of measures in a draft in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lsprotocol import types as lsp

from linter.documents.walk import DRAFT, TEXT, suffix_of
from linter.engine.indicator_facts import ASPECTS
from linter.language.numbers import DURATIONS, UNITS
from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.model import RuleInfo
from linter.report.notes import without_blanks

TRIGGERS = [":", " ", ","]
_COMMENT = re.compile(r"# +skplint: *abaikan\b(?:(?!--).)*$", re.IGNORECASE)
_ABAIKAN = re.compile(r"\s*(?:-\s+)*abaikan\s*:")
_VALUE = re.compile(r"\s*(?:-\s+)*(teks|aspek|target|rhk)\s*:\s*(?P<said>.*)$")
_TYPED = re.compile(r"[\w-]*$")
_HEADS = (
    "Jumlah", "Persentase", "Rata-rata", "Waktu", "Lama", "Indeks", "Nilai", "Skor", "Rasio", "Tingkat", "Cakupan", "Luas",
    "Frekuensi", "Biaya",
)  # fmt: skip
"""Words with which an indicator names its measure, the commonest first."""
_AMOUNT = re.compile(r"\d[\d.,–-]*\s*$")


def completions(draft: Draft, shelf: Shelf, position: lsp.Position) -> list[lsp.CompletionItem]:
    """Return what may stand at *position*."""
    if not draft.is_checked:
        return []
    line = draft.text.line(position.line)
    start = draft.text.offset(lsp.Position(position.line, 0))
    before = line[: draft.text.offset(position) - start]
    suffix = suffix_of(draft.path)
    checker = draft.checker(shelf)
    if suffix in TEXT and _COMMENT.match(before):
        return _rules(checker.by_path.run.rules, checker.lang)
    if suffix not in DRAFT - {".json"}:
        return []
    if _ABAIKAN.match(before) or _inside_silence(draft, position.line, before):
        return _rules(checker.by_path.run.rules, checker.lang)
    value = _VALUE.match(before)
    return _values(value[1], value["said"]) if value else []


def _inside_silence(draft: Draft, number: int, before: str) -> bool:
    """Tell whether the line is a key below "abaikan:", farther to the right than that."""
    indent = len(before) - len(before.lstrip())
    for n in range(number - 1, -1, -1):
        line = draft.text.line(n)
        left = len(line) - len(line.lstrip())
        if line.strip() and left < indent:
            return bool(_ABAIKAN.match(line)) and line.rstrip().endswith(":")
    return False


def _rules(rules: Iterable[RuleInfo], lang: str) -> list[lsp.CompletionItem]:
    return [
        lsp.CompletionItem(
            rule.code,
            kind=lsp.CompletionItemKind.EnumMember,
            detail=rule.name,
            documentation=without_blanks(rule.message.said(lang)) if rule.message else None,
            filter_text=f"{rule.code} {rule.name}",
        )
        for rule in rules
        if rule.severity
    ]


def _values(key: str, said: str) -> list[lsp.CompletionItem]:
    """Return the values that the *key* of a draft may have, behind what was *said* of it so far."""
    typed = _TYPED.search(said)
    head = said[: typed.start()] if typed else said
    if key == "aspek" and not head:
        return _plain(ASPECTS, lsp.CompletionItemKind.EnumMember)
    if key == "target" and _AMOUNT.search(head):
        return _plain(sorted(UNITS | DURATIONS), lsp.CompletionItemKind.Unit)
    if key == "teks" and not head.strip("\"' "):
        return _plain(_HEADS, lsp.CompletionItemKind.Keyword)
    return []


def _plain(names: Iterable[str], kind: lsp.CompletionItemKind) -> list[lsp.CompletionItem]:
    return [lsp.CompletionItem(name, kind=kind) for name in names]
