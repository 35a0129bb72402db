"""What can be improved in a set of rules that loads: citations nobody vouches for, lists nobody uses, few examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from linter.engine.conditions import names_of
from linter.engine.facts import LISTS_OF_FACTS
from linter.engine.ruleset import Rule, RuleSet
from linter.model import Pointer, Said
from linter.model.nearest import hint_at

_FIELD = re.compile(r"\{[^{}]*\}")
ENOUGH = 3
"""Examples of each kind that a rule should have."""


class Notice(msgspec.Struct, frozen=True):
    """Something to improve, where it is (path, line and column, 1-based; only the path for a list), and what was meant."""

    path: str
    message: Said
    line: int | None = None
    column: int | None = None
    hint: Said | None = None


def review(rules: RuleSet) -> Iterator[Notice]:
    """Yield what can be improved, rule by rule, then the lists."""
    for rule in rules.rules.values():
        yield from _citations(rule, rules)
        yield from _examples(rule)
        yield from _unfinished(rule)
    used = {*LISTS_OF_FACTS, *_named(rules)}
    for name in sorted(rules.lists.keys() - used):
        said = Said(f"daftar '{name}' tidak dipakai aturan mana pun", f"no rule uses the list '{name}'")
        yield Notice(f"lists/{name}.txt", said)


def _at(rule: Rule, pointer: Pointer, message: Said, hint: Said | None = None) -> Notice:
    line, column = rule.tree.where(pointer)
    return Notice(rule.path, message, line, column, hint)


def _citations(rule: Rule, rules: RuleSet) -> Iterator[Notice]:
    for n, basis in enumerate(rule.file.basis):
        source = rules.sources.get(basis.source)
        if source is None:
            said = Said(
                f"sumber '{basis.source}' belum terdaftar di sources/", f"sources/ does not list '{basis.source}'"
            )
            yield _at(rule, ("basis", n, "source"), said, hint_at(basis.source, rules.sources))
        elif basis.place not in (places := [known.place for known in source.places]):
            said = Said(
                f"'{basis.place}' belum terdaftar sebagai tempat yang sudah dibaca dalam {basis.source}",
                f"'{basis.place}' is not listed as a place that was read in {basis.source}",
            )
            yield _at(rule, ("basis", n, "place"), said, hint_at(basis.place, places))


def _examples(rule: Rule) -> Iterator[Notice]:
    examples = rule.file.examples
    kinds = (
        (("bad", examples.bad), ("good", examples.good))
        if rule.file.severity
        else (("yes", examples.yes), ("no", examples.no))
    )
    for name, given in kinds:
        if len(given) < ENOUGH:
            said = Said(
                f"baru {len(given)} contoh '{name}'; sebaiknya sedikitnya {ENOUGH}",
                f"only {len(given)} examples '{name}'; {ENOUGH} or more are better",
            )
            yield _at(rule, ("examples", name), said)


def _unfinished(rule: Rule) -> Iterator[Notice]:
    """Yield what still stands as ``rules new`` wrote it: a message or reason without words, an example with gaps."""
    for key, said in (("message", rule.file.message), ("why", rule.file.why)):
        for lang, text in (("id", said.id), ("en", said.en)) if said else ():
            if text is not None and not any(map(str.isalpha, _FIELD.sub("", text))):
                missing = Said(f"isi '{key}' belum ditulis", f"'{key}' is not written yet")
                yield _at(rule, (key, lang), missing)
    for group in ("bad", "good", "yes", "no"):
        for n, example in enumerate(getattr(rule.file.examples, group)):
            if "…" in (example.text or "").split():
                missing = Said("contoh ini belum ditulis lengkap", "this example is not written out yet")
                yield _at(rule, ("examples", group, n), missing)


def _named(rules: RuleSet) -> Iterator[str]:
    """Yield the names of the lists that rules and measures use."""
    for rule in rules.rules.values():
        file = rule.file
        conditions = (file.when, file.unless, *(s.when for s in file.severity_when))
        for condition in conditions:
            if condition is not None:
                yield from (name[1:] for kind, name, _ in names_of(condition) if kind == "list")
        if file.fix and file.fix.list:
            yield file.fix.list.removeprefix("@")
    for ladder in rules.ladders.values():
        for rung in ladder.rungs:
            for condition in (rung.when, *(c for option in rung.options for c in (option.when, option.unless))):
                if condition is not None:
                    yield from (name[1:] for kind, name, _ in names_of(condition) if kind == "list")
    for measure in rules.measures.values():
        yield from (name[1:] for name in (measure.in_, measure.with_) if name and name.startswith("@"))
