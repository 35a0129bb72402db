"""What the editor shows under the pointer: the notes with their grounds and examples, else what the statement is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from linter.lsp.drafts import Draft
from linter.lsp.shelf import Shelf
from linter.model import Checked, Finding, RuleExample, RuleInfo, Said
from linter.report.blocks import class_words, sureness
from linter.report.notes import citations, without_blanks
from linter.report.rulepage import marked_parts
from linter.report.words import Words, words

_EXAMPLES = 2
_BAD, _GOOD = Said("Kurang tepat", "Not so"), Said("Lebih tepat", "Better")
_DECIDED = Said("diputuskan oleh {code} {name}", "decided by {code} {name}")
_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def hover(draft: Draft, shelf: Shelf, position: lsp.Position) -> lsp.Hover | None:
    """Return what is said at *position*: the notes there, or the class of the statement; None where there is nothing."""
    if not draft.is_checked:
        return None
    offset = draft.text.offset(position)
    told = words(draft.checker(shelf).lang)
    here = [(f, start, end) for _, f, start, end in draft.notes(shelf) if start <= offset < max(end, start + 1)]
    if here:
        rules = {rule.code: rule for rule in draft.checker(shelf).by_path.run.rules}
        said = "\n\n---\n\n".join("\n\n".join(_note(f, rules.get(f.code), told)) for f, _, _ in here)
        return _shown(said, draft.text.span(max(s for _, s, _ in here), min(e for _, _, e in here)))
    for checked, start, end in draft.at(shelf, offset):
        if checked.verdict is not None:
            return _shown("\n\n".join(_statement(checked, told)), draft.text.span(start, end))
    return None


def _shown(said: str, where: lsp.Range) -> lsp.Hover:
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said), where)


def _note(finding: Finding, rule: RuleInfo | None, told: Words) -> Iterator[str]:
    """Yield the paragraphs about a note: what is wrong, why, the basis with its force, examples."""
    yield f"**{finding.code}** {escaped(finding.name)} · {told.severity[finding.severity]}"
    yield f"**{escaped(finding.message)}**"
    if finding.why:
        yield f"*{told.why.strip()}* {escaped(finding.why)}"
    if basis := citations(finding.basis, finding.force, told):
        yield f"*{told.basis.strip()}* {escaped(basis)}"
    if finding.suggestions:
        yield "\n".join(f"- *{told.better.strip()}* {escaped(s)}" for s in finding.suggestions)
    if rule is not None:
        lines = [*_examples("✗", _BAD, rule.bad, told), *_examples("✓", _GOOD, rule.good, told)]
        yield "\n".join(lines)


def _examples(sign: str, title: Said, examples: Iterable[RuleExample], told: Words) -> Iterator[str]:
    """Yield the first examples of a rule that are one text, the marked part in bold."""
    texts = [example.text for example in examples if example.text and "\n" not in example.text]
    for text in texts[:_EXAMPLES]:
        plain, start, end = marked_parts(text)
        marked = f"**{escaped(plain[start:end])}**" if end > start else ""
        yield f"- {sign} {title.said(told.lang)}: {escaped(plain[:start])}{marked}{escaped(plain[end:])}"


def _statement(checked: Checked, told: Words) -> Iterator[str]:
    """Yield the paragraphs about a statement without a note: its class, how sure that is, how it is read."""
    verdict, parse = checked.verdict, checked.parse
    assert verdict is not None, "only a statement has a class"
    yield f"**{class_words(verdict, told)}** · {sureness(verdict, told)}"
    if verdict.decided_by:
        said = _DECIDED.said(told.lang).format(code=verdict.decided_by, name=verdict.decided_name or "")
        yield escaped(without_blanks(said))
    if parse is not None:
        spans = ((told.subject, parse.subject), (told.verb, parse.verb), (told.object, parse.object))
        lines = [f"- *{name}*: {escaped(phrase.text)}" for name, phrase in spans if phrase is not None]
        lines += [f"- *{told.qualifiers.get(q.type, q.type)}*: {escaped(q.phrase.text)}" for q in parse.qualifiers]
        yield "\n".join(lines)


def escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))
