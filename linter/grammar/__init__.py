"""From tagged words to parses of statements, and to the facts of indicators and targets."""

from linter.grammar.contexts import Contexts, read_contexts
from linter.grammar.indicator import IndicatorLists, IndicatorReader
from linter.grammar.measure import MeasureReader
from linter.grammar.qualifiers import Standards
from linter.grammar.statement import StatementReader
from linter.grammar.target import TargetReader

__all__ = [
    "Contexts",
    "IndicatorLists",
    "IndicatorReader",
    "MeasureReader",
    "Standards",
    "StatementReader",
    "TargetReader",
    "read_contexts",
]
