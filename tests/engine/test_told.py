"""Conditions in words, in both languages."""

from __future__ import annotations

import msgspec
import pytest
import yaml

from linter.engine.told import clauses
from linter.engine.types import Condition


def told(when: str, lang: str = "id") -> list[str]:
    return ["  " * c.depth + c.text.said(lang) for c in clauses(msgspec.convert(yaml.safe_load(when), Condition))]


@pytest.mark.parametrize(
    ("when", "id_", "en"),
    [
        ("{fact: form, is: nomina}", "`form` adalah “nomina”", "`form` is “nomina”"),
        ("{fact: negated, is: false}", "`negated` adalah false", "`negated` is false"),
        ("{fact: object, exists: true}", "`object` ada", "`object` is there"),
        ("{fact: verb, exists: false}", "`verb` tidak ada", "`verb` is not there"),
        ("{fact: verb_root, in: '@akar'}", "`verb_root` termasuk @akar", "`verb_root` is among @akar"),
        ("{fact: part, not_in: [target, aspek]}",
         "`part` tidak termasuk “target”, “aspek”", "`part` is not among “target”, “aspek”"),
        ("{fact: length, at_least: 2, below: 9}", "`length` paling sedikit 2 dan di bawah 9", "`length` at least 2 and below 9"),
        ("{pattern: [{LOWER: opd}, {TAG: {NOT_IN: [N]}, OP: '?'}]}",
         "pola `[LOWER=opd] [TAG≠N]?` di mana saja", "pattern `[LOWER=opd] [TAG≠N]?` anywhere"),
        ("{pattern: [{LEMMA: {IN: '@akar'}, TAG: N}, {OP: '*'}], within: object}",
         "pola `[LEMMA=@akar TAG=N] []*` dalam objek", "pattern `[LEMMA=@akar TAG=N] []*` in the object"),
    ],
)  # fmt: skip
def test_one_line(when: str, id_: str, en: str) -> None:
    assert (told(when), told(when, "en")) == ([id_], [en])


def test_what_stands_inside_is_one_level_deeper() -> None:
    when = "{all: [{fact: verb, exists: true}, {any: [{not: {fact: semu, is: true}}]}]}"
    assert told(when) == [
        "semua ini:",
        "  `verb` ada",
        "  salah satu dari ini:",
        "    bukan:",
        "      `semu` adalah true",
    ]


def test_no_condition_has_no_lines() -> None:
    assert clauses(None) == ()
