"""From parsed rule files to a rule set: every name is checked, and each error says where and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.engine import types as t
from linter.engine.checks import check_rule, fault, known_name
from linter.engine.facts import FactInfo
from linter.engine.fixes import Replacement, Replacements
from linter.engine.measures import measure, read_measures
from linter.engine.ruleset import Data, Rule, RuleSet
from linter.engine.vocabulary import REGISTRY
from linter.model import Said, UserError
from linter.model.nearest import hint_among, hint_at
from linter.model.shape import fit


def read_list(text: str, path: str = "") -> tuple[frozenset[str], Replacements]:
    """Return the words of a list file, and word → replacement where it has two columns.

    A third column says that a replacement is less safe than its rule. Raises UserError (naming *path*) for another word.
    """
    words: set[str] = set()
    pairs: dict[str, Replacement] = {}
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        word, replacement, safety = (cell.strip() for cell in f"{entry}\t\t".split("\t")[:3])
        known = next((s for s in t.SAFETIES if s == (safety or t.SAFETIES[0])), None)
        if known is None:
            message = Said(
                f"kolom ketiga '{safety}' tidak dikenal; pilihannya: {', '.join(t.SAFETIES)}",
                f"the third column '{safety}' is not known; choose from: {', '.join(t.SAFETIES)}",
            )
            raise UserError(message, path=path, line=number)
        words.add(word)
        if replacement:
            pairs[word] = Replacement(replacement, known)
    return frozenset(words), pairs


def build_rules(data: Data) -> RuleSet:
    """Return the rule set of the given files; a later rule replaces an earlier one of the same code.

    Raises UserError with file, line and column for the first thing that is wrong.
    """
    words: dict[str, frozenset[str]] = {}
    pairs: dict[str, Replacements] = {}
    for name, text in data.lists.items():
        words[name], pairs[name] = read_list(text, f"lists/{name}.txt")
    regime_set = {r.code: r for r in (fit(tree, t.RegimeFile) for tree in data.regimes)}
    profile_set = {p.name: p for p in (fit(tree, t.ProfileFile) for tree in data.profiles)}
    measures = read_measures(data.measures, words)
    facts = {**_plugged(data.facts), **{name: measure(file, words) for name, file in measures.items()}}
    found: dict[str, Rule] = {}
    for tree in data.rules:
        rule = Rule(fit(tree, t.RuleFile, t.WORDING), tree.path, tree)
        check_rule(rule, words, pairs, regime_set, facts)
        found.pop(rule.file.code, None)  # a replacement goes to the end: in a conflict it is the one to name
        found[rule.file.code] = rule
    names: dict[str, Rule] = {}
    for rule in found.values():
        if other := names.get(rule.file.name):
            message = Said(
                f"nama '{rule.file.name}' sudah dipakai {other.file.code} ({other.path})",
                f"the name '{rule.file.name}' is already used by {other.file.code} ({other.path})",
            )
            raise fault(rule, ("name",), message)
        names[rule.file.name] = rule
    _check_references(found, profile_set)
    for regime in regime_set.values():
        if regime.extends is not None and regime.extends not in regime_set:
            raise UserError(
                Said(f"rezim '{regime.code}' memperluas '{regime.extends}' yang tidak ada",
                     f"the regime '{regime.code}' extends '{regime.extends}', which does not exist"),
                hint=hint_at(regime.extends, regime_set),
            )  # fmt: skip
    _check_priorities(found.values())
    sources = {s.source: s for tree in data.sources for s in fit(tree, t.SourcesFile).sources}
    return RuleSet(dict(sorted(found.items())), words, pairs, regime_set, profile_set, facts, measures, sources)


def _plugged(facts: Iterable[FactInfo]) -> dict[str, FactInfo]:
    """Return the built-in facts and those of plugins; raises UserError where one of these takes a name that is taken."""
    found = dict(REGISTRY)
    for fact in facts:
        if fact.name in found:
            raise UserError(
                Said(
                    f"nama fakta '{fact.name}' dari plugin sudah dipakai",
                    f"a plugin's fact name '{fact.name}' is taken",
                )
            )
        found[fact.name] = fact
    return found


def _check_references(found: Mapping[str, Rule], profiles: Mapping[str, t.ProfileFile]) -> None:
    for rule in found.values():
        for n, code in enumerate(rule.file.replaces):
            known_name(rule, ("replaces", n), Said("kode", "the code"), code, found)
    for profile in profiles.values():
        if profile.extends is not None and profile.extends not in profiles:
            raise UserError(
                Said(
                    f"profil '{profile.name}' memperluas '{profile.extends}' yang tidak ada",
                    f"the profile '{profile.name}' extends '{profile.extends}', which does not exist",
                ),
                hint=hint_among(profile.extends, profiles),
            )


def _check_priorities(rules: Iterable[Rule]) -> None:
    """Raise UserError where two class rules of equal priority give different classes to the same part."""
    taken: dict[tuple[str, int], Rule] = {}
    for rule in rules:
        if rule.file.kind != "class" or rule.file.priority is None:
            continue
        for part in rule.file.parts:
            other = taken.setdefault((part, rule.file.priority), rule)
            if (other.file.class_, other.file.semu) != (rule.file.class_, rule.file.semu):
                raise fault(
                    rule,
                    ("priority",),
                    Said(
                        f"prioritas {rule.file.priority} sudah dipakai {other.file.code} dengan kelas lain",
                        f"the priority {rule.file.priority} is already used by {other.file.code} for another class",
                    ),
                    Said("beri prioritas yang berbeda", "give it another priority"),
                )
