"""Phrases of word lists: where they are found in a text, and the condition that asks for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from linter.app import Analyser
from linter.engine import Facts
from linter.engine.conditions import compile_condition, compile_finder
from linter.engine.phrases import WordList, phrases_in, phrases_of
from linter.engine.types import Condition
from linter.engine.vocabulary import Vocabulary
from linter.model import Header, Item

LISTS = {"bahan-uji": WordList({"semen", "batu kali", "batu kali belah"})}
Read = Callable[[str], Facts]


@pytest.fixture
def read(analyser: Analyser) -> Read:
    """Give the facts of a rencana kinerja."""

    def facts(text: str) -> Facts:
        item = Item(text, "rencana_kinerja", {"line": 1, "column": 1})
        return Facts(item, analyser.reader.parse(text), Header(), "p6-2022-kuantitatif", LISTS)

    return facts


def found_in(facts: Facts, listed: frozenset[str], first: int = 0, last: int | None = None) -> list[str]:
    """Return the words of every phrase found."""
    words = facts.parse.words
    spans = phrases_in(words, phrases_of(listed), first, last)
    return [facts.item.text[words[a].start : words[b].end] for a, b in spans]


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("Jalan desa dan jembatan gantung dipetakan", {"jembatan gantung", "jalan desa"}, ["Jalan desa", "jembatan gantung"]),
        ("JEMBATAN Gantung dipetakan", {"jembatan gantung"}, ["JEMBATAN Gantung"]),
        ("Jembatan  gantung dipetakan", {"jembatan gantung"}, ["Jembatan  gantung"]),
        ("Pasir batu kali belah dicuci", {"batu kali", "batu kali belah"}, ["batu kali belah"]),
        ("Peta peta peta dicetak", {"peta peta"}, ["Peta peta"]),
        ("Jembatan kayu gantung dipetakan", {"jembatan gantung"}, []),
        ("Jembatan dipetakan", {"jembatan gantung"}, []),
        ("Denah gudang tiba tepat waktu", {"waktu"}, ["tepat waktu"]),
        ("Denah gudang tiba tepat waktu", {"tiba tepat"}, ["tiba tepat waktu"]),
        ("Pasir dicuci", set(), []),
    ],
)  # fmt: skip
def test_the_phrases_of_a_text(read: Read, text: str, listed: set[str], found: list[str]) -> None:
    assert found_in(read(text), frozenset(listed)) == found


@pytest.mark.parametrize(("first", "last", "found"), [(0, None, ["peta", "peta"]), (2, 3, ["peta"]), (2, 2, [])])
def test_only_words_between_the_bounds_count(read: Read, first: int, last: int | None, found: list[str]) -> None:
    facts = read("Salin peta ke peta")
    assert len(facts.parse.words) == 4
    assert found_in(facts, frozenset({"peta"}), first, last) == found


def test_a_phrase_that_goes_beyond_the_bounds_is_none(read: Read) -> None:
    assert found_in(read("Pasir batu kali dicuci"), frozenset({"batu kali"}), 0, 1) == []


def test_a_word_list_is_made_ready_once() -> None:
    listed = WordList({"batu kali", "semen"})
    assert phrases_of(listed) is phrases_of(listed)
    assert phrases_of(listed) == phrases_of(frozenset(listed))


def test_an_entry_without_a_word_is_no_phrase() -> None:
    assert phrases_of({"", "  "}) == {}


# -- the condition

CARRIED = "Mengangkut batu kali untuk semen curah"


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ({"phrase": ["batu kali"]}, "batu kali"),
        ({"phrase": "@bahan-uji"}, "batu kali"),
        ({"phrase": ["batu kali"], "within": "object"}, "batu kali"),
        ({"phrase": ["semen"], "within": "object"}, None),
        ({"phrase": ["semen curah"], "within": "qualifiers"}, "semen curah"),
        ({"phrase": ["batu kali untuk"], "within": "object"}, None),
        ({"phrase": ["mengangkut batu"], "within": "awal"}, "Mengangkut batu"),
        ({"phrase": "@bahan-uji", "within": "awal"}, None),
        ({"phrase": ["pasir"]}, None),
    ],
)
def test_what_a_phrase_condition_finds(read: Read, when: dict[str, Any], found: str | None) -> None:
    facts = read(CARRIED)
    condition = msgspec.convert(when, Condition)
    span = compile_finder(condition, LISTS)(facts)
    words = facts.parse.words
    assert (span and CARRIED[words[span[0]].start : words[span[1]].end]) == found
    assert compile_condition(condition, Vocabulary(LISTS))(facts) is (found is not None)


def test_without_an_object_nothing_is_within_it(read: Read) -> None:
    facts = read("Bertugas di gudang semen")
    assert facts.parse.object is None
    within = msgspec.convert({"phrase": "@bahan-uji", "within": "object"}, Condition)
    assert not compile_condition(within, Vocabulary(LISTS))(facts)
