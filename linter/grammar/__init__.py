"""From tagged words to parses: statements, indicators and targets, through the grammars in grammars/."""

from linter.grammar.indicator import IndicatorLists, read_indicator
from linter.grammar.qualifiers import Standards
from linter.grammar.statement import StatementReader
from linter.grammar.target import read_target, target_inside

__all__ = ["IndicatorLists", "Standards", "StatementReader", "read_indicator", "read_target", "target_inside"]
