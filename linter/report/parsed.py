"""The view of one reading: the marked text, the tree of the grammar, its words down to roots and affixes, its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from linter.model import Branch, Measured, Parse, Reading, Target, Word
from linter.report.harmless import harmless, width
from linter.report.layout import BLANK, Line, clip, indent, paragraph, table
from linter.report.marks import draw, lines, marks_of
from linter.report.words import Words

Readings = Callable[[str], Sequence[Reading]]
"""Returns every reading of a word form, best first."""


def reading(text: str, parse: Parse, tree: Branch, others: Readings, words: Words, room: int) -> list[Line]:
    """Return the lines that show how *text* was read, at most *room* columns wide where the words allow it."""
    out = lines(draw(text, marks_of(parse, words), room))
    out += [BLANK, *paragraph(" · ".join(_facts(parse, words)), room, role="strong")]
    if parse.words:
        out += [BLANK, *branches(tree, parse.words, words, room), BLANK, *words_of(parse.words, others, words, room)]
    if parse.qualifiers:
        columns = (words.part, words.kind, words.standard)
        rows = [
            (q.phrase.text, words.qualifiers.get(q.type, q.type), words.yes if q.standard else words.no)
            for q in parse.qualifiers
        ]
        out += [BLANK, *indent(table(columns, rows, room - 2, ("qualifier",)), 2)]
    return out


def measures(found: Sequence[Measured], words: Words, room: int) -> list[Line]:
    """Return the lines that show what an indicator measures, and of what."""
    out: list[Line] = []
    for measured in found:
        told = {
            "head": measured.head.text,
            "kind": words.kinds.get(measured.kind, measured.kind),
            "thing": measured.thing.text if measured.thing else "",
            "population": measured.population.text if measured.population else "",
            "conditions": "; ".join(p.text for p in measured.conditions),
            "period": measured.period.text if measured.period else "",
        }
        out += [BLANK, *_pairs([(words.measured[name], value) for name, value in told.items() if value], room)]
    return out


def target(found: Target, words: Words, room: int) -> list[Line]:
    """Return the lines that show the values of a target, and of those that stand beside it."""
    out: list[Line] = []
    for one in (found, *found.others):
        rows = []
        for name, label in words.aim.items():
            value = msgspec.to_builtins(getattr(one, name))
            if isinstance(value, dict):
                value = ", ".join(
                    f"{said} {value[k]}" for k, said in words.moment.items() if value[k] not in (None, "")
                )
            if value not in (None, ""):
                rows.append((label, "–".join(map(_plain, value)) if isinstance(value, tuple | list) else _plain(value)))
        out += [*([BLANK] if out else []), *_pairs(rows, room)]
    return out if found.complete else [*out, BLANK, *paragraph(words.incomplete, room, role="strong")]


def branches(tree: Branch, said: Sequence[Word], words: Words, room: int) -> list[Line]:
    """Return the tree of the grammar, a phrase a line, its words down to roots and affixes at the right."""
    rows = list(_rows(tree, said, words, ""))
    left = max((width(name) + width(text) for name, text, _ in rows), default=0)
    column = min(left + 2, room * 2 // 3)
    out: list[Line] = [((words.tree, "dim"),)]
    for name, text, made in rows:
        shown = clip(text, max(column - width(name), 8))
        gap = " " * max(column - width(name) - width(shown), 1)
        out.append(((name, "dim"), (shown, ""), (gap, ""), (clip(made, max(room - column, 12)), "dim")))
    return out


def _rows(tree: Branch, said: Sequence[Word], words: Words, lead: str) -> Iterator[tuple[str, str, str]]:
    """Yield for each phrase its name behind the lines of the tree, its characters, what its words are made of."""
    for n, child in enumerate(tree.children):
        last = n == len(tree.children) - 1
        name = words.rules.get(child.name, child.name)
        inside = [w for w in said if child.start <= w.start and w.end <= child.end and w.text[:1].isalnum()]
        leaves = not child.children or all(not c.children for c in child.children)
        made = "  ".join(built(w.reading) for w in inside if w.reading.affixes) if leaves else ""
        yield f"{lead}{'└ ' if last else '├ '}{name}  ", child.text if leaves else "", made
        if not leaves:
            yield from _rows(child, said, words, lead + ("  " if last else "│ "))


def words_of(said: Sequence[Word], others: Readings, words: Words, room: int) -> list[Line]:
    """Return the table of the words: tag, what the word is made of, and its other readings."""
    header = (words.word, words.tag, words.built, words.also)
    rows = [
        (
            w.text,
            w.tag,
            _made(w.reading, words),
            ", ".join(f"{built(r)} ({r.tag})" for r in others(w.lower)[1:3] if not r.guessed and r.root != w.lemma)
            or "–",
        )
        for w in said
    ]
    return [*indent(table(header, rows, room - 2), 2)]


def built(found: Reading) -> str:
    """Return root and affixes in the order in which they stand: "ter- + susun + -nya"."""
    before = [a for a in found.affixes if a.endswith("-")]
    after = [a for a in found.affixes if not a.endswith("-")]
    return " + ".join((*before, found.root, *after))


def _made(found: Reading, words: Words) -> str:
    """Return what a word is made of, and whether that is a guess or stands there in an unusual spelling."""
    if found.guessed:
        return words.guessed.format(root=built(found))
    told = [name for feature, name in words.spelled.items() if feature in found.features]
    if found.rule == "abbreviations" and " " in found.form and found.form != found.root:
        told.append(found.form)  # an abbreviation of the configuration, read as the first word of what it stands for
    return f"{built(found)} ({', '.join(told)})" if told else built(found)


def _facts(parse: Parse, words: Words) -> list[str]:
    facts = [words.form.format(form=parse.form), words.complete if parse.complete else words.incomplete]
    if parse.negated:
        facts.append(words.negated)
    if parse.clauses > 1:
        facts.append(words.clauses.format(n=parse.clauses))
    return facts


def _pairs(rows: Sequence[tuple[str, str]], room: int) -> list[Line]:
    left = max((width(name) for name, _ in rows), default=0) + 2
    return [
        line
        for name, value in rows
        for line in paragraph(harmless(value), room, lead=f"  {name.ljust(left)}", lead_role="dim", hang=left + 2)
    ]


def _plain(value: object) -> str:
    """Return a value as an Indonesian reader writes it: 1.500.000,5."""
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.10g}".translate(str.maketrans(",.", ".,"))
