"""From the tree of a statement to its parse: the roles of the first clause, what qualifies it, how many clauses follow."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.attachment import Attached, Chunk, attach
from linter.grammar.lalr import Node
from linter.grammar.qualifiers import Standards, is_standard
from linter.grammar.roles import Roles, Span, head_of
from linter.grammar.scan import Terminal
from linter.grammar.terminals import MAX_WORDS
from linter.model import Parse, Phrase, Qualifier, Word


class ParseBuilder:
    """Turns trees over the words of one text into parses."""

    def __init__(
        self, text: str, words: Sequence[Word], chunks: Sequence[Terminal], skipped: Sequence[int], standards: Standards
    ) -> None:
        self.text = text
        self.words = tuple(words)
        self.terminals = chunks
        self.skipped = skipped
        self.standards = standards

    def build(self, tree: Node) -> Parse:
        """Return the parse; the first clause is described, the others are counted."""
        roles = Roles(self.words, self.terminals, self.skipped)
        clauses = [c for c in tree.children if c.at < 0]
        lead: list[Chunk] = []
        if len(clauses) > 1 and clauses[0].name == "fragment":  # "Untuk …, menyusun …": the clause is the second
            lead = [roles.chunk(c) for c in clauses[0].children]
            clauses = clauses[1:]
        qualifiers: tuple[Attached, ...] = ()
        count = len(clauses)
        if clauses:
            rest, more = _first_clause_only(
                roles.assign(clauses[0].name, [roles.chunk(c) for c in clauses[0].children])
            )
            count += more
            rest = roles.amount_apart(rest)
            qualifiers = attach(self.words, [*lead, *rest], (roles.verb, roles.object))
        return Parse(
            form=roles.form,
            complete=not self.skipped and len(self.words) <= MAX_WORDS,
            words=self.words,
            subject=self._phrase(roles.subject),
            verb=self._phrase(roles.verb),
            object=self._phrase(roles.object),
            qualifiers=tuple(self._qualifier(q.type, q.first, q.last) for q in qualifiers),
            unplaced=self._unplaced(roles.cut),
            clauses=max(1, count),
            negated=roles.negated,
        )

    def _unplaced(self, cut: Sequence[Span]) -> tuple[Phrase, ...]:
        """Return what the grammar skipped, and what was cut off a phrase behind it."""
        spans = [(self.terminals[n].first, self.terminals[n].last) for n in self.skipped]
        if len(self.words) > MAX_WORDS:
            spans.append((MAX_WORDS, len(self.words) - 1))
        apart = [s for s in spans if not any(c[0] <= s[0] and s[1] <= c[1] for c in cut)]
        return tuple(self.phrase(s) for s in sorted({*apart, *cut}))

    def _qualifier(self, name: str, first: int, last: int) -> Qualifier:
        standard = is_standard(name, self.words[first : last + 1], self.standards)
        return Qualifier(name, standard, self.phrase((first, last)))

    def _phrase(self, span: Span | None) -> Phrase | None:
        return None if span is None else self.phrase(span)

    def phrase(self, span: Span) -> Phrase:
        """Return the phrase from the first to the last word of *span*."""
        first, last = span
        start, end = self.words[first].start, self.words[last].end
        return Phrase(self.text[start:end], start, end, first, last, head_of(self.words, first, last))


def _first_clause_only(rest: list[Chunk]) -> tuple[list[Chunk], int]:
    """Count later predicates with an object of their own as clauses; the qualifiers go on over them."""
    kept: list[Chunk] = []
    more = 0
    for chunk in rest:
        if chunk.kind == "pred":
            act = chunk.node.children[0].name in ("act",)
            more += act
            if act:
                break
        elif chunk.kind not in ("CJQ", "CJP"):
            kept.append(chunk)
    return kept, more
