"""How like two statements are: by the roots of what they speak of, not by their letters.

Two drafts of one sentence share their roots, whatever their affixes, order and spelling; two sentences of one template
differ in the word or the figure that decides. Chosen on corpus/pairs (``python benchmarks/likeness.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from linter.language.numerals import numeral
from linter.language.times import MONTHS, PERIODS
from linter.model import Parse, Word

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_ORDER = {"sebelum": "sebelum", "sesudah": "setelah", "setelah": "setelah", "sejak": "sejak"}
"""Words that turn a time around."""
_TIMES = frozenset({"pada", "tanggal", "setiap", "tiap", "per", "dalam"})
"""Words of an expression of time that decide nothing by themselves."""
_SPELLED = 80
"""Likeness (0–100) of their letters from which two roots are one, spelt in two ways."""
_REPLACED, _ADDED = 1.5, 0.2
"""What a root that another one stands for weighs against one that both have, and what one that is only added weighs."""
_MOST = 60
"""Words that are compared; what two texts share beyond would cost more than it tells."""
_OTHER = 50.0
"""The most that statements with other figures, other times or a denial can be alike."""


class Essence(msgspec.Struct, frozen=True):
    """What a statement speaks of: its words and their roots, in their order (of persons the word itself: petani is not
    pertanian); figures and times, which decide; its abbreviations; the roots of words that are known."""

    words: tuple[str, ...]
    roots: tuple[str, ...]
    fixed: frozenset[str]
    short: frozenset[str]
    known: frozenset[str] = frozenset()


def essence(parse: Parse) -> Essence:
    """Return the essence of a statement."""
    words, roots, fixed, short, known = list[str](), list[str](), set[str](), set[str](), set[str]()
    for word in parse.words[:_MOST]:
        deciding = list(_deciding(word))
        fixed.update(deciding)
        if deciding or not (word.is_noun or word.tag[:2] == "V_" or word.tag in {"ADJ", "ADJR"}):
            continue
        named = word.lower.split(" ")
        parts = named if "person" in word.reading.features else word.lemma.split(" ")
        words += named if len(named) == len(parts) else parts
        roots += parts
        if word.text.isupper() or "abbreviation" in word.reading.features:
            short.update(parts)
        if not (word.reading.guessed or word.reading.meant):
            known.update(parts)
    return Essence(tuple(words), tuple(roots), frozenset(fixed), frozenset(short), frozenset(known))


def likeness(one: Essence, other: Essence) -> float:
    """Return how like two statements are (0–100): 100 for the same roots, less for each that is replaced or added."""
    own, theirs = _left(one, other), _left(other, one)
    shared = len(set(one.roots) & set(other.roots))
    shared += _written_out(own, theirs, one, other) + _written_out(theirs, own, other, one)
    shared += _spelled_otherwise(own, theirs, one.short | other.short, one.known | other.known)
    replaced = min(len(own), len(theirs))
    added = max(len(own), len(theirs)) - replaced
    new, gone = one.fixed - other.fixed, other.fixed - one.fixed
    weight = shared + _REPLACED * replaced + _ADDED * (added + len(new | gone))
    alike = 100.0 * shared / weight if weight else 0.0
    return min(alike, _OTHER) if (new and gone) or "tidak" in new | gone else alike


def _left(one: Essence, other: Essence) -> list[str]:
    """Return the roots of *one* that *other* has not, each once."""
    return [root for root in dict.fromkeys(one.roots) if root not in other.roots]


def _deciding(word: Word) -> Iterator[str]:
    """Yield what a word says that makes it another statement: a figure, a time, a denial."""
    if word.tag in {"NEG", "NEG_ADA", "TANPA"}:
        yield "tidak"
    elif word.lower in _ORDER:
        yield _ORDER[word.lower]
    elif word.tag in {"NUM", "QTY", "TIME", "ORD"}:
        tokens = [token for token in word.lower.split(" ") if token not in _TIMES]
        named = len(tokens) > 1
        for token in tokens:
            if not (named and token in {"bulan", "tahun"}):  # bulan Mei; tahun 2026
                yield from map(_figure, _DIGITS.findall(token) or [token])
    elif not word.lower.isalpha():
        yield from map(_figure, _DIGITS.findall(word.lower))


def _figure(token: str) -> str:
    """Return a figure, a numeral, a month or a period in one way: "5.000" and "5000", "empat" and "4"."""
    if token[0].isdigit():
        return token.replace(".", "").replace(",", ".")
    if token in MONTHS:
        return f"bulan {MONTHS[token]}"
    if token.removeprefix("se") in PERIODS:
        return token.removeprefix("se")
    length, value = numeral([token], 0)
    return f"{value:g}" if length else token


def _written_out(own: list[str], theirs: list[str], one: Essence, other: Essence) -> int:
    """Take out of *own* the abbreviations that *other* writes out, with the roots they stand for; return how many."""
    found = 0
    for abbreviation in [root for root in own if root in one.short]:
        for first in range(len(other.words)):
            taken = _stands_for(abbreviation, other.words[first:])
            if taken > 1:
                own.remove(abbreviation)
                theirs[:] = [root for root in theirs if root not in other.roots[first : first + taken]]
                found += 1
                break
    return found


def _stands_for(abbreviation: str, words: Sequence[str]) -> int:
    """Return of how many of *words* an abbreviation is the beginnings: "rkpdes" of rencana kerja pemerintah desa."""
    left, taken = abbreviation, 0
    for word in words:
        same = next((n for n in range(min(len(left), len(word)), 0, -1) if left[:n] == word[:n]), 0)
        if not same:
            return 0
        left, taken = left[same:], taken + 1
        if not left:
            return taken
    return 0


def _spelled_otherwise(own: list[str], theirs: list[str], short: frozenset[str], known: frozenset[str]) -> int:
    """Take roots that differ by their spelling out of both; return how many. BPK and BPKP are two, and so are known words."""
    found = 0
    for root in [root for root in own if root not in short]:
        others = [other for other in theirs if other not in short and not (root in known and other in known)]
        near = max(others, key=lambda other: fuzz.ratio(root, other), default=None)
        if near is not None and fuzz.ratio(root, near) >= _SPELLED:
            own.remove(root)
            theirs.remove(near)
            found += 1
    return found
