"""Notes as they are put into a copy of the file: remarks at their places, and the listing of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.io.ours import NOTES_TITLES
from linter.model import ListedRow, Listing, Marking, Noted, Remark, Reviewed
from linter.report.blocks import class_words
from linter.report.indexed import index_said
from linter.report.notes import changes, citations, one_line
from linter.report.place import spoken
from linter.report.words import Words, words

AUTHOR = "skplint"
_WIDTHS = (12, 15, 16, 38, 36, 34, 28, 38, 7, 11, 19)
_DECISION = 9
"""The column in which the reviewer decides."""


def marking_of(
    documents: Sequence[Reviewed], lang: str, *, index: bool = False, decisions: Mapping[str, bool] | None = None
) -> Marking:
    """Return what the copy of a file with these *documents* is marked with, with the *index* where that was asked for.

    *decisions* are those that the listing already had, by fingerprint: marking again keeps them.
    """
    said = words(lang)
    remarks = tuple(
        _remark(note, said) for doc in documents for note in doc.notes if note.item.part != "dokumen" and note.item.at
    )
    return Marking(AUTHOR, f"—— {_title(said)} ——", remarks, _listing(documents, said, decisions or {}, index=index))


def _title(said: Words) -> str:
    return NOTES_TITLES[said.lang == "en"]


def _remark(note: Noted, said: Words) -> Remark:
    finding = note.finding
    severity = said.severity.get(finding.severity, finding.severity)
    lines = [one_line(finding.message)]
    lines += [f"{said.why}{one_line(finding.why)}"] if finding.why else []
    lines.append(f"{said.basis}{one_line(citations(finding.basis, finding.force, said))}")
    lines += _better(note, said)
    return Remark(note.item.at, finding.severity, f"{severity} · {finding.code} {finding.name}", "\n".join(lines))


def _better(note: Noted, said: Words) -> Iterator[str]:
    """Yield the better sentences with what leads to each; the edits, or the questions, where there is none."""
    finding = note.finding
    for n, sentence in enumerate(finding.suggestions):
        yield f"{said.or_else if n else said.better}{one_line(sentence)}"
    if not finding.suggestions:
        yield from (f"{said.ask}{one_line(step.question)}" for step in finding.ladder)
        if finding.fix:
            yield f"{said.change}{one_line(changes(finding.fix, note.item.text, said))}"


def _listing(documents: Sequence[Reviewed], said: Words, decisions: Mapping[str, bool], *, index: bool) -> Listing:
    told = said.marked
    words_for = {None: "", True: told["accept"], False: told["reject"]}
    rows = tuple(
        _row(note, doc, documents, said, words_for[decisions.get(note.key)]) for doc in documents for note in doc.notes
    )
    lead = (*(line for doc in documents for line in _lead(doc, documents, said, index=index)), told["judges"])
    heads = tuple(
        told[name]
        for name in ("place", "status", "part", "text", "message", "why", "basis", "better", "code", "decision", "key")
    )
    choices = {_DECISION: (told["accept"], told["reject"])}
    lead = (*lead, told["decide"]) if rows else (*lead, told["nothing"])
    return Listing(_title(said), lead, heads, _WIDTHS, rows, choices)


def _lead(doc: Reviewed, documents: Sequence[Reviewed], said: Words, *, index: bool) -> Iterator[str]:
    """Yield how a document stands: the headline, what is mandatory, the index; what it is where there are several."""
    score = doc.score
    name = f"{doc.header.post or said.marked['document'].format(n=doc.number)}: " if len(documents) > 1 else ""
    if score.statements:
        yield name + said.headline.format(clean=score.clean, statements=score.statements)
    elif name:
        yield name + said.marked["no_statements"]
    if score.mandatory:
        yield said.mandatory.format(n=len(score.mandatory))
    if index and score.index is not None:
        yield index_said(score.index, said)


def _row(note: Noted, doc: Reviewed, documents: Sequence[Reviewed], said: Words, decision: str) -> ListedRow:
    item, finding = note.item, note.finding
    whole = item.part == "dokumen"
    named = f" ({doc.header.post or doc.number})" if len(documents) > 1 else ""
    place = said.parts["dokumen"] + named if whole else spoken(item.at, said)
    verdict = doc.items[note.about].verdict if note.about is not None else None
    part = said.parts.get(item.part, item.part)
    cells = (
        place,
        said.severity.get(finding.severity, finding.severity),
        f"{part}: {class_words(verdict, said).lower()}" if verdict else part,
        item.text,
        one_line(finding.message),
        one_line(finding.why),
        one_line(citations(finding.basis, finding.force, said)),
        "\n".join(_better(note, said)),
        finding.code,
        decision,
        note.key,
    )
    return ListedRow(cells, None if whole else item.at, finding.severity)
