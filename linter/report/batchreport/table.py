"""What a table is before it is printed or put into a workbook, and what all tables share in telling a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from linter.io.writable import writable
from linter.report.batchreport.figures import CLASSES
from linter.report.batchreport.words import texts
from linter.report.layout import clip
from linter.report.words import Words, words

Cell = str | int | float | None
_LONGEST = 300
"""Characters that the page has for a text of others."""


class Column(msgspec.Struct, frozen=True):
    """A column: its heading, what its numbers are, and its width in characters, for the workbook.

    ``kind`` is "text", "whole", "signed", "tenths", "hundredths", "share" for a number from 0 to 1, or
    "figure" for a whole number that stands by itself.
    """

    title: str
    kind: str
    width: int = 12


class Table(msgspec.Struct, frozen=True):
    """A table: each row has a cell for each column; None is no number, and a text may stand in place of one.

    ``title`` is "" where the heading above says it all.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Telling(msgspec.Struct, frozen=True):
    """How a batch is told in a language: ``few`` bounds what one cell lists, None lists all."""

    lang: str
    texts: Mapping[str, str]
    words: Words
    classes: tuple[str, ...]
    few: int | None

    def unit(self, name: str) -> str:
        """Return the name of a unit, or that documents name none."""
        return name or self.texts["no_unit"]

    def class_(self, name: str) -> str:
        """Return the word for a class."""
        return self.words.classes.get(name, self.words.no_class)

    def counted(self, what: str, names: Mapping[str, str]) -> str:
        """Return what is counted: a rule with its name, which *names* has by code, a class, or documents and the like."""
        if what in names:
            return f"{what} {names[what]}"
        return self.words.classes.get(what) or self.texts.get(what, what)

    def listed(self, several: Sequence[str], between: str = ", ") -> str:
        """Return several texts as one, and how many more there are."""
        shown = several[: self.few]
        more = len(several) - len(shown)
        return between.join(shown) + (f" {self.texts['and_more'].format(n=more)}" if more else "")

    def text(self, name: str, width: int = 12) -> Column:
        """Return a column of texts; *name* is that of its heading."""
        return Column(self.texts[name], "text", width)

    def number(self, name: str, kind: str = "whole") -> Column:
        """Return a column of numbers; *name* is that of its heading."""
        return Column(self.texts[name], kind)

    def share(self, title: str) -> Column:
        """Return a column of shares with a heading of its own."""
        return Column(title, "share", 10)

    def spread(self) -> tuple[Column, ...]:
        """Return the columns for the quartiles of an index."""
        return tuple(self.number(name, "tenths") for name in ("quarter", "median", "three_quarters"))


def telling(lang: str, few: int | None = None) -> Telling:
    """Return how a batch is told in *lang* ("id" or "en")."""
    told = words(lang)
    return Telling(told.lang, texts(lang), told, tuple(told.classes.get(name, told.no_class) for name in CLASSES), few)


def shown(text: str, room: int = _LONGEST) -> str:
    """Return a text of others as the page prints it: harmless, on one line, cut with … where it is longer than *room*."""
    return clip(writable(text), room)
