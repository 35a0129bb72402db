"""What is known of a word: its reading (from the form alone) and its place in a text."""

from __future__ import annotations

import msgspec


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One explained reading of a word form; it depends on the form alone and is cached by it.

    ``tag`` is a morphological tag (see docs/bahasa.md), ``root`` the lower-case root, ``affixes`` the affixes that were
    taken off in the order in which they stand in the form ("ter-", "-nya"), ``rule`` the name of the rule or table that
    made the reading, ``cost`` its rank (lower is better), ``guessed`` true where the root is in no list of ours.
    ``features`` names what the lexicon knows of the root or form ("transitive", "stative", "process", "relational" …).
    ``meant`` is the form that was meant where this one is misspelt or written apart, else "".
    """

    form: str
    tag: str
    root: str
    affixes: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
    rule: str = ""
    cost: float = 0.0
    guessed: bool = False
    meant: str = ""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token of a statement: its characters, place (code points of the raw text), reading and tag in context."""

    text: str
    start: int
    end: int
    reading: Reading
    tag: str

    @property
    def lower(self) -> str:
        """The form in lower case."""
        return self.reading.form

    @property
    def lemma(self) -> str:
        """The root of the reading."""
        return self.reading.root

    @property
    def is_noun(self) -> bool:
        """Whether the tag is that of a noun; a number or a negation is none."""
        return self.tag == "N" or self.tag.startswith("N_")
