"""From a text to the parse of its statement: verb, object, qualifiers, and how the whole is built."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.build import ParseBuilder
from linter.grammar.reader import Reader
from linter.grammar.scan import Terminal
from linter.grammar.terminals import terminals
from linter.model import Parse, Word


class StatementReader(Reader):
    """Reads statements; a parse depends on the text alone."""

    def read(self, text: str) -> Parse:
        """Return the parse of *text*; total: any text has one."""
        _, words = self.tagger.words(text)
        found = self.terminals(words)
        outcome = self.parsed(found)
        return ParseBuilder(text, words, found, outcome.skipped, self.standards).build(outcome.tree)

    def terminals(self, words: Sequence[Word]) -> list[Terminal]:
        """Return the terminals of *words*."""
        return terminals(words, self.contexts)
