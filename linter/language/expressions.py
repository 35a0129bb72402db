"""Amounts and times as single words, with what they are; those that end a text, most of them, are remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.language.numbers import quantity_length
from linter.language.times import BEFORE_TIME, EVERY, is_current, time_length
from linter.model import Reading

Found = tuple[int, Reading]
"""How many tokens an expression takes, and its reading."""
_SHORT, _LIMIT = 4, 20_000
"""Tokens from an expression to the end of the text where it is remembered, and how many are."""
_PARTS_OF_YEAR = frozenset({"triwulan", "tw", "caturwulan", "kuartal", "semester", "periode"})


class Expressions:
    """Amounts and times of texts; what is found depends on nothing but the tokens."""

    def __init__(self) -> None:
        self._amounts: dict[tuple[str, ...], Found | None] = {}
        self._times: dict[tuple[str, ...], Found | None] = {}
        self._longer: dict[tuple[str, ...], Found | None] = {}

    def amount(self, lowers: Sequence[str], i: int) -> Found | None:
        """Return the number or quantity that begins at *i* of the lower-case tokens *lowers*; None where none does."""
        return _remembered(self._amounts, _amount, lowers, i)

    def time(self, lowers: Sequence[str], i: int) -> Found | None:
        """Return the time that begins at *i* of the lower-case tokens *lowers*; None where none does."""
        return _remembered(self._times, _time, lowers, i)

    def longer(self, lowers: Sequence[str], i: int) -> Found | None:
        """Return the longer of the amount and the time that begin at *i*, the time of two that are as long."""
        return _remembered(self._longer, _either, lowers, i)

    def forget(self) -> None:
        """Drop what is remembered."""
        for known in (self._amounts, self._times, self._longer):
            known.clear()


def _remembered(
    known: dict[tuple[str, ...], Found | None],
    find: Callable[[Sequence[str], int], Found | None],
    lowers: Sequence[str],
    i: int,
) -> Found | None:
    if len(lowers) - i > _SHORT:
        return find(lowers, i)
    before = lowers[i - 1] if i and lowers[i - 1] in BEFORE_TIME else ""
    key = (before, *lowers[i:])
    if key not in known:
        if len(known) >= _LIMIT:
            known.clear()
        known[key] = find(list(key), 1)
    return known[key]


def _amount(lowers: Sequence[str], i: int) -> Found | None:
    length, features = quantity_length(lowers, i)
    if not length:
        return None
    form = " ".join(lowers[i : i + length])
    return length, Reading(form, "QTY" if features else "NUM", lowers[i], features=features, rule="quantity")


def _time(lowers: Sequence[str], i: int) -> Found | None:
    length = time_length(lowers, i)
    if not length:
        return None
    tokens = lowers[i : i + length]
    features = frozenset({_kind_of_time(tokens)})
    return length, Reading(" ".join(tokens), "TIME", tokens[0], features=features, rule="time")


def _either(lowers: Sequence[str], i: int) -> Found | None:
    amount, timed = _amount(lowers, i), _time(lowers, i)
    return timed if amount is None or (timed is not None and timed[0] >= amount[0]) else amount


def _kind_of_time(tokens: Sequence[str]) -> str:
    """Return date, year, span (part of a year), frequency, or period for a time that only points at now."""
    first = tokens[0]
    if not first[0].isalpha():
        return "year" if len(tokens) == 1 and len(first) == 4 and first.isdigit() else "date"
    if first in EVERY and not any(c.isdigit() for c in tokens[-1]):
        return "frequency"
    if is_current(" ".join(tokens)):
        return "period"
    return "year" if first in {"tahun", "ta"} else "span" if first in _PARTS_OF_YEAR else "date"
