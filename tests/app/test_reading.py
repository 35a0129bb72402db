"""The memory of readings: a text is read once, and what is remembered is bounded in number and in size."""

from __future__ import annotations

import pytest

from linter.app import reading
from linter.app.reading import _Memory


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
