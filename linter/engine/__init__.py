"""The rule engine: rule types, facts, conditions, classification, judging; built from texts that it is given."""

from linter.engine.around import ALONE, Around, Link, Totals
from linter.engine.conditions import compile_condition
from linter.engine.examples import ExampleOutcome, run_examples
from linter.engine.facts import FactInfo, Facts, SilenceUse
from linter.engine.info import rule_info
from linter.engine.judge import Judge, Trace
from linter.engine.ladder_tests import run_ladder
from linter.engine.ladders import BLANK
from linter.engine.link_facts import contributes, count_role
from linter.engine.lists import ListFile
from linter.engine.load import build_rules, with_rule
from linter.engine.messages import figure
from linter.engine.profiles import matching, nearest_selection, profile_codes
from linter.engine.review import Notice, review
from linter.engine.row_facts import content
from linter.engine.ruleset import FAMILIES, Data, Rule, RuleSet
from linter.engine.schema import other_schemas, rule_schema
from linter.engine.scoring import score
from linter.engine.types import OWN_NAME, ProfileFile, RegimeFile, ReviewFile, RuleFile
from linter.engine.workload_facts import need

__all__ = [
    "ALONE", "Around", "BLANK", "Data", "ExampleOutcome", "FAMILIES", "FactInfo", "Facts", "Judge", "Link", "ListFile", "Notice",
    "OWN_NAME", "ProfileFile", "RegimeFile", "ReviewFile", "Rule", "RuleFile", "RuleSet", "SilenceUse", "Totals", "Trace",
    "build_rules", "compile_condition", "content", "contributes", "count_role", "figure", "matching", "nearest_selection", "need",
    "other_schemas", "profile_codes", "review", "rule_info", "rule_schema", "run_examples", "run_ladder", "score",
    "with_rule",
]  # fmt: skip
