"""From parsed rule files to a rule set: every name is checked, and each error says where and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from linter.engine import types as t
from linter.engine.conditions import names_of
from linter.engine.facts import MARKS
from linter.engine.fixes import Replacement, Replacements
from linter.engine.messages import FILLERS, fields
from linter.engine.vocabulary import REGISTRY
from linter.model import PARTS, Pointer, Said, Tree, UserError
from linter.model.nearest import hint_at
from linter.model.shape import fit

FAMILIES = {
    "C": "kelas", "P": "rumusan", "S": "spesifik", "M": "terukur", "A": "dapat-dicapai", "R": "relevan", "T": "waktu",
    "X": "padanan", "D": "dokumen", "U": "uraian-tugas", "E": "ejaan",
}  # fmt: skip
"""Family letter → folder under rules/."""


class Rule(msgspec.Struct, frozen=True):
    """A rule file with the path it came from."""

    file: t.RuleFile
    path: str
    tree: Tree


class RuleSet(msgspec.Struct, frozen=True):
    """Everything that judging needs, as data: rules by code, word lists by name, regimes, profiles."""

    rules: dict[str, Rule]
    lists: dict[str, frozenset[str]]
    pairs: dict[str, Replacements]
    regimes: dict[str, t.RegimeFile]
    profiles: dict[str, t.ProfileFile]


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


def build_rules(
    rules: Sequence[Tree],
    lists: Mapping[str, str],
    regimes: Sequence[Tree] = (),
    profiles: Sequence[Tree] = (),
) -> RuleSet:
    """Return the rule set of the given files; a later rule replaces an earlier one of the same code.

    Raises UserError with file, line and column for the first thing that is wrong.
    """
    words: dict[str, frozenset[str]] = {}
    pairs: dict[str, Replacements] = {}
    for name, text in lists.items():
        words[name], pairs[name] = read_list(text, f"lists/{name}.txt")
    regime_set = {r.code: r for r in (fit(tree, t.RegimeFile) for tree in regimes)}
    profile_set = {p.name: p for p in (fit(tree, t.ProfileFile) for tree in profiles)}
    found: dict[str, Rule] = {}
    for tree in rules:
        rule = Rule(fit(tree, t.RuleFile), tree.path, tree)
        _check(rule, words, pairs, regime_set)
        found.pop(rule.file.code, None)  # a replacement goes to the end: in a conflict it is the one to name
        found[rule.file.code] = rule
    names: dict[str, Rule] = {}
    for rule in found.values():
        if other := names.get(rule.file.name):
            raise _fault(rule, ("name",), f"nama '{rule.file.name}' sudah dipakai {other.file.code} ({other.path})")
        names[rule.file.name] = rule
    _check_references(found, profile_set)
    _check_priorities(found.values())
    return RuleSet(dict(sorted(found.items())), words, pairs, regime_set, profile_set)


def _fault(rule: Rule, pointer: Pointer, message: str | Said, hint: str | Said | None = None) -> UserError:
    line, column = rule.tree.where(pointer)
    return UserError(message, path=rule.path, line=line, column=column, hint=hint)


def _check(
    rule: Rule, lists: Mapping[str, frozenset[str]], pairs: Mapping[str, Any], regimes: Mapping[str, Any]
) -> None:
    """Raise UserError where a name in the rule is not known, or what its kind needs is missing."""
    file = rule.file
    expected = f"{file.code}-{file.name}.yaml"
    if not rule.path.replace("\\", "/").endswith(expected):
        raise _fault(rule, ("code",), f"nama berkas seharusnya {expected}")
    if file.code[0] not in FAMILIES:
        raise _fault(rule, ("code",), f"huruf keluarga '{file.code[0]}' tidak dikenal")
    for n, part in enumerate(file.parts):
        if part not in PARTS:
            raise _fault(rule, ("part", n), f"bagian '{part}' tidak dikenal", hint_at(part, PARTS))
    for n, code in enumerate(file.regimes):
        _known(rule, ("regimes", n), "rezim", code, regimes)
    for n, basis in enumerate(file.basis):
        for m, code in enumerate(basis.regimes):
            _known(rule, ("basis", n, "regimes", m), "rezim", code, regimes)
    if file.mark is not None:
        _known(rule, ("mark",), "penanda", file.mark, MARKS)
    if file.fix is not None and file.fix.kind == "rewrite" and file.fix.safety != "saran":
        message = Said(
            "perbaikan 'rewrite' selalu 'saran': isinya ditulis orang", "a 'rewrite' is always 'saran': people write it"
        )
        raise _fault(rule, ("fix", "safety"), message)
    if file.fix is not None and file.fix.kind == "replace":
        _known(rule, ("fix", "list"), "daftar pasangan", (file.fix.list or "").removeprefix("@"), pairs)
    _check_conditions(rule, lists)
    _check_kind(rule)


def _known(rule: Rule, pointer: Pointer, what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise _fault(rule, pointer, f"{what} '{name}' tidak dikenal", hint_at(name, known))


def _check_conditions(rule: Rule, lists: Mapping[str, frozenset[str]]) -> None:
    places: list[tuple[Pointer, t.Condition]] = [(("when",), rule.file.when)]
    if rule.file.unless is not None:
        places.append((("unless",), rule.file.unless))
    places.extend((("severity_when", n, "when"), s.when) for n, s in enumerate(rule.file.severity_when))
    for base, condition in places:
        _check_shape(rule, base, condition)
        for kind, name, pointer in names_of(condition):
            if kind == "fact":
                _known(rule, (*base, *pointer), "fakta", name, REGISTRY)
            elif not name.startswith("@"):
                raise _fault(rule, (*base, *pointer), f"daftar ditulis dengan @, mis. '@{name}'")
            else:
                _known(rule, (*base, *pointer), "daftar", name[1:], lists)


def _check_shape(rule: Rule, base: Pointer, condition: t.Condition) -> None:
    """Raise UserError where a condition is no single thing: nothing at all, two at once, a fact without one test."""
    groups = (("all", condition.all), ("any", condition.any))
    main = [condition.all, condition.any, condition.not_, condition.fact, condition.pattern]
    if sum(part is not None for part in main) != 1:
        raise _fault(rule, base, "satu syarat memuat tepat satu dari all, any, not, fact, pattern")
    if any(group is not None and not group for _, group in groups) or (
        condition.pattern is not None and not condition.pattern
    ):
        raise _fault(rule, base, "all, any, dan pattern tidak boleh kosong")
    if condition.within is not None and condition.pattern is None:
        raise _fault(rule, (*base, "within"), "within hanya berlaku bersama pattern")
    for n, token in enumerate(condition.pattern or ()):
        for value in (token.lower, token.lemma, token.tag):
            if isinstance(value, t.Among) and (value.in_ is None) is (value.not_in is None):
                raise _fault(rule, (*base, "pattern", n), "pilih salah satu: IN atau NOT_IN")
    _check_tests(rule, base, condition)
    for key, inner in groups:
        for n, c in enumerate(inner or ()):
            _check_shape(rule, (*base, key, n), c)
    if condition.not_ is not None:
        _check_shape(rule, (*base, "not"), condition.not_)


def _check_tests(rule: Rule, base: Pointer, condition: t.Condition) -> None:
    """Raise UserError where the tests of a fact are none, two that do not go together, or ask for an unknown value."""
    bounds = [v for v in (condition.at_least, condition.at_most, condition.below) if v is not None]
    tests = [v for v in (condition.is_, condition.in_, condition.not_in, condition.exists) if v is not None]
    if condition.fact is None:
        if bounds or tests:
            raise _fault(rule, base, "uji (is, in, exists …) hanya berlaku bersama fact")
        return
    if len(tests) + bool(bounds) != 1:
        said = "belum diberi uji" if not tests and not bounds else "diberi lebih dari satu uji"
        raise _fault(rule, base, f"fakta '{condition.fact}' {said} (is, in, not_in, exists, at_least, at_most, below)")
    info = REGISTRY.get(condition.fact)
    if info is None or not info.values:
        return
    for key, wanted in (("is", condition.is_), ("in", condition.in_), ("not_in", condition.not_in)):
        listed = isinstance(wanted, str) and key != "is"
        for value in () if wanted is None or listed else wanted if isinstance(wanted, tuple) else (wanted,):
            if isinstance(value, str):
                truth = info.values == ("true", "false")
                if truth:
                    raise _fault(
                        rule, (*base, key), f"nilai fakta {condition.fact} ditulis true atau false tanpa tanda kutip"
                    )
                _known(rule, (*base, key), f"nilai fakta {condition.fact}", value, info.values)


def _check_kind(rule: Rule) -> None:
    file = rule.file
    if not file.parts:
        raise _fault(rule, ("part",), "aturan memerlukan sedikitnya satu 'part'")
    if file.kind == "class" and ("class",) not in rule.tree.keys:
        raise _fault(rule, ("kind",), "aturan kelas memerlukan 'class' (pencapaian, aktivitas, kategori, atau null)")
    if file.kind == "class":
        for key, value in (("priority", file.priority), ("confidence", file.confidence)):
            if value is None:
                raise _fault(rule, ("kind",), f"aturan kelas memerlukan '{key}'")
    elif file.severity is None:
        raise _fault(rule, ("kind",), "aturan catatan memerlukan 'severity'")
    if file.severity is not None and (file.message is None or file.why is None):
        raise _fault(rule, ("severity",), "aturan dengan catatan memerlukan 'message' dan 'why'")
    faulty = file.severity is not None
    if faulty and not (file.examples.bad and file.examples.good):
        raise _fault(rule, ("examples",), "aturan dengan catatan memerlukan contoh 'bad' dan 'good'")
    if not faulty and not (file.examples.yes and file.examples.no):
        raise _fault(rule, ("examples",), "aturan bacaan memerlukan contoh 'yes' dan 'no'")
    said: list[tuple[Pointer, Said | None]] = [(("message",), file.message), (("why",), file.why)]
    said.extend((("suggest", n), words) for n, words in enumerate(file.suggest))
    for pointer, words in said:
        for text in (words.id, words.en or "") if words else ():
            for name in fields(text):
                _known(rule, pointer, "isian", name, FILLERS)


def _check_references(found: Mapping[str, Rule], profiles: Mapping[str, t.ProfileFile]) -> None:
    for rule in found.values():
        for n, code in enumerate(rule.file.replaces):
            _known(rule, ("replaces", n), "kode", code, found)
    for profile in profiles.values():
        if profile.extends is not None and profile.extends not in profiles:
            raise UserError(
                f"profil '{profile.name}' memperluas '{profile.extends}' yang tidak ada",
                hint=hint_at(profile.extends, profiles),
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
                raise _fault(
                    rule,
                    ("priority",),
                    f"prioritas {rule.file.priority} sudah dipakai {other.file.code} dengan kelas lain",
                    "beri prioritas yang berbeda",
                )
