"""From parsed rule files to a rule set: every name is checked, and each error says where and what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from linter.engine import types as t
from linter.engine.checks import Known, check_rule
from linter.engine.condition_checks import known_name
from linter.engine.criteria import read_criteria
from linter.engine.handing import read_index, read_reviews
from linter.engine.ladder_checks import check_ladder
from linter.engine.ladders import read_ladders
from linter.engine.lists import read_lists
from linter.engine.measures import measure, read_measures
from linter.engine.profiles import check_selected, read_profiles, read_regimes
from linter.engine.ruleset import Data, Rule, RuleSet
from linter.engine.vocabulary import REGISTRY, Vocabulary
from linter.model import Said, Tree
from linter.model.shape import fit


def build_rules(data: Data) -> RuleSet:
    """Return the rule set of the given files; a later rule replaces an earlier one of the same code.

    Raises UserError with file, line and column for the first thing that is wrong.
    """
    words, pairs = read_lists(data.lists)
    regimes = read_regimes(data.regimes)
    measures = read_measures(data.measures, words)
    facts = {
        **REGISTRY,
        **{fact.name: fact for fact in data.facts},
        **{name: measure(file, words) for name, file in measures.items()},
    }
    ladders, places = read_ladders(data.ladders)
    for name, file in ladders.items():
        check_ladder(file, places[name], Vocabulary(words, facts))
    criteria = read_criteria(data.criteria, Vocabulary(words, facts), regimes)
    known = Known(words, pairs, regimes, facts, ladders)
    rules = _read_rules(data.rules, lambda rule: check_rule(rule, known))
    _check_names(rules.values())
    _check_replaced(rules)
    _check_priorities(rules.values())
    for tree in data.criteria:
        check_selected(tree, ("notes",), rules)
    return RuleSet(
        dict(sorted(rules.items())),
        words,
        pairs,
        regimes,
        read_profiles(data.profiles, rules),
        facts,
        measures,
        _read_sources(data.sources),
        ladders,
        criteria,
        read_index(data.index, rules),
        read_reviews(data.review, rules, Vocabulary(words, facts)),
    )


def with_rule(rules: RuleSet, tree: Tree) -> RuleSet:
    """Return *rules* with the rule that is written in *tree*, in the place of the one of its code; raises UserError."""
    known = Known(rules.lists, rules.pairs, rules.regimes, rules.facts, rules.ladders)
    own = _read_rules([tree], lambda rule: check_rule(rule, known))
    found = {code: rule for code, rule in rules.rules.items() if code not in own} | own
    _check_names(found.values())
    _check_replaced(own | found)
    _check_priorities(found.values())
    return msgspec.structs.replace(rules, rules=dict(sorted(found.items())))


def _read_rules(trees: Sequence[Tree], check: Callable[[Rule], None]) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for tree in trees:
        rule = Rule(fit(tree, t.RuleFile, t.WORDING), tree.path, tree)
        check(rule)
        found.pop(rule.file.code, None)  # a replacement goes to the end: in a conflict it is the one to name
        found[rule.file.code] = rule
    return found


def _read_sources(trees: Sequence[Tree]) -> dict[str, t.Source]:
    """Return the sources by name, a later file above an earlier one; raises UserError for one that a file lists twice."""
    found: dict[str, t.Source] = {}
    for tree in trees:
        here: dict[str, t.Source] = {}
        for n, source in enumerate(fit(tree, t.SourcesFile).sources):
            if source.source in here:
                message = Said(
                    f"sumber '{source.source}' ditulis dua kali", f"the source '{source.source}' stands twice"
                )
                raise tree.fault(("sources", n), message)
            here[source.source] = source
        found |= here
    return found


def _check_names(rules: Iterable[Rule]) -> None:
    """Raise UserError where two rules have one name."""
    names: dict[str, Rule] = {}
    for rule in rules:
        other = names.setdefault(rule.file.name, rule)
        if other is not rule:
            message = Said(
                f"nama '{rule.file.name}' sudah dipakai {other.file.code} ({other.path})",
                f"the name '{rule.file.name}' is already used by {other.file.code} ({other.path})",
            )
            raise rule.tree.fault(("name",), message)


def _check_replaced(rules: Mapping[str, Rule]) -> None:
    for rule in rules.values():
        for n, code in enumerate(rule.file.replaces):
            known_name(rule.tree, ("replaces", n), Said("kode", "the code"), code, rules)


def _check_priorities(rules: Iterable[Rule]) -> None:
    """Raise UserError where two class rules of equal priority give different classes to the same part."""
    taken: dict[tuple[str, int], Rule] = {}
    for rule in rules:
        if rule.file.kind != "class" or rule.file.priority is None:
            continue
        for part in rule.file.parts:
            other = taken.setdefault((part, rule.file.priority), rule)
            if (other.file.class_, other.file.semu) != (rule.file.class_, rule.file.semu):
                raise rule.tree.fault(
                    ("priority",),
                    Said(
                        f"prioritas {rule.file.priority} sudah dipakai {other.file.code} dengan kelas lain",
                        f"the priority {rule.file.priority} is already used by {other.file.code} for another class",
                    ),
                    Said("beri prioritas yang berbeda", "give it another priority"),
                )
