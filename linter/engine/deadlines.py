"""Deadlines in a text: the dates that must not be passed, and how a date is compared as far as it is known."""

from __future__ import annotations

from collections.abc import Iterator

from linter.engine.facts import Facts
from linter.language.moments import moment
from linter.model import Moment, Word


def deadlines(f: Facts) -> Iterator[tuple[Word, Moment]]:
    """Yield the dates with a month and a year that are a limit: not the year that names a document (LKjIP Tahun 2024), nor
    the date that only says which things are meant ("permohonan yang masuk sebelum 31 Desember 2024 diproses")."""
    words = f.parse.words
    for n, word in enumerate(words):
        if word.tag != "TIME" or not any(c.isdecimal() for c in word.lower):
            continue
        when = moment(word.lower)
        if when.year is not None and when.month is not None and _is_limit(f, n):
            yield word, when


def _is_limit(f: Facts, n: int) -> bool:
    """Tell whether the date at *n* is what must not be passed."""
    words = f.parse.words
    before = words[n - 1] if n else None
    if before is None or not before.text[:1].isalpha():
        return f.item.part == "target"
    if before.tag == "LIM":
        return True
    restricts = any(w.tag == "YANG" for w in words[:n]) or any(w.tag[:1] == "V" for w in words[n + 1 :])
    return before.lower == "sebelum" and (f.item.part == "target" or not restricts)


def day_of(when: Moment) -> str:
    """Return a moment as far as it is known: "2024-03-31", "2024-03"."""
    day = f"-{when.day:02}" if when.day else ""
    return f"{when.year:04}-{when.month or 1:02}{day}"
