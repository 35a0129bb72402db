"""What the readers of statements and of indicators share: a grammar over the terminals of tagged words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from linter.grammar.contexts import Contexts
from linter.grammar.lalr import Outcome, Parser, branch, drawn
from linter.grammar.qualifiers import Standards
from linter.grammar.scan import Terminal
from linter.grammar.terminals import places, spelled
from linter.language.tagger import Tagger
from linter.model import Branch, Word


class Reader(ABC):
    """Reads texts under a tagger, a grammar, the table of contexts and the lists that tell a standard."""

    def __init__(
        self, tagger: Tagger, grammar: str, contexts: Contexts, standards: Standards, *, strict: bool = False
    ) -> None:
        self.tagger = tagger
        self.contexts = contexts
        self.standards = standards
        self._parser = Parser(grammar, strict=strict)

    @abstractmethod
    def terminals(self, words: Sequence[Word]) -> list[Terminal]:
        """Return the terminals that the grammar is given for *words*."""

    def parsed(self, terminals: Sequence[Terminal]) -> Outcome:
        """Return the grammar's tree over *terminals*, and what it skipped."""
        return self._parser.parse([t.type for t in terminals])

    def forget(self) -> None:
        """Drop what is remembered of words and of sequences of terminals."""
        self.tagger.forget()
        self.contexts.forget()
        self._parser.forget()

    def branch(self, text: str) -> Branch:
        """Return the grammar's tree of *text*."""
        _, words = self.tagger.words(text)
        terminals = self.terminals(words)
        return branch(self.parsed(terminals).tree, text, places(terminals, words))

    def tree(self, text: str) -> str:
        """Return the grammar's tree of *text* in one line, for the cases beside the grammar."""
        _, words = self.tagger.words(text)
        terminals = self.terminals(words)
        return drawn(self.parsed(terminals).tree, spelled(terminals, words))
