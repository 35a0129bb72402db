"""A paper: questions with their choices, and which of them is right."""

from __future__ import annotations

import msgspec

from linter.model import Item, Said

KINDS = ("pilah", "jebakan", "ganjil", "perbaiki", "isi", "jenjang", "campur")
"""Sort the cards; spot the trap; odd one out; mend the indicator; fill aspect and target; level ladder; of each some."""
TESTS = ("tes-awal", "tes-akhir")
"""A test before a lesson and its match for after it, of some of each."""
LEVELS = ("semua", "mudah", "sedang", "sulit")
"""How hard the questions are, by how sure the rules are of the answer; all of them by default."""


class Choice(msgspec.Struct, frozen=True):
    """A choice: the value that a form sends, and what it says; ``written`` where that is a sentence of the corpus."""

    value: str
    said: Said
    written: bool = False


class Question(msgspec.Struct, frozen=True):
    """One question: what is asked, the texts that it is about, the choices, and the value of the right one.

    ``items`` are the texts that the rules are asked about when the answer is explained.
    """

    kind: str
    asked: Said
    shown: tuple[str, ...]
    choices: tuple[Choice, ...]
    right: str
    items: tuple[Item, ...] = ()
    hint: Said | None = None
    """What makes it hard, or how one can tell; shown with the answer."""
    match: str = ""
    """What two questions have in common that ask for the same, and are as hard."""

    @property
    def answer(self) -> Choice:
        """The right one of the choices."""
        return next(choice for choice in self.choices if choice.value == self.right)

    @property
    def texts(self) -> frozenset[str]:
        """The sentences that it is about."""
        return frozenset(item.text for item in self.items) or frozenset(c.said.id for c in self.choices if c.written)


class Paper(msgspec.Struct, frozen=True):
    """Questions that were drawn by a seed: the same kind, seed, number and level give the same paper."""

    kind: str
    seed: int
    level: str
    questions: tuple[Question, ...]
