"""The page of a rule: the same sections for the terminal, the documentation and the editor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from linter.model import Clause, RuleExample, RuleInfo
from linter.report.notes import with_force, without_blanks
from linter.report.words import Words

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")

Kind = Literal["text", "list", "clauses", "bad", "good", "yes", "no"]


class Section(msgspec.Struct, frozen=True):
    """A part of the page: its title ("" where it has none), what kind it is, and its lines.

    The lines of "clauses" are indented by two blanks a level; those of examples keep their ``[[…]]``.
    """

    title: str
    kind: Kind
    lines: tuple[str, ...]


def title_of(info: RuleInfo) -> str:
    """Return the title of the page: "C001 verba-aktivitas"."""
    return f"{info.code} {info.name}"


def summary_of(info: RuleInfo, words: Words) -> tuple[str, ...]:
    """Return the facts under the title: parts, class with priority and confidence, severity, status, version."""
    facts = [", ".join(words.parts.get(part, part) for part in info.parts)]
    if info.kind == "class":
        facts.append(words.rule_page["class"].format(name=words.classes.get(info.class_ or "", words.no_class)))
        if info.priority is not None and info.confidence is not None:
            chosen = words.rule_page["priority"]
            facts.append(chosen.format(priority=info.priority, confidence=f"{info.confidence:g}"))
    facts.append(words.severity[info.severity] if info.severity else words.rule_page["reading"])
    return (*facts, words.rule_page[info.status], words.rule_page["since"].format(version=info.since))


def sections(info: RuleInfo, words: Words) -> Iterator[Section]:
    """Yield the sections of the page of *info* in the language of *words*."""
    page, lang = words.rule_page, words.lang
    if info.message:
        yield Section(page["message"], "text", (without_blanks(info.message.said(lang)),))
    if info.why:
        yield Section(page["why"], "text", (without_blanks(info.why.said(lang)),))
    grounds = info.basis or (words.no_basis.get(info.force, ""),)
    yield Section(page["basis"], "list", tuple(with_force(line, info.force, words) for line in grounds if line))
    others = [
        f"{c.source}, {c.place} ({words.force[c.force]}): {', '.join(c.regimes)}" for c in info.citations if c.regimes
    ]
    if others:
        yield Section(page["elsewhere"], "list", tuple(others))
    yield Section(page["when"], "clauses", _told(info.when, lang))
    if info.unless:
        yield Section(page["unless"], "clauses", _told(info.unless, lang))
    if info.regimes:
        yield Section(page["regimes"], "list", info.regimes)
    for softened in info.softened:
        name = words.severity.get(softened.severity)
        title = page["softened"].format(severity=name) if name else page["off"]
        yield Section(title, "clauses", _told(softened.when, lang))
    if info.replaces:
        yield Section(page["replaces"], "list", info.replaces)
    if info.suggest:
        yield Section(page["suggest"], "list", tuple(shown_blanks(s.said(lang)) for s in info.suggest))
    if info.ladder:
        yield Section(page["ladder"], "text", (f"rules/ladders/{info.ladder}.yaml",))
    if info.safety:
        yield Section(page["fix"], "text", (page[info.safety],))
    bad, good = ("bad", "good") if info.severity else ("yes", "no")
    yield Section(page[bad], "bad" if info.severity else "yes", tuple(map(_example, info.bad)))
    yield Section(page[good], "good" if info.severity else "no", tuple(map(_example, info.good)))
    yield Section(page["file"], "text", (info.path,))


def markdown(info: RuleInfo, words: Words) -> str:
    """Return the page as Markdown."""
    out = [f"# {title_of(info)}\n", f"{' · '.join(map(_escaped, summary_of(info, words)))}\n"]
    for section in sections(info, words):
        out.append(f"## {section.title}\n")
        out.append("\n".join(_lines(section)) + "\n")
    return "\n".join(out)


def plain(info: RuleInfo, words: Words) -> str:
    """Return the page as plain text."""
    out = [title_of(info), " · ".join(summary_of(info, words))]
    for section in sections(info, words):
        signed = (f"- {_SIGNS.get(section.kind, '')}{marked_parts(line)[0]}" for line in section.lines)
        simple = section.kind in ("text", "clauses")
        out.append("\n".join((f"{section.title}:", *(section.lines if simple else signed))).replace("`", ""))
    return "\n\n".join(out)


def index(infos: Iterable[RuleInfo], words: Words) -> str:
    """Return a table of the rules as Markdown, each linked to its page ``CODE-name.md``."""
    heads = [words.rule_page[key] for key in ("rule", "severity", "force", "message")]
    out = [f"# {words.rule_page['rules']}\n", f"| {' | '.join(heads)} |", "|---|---|---|---|"]
    for info in infos:
        message = without_blanks(info.message.said(words.lang)) if info.message else words.rule_page["reading"]
        severity = words.severity[info.severity] if info.severity else "–"
        link = f"[{title_of(info)}]({info.code}-{info.name}.md)"
        out.append(f"| {link} | {severity} | {words.force[info.force]} | {_escaped(message)} |")
    return "\n".join(out) + "\n"


def shown_blanks(template: str) -> str:
    """Return a better sentence with ‹names› in place of what the tool fills in."""
    return re.sub(r"\{([^{}]*)\}", r"‹\1›", template)


def marked_parts(example: str) -> tuple[str, int, int]:
    """Return an example without its ``[[…]]``, and the span that they marked (0, 0 where there is none)."""
    found = _MARKED.search(example)
    if not found:
        return example, 0, 0
    text = example[: found.start()] + found[1] + example[found.end() :]
    return text, found.start(), found.start() + len(found[1])


def _told(clauses: Sequence[Clause], lang: str) -> tuple[str, ...]:
    return tuple("  " * clause.depth + clause.text.said(lang) for clause in clauses)


def _example(example: RuleExample) -> str:
    return f"{example.text} ({'; '.join(example.beside)})" if example.beside else example.text


_SIGNS = {"bad": "✗ ", "good": "✓ "}


def _lines(section: Section) -> list[str]:
    if section.kind == "text":
        return [_escaped(line) for line in section.lines]
    if section.kind == "list":
        return [f"- {_escaped(line)}" for line in section.lines]
    if section.kind == "clauses":
        return [f"{line[: len(line) - len(line.lstrip())]}- {line.lstrip()}" for line in section.lines]
    return [f"- {_SIGNS.get(section.kind, '')}{_shown(line)}" for line in section.lines]


def _shown(example: str) -> str:
    """Return an example in one line, its marked part bold; a draft of several lines as a block of its own."""
    if "\n" not in example:
        return _bold(" ".join(example.split()))
    return "\n\n" + "\n".join(f"  {line}".rstrip() for line in ("```yaml", *example.splitlines(), "```")) + "\n"


def _bold(example: str) -> str:
    text, start, end = marked_parts(example)
    if start == end:
        return _escaped(text)
    return f"{_escaped(text[:start])}**{_escaped(text[start:end])}**{_escaped(text[end:])}"


def _escaped(text: str) -> str:
    """Return *text* as Markdown that shows just that."""
    return _SPECIAL.sub(r"\\\1", text)
