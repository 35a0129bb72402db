"""One cause, one note: the same words are not marked twice for the same reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from linter.app import Analyser
from linter.app.labelled import corpus
from linter.app.pipeline import documents
from linter.app.sitting import checked_items
from linter.io.data import data_dir
from linter.model import Checked, Document

TWO_CAUSES = {
    # codes or families of rules: why mending one leaves the other
    ("C", "E"): "what the words say, and how they are spelt",
    ("E", "M"): "what the words say, and how they are spelt",
    ("E008", "S004"): "the space beside the slash, and which of both is meant",
    ("C002", "S004"): "an activity, and which of two activities is meant",
    ("M003", "X005"): "the words of the indicator, and the unit of its target",
    ("M011", "X005"): "the words of the indicator, and the unit of its target",
    ("M001", "X005"): "the words of the indicator, and the unit of its target",
    ("M001", "T003"): "the words of the indicator, and its target",
    ("M002", "T003"): "the words of the indicator, and its target",
    ("M002", "T002"): "the words of the indicator, and its target",
    ("M002", "X011"): "the words of the indicator, and its target",
    ("M011", "T003"): "the words of the indicator, and its target",
    ("M011", "X011"): "the words of the indicator, and its target",
    ("A002", "M008"): "the figure of the target, and the words of the indicator",
}
Pair = tuple[str, str]


def pairs(checked: Checked) -> Iterator[Pair]:
    """Yield the codes of every two notes with the same span."""
    for one, other in combinations(checked.findings, 2):
        if (one.start, one.end) == (other.start, other.end):
            first, second = sorted((one.code, other.code))
            yield first, second


def known(pair: Pair) -> Pair | None:
    """Return the entry that tells why *pair* has two causes."""
    return next((entry for entry in TWO_CAUSES if all(map(str.startswith, pair, entry))), None)


@pytest.fixture(scope="module")
def marked_twice(analyser: Analyser) -> dict[Pair, list[str]]:
    """Return the codes of two notes with the same span → the texts that have them."""
    contoh = documents([str(data_dir("corpus") / "contoh")], lambda: b"")
    texts = [analyser.check(item) for item, _ in corpus()]
    texts += [checked for found in contoh if isinstance(found, Document) for checked in checked_items(found, analyser)]
    marked: dict[Pair, list[str]] = {}
    for checked in texts:
        for pair in pairs(checked):
            marked.setdefault(pair, []).append(f"{checked.item.text} | {checked.item.target or ''}")
    return marked


def test_the_same_words_are_marked_twice_only_for_two_causes(marked_twice: dict[Pair, list[str]]) -> None:
    same = {"+".join(pair): texts for pair, texts in marked_twice.items() if known(pair) is None}
    assert [f"{pair} {len(texts)} x {texts[0]}" for pair, texts in sorted(same.items())] == []


def test_every_exception_is_met(marked_twice: dict[Pair, list[str]]) -> None:
    met = Counter(known(pair) for pair in marked_twice)
    assert [entry for entry in TWO_CAUSES if not met[entry]] == []


def test_no_text_has_the_same_note_twice_at_one_place(marked_twice: dict[Pair, list[str]]) -> None:
    assert [pair for pair in marked_twice if pair[0] == pair[1]] == []
