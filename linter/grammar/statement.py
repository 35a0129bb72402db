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
        return self.read_all((text,))[0]

    def read_all(self, texts: Sequence[str]) -> list[Parse]:
        """Return the parse of each of *texts*; all of them go through one stage before the next (ADR 0037)."""
        tagged = [self.tagger.words(text)[1] for text in texts]
        found = [self.terminals(words) for words in tagged]
        outcomes = [self.parsed(terminals) for terminals in found]
        return [
            ParseBuilder(text, words, terminals, outcome.skipped, self.standards).build(outcome.tree)
            for text, words, terminals, outcome in zip(texts, tagged, found, outcomes, strict=True)
        ]

    def terminals(self, words: Sequence[Word]) -> list[Terminal]:
        """Return the terminals of *words*."""
        return terminals(words, self.contexts)
