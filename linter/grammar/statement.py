"""From a text to the parse of its statement: verb, object, qualifiers, and how the whole is built."""

from __future__ import annotations

from linter.grammar.build import ParseBuilder
from linter.grammar.contexts import Contexts
from linter.grammar.lalr import Parser, branch, drawn
from linter.grammar.qualifiers import Standards
from linter.grammar.terminals import places, spelled, terminals
from linter.language.tagger import Tagger
from linter.model import Branch, Parse


class StatementReader:
    """Reads statements under a tagger, a grammar and the lists that tell a standard; depends on the text alone."""

    def __init__(
        self, tagger: Tagger, grammar: str, contexts: Contexts, standards: Standards, *, strict: bool = False
    ) -> None:
        self.tagger = tagger
        self._parser = Parser(grammar, strict=strict)
        self._contexts = contexts
        self._standards = standards

    def read(self, text: str) -> Parse:
        """Return the parse of *text*; total: any text has one."""
        _, words = self.tagger.words(text)
        chunks = terminals(words, self._contexts)
        outcome = self._parser.parse([t.type for t in chunks])
        return ParseBuilder(text, words, chunks, outcome.skipped, self._standards).build(outcome.tree)

    def branch(self, text: str) -> Branch:
        """Return the grammar's tree of *text*."""
        _, words = self.tagger.words(text)
        chunks = terminals(words, self._contexts)
        return branch(self._parser.parse([t.type for t in chunks]).tree, text, places(chunks, words))

    def tree(self, text: str) -> str:
        """Return the grammar's tree of *text* in one line, for the cases beside the grammar."""
        _, words = self.tagger.words(text)
        chunks = terminals(words, self._contexts)
        return drawn(self._parser.parse([t.type for t in chunks]).tree, spelled(chunks, words))
