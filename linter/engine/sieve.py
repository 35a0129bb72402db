"""The sieve: which of the conditions that need a cue may hold of a text, all asked at once.

Every set of cues that a condition needs has one bit of an integer. A word has the bits of the sets that it is in, a text
those of its words and signs, so that asking whether a condition is worth trying is one "and" of two integers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.engine.facts import Facts
from linter.model import Reading, Word

Cues = frozenset[str]
ALWAYS = 1
"""The bit of what needs no cue; every text has it."""

_LIMIT, _KEPT = 50_000, 60
"""How many words are remembered, and of how many characters."""
_Known = tuple[Reading | None, int, int]
"""What is remembered of a form: the reading that it had last, its bits with that reading, and what else it may show."""
_NOTHING, _IN_CAPITALS, _BY_ITSELF = range(3)
"""A word shows nothing else, or does where it begins with a capital letter, or anywhere."""
_NEVER: _Known = (None, 0, _NOTHING)
"""Stands for what is remembered of a form that was not seen yet."""
_MARKS = {
    "/": "#/", ".": "#.", "…": "#.", "_": "#.", "(": "#(", "[": "#(", "%": "#%",
}  # fmt: skip
_LONG_NUMBER, _COMMA_IN_NUMBER = re.compile(r"\d{8}"), re.compile(r"\d,\d")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_FEW = 3
_OPEN = "NVA"
"""How the tags of nouns, verbs and adjectives begin (and those of a few small words)."""


class Sieve:
    """Bits for sets of cues, and a bounded memory of the bits of words."""

    def __init__(self) -> None:
        self._bits: dict[Cues, int] = {}
        self._of_cue: dict[str, int] = {}
        self._of_word: dict[str, _Known] = {}
        """By the form of a word, what is remembered of it; hardly any form has two readings."""
        self._stage = object()
        """Another one whenever a set of cues is added: what a text was found to have before is out of date then."""

    def bit(self, cues: Cues | None) -> int:
        """Return the bit of *cues*, of which a text must have one; None stands for no such need."""
        if cues is None:
            return ALWAYS
        known = self._bits.get(cues)
        if known is None:
            known = self._bits[cues] = ALWAYS << (len(self._bits) + 1)
            for cue in cues:
                self._of_cue[cue] = self._of_cue.get(cue, 0) | known
            self._of_word = {}  # a new one: another thread may still be learning words for the old one
            self._stage = object()
        return known

    def forget(self) -> None:
        """Drop what is remembered of words."""
        self._of_word.clear()

    def met(self, f: Facts) -> int:
        """Return the bits of the sets of cues that the text of *f* meets, found once."""
        if f.sieved is not self._stage:
            f.sieved, f.met = self._stage, self._met(f)
        return f.met

    def _met(self, f: Facts) -> int:
        known, text = self._of_word, f.item.text
        signs = _signs_of_text(text, len(f.parse.words))
        signs += _signs_beside(f)
        met, end = ALWAYS, -1
        for word in f.parse.words:
            reading = word.reading
            seen, bits, more = known.get(reading.form, _NEVER)
            if seen is not reading and seen != reading:
                bits, more = self._learn(known, word)
            met |= bits
            if word.start == end:
                signs.append("#glued")
            if more and (more == _BY_ITSELF or (end >= 0 and word.text[0].isupper())):
                signs += _signs_of_word(word, first=end < 0)
            end = word.end
        for sign in signs:
            met |= self._of_cue.get(sign, 0)
        return met

    def _learn(self, known: dict[str, _Known], word: Word) -> tuple[int, int]:
        """Return the bits of *word* by its form and root, and of a term (verifikasi lapangan) those of its words; and what
        else it may show. Both are added to what is *known* of words.
        """
        reading = word.reading
        form, root = reading.form, reading.root
        inner = (*form.split(" "), "√" + root.split(" ", 1)[0]) if " " in form else ()
        met = 0
        for cue in (form, "√" + root, *inner):
            met |= self._of_cue.get(cue, 0)
        more = _IN_CAPITALS if _closed(word) else _NOTHING
        if reading.guessed or reading.meant or "date" in reading.features:
            more = _BY_ITSELF
        if len(form) <= _KEPT:
            if len(known) >= _LIMIT:
                known.clear()
            known[form] = reading, met, more
        return met, more


def _signs_beside(f: Facts) -> Iterator[str]:
    """Yield what stands beside the text, or is told of its document."""
    item = f.item
    if item.target:
        yield "#target"
    if item.rk:
        yield "#rk"
    if item.cells:
        yield "#cells"
    if item.evidence is not None:
        yield "#evidence"
    if f.header.duties:
        yield "#duties"
    if f.around.twin is not None:
        yield "#twin"


def _signs_of_text(text: str, words: int) -> list[str]:
    """Return what the characters of *text* show, and the number of its *words*."""
    signs = ["#Rp"] if "Rp" in text else []
    if words < _FEW:
        signs.append("#few")
    if text.isupper():
        signs.append("#caps")
    if text.replace(" ", "").isalpha():  # as many texts are: nothing else is to be seen
        return signs
    signs += [sign for mark, sign in _MARKS.items() if mark in text]
    if _DIGIT.search(text):
        signs.append("#digit")
        if _LONG_NUMBER.search(text):
            signs.append("#long_number")
        if "," in text and _COMMA_IN_NUMBER.search(text):
            signs.append("#,")
    if _LETTER.search(text) is None:
        signs.append("#wordless")
    return signs


def _closed(word: Word) -> bool:
    """Tell whether *word* is no noun, verb or adjective, and no time."""
    return word.tag[0] not in _OPEN and word.tag != "TIME"


def _signs_of_word(word: Word, *, first: bool) -> Iterator[str]:
    """Yield what a word shows that is a date, misspelt, guessed, or in capitals where no name stands."""
    reading = word.reading
    if word.tag == "TIME" and "date" in reading.features:
        yield "#date"
    if not first and _closed(word) and word.text.istitle():
        yield "#title"
    if reading.meant:
        yield "#repaired"
    if reading.guessed:
        yield "#guessed"
        inner = word.text[1:]
        if not (inner.islower() or inner.isupper()):
            yield "#glued"
