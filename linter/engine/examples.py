"""The examples of rules, run as tests: what a bad one must give, what a good one must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol

import msgspec

from linter.engine.ruleset import Rule
from linter.engine.types import Example
from linter.model import Checked, Header, Item, Pointer, Said, silence_of

Outcome = Literal["ok", "noisy", "missing", "misplaced", "mislabelled", "reworded"]


class Desk(Protocol):
    """Where examples are tried."""

    def check_all(self, item: Item, header: Header, regime: str | None) -> tuple[Checked, ...]:
        """Return an item checked under a header and a regime, then each of its silences that something is wrong with."""

    def draft(self, source: str) -> tuple[Header, tuple[Item, ...]]:
        """Return the header and the texts of a draft in YAML; raises UserError."""

    def check_draft(self, header: Header, items: Iterable[Item], regime: str | None) -> tuple[Checked, ...]:
        """Return every text of a draft checked, its rows, and what the whole shows."""

    def check_unit(self, drafts: Sequence[tuple[Header, Sequence[Item]]], regime: str | None) -> tuple[Checked, ...]:
        """Return every text of several drafts of one unit checked, and what their links show."""


class ExampleOutcome(msgspec.Struct, frozen=True):
    """How one example fared.

    ``kind``: ok · noisy (a note where there should be none, or several) · missing (none where there should be one) ·
    misplaced (the right note at another span) · mislabelled (the reading gives another class) · reworded (a ladder leads to
    another sentence).
    """

    code: str
    name: str
    kind: Outcome
    text: str
    detail: Said | None = None


MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_BRACKETS = re.compile(r"\[\[|\]\]")
_MARKABLE = ("text", "dokumen", "berkas", "abaikan")
"""The fields of an example in which a note can stand."""


def unmarked(text: str) -> tuple[str, tuple[int, int] | None]:
    """Return *text* without its ``[[…]]`` and the span (code points) that they marked."""
    found = MARKED.search(text)
    if found is None:
        return text, None
    start, end = found.span()
    return text[:start] + found[1] + text[end:], (start, end - 4)


def mark_fault(text: str) -> Said | None:
    """Return what is wrong with the ``[[…]]`` in *text*, None where there is one sound mark or none."""
    match _BRACKETS.findall(text):
        case []:
            return None
        case ["[[", "]]"]:
            found = MARKED.search(text)
            empty = Said("[[ ]] tidak mengapit apa pun", "[[ ]] encloses nothing")
            return None if found and found[1].strip() else empty
        case ["[[", *rest] if "]]" not in rest:
            return Said("[[ tidak ditutup dengan ]]", "[[ is not closed by ]]")
        case ["]]", *_]:
            return Said("]] tidak dibuka dengan [[", "]] is not opened by [[")
        case _:
            return Said("hanya satu bagian yang dapat diapit [[ ]]", "only one place can stand between [[ ]]")


def marks_fault(example: Example) -> tuple[Pointer, Said] | None:
    """Return the first field (pointer below the example) whose ``[[…]]`` is wrong and what is, None where all are sound.

    A note stands in the text or in the note that silences rules, so one place in one of these can be marked.
    """
    marked = [name for name in _MARKABLE if _BRACKETS.search(_joined(getattr(example, name)))]
    for name in marked:
        if wrong := mark_fault(_joined(getattr(example, name))):
            return (name,), wrong
    if len(marked) > 1:
        return (marked[1],), Said("hanya satu bagian yang dapat diapit [[ ]]", "only one place can stand between [[ ]]")
    for name in example.__struct_fields__:
        if name not in _MARKABLE and _BRACKETS.search(_joined(getattr(example, name))):
            return (name,), Said(
                "[[ ]] hanya dapat dipakai dalam 'text', 'dokumen', 'berkas' atau 'abaikan', tempat catatan berdiri",
                "[[ ]] can be used only in 'text', 'dokumen', 'berkas' or 'abaikan', where a note can stand",
            )
    return None


def _joined(value: str | tuple[str, ...] | None) -> str:
    return "\n".join(value) if isinstance(value, tuple) else value or ""


def item_of(example: Example, rule: Rule) -> tuple[Item, Header, tuple[int, int] | None]:
    """Return the item that an example describes, the header around it, and the span marked in its text or silence."""
    text, span = unmarked(example.text or "")
    silence, in_silence = unmarked(example.abaikan or "")
    part = "rencana_kinerja" if rule.file.parts[0] == "baris" else rule.file.parts[0]
    item = Item(
        text=text,
        part=example.part or part,
        at={"line": 1, "column": 1},
        section=example.bagian,
        rk=example.rk,
        aspek=example.aspek,
        target=example.target,
        source=example.sumber_data,
        evidence=example.bukti,
        asal=example.asal or "sendiri",
        silences=() if example.abaikan is None else (silence_of(silence),),
    )
    return (
        item,
        _header(example),
        span or in_silence,
    )


def _header(example: Example) -> Header:
    begin, _, end = (example.periode or "").partition("/")
    return Header(
        post=example.jabatan,
        unit=example.unit,
        level=example.jenjang,
        duties=example.uraian_tugas,
        period=(begin, end) if end else None,
    )


class _Tried(msgspec.Struct, frozen=True):
    """An example that was tried: its text as a test names it, where the note should stand, and what was found out."""

    text: str
    expected: tuple[str, tuple[int, int]] | None
    checked: tuple[Checked, ...]


def run_examples(rule: Rule, desk: Desk, stable: frozenset[str]) -> Iterator[ExampleOutcome]:
    """Yield the outcome of every example of *rule*; *stable* are the codes whose errors a good example must not have.

    Raises UserError for a ``dokumen`` that cannot be read.
    """
    examples = rule.file.examples
    for example in examples.bad:
        yield _bad(rule, _try(rule, example, desk))
    for example in examples.good:
        yield _good(rule, _try(rule, example, desk), example, stable)
    for wanted, group in ((True, examples.yes), (False, examples.no)):
        for example in group:
            yield _reading(rule, _try(rule, example, desk), wanted)


def _try(rule: Rule, example: Example, desk: Desk) -> _Tried:
    regime = example.regime
    if regime is None and rule.file.regimes and "p6-2022-kuantitatif" not in rule.file.regimes:
        regime = rule.file.regimes[0]
    if example.berkas:
        drafts = [desk.draft(source) for source in example.berkas]
        marked = (unmarked(item.text) for _, items in drafts for item in items)
        expected = next(((text, span) for text, span in marked if span), None)
        told = desk.check_unit([(header, [*map(_plain, items)]) for header, items in drafts], regime)
        return _Tried("\n".join(example.berkas), expected, told)
    if example.dokumen is None:
        item, header, span = item_of(example, rule)
        checked = desk.check_all(item, header, regime)
        said = item.silences[0].text if example.abaikan and "[[" in example.abaikan else item.text
        return _Tried(item.text, (said, span) if span else None, checked)
    header, items = desk.draft(example.dokumen)
    expected = next(((text, span) for text, span in map(unmarked, (i.text for i in items)) if span), None)
    checked = desk.check_draft(header, map(_plain, items), regime)
    return _Tried(example.dokumen, expected, checked)


def _plain(item: Item) -> Item:
    """Return *item* without marks, in its own text and in those around it."""
    around = {key: unmarked(text)[0] for key in ("text", "rk", "aspek", "target") if (text := getattr(item, key))}
    return msgspec.structs.replace(item, **around)


def _outcome(rule: Rule, tried: _Tried, kind: Outcome, detail: Said | None = None) -> ExampleOutcome:
    return ExampleOutcome(rule.file.code, rule.file.name, kind, tried.text, detail)


def _read_as(checked: tuple[Checked, ...]) -> Said:
    verdict = checked[0].verdict if checked else None
    if verdict is None or verdict.decided_by is None:
        return Said("dibaca tanpa kelas", "read without a class")
    class_ = verdict.class_ or "null"
    return Said(f"dibaca {class_} oleh {verdict.decided_by}", f"read as {class_} by {verdict.decided_by}")


def _bad(rule: Rule, tried: _Tried) -> ExampleOutcome:
    checked = tried.checked
    found = [(c.item.text, f) for c in checked for f in c.findings if f.code == rule.file.code]
    read = _read_as(checked)
    if not found:
        others = ", ".join(f.code for c in checked for f in c.findings)
        notes = Said(others, others) if others else Said("tidak ada catatan", "no note")
        return _outcome(
            rule, tried, "missing", Said(f"{notes.id}; {read.id}", f"{notes.said('en')}; {read.said('en')}")
        )
    if len(found) > 1:
        count = len(found)
        detail = Said(f"{count} catatan {rule.file.code}, seharusnya satu", f"{count} notes {rule.file.code}, not one")
        return _outcome(rule, tried, "noisy", detail)
    text, finding = found[0]
    at = (finding.start, finding.end)
    if tried.expected is not None and (text, at) != tried.expected:
        whole, span = tried.expected
        marked, wanted = text[at[0] : at[1]], whole[span[0] : span[1]]
        detail = Said(f"menandai '{marked}', seharusnya '{wanted}'", f"it marks '{marked}', not '{wanted}'")
        return _outcome(rule, tried, "misplaced", detail)
    verdict = checked[0].verdict
    if rule.file.kind == "class" and verdict and verdict.class_ != rule.file.class_:
        return _outcome(rule, tried, "mislabelled", read)
    return _outcome(rule, tried, "ok")


def _good(rule: Rule, tried: _Tried, example: Example, stable: frozenset[str]) -> ExampleOutcome:
    checked = tried.checked
    findings = [f for c in checked for f in c.findings if f.suppressed is None]
    read = _read_as(checked)
    if any(f.code == rule.file.code for f in findings):
        detail = Said(
            f"catatan {rule.file.code} pada contoh yang baik; {read.id}",
            f"a note {rule.file.code} on a good example; {read.said('en')}",
        )
        return _outcome(rule, tried, "noisy", detail)
    errors = [f.code for f in findings if f.severity == "error" and f.code in stable and f.code not in example.allow]
    if errors:
        codes = ", ".join(errors)
        detail = Said(
            f"contoh yang baik mendapat {codes}; {read.id}", f"a good example is given {codes}; {read.said('en')}"
        )
        return _outcome(rule, tried, "noisy", detail)
    return _outcome(rule, tried, "ok")


def _reading(rule: Rule, tried: _Tried, wanted: bool) -> ExampleOutcome:
    checked = tried.checked
    verdict = checked[0].verdict
    decided = verdict.decided_by if verdict else None
    if (decided == rule.file.code) is wanted:
        return _outcome(rule, tried, "ok")
    read = _read_as(checked)
    if wanted:
        return _outcome(rule, tried, "mislabelled", read)
    return _outcome(
        rule, tried, "noisy", Said(f"{read.id}, seharusnya bukan", f"{read.said('en')}, which it should not be")
    )
