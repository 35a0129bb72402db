"""The view of one reading: the marked statement, its words one by one, its qualifiers."""

from __future__ import annotations

from linter.model import Parse, Word
from linter.report.layout import BLANK, Line, indent, paragraph, table
from linter.report.marks import draw, lines, marks_of
from linter.report.words import Words


def reading(text: str, parse: Parse, words: Words, room: int) -> list[Line]:
    """Return the lines that show how *text* was read, at most *room* columns wide where the words allow it."""
    out = lines(draw(text, marks_of(parse, words), room))
    out += [BLANK, *paragraph(" · ".join(_facts(parse, words)), room, role="strong")]
    if parse.words:
        header = (words.word, words.tag, words.root, words.affixes)
        out += [BLANK, *indent(table(header, [_word(word, words) for word in parse.words], room - 2), 2)]
    if parse.qualifiers:
        columns = (words.part, words.kind, words.standard)
        rows = [
            (q.phrase.text, words.qualifiers.get(q.type, q.type), words.yes if q.standard else words.no)
            for q in parse.qualifiers
        ]
        out += [BLANK, *indent(table(columns, rows, room - 2, ("qualifier",)), 2)]
    return out


def _facts(parse: Parse, words: Words) -> list[str]:
    facts = [words.form.format(form=parse.form), words.complete if parse.complete else words.incomplete]
    if parse.negated:
        facts.append(words.negated)
    if parse.clauses > 1:
        facts.append(words.clauses.format(n=parse.clauses))
    return facts


def _word(word: Word, words: Words) -> tuple[str, str, str, str]:
    root = word.reading.root
    return (
        word.text,
        word.tag,
        words.guessed.format(root=root) if word.reading.guessed else root,
        ", ".join(word.reading.affixes) or "–",
    )
