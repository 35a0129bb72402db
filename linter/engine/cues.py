"""Cues: words, roots and signs one of which a text must have for a condition to hold; so most rules need not be tried.

A cue is a lower-case word ("lain"), a root behind "√" ("√laksana"), or a sign behind "#": "#digit", "#/", "#repaired" …
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.engine.facts import FactInfo, Facts
from linter.engine.patterns import Lists
from linter.engine.types import Among, Condition, Token

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
SIGNS = ("#digit", "#/", "#.", "#(", "#caps", "#title", "#repaired", "#guessed", "#glued", "#time")
"""What a text may have besides words: digits, a slash, a stop, a bracket, capitals throughout, a capital behind the first
word, a word that is misspelt or written apart, one that is only guessed, two without a space between, a time."""


def cues_of(f: Facts) -> set[str]:
    """Return the cues that the text of *f* has, found once."""
    cues: set[str] | None = f.found.get("cues")
    if cues is None:
        cues = f.found["cues"] = _cues_in(f)
    return cues


def _cues_in(f: Facts) -> set[str]:
    text, words = f.item.text, f.parse.words
    found: set[str] = set()
    end = -1
    for word in words:
        reading, lower = word.reading, word.reading.form
        found.add(lower)
        found.add("√" + reading.root)
        if " " in lower:
            found.update(lower.split(" "))
        if reading.meant:
            found.add("#repaired")
        if reading.guessed:
            found.add("#guessed")
        if word.start == end:
            found.add("#glued")
        if word.tag == "TIME":
            found.add("#time")
        if end >= 0 and word.text[:1].isupper():
            found.add("#title")
        end = word.end
    for sign in "/.(":
        if sign in text:
            found.add("#" + sign)
    if any(map(str.isdigit, text)):
        found.add("#digit")
    if text.isupper():
        found.add("#caps")
    return found


def needed(condition: Condition, lists: Lists, facts: Mapping[str, FactInfo]) -> Cues | None:
    """Return cues without any of which *condition* cannot hold of a text; None where none can be named."""
    if condition.all is not None:
        options = [cues for cues in (needed(c, lists, facts) for c in condition.all) if cues is not None]
        return min(options, key=len, default=None)
    if condition.any is not None:
        found = [needed(c, lists, facts) for c in condition.any]
        return None if None in found else frozenset().union(*(cues for cues in found if cues is not None))
    if condition.pattern is not None:
        return _of_pattern(condition.pattern, lists)
    if condition.phrase is not None:
        return frozenset(phrase.split()[0] for phrase in _listed(condition.phrase, lists) if phrase.strip())
    return _of_fact(condition, lists, facts) if condition.fact is not None else None


def _listed(value: tuple[object, ...] | str, lists: Lists) -> Iterable[str]:
    return lists[value[1:]] if isinstance(value, str) else map(str, value)


def _of_fact(condition: Condition, lists: Lists, facts: Mapping[str, FactInfo]) -> Cues | None:
    name = condition.fact or ""
    if condition.exists is True and name in facts:
        return frozenset(word for cue in facts[name].cues for word in _spelled(cue, lists)) or None
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
    return min((cues for cues in options if cues is not None), key=len, default=None)


def _words(value: str | Among | None, lists: Lists, mark: str) -> Cues | None:
    if isinstance(value, Among):
        return frozenset(mark + word for word in _listed(value.in_, lists)) if value.in_ is not None else None
    if value is None:
        return None
    return frozenset(mark + word for word in (lists[value[1:]] if value.startswith("@") else (value,)))
