"""Sentences side by side: each with its class, and the words in which it differs from the first."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import msgspec

from linter.app import Analyser
from linter.web.tried import Tried, shown, straight

MOST = 6
"""Sentences that are compared at once."""
_WORDS = re.compile(r"\S+")


class Run(msgspec.Struct, frozen=True):
    """A run of words of a sentence, and whether the first sentence has them not, or elsewhere."""

    text: str
    differs: bool


class Compared(msgspec.Struct, frozen=True):
    """A sentence beside others."""

    runs: tuple[Run, ...]
    tried: Tried


def compared(statements: list[str], engine: Analyser, lang: str) -> tuple[Compared, ...]:
    """Return *statements*, in their order, each held against the first."""
    first = statements[0] if statements else ""
    return tuple(Compared(_runs(first, text), shown(engine.explain(text), lang)) for text in statements)


def _runs(first: str, text: str) -> tuple[Run, ...]:
    """Return *text* in runs of words that *first* has too, and of others."""
    words, own = _WORDS.findall(first), _WORDS.findall(text)
    matcher = SequenceMatcher(None, [word.lower() for word in words], [word.lower() for word in own], autojunk=False)
    return tuple(
        Run(straight(" ".join(own[begin:end])), tag != "equal")
        for tag, _, _, begin, end in matcher.get_opcodes()
        if end > begin
    )
