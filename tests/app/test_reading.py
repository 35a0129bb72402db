"""The memory of readings: a text is read once, and what is remembered is bounded in number and in size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from linter.app import reading
from linter.app.labelled import corpus
from linter.app.reading import Reader, _Memory
from linter.app.resources import load_resources


@pytest.fixture
def read() -> list[str]:
    return []


def memory(read: list[str]) -> _Memory[str]:
    def found(text: str) -> str:
        read.append(text)
        return text.upper()

    return _Memory(found)


def test_a_text_is_read_once(read: list[str]) -> None:
    known = memory(read)
    assert [known("a"), known("b"), known("a")] == ["A", "B", "A"]
    assert read == ["a", "b"]
    known.clear()
    assert known("a") == "A"
    assert read == ["a", "b", "a"]


def test_what_is_remembered_is_bounded_in_number(read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LIMIT", 3)
    known = memory(read)
    for n in range(100):
        known(str(n))
        assert len(known._known) <= 3


def test_what_is_remembered_is_bounded_in_size(read: list[str]) -> None:
    known = memory(read)
    for n in range(2_000):
        known(f"{n:02000d}")
        assert sum(map(len, known._known)) <= reading._ROOM
    assert len(read) == 2_000
    known("x" * (reading._LONGEST + 1))
    assert "x" * (reading._LONGEST + 1) not in known._known


def together(read: list[str]) -> Callable[[Sequence[str]], list[str]]:
    def found(texts: Sequence[str]) -> list[str]:
        read.append("+".join(texts))
        return [text.upper() for text in texts]

    return found


def test_what_is_read_ahead_is_not_read_again(read: list[str]) -> None:
    known = memory(read)
    known("a")
    known.ahead(["b", "a", "b", "c", "x" * (reading._LONGEST + 1)], together(read))
    assert [known("a"), known("b"), known("c")] == ["A", "B", "C"]
    assert read == ["a", "b+c"]


def test_a_block_stays_and_what_was_known_besides_goes(read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LIMIT", 3)
    known = memory(read)
    known.ahead(["a", "b"], together(read))
    known.ahead(["b", "c", "d"], together(read))
    assert set(known._known) == {"b", "c", "d"}
    assert read == ["a+b", "c+d"]


def test_a_block_of_long_texts_is_kept_within_the_bound(read: list[str]) -> None:
    known, texts = memory(read), [f"{n:02000d}" for n in range(700)]
    known.ahead(texts, together(read))
    kept = reading._ROOM // 2_000
    assert list(known._known) == texts[:kept]
    for text in texts:
        known(text)
        assert sum(map(len, known._known)) <= reading._ROOM
    assert len(read) == 1 + len(texts) - kept, "nothing is read twice"


def test_texts_in_step_are_read_as_each_by_itself() -> None:
    texts = [item.text for item, _ in corpus()]
    together, alone = Reader(load_resources(())), Reader(load_resources(()))
    together.ahead(texts)
    assert [together.parse(text) for text in texts] == [alone.parse(text) for text in texts]
