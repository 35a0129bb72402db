"""Cues: words, roots and signs one of which a text must have for a condition to hold; so most rules need not be tried.

A cue is a lower-case word ("lain"), a root behind "√" ("√laksana"), or a sign behind "#": "#digit", "#/", "#repaired" …
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from linter.engine.facts import FactInfo, Facts
from linter.engine.patterns import Lists
from linter.engine.types import Among, Condition, Token
from linter.model import Word

Cues = frozenset[str]

_ROOT_FACTS = frozenset({"verb_root", "verb_roots", "object_root", "act_root", "act_roots"})
"""Facts whose values are roots of words in the text."""
_WORD_FACTS = frozenset(
    {
        "object_head",
        "object_words",
        "subject_head",
        "prepositions",
        "qualifier_words",
        "first_word",
        "head",
        "patient_head",
    }
)
"""Facts whose values are words of the text."""
SIGNS = (
    "#digit",
    "#long_number",
    "#/",
    "#.",
    "#(",
    "#caps",
    "#title",
    "#repaired",
    "#guessed",
    "#glued",
    "#date",
    "#few",
    "#wordless",
    "#target",
)
"""What a text may have besides words: digits, a number of eight digits or more, a slash, a stop or another mark of a blank,
a bracket, capitals throughout, a function word with a capital behind the first word, a word that is misspelt or written
apart, one that is only guessed, words without a space between, a date or month, fewer than three words, no letter at all,
a target beside it."""


_MARKS = {"/": "#/", ".": "#.", "…": "#.", "_": "#.", "(": "#(", "[": "#("}
_LONG_NUMBER = re.compile(r"\d{8}")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_FEW = 3


class ByCue(msgspec.Struct, frozen=True):
    """Which of several conditions may hold of a text: ``always`` are the places of those without cues, then by cue.

    ``known`` are the cues, as a set, with which that of a text is met in the time that the smaller of both takes.
    """

    always: frozenset[int]
    places: Mapping[str, frozenset[int]]
    known: Cues

    @classmethod
    def of(cls, needs: Sequence[Cues | None]) -> ByCue:
        """Return the places of conditions by what each of them *needs*."""
        places: dict[str, set[int]] = {}
        for n, cues in enumerate(needs):
            for cue in cues or ():
                places.setdefault(cue, set()).add(n)
        always = frozenset(n for n, cues in enumerate(needs) if cues is None)
        return cls(always, {cue: frozenset(at) for cue, at in places.items()}, frozenset(places))

    def near(self, cues: set[str]) -> list[int]:
        """Return the places of the conditions that may hold of a text with *cues*, in their order."""
        return sorted(self.always.union(*[self.places[cue] for cue in cues & self.known]))


def cues_of(f: Facts) -> set[str]:
    """Return the cues that the text of *f* has, found once."""
    cues: set[str] | None = f.found.get("cues")
    if cues is None:
        cues = f.found["cues"] = _cues_in(f)
    return cues


def _cues_in(f: Facts) -> set[str]:
    text, words = f.item.text, f.parse.words
    readings = [word.reading for word in words]
    found: set[str] = set().union(*[_named(reading.form, reading.root) for reading in readings])
    end = -1
    for word, reading in zip(words, readings, strict=True):
        if word.start == end:
            found.add("#glued")
        if word.tag[0] not in "NVA" and (word.tag == "TIME" or (end >= 0 and word.text[0].isupper())):
            found.update(_signs_of_case(word))
        if reading.guessed or reading.meant:
            found.update(_signs_of_doubt(word))
        end = word.end
    found.update([sign for mark, sign in _MARKS.items() if mark in text])
    if len(words) < _FEW:
        found.add("#few")
    if f.item.target:
        found.add("#target")
    if _DIGIT.search(text):
        found.add("#digit")
        if _LONG_NUMBER.search(text):
            found.add("#long_number")
    if _LETTER.search(text) is None:
        found.add("#wordless")
    if text.isupper():
        found.add("#caps")
    return found


@functools.lru_cache(20_000)
def _named(form: str, root: str) -> tuple[str, ...]:
    """Return the cues of a word by its *form* and *root*, and of a term (verifikasi lapangan) those of its words."""
    if " " not in form:
        return form, "√" + root
    return form, "√" + root, *form.split(" "), "√" + root.split(" ", 1)[0]


def _signs_of_case(word: Word) -> Iterator[str]:
    """Yield what a word that is no noun, verb or adjective shows: a date, or a capital behind the first word."""
    if word.tag == "TIME":
        if "date" in word.reading.features:
            yield "#date"
    elif word.text.istitle():
        yield "#title"


def _signs_of_doubt(word: Word) -> Iterator[str]:
    """Yield what a word shows that is misspelt or only guessed."""
    if word.reading.meant:
        yield "#repaired"
    if word.reading.guessed:
        yield "#guessed"
        inner = word.text[1:]
        if not (inner.islower() or inner.isupper()):
            yield "#glued"


def needed(condition: Condition, lists: Lists, facts: Mapping[str, FactInfo]) -> Cues | None:
    """Return cues without any of which *condition* cannot hold of a text; None where none can be named."""
    if condition.all is not None:
        options = [cues for cues in (needed(c, lists, facts) for c in condition.all) if cues is not None]
        return min(options, key=_cost, default=None)
    if condition.any is not None:
        found = [needed(c, lists, facts) for c in condition.any]
        return None if None in found else frozenset().union(*(cues for cues in found if cues is not None))
    if condition.pattern is not None:
        return _of_pattern(condition.pattern, lists)
    if condition.phrase is not None:
        return _of_phrases(phrase.split() for phrase in _listed(condition.phrase, lists))
    return _of_fact(condition, lists, facts) if condition.fact is not None else None


def _cost(cues: Cues) -> int:
    """Return how often *cues* will be met, roughly: a word that most texts have counts for many."""
    return len(cues) + _DEAR * len(cues & _COMMON)


_DEAR = 500
_COMMON = frozenset({"dan", "yang", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam", "oleh", "atau", "kegiatan"})


def _of_phrases(phrases: Iterable[list[str]]) -> Cues:
    """Return few words one of which each of *phrases* has: again and again the one that most of the rest share."""
    left = [phrase for phrase in phrases if phrase]
    found: set[str] = set()
    while left:
        shared = Counter(word for phrase in left for word in set(phrase) - _COMMON or phrase)
        best = max(shared, key=lambda word: (shared[word], len(word), word))
        found.add(best)
        left = [phrase for phrase in left if best not in phrase]
    return frozenset(found)


def _listed(value: tuple[object, ...] | str, lists: Lists) -> Iterable[str]:
    return lists[value[1:]] if isinstance(value, str) else map(str, value)


def _of_fact(condition: Condition, lists: Lists, facts: Mapping[str, FactInfo]) -> Cues | None:
    name = condition.fact or ""
    if (condition.exists or condition.is_ is True) and name in facts:
        return frozenset(word for cue in facts[name].cues for word in _spelled(cue, lists)) or None
    if name == "target":
        return frozenset({"#target"}) if condition.not_in is None and condition.exists is None else None
    values = condition.in_ if condition.in_ is not None else (condition.is_,) if condition.is_ is not None else None
    if values is None:
        return None
    if name in _ROOT_FACTS:
        return frozenset("√" + value for value in _listed(values, lists))
    if name in _WORD_FACTS:
        return frozenset(value.split(" ")[0] for value in _listed(values, lists) if value)
    return None


def _spelled(cue: str, lists: Lists) -> Iterable[str]:
    """Return the words of a cue: itself, or for "di@nomina-tempat" each first word of the list behind "di"."""
    prefix, listed, name = cue.partition("@")
    return (prefix + entry.split(" ")[0] for entry in lists.get(name, ())) if listed else (cue,)


def _of_pattern(pattern: tuple[Token, ...], lists: Lists) -> Cues | None:
    """Return the fewest cues that a token of *pattern* which must match has."""
    sure = [token for token in pattern if token.op in (None, "+")]
    options = [cues for token in sure for cues in (_words(token.lower, lists, ""), _words(token.lemma, lists, "√"))]
    return min((cues for cues in options if cues is not None), key=_cost, default=None)


def _words(value: str | Among | None, lists: Lists, mark: str) -> Cues | None:
    if isinstance(value, Among):
        return frozenset(mark + word for word in _listed(value.in_, lists)) if value.in_ is not None else None
    if value is None:
        return None
    return frozenset(mark + word for word in (lists[value[1:]] if value.startswith("@") else (value,)))
