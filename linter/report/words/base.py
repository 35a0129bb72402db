"""What the words of the reports are, whatever the language."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What reports say in one language; strings with braces are templates for str.format."""

    lang: str
    severity: Mapping[str, str]
    counted: Mapping[str, str]
    force: Mapping[str, str]
    confidence: Mapping[str, str]
    classes: Mapping[str, str]
    parts: Mapping[str, str]
    qualifiers: Mapping[str, str]
    origins: Mapping[str, str]
    verb: str
    object: str
    subject: str
    unplaced: str
    semu: str
    no_class: str
    not_a_statement: str
    sure: str
    why: str
    basis: str
    no_basis: Mapping[str, str]
    better: str
    or_else: str
    ask: str
    ladder: str
    criteria: str
    noted_by: str
    steps: Mapping[str, str]
    change: str
    inserted: str
    removed: str
    see_also: str
    target: str
    under: str
    extra: str
    silenced: str
    no_reason: str
    regime: str
    headline: str
    no_statements: str
    all_documents: str
    notes: str
    no_notes: str
    mandatory: str
    index: Mapping[str, str]
    marked: Mapping[str, str]
    infos_apart: str
    standard_input: str
    nothing_in: str
    empty: str
    nothing_at_all: str
    not_checked: str
    skipped: str
    line_not_checked: str
    line_skipped: str
    line_summary: str
    judged_by: str
    explain_hint: str
    row: str
    column: str
    table: str
    page: str
    line: str
    in_cell: str
    form: str
    complete: str
    incomplete: str
    clauses: str
    negated: str
    word: str
    tag: str
    built: str
    guessed: str
    spelled: Mapping[str, str]
    also: str
    tree: str
    rules: Mapping[str, str]
    measured: Mapping[str, str]
    kinds: Mapping[str, str]
    aim: Mapping[str, str]
    moment: Mapping[str, str]
    vocabulary: str
    guesses: str
    part: str
    kind: str
    standard: str
    yes: str
    no: str
    rule_page: Mapping[str, str]
    headings: Mapping[str, str]
    sheet: str
    no_note: str
    waived: str
