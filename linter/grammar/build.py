"""From the tree of a statement to its parse: the roles of the first clause, what qualifies it, how many clauses follow."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.attachment import Attached, Chunk, attach
from linter.grammar.lalr import Node
from linter.grammar.qualifiers import Standards, is_standard
from linter.grammar.roles import Roles, head_of
from linter.grammar.scan import Span, Terminal
from linter.grammar.terminals import MAX_WORDS
from linter.model import Parse, Phrase, Qualifier, Word

_LITTLE = frozenset({
    "CONJ", "COMMA", "SEP", "SLASH", "COLON", "STOP", "PUNCT", "LP", "RP", "PAREN", "ADV", "AUX", "NEG", "DEG", "PRON", "DEM",
    "PREP", "SUB", "YANG",
})  # fmt: skip
"""Tags of words that need no place of their own."""


class ParseBuilder:
    """Turns trees over the words of one text into parses."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        terminals: Sequence[Terminal],
        skipped: Sequence[int],
        standards: Standards,
    ) -> None:
        self.text = text
        self.words = tuple(words)
        self.terminals = terminals
        self.skipped = skipped
        self.standards = standards

    def build(self, tree: Node) -> Parse:
        """Return the parse; the first clause is described, the others are counted."""
        roles = Roles(self.words, self.terminals, self.skipped)
        clauses = [c for c in tree.children if c.at < 0]
        lead: list[Chunk] = []
        if len(clauses) > 1 and _only_leads(clauses[0]):  # "Untuk …, menyusun …": the clause is the second
            lead = [roles.chunk(c) for c in clauses[0].children]
            clauses = clauses[1:]
        qualifiers: tuple[Attached, ...] = ()
        later: list[Chunk] = []
        count = len(clauses)
        if clauses:
            parts = roles.assign(clauses[0].name, [roles.chunk(c) for c in clauses[0].children])
            rest, later = roles.first_of_predicates(parts)
            count += [c.node.children[0].name for c in later].count("act")
            rest = roles.amount_apart(rest)
            qualifiers = attach(self.words, [*lead, *rest], (roles.verb, roles.object))
        placed = [span for span in (roles.subject, roles.verb, roles.object) if span]
        placed += [(q.first, q.last) for q in qualifiers]
        placed += [(c.first, c.last) for c in later]
        unplaced = self._unplaced(clauses[:1], placed, roles.cut)
        return Parse(
            form=roles.form,
            complete=not unplaced,
            words=self.words,
            subject=self._phrase(roles.subject),
            verb=self._phrase(roles.verb),
            object=self._phrase(roles.object),
            qualifiers=tuple(map(self._qualifier, qualifiers)),
            unplaced=unplaced,
            clauses=max(1, count),
            negated=roles.negated,
        )

    def _unplaced(self, clauses: Sequence[Node], placed: Sequence[Span], cut: Sequence[Span]) -> tuple[Phrase, ...]:
        """Return the runs of words without a place: what the grammar skipped or cut off, and what it gives no role."""
        lost = set[int]()
        for first, last in (*cut, *((self.terminals[n].first, self.terminals[n].last) for n in self.skipped)):
            lost.update(range(first, last + 1))
        if len(self.words) > MAX_WORDS:
            lost.update(range(MAX_WORDS, len(self.words)))
        taken = bytearray(len(self.words))
        for first, last in placed:
            taken[first : last + 1] = b"\1" * (last + 1 - first)
        for clause in clauses:
            begin, end = self.terminals[clause.first].first, self.terminals[clause.last].last
            if not all(taken[begin : end + 1]):
                lost.update([n for n in range(begin, end + 1) if not taken[n] and self.words[n].tag not in _LITTLE])
        if not lost:
            return ()
        runs: list[Span] = []
        for n in sorted(lost):
            runs[-1:] = [(runs[-1][0], n)] if runs and runs[-1][1] == n - 1 else [*runs[-1:], (n, n)]
        return tuple(self.phrase(run) for run in runs)

    def _qualifier(self, found: Attached) -> Qualifier:
        standard = is_standard(found.type, self.words[found.first : found.last + 1], self.standards)
        return Qualifier(found.type, standard, self.phrase((found.first, found.last)))

    def _phrase(self, span: Span | None) -> Phrase | None:
        return None if span is None or span[1] < span[0] else self.phrase(span)

    def phrase(self, span: Span) -> Phrase:
        """Return the phrase from the first to the last word of *span*."""
        first, last = span
        start, end = self.words[first].start, self.words[last].end
        return Phrase(self.text[start:end], start, end, first, last, head_of(self.words, first, last))


def _only_leads(clause: Node) -> bool:
    """Tell whether a clause is only a phrase in front of the next one, without a predicate of its own."""
    return clause.name == "fragment" and all(child.name != "pred" for child in clause.children)
