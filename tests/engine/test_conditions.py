"""Conditions of rules: what each test says of a fact, and where a pattern may match."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from linter.app import Analyser
from linter.engine import Facts
from linter.engine.conditions import compile_condition, compile_finder
from linter.engine.types import Condition
from linter.engine.vocabulary import REGISTRY, Vocabulary
from linter.model import PARTS, Header, Item

TEXT = "Menyusun dan menyampaikan laporan keuangan kepada bupati tepat waktu"
LISTS = {"akar-uji": frozenset({"susun", "kaji"}), "kata-uji": frozenset({"laporan", "neraca"})}
Read = Callable[..., Facts]


@pytest.fixture
def read(analyser: Analyser) -> Read:
    """Give the facts of a text."""

    def facts(text: str = TEXT, part: str = "rencana_kinerja", **around: Any) -> Facts:
        item = Item(text, part, {"line": 1, "column": 1}, **around)
        return Facts(item, analyser.reader.parse(text), Header(), "p6-2022-kuantitatif", LISTS)

    return facts


def condition(when: dict[str, Any]) -> Condition:
    return msgspec.convert(when, Condition)


@pytest.mark.table("conditions.yaml")
def test_condition(read: Read, when: dict[str, Any], holds: bool) -> None:
    assert compile_condition(condition(when), Vocabulary(LISTS))(read()) is holds


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ({"pattern": [{"LOWER": "laporan"}, {"TAG": "N_KEAN"}]}, "laporan keuangan"),
        ({"pattern": [{"OP": "+"}], "within": "verb"}, "Menyusun dan menyampaikan"),
        ({"pattern": [{"OP": "+"}], "within": "object"}, "laporan keuangan"),
        ({"pattern": [{"OP": "+"}], "within": "qualifiers"}, "kepada bupati"),
        ({"pattern": [{"LOWER": "tepat waktu"}], "within": "qualifiers"}, "tepat waktu"),
        ({"pattern": [{}, {"LOWER": "dan"}], "within": "awal"}, "Menyusun dan"),
    ],
)
def test_what_a_pattern_finds(read: Read, when: dict[str, Any], found: str) -> None:
    facts = read()
    span = compile_finder(condition(when), LISTS)(facts)
    assert span is not None
    first, last = (facts.parse.words[n] for n in span)
    assert TEXT[first.start : last.end] == found


@pytest.mark.parametrize(
    ("mark", "marked"),
    [
        ("teks", TEXT),
        ("verb", "Menyusun dan menyampaikan"),
        ("object", "laporan keuangan"),
        ("head", "laporan"),
        ("awal", "Menyusun"),
        ("qualifier", "kepada bupati"),
        ("subject", TEXT),
        ("vague", TEXT),
    ],
)
def test_what_a_mark_marks(read: Read, mark: str, marked: str) -> None:
    start, end = read().span(mark)
    assert TEXT[start:end] == marked


def test_the_whole_text_is_marked_without_the_space_around_it(read: Read) -> None:
    assert read("  Peta siap \t").span("teks") == (2, 11)
    assert read("   ").span("teks") == (3, 3)


@pytest.mark.parametrize("name", sorted(REGISTRY))
@pytest.mark.parametrize(
    "text", [TEXT, "", "Kepuasan warga", "Tidak ada temuan", "(diisi)", "90 %", "Kami menulis surat"]
)
def test_every_fact_of_every_text_is_a_value_or_a_set_or_nothing(read: Read, name: str, text: str) -> None:
    for part in PARTS:
        value = REGISTRY[name].get(read(text, part))
        assert value is None or isinstance(value, str | bool | int | float | frozenset)
        if isinstance(value, str) and REGISTRY[name].values and name not in ("part", "aspek"):
            assert value in REGISTRY[name].values


@pytest.mark.parametrize(
    ("text", "is_placeholder"),
    [
        ("-", True),
        ("…………", True),
        ("3.", True),
        ("(diisi dengan hasil kerja utama)", True),
        ("Nama ............", True),
        ("n/a", True),
        ("Nihil temuan pemeriksaan", False),
        ("Isi lumbung desa bertambah", False),
        ("X", True),
        ("12 laporan", False),
    ],
)
def test_a_placeholder(analyser: Analyser, text: str, is_placeholder: bool) -> None:
    checked = analyser.check_text(text)
    assert checked.verdict is not None
    assert (checked.verdict.decided_by == "C190") is is_placeholder
