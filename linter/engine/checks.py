"""What a rule may not say: names that nobody knows, a kind without its needs, messages that cannot be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

import msgspec

from linter.engine.condition_checks import check_condition, check_fields, known_name
from linter.engine.examples import marks_fault
from linter.engine.facts import MARKS, FactInfo
from linter.engine.messages import FILLERS
from linter.engine.ruleset import FAMILIES, Rule
from linter.engine.spots import SPOTS
from linter.engine.vocabulary import Vocabulary
from linter.model import PARTS, Pointer, Said
from linter.model.nearest import hint_among, hint_at


class Known(msgspec.Struct, frozen=True):
    """What the rules of one set may name: lists, lists of pairs, regimes, facts, ladders."""

    lists: Mapping[str, frozenset[str]]
    pairs: Mapping[str, Any]
    regimes: Mapping[str, Any]
    facts: Mapping[str, FactInfo]
    ladders: Mapping[str, Any] = MappingProxyType({})


def check_rule(rule: Rule, known: Known) -> None:
    """Raise UserError where a name in the rule is not known, or what its kind needs is missing."""
    file = rule.file
    expected = f"{file.code}-{file.name}.yaml"
    if PurePosixPath(rule.path.replace("\\", "/")).name not in {expected, expected.replace(".yaml", ".yml")}:
        raise rule.tree.fault(
            ("code",), Said(f"nama berkas seharusnya {expected}", f"the file should be named {expected}")
        )
    if file.code[0] not in FAMILIES:
        raise rule.tree.fault(
            ("code",),
            Said(f"huruf keluarga '{file.code[0]}' tidak dikenal", f"the family letter '{file.code[0]}' is not known"),
            hint_among(file.code[0], FAMILIES),
        )
    for n, part in enumerate(file.parts):
        if part not in PARTS:
            message = Said(f"bagian '{part}' tidak dikenal", f"the part '{part}' is not known")
            raise rule.tree.fault(("part", n), message, hint_at(part, PARTS))
    for n, code in enumerate(file.regimes):
        known_name(rule.tree, ("regimes", n), Said("rezim", "the regime"), code, known.regimes)
    for n, basis in enumerate(file.basis):
        for m, code in enumerate(basis.regimes):
            known_name(rule.tree, ("basis", n, "regimes", m), Said("rezim", "the regime"), code, known.regimes)
    if file.mark is not None:
        known_name(rule.tree, ("mark",), Said("penanda", "the mark"), file.mark, (*MARKS, *SPOTS))
    if file.fix is not None and file.fix.kind == "rewrite" and file.fix.safety != "saran":
        message = Said(
            "perbaikan 'rewrite' selalu 'saran': isinya ditulis orang", "a 'rewrite' is always 'saran': people write it"
        )
        raise rule.tree.fault(("fix", "safety"), message)
    if file.fix is not None and file.fix.kind == "replace":
        pairs_name = (file.fix.list or "").removeprefix("@")
        known_name(rule.tree, ("fix", "list"), Said("daftar pasangan", "the list of pairs"), pairs_name, known.pairs)
    if file.fix is not None and file.fix.kind == "repair" and file.mark not in SPOTS:
        spots = ", ".join(SPOTS)
        message = Said(
            f"perbaikan 'repair' memerlukan 'mark' yang tahu bentuk benarnya: {spots}",
            f"a 'repair' needs a 'mark' that knows what is right: {spots}",
        )
        raise rule.tree.fault(("fix", "kind"), message)
    if file.fix is not None and (file.fix.kind == "append") is (not file.fix.text):
        message = Said(
            "'text' diisi untuk perbaikan 'append', dan hanya untuk itu",
            "'text' goes with the fix 'append', and only there",
        )
        raise rule.tree.fault(("fix", "kind"), message)
    if file.ladder is not None:
        known_name(rule.tree, ("ladder",), Said("tangga", "the ladder"), file.ladder, known.ladders)
    vocabulary = Vocabulary(known.lists, known.facts)
    check_condition(rule.tree, ("when",), file.when, vocabulary)
    if file.unless is not None:
        check_condition(rule.tree, ("unless",), file.unless, vocabulary)
    for n, softened in enumerate(file.severity_when):
        check_condition(rule.tree, ("severity_when", n, "when"), softened.when, vocabulary)
    _check_kind(rule, known.facts)


def _check_kind(rule: Rule, facts: Mapping[str, FactInfo]) -> None:
    file = rule.file
    if not file.parts:
        message = Said("aturan memerlukan sedikitnya satu 'part'", "a rule needs at least one 'part'")
        raise rule.tree.fault(("part",), message)
    if file.kind == "class" and ("class",) not in rule.tree.keys:
        message = Said(
            "aturan kelas memerlukan 'class' (pencapaian, aktivitas, kategori, atau null)",
            "a class rule needs 'class' (pencapaian, aktivitas, kategori or null)",
        )
        raise rule.tree.fault(("kind",), message)
    if file.kind == "class":
        for key, value in (("priority", file.priority), ("confidence", file.confidence)):
            if value is None:
                raise rule.tree.fault(
                    ("kind",), Said(f"aturan kelas memerlukan '{key}'", f"a class rule needs '{key}'")
                )
    elif file.severity is None:
        message = Said("aturan catatan memerlukan 'severity'", "a rule with a note needs 'severity'")
        raise rule.tree.fault(("kind",), message)
    if file.severity is not None and (file.message is None or file.why is None):
        message = Said("aturan catatan memerlukan 'message' dan 'why'", "a rule with a note needs 'message' and 'why'")
        raise rule.tree.fault(("severity",), message)
    faulty = file.severity is not None
    if faulty and not (file.examples.bad and file.examples.good):
        message = Said(
            "aturan catatan memerlukan contoh 'bad' dan 'good'", "a rule with a note needs examples 'bad' and 'good'"
        )
        raise rule.tree.fault(("examples",), message)
    if not faulty and not (file.examples.yes and file.examples.no):
        message = Said(
            "aturan bacaan memerlukan contoh 'yes' dan 'no'", "a rule without a note needs examples 'yes' and 'no'"
        )
        raise rule.tree.fault(("examples",), message)
    _check_words(rule, {**FILLERS, **facts})
    _check_marks(rule)


def _check_words(rule: Rule, known: Mapping[str, object]) -> None:
    """Raise UserError where braces in what a rule says hold no name that is known, or do not close."""
    file = rule.file
    said: list[tuple[Pointer, Said | None]] = [(("message",), file.message), (("why",), file.why)]
    said.extend((("suggest", n), words) for n, words in enumerate(file.suggest))
    for pointer, words in said:
        for text in (words.id, words.en or "") if words else ():
            check_fields(rule.tree, pointer, text, known)


def _check_marks(rule: Rule) -> None:
    for group in ("bad", "good", "yes", "no"):
        for n, example in enumerate(getattr(rule.file.examples, group)):
            if wrong := marks_fault(example):
                raise rule.tree.fault(("examples", group, n, *wrong[0]), wrong[1])
