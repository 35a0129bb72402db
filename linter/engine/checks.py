"""What a rule may not say: names that nobody knows, conditions that are no single thing, a kind without its needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.engine import types as t
from linter.engine.conditions import names_of
from linter.engine.examples import marks_fault
from linter.engine.facts import MARKS, FactInfo
from linter.engine.messages import FILLERS, fields
from linter.engine.ruleset import FAMILIES, Rule
from linter.engine.vocabulary import Vocabulary
from linter.model import PARTS, Pointer, Said, UserError
from linter.model.nearest import hint_among, hint_at


def fault(rule: Rule, pointer: Pointer, message: Said, hint: Said | None = None) -> UserError:
    """Return the error about what stands at *pointer* in the file of *rule*."""
    line, column = rule.tree.where(pointer)
    return UserError(message, path=rule.path, line=line, column=column, hint=hint)


def check_rule(
    rule: Rule,
    lists: Mapping[str, frozenset[str]],
    pairs: Mapping[str, Any],
    regimes: Mapping[str, Any],
    facts: Mapping[str, FactInfo],
) -> None:
    """Raise UserError where a name in the rule is not known, or what its kind needs is missing."""
    file = rule.file
    expected = f"{file.code}-{file.name}.yaml"
    if not rule.path.replace("\\", "/").endswith(expected):
        raise fault(rule, ("code",), Said(f"nama berkas seharusnya {expected}", f"the file should be named {expected}"))
    if file.code[0] not in FAMILIES:
        raise fault(
            rule,
            ("code",),
            Said(f"huruf keluarga '{file.code[0]}' tidak dikenal", f"the family letter '{file.code[0]}' is not known"),
            hint_among(file.code[0], FAMILIES),
        )
    for n, part in enumerate(file.parts):
        if part not in PARTS:
            message = Said(f"bagian '{part}' tidak dikenal", f"the part '{part}' is not known")
            raise fault(rule, ("part", n), message, hint_at(part, PARTS))
    for n, code in enumerate(file.regimes):
        known_name(rule, ("regimes", n), Said("rezim", "the regime"), code, regimes)
    for n, basis in enumerate(file.basis):
        for m, code in enumerate(basis.regimes):
            known_name(rule, ("basis", n, "regimes", m), Said("rezim", "the regime"), code, regimes)
    if file.mark is not None:
        known_name(rule, ("mark",), Said("penanda", "the mark"), file.mark, MARKS)
    if file.fix is not None and file.fix.kind == "rewrite" and file.fix.safety != "saran":
        message = Said(
            "perbaikan 'rewrite' selalu 'saran': isinya ditulis orang", "a 'rewrite' is always 'saran': people write it"
        )
        raise fault(rule, ("fix", "safety"), message)
    if file.fix is not None and file.fix.kind == "replace":
        pairs_name = (file.fix.list or "").removeprefix("@")
        known_name(rule, ("fix", "list"), Said("daftar pasangan", "the list of pairs"), pairs_name, pairs)
    _check_conditions(rule, Vocabulary(lists, facts))
    _check_kind(rule, facts)


def known_name(rule: Rule, pointer: Pointer, what: Said, name: str, known: Iterable[str]) -> None:
    """Raise UserError where *name* is none of the *known*; *what* says what it should be the name of."""
    if name not in known:
        message = Said(f"{what.id} '{name}' tidak dikenal", f"{what.said('en')} '{name}' is not known")
        raise fault(rule, pointer, message, hint_at(name, known))


def _check_conditions(rule: Rule, known: Vocabulary) -> None:
    places: list[tuple[Pointer, t.Condition]] = [(("when",), rule.file.when)]
    if rule.file.unless is not None:
        places.append((("unless",), rule.file.unless))
    places.extend((("severity_when", n, "when"), s.when) for n, s in enumerate(rule.file.severity_when))
    for base, condition in places:
        _check_shape(rule, base, condition, known.facts)
        for kind, name, pointer in names_of(condition):
            if kind == "fact":
                known_name(rule, (*base, *pointer), Said("fakta", "the fact"), name, known.facts)
            elif not name.startswith("@"):
                message = Said(
                    f"daftar ditulis dengan @, mis. '@{name}'", f"a list is written with @, such as '@{name}'"
                )
                raise fault(rule, (*base, *pointer), message)
            else:
                known_name(rule, (*base, *pointer), Said("daftar", "the list"), name[1:], known.lists)


def _check_shape(rule: Rule, base: Pointer, condition: t.Condition, facts: Mapping[str, FactInfo]) -> None:
    """Raise UserError where a condition is no single thing: nothing at all, two at once, a fact without one test."""
    groups = (("all", condition.all), ("any", condition.any))
    main = [condition.all, condition.any, condition.not_, condition.fact, condition.pattern]
    if sum(part is not None for part in main) != 1:
        message = Said(
            "satu syarat memuat tepat satu dari all, any, not, fact, pattern",
            "a condition holds exactly one of all, any, not, fact, pattern",
        )
        raise fault(rule, base, message)
    if any(group is not None and not group for _, group in groups) or (
        condition.pattern is not None and not condition.pattern
    ):
        raise fault(
            rule, base, Said("all, any, dan pattern tidak boleh kosong", "all, any and pattern must not be empty")
        )
    if condition.within is not None and condition.pattern is None:
        message = Said("within hanya berlaku bersama pattern", "within goes only with pattern")
        raise fault(rule, (*base, "within"), message)
    for n, token in enumerate(condition.pattern or ()):
        for value in (token.lower, token.lemma, token.tag):
            if isinstance(value, t.Among) and (value.in_ is None) is (value.not_in is None):
                message = Said("pilih salah satu: IN atau NOT_IN", "choose one: IN or NOT_IN")
                raise fault(rule, (*base, "pattern", n), message)
    _check_tests(rule, base, condition, facts)
    for key, inner in groups:
        for n, c in enumerate(inner or ()):
            _check_shape(rule, (*base, key, n), c, facts)
    if condition.not_ is not None:
        _check_shape(rule, (*base, "not"), condition.not_, facts)


def _check_tests(rule: Rule, base: Pointer, condition: t.Condition, facts: Mapping[str, FactInfo]) -> None:
    """Raise UserError where the tests of a fact are none, two that do not go together, or ask for an unknown value."""
    bounds = [v for v in (condition.at_least, condition.at_most, condition.below) if v is not None]
    tests = [v for v in (condition.is_, condition.in_, condition.not_in, condition.exists) if v is not None]
    if condition.fact is None:
        if bounds or tests:
            message = Said(
                "uji (is, in, exists …) hanya berlaku bersama fact", "a test (is, in, exists …) goes only with fact"
            )
            raise fault(rule, base, message)
        return
    if len(tests) + bool(bounds) != 1:
        said = (
            Said("diberi lebih dari satu uji", "has more than one test")
            if tests or bounds
            else Said("belum diberi uji", "has no test")
        )
        message = Said(
            f"fakta '{condition.fact}' {said.id} (is, in, not_in, exists, at_least, at_most, below)",
            f"the fact '{condition.fact}' {said.said('en')} (is, in, not_in, exists, at_least, at_most, below)",
        )
        raise fault(rule, base, message)
    info = facts.get(condition.fact)
    if info is None or not info.values:
        return
    for key, wanted in (("is", condition.is_), ("in", condition.in_), ("not_in", condition.not_in)):
        listed = isinstance(wanted, str) and key != "is"
        for value in () if wanted is None or listed else wanted if isinstance(wanted, tuple) else (wanted,):
            if isinstance(value, str):
                truth = info.values == ("true", "false")
                if truth:
                    message = Said(
                        f"nilai fakta {condition.fact} ditulis true atau false tanpa tanda kutip",
                        f"the value of the fact {condition.fact} is written true or false without quotes",
                    )
                    raise fault(rule, (*base, key), message)
                what = Said(f"nilai fakta {condition.fact}", f"for the fact {condition.fact} the value")
                known_name(rule, (*base, key), what, value, info.values)


def _check_kind(rule: Rule, facts: Mapping[str, FactInfo]) -> None:
    file = rule.file
    if not file.parts:
        message = Said("aturan memerlukan sedikitnya satu 'part'", "a rule needs at least one 'part'")
        raise fault(rule, ("part",), message)
    if file.kind == "class" and ("class",) not in rule.tree.keys:
        message = Said(
            "aturan kelas memerlukan 'class' (pencapaian, aktivitas, kategori, atau null)",
            "a class rule needs 'class' (pencapaian, aktivitas, kategori or null)",
        )
        raise fault(rule, ("kind",), message)
    if file.kind == "class":
        for key, value in (("priority", file.priority), ("confidence", file.confidence)):
            if value is None:
                raise fault(rule, ("kind",), Said(f"aturan kelas memerlukan '{key}'", f"a class rule needs '{key}'"))
    elif file.severity is None:
        message = Said("aturan catatan memerlukan 'severity'", "a rule with a note needs 'severity'")
        raise fault(rule, ("kind",), message)
    if file.severity is not None and (file.message is None or file.why is None):
        message = Said("aturan catatan memerlukan 'message' dan 'why'", "a rule with a note needs 'message' and 'why'")
        raise fault(rule, ("severity",), message)
    faulty = file.severity is not None
    if faulty and not (file.examples.bad and file.examples.good):
        message = Said(
            "aturan catatan memerlukan contoh 'bad' dan 'good'", "a rule with a note needs examples 'bad' and 'good'"
        )
        raise fault(rule, ("examples",), message)
    if not faulty and not (file.examples.yes and file.examples.no):
        message = Said(
            "aturan bacaan memerlukan contoh 'yes' dan 'no'", "a rule without a note needs examples 'yes' and 'no'"
        )
        raise fault(rule, ("examples",), message)
    said: list[tuple[Pointer, Said | None]] = [(("message",), file.message), (("why",), file.why)]
    said.extend((("suggest", n), words) for n, words in enumerate(file.suggest))
    for pointer, words in said:
        for text in (words.id, words.en or "") if words else ():
            for name in fields(text):
                known_name(rule, pointer, Said("isian", "the field"), name, {**FILLERS, **facts})
    for group in ("bad", "good", "yes", "no"):
        for n, example in enumerate(getattr(file.examples, group)):
            if wrong := marks_fault(example):
                raise fault(rule, ("examples", group, n, *wrong[0]), wrong[1])
