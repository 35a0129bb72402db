"""The rule engine: rule types, facts, conditions, classification, judging; built from texts that it is given."""

from linter.engine.examples import ExampleOutcome, run_examples
from linter.engine.facts import Facts
from linter.engine.info import rule_info
from linter.engine.judge import Judge, Trace
from linter.engine.load import FAMILIES, Rule, RuleSet, build_rules
from linter.engine.schema import rule_schema
from linter.engine.types import ProfileFile

__all__ = [
    "FAMILIES", "ExampleOutcome", "Facts", "Judge", "ProfileFile", "Rule", "RuleSet", "Trace", "build_rules", "rule_info",
    "rule_schema", "run_examples",
]  # fmt: skip
