"""What is left of conditions where facts are settled: what it says of a text is what the whole condition says of it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from linter.app import Analyser
from linter.engine import Facts
from linter.engine.conditions import compile_condition
from linter.engine.settled import AFTER, BESIDES, left_of, settled
from linter.engine.types import Condition
from linter.engine.vocabulary import Vocabulary
from linter.model import Header, Item, Verdict

KNOWN = {"form": "nomina", "part": "rencana_kinerja", "class": None, "semu": False}
NOMINAL, ANY_VERB = {"fact": "form", "is": "nomina"}, {"fact": "verb", "exists": True}
PASSIVE, NO_CLASS = {"fact": "form", "is": "klausa_pasif"}, {"fact": "class", "exists": False}
TEXTS = (
    "Menyusun laporan dan mengirim surat", "Laporan keuangan desa tersusun tepat waktu", "Rapat koordinasi", "Aset tertata",
    "Meningkatnya mutu layanan; berkurangnya keluhan", "Buku", "Warga kami layani", "(diisi)", "", "Tidak ada temuan",
)  # fmt: skip


def condition(when: dict[str, Any]) -> Condition:
    return msgspec.convert(when, Condition)


@pytest.mark.parametrize(
    ("when", "left"),
    [
        (NOMINAL, True),
        (PASSIVE, False),
        (NO_CLASS, True),
        ({"fact": "form", "in": ["nomina", "kosong"]}, True),
        ({"fact": "form", "not_in": ["nomina"]}, False),
        ({"not": NOMINAL}, False),
        ({"not": ANY_VERB}, {"not": ANY_VERB}),
        ({"all": [NOMINAL, ANY_VERB]}, ANY_VERB),
        ({"all": [PASSIVE, ANY_VERB]}, False),
        ({"all": [NOMINAL, NO_CLASS]}, True),
        ({"any": [PASSIVE, ANY_VERB]}, ANY_VERB),
        ({"any": [NOMINAL, ANY_VERB]}, True),
        ({"any": [PASSIVE, {"not": NO_CLASS}]}, False),
        ({"not": {"any": [PASSIVE, ANY_VERB]}}, {"not": ANY_VERB}),
        ({"all": [NOMINAL, ANY_VERB, {"pattern": [{"LOWER": "rapat"}]}]}, {"all": [ANY_VERB, {"pattern": [{"LOWER": "rapat"}]}]}),
        ({"some": PASSIVE}, {"some": PASSIVE}),
        ({"every": {"not": PASSIVE}}, {"every": {"not": PASSIVE}}),
        ({"fact": "semu", "is": True}, False),
    ],
)  # fmt: skip
def test_what_is_left(when: dict[str, Any], left: bool | dict[str, Any]) -> None:
    assert left_of(condition(when), KNOWN, {}) == (left if isinstance(left, bool) else condition(left))


def test_what_names_nothing_settled_is_left_as_it_is() -> None:
    whole = condition({"all": [ANY_VERB, {"not": {"any": [ANY_VERB, {"phrase": ["tepat waktu"]}]}}]})
    assert left_of(whole, KNOWN, {}) is whole


@pytest.mark.parametrize("text", TEXTS)
def test_every_rule_says_of_every_text_what_is_left_of_it_says(analyser: Analyser, text: str) -> None:
    rules = analyser.resources.rules
    asked = 0
    for class_, semu, confidence in (("pencapaian", False, 0.9), ("aktivitas", True, 0.6), (None, False, 0.3)):
        item = Item(text, "rencana_kinerja", {})
        facts = Facts(item, analyser.reader.parse(text), Header(), "p6-2022-kuantitatif", rules.lists)
        facts.verdict = Verdict(class_, semu, confidence)
        known = settled((*AFTER, *BESIDES), facts, rules.vocabulary)
        vocabulary = Vocabulary(rules.lists, rules.facts)
        for rule in rules.rules.values():
            for whole in filter(None, (rule.file.when, rule.file.unless)):
                left = left_of(whole, known, rules.lists)
                says = left if isinstance(left, bool) else compile_condition(left, vocabulary)(facts)
                assert says is compile_condition(whole, vocabulary)(facts), rule.file.code
                asked += left is not whole
    assert asked
