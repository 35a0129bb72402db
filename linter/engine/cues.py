"""Cues: words, roots and signs one of which a text must have for a condition to hold; so most rules need not be tried.

A cue is a lower-case word ("lain"), a root behind "√" ("√laksana"), or a sign behind "#": "#digit", "#/", "#repaired" …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from linter.engine.facts import FactInfo
from linter.engine.patterns import Lists
from linter.engine.sieve import Cues
from linter.engine.types import Among, Condition, Token

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
    "#%",
    "#,",
    "#Rp",
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
    "#rk",
    "#cells",
    "#evidence",
    "#duties",
    "#twin",
)
"""What a text may have besides words: digits, a number of eight digits or more, a percent sign, a comma in a number, Rp, a
slash, a stop or another mark of a blank, a bracket, capitals throughout, a function word with a capital behind the first
word, a word that is misspelt or written apart, one that is only guessed, words without a space between, a date or month,
fewer than three words, no letter at all; beside it a target, a rencana kinerja, other cells, a place for evidence; in its
document a job description, a text that is like it."""


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
    if name in facts and _needs_cues(condition, facts[name]):
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


def _needs_cues(condition: Condition, fact: FactInfo) -> bool:
    """Tell whether *condition* fails where *fact* has no value; a number may be 0 then, which is a value too."""
    if fact.number:
        return condition.at_least is not None and condition.at_least > 0
    return bool(condition.exists or condition.is_ is True)


def _spelled(cue: str, lists: Lists) -> Iterable[str]:
    """Return the words of a cue: itself, or for "di@nomina-tempat" each first word of the list behind "di"."""
    prefix, listed, name = cue.partition("@")
    return (prefix + entry.split(" ")[0] for entry in lists.get(name, ())) if listed else (cue,)


def _of_pattern(pattern: tuple[Token, ...], lists: Lists) -> Cues | None:
    """Return the fewest cues that a token of *pattern* which must match has."""
    sure = [token for token in pattern if token.op in {None, "+"}]
    options = [cues for token in sure for cues in (_words(token.lower, lists, ""), _words(token.lemma, lists, "√"))]
    return min((cues for cues in options if cues is not None), key=_cost, default=None)


def _words(value: str | Among | None, lists: Lists, mark: str) -> Cues | None:
    if isinstance(value, Among):
        return frozenset(mark + word for word in _listed(value.in_, lists)) if value.in_ is not None else None
    if value is None:
        return None
    return frozenset(mark + word for word in (lists[value[1:]] if value.startswith("@") else (value,)))
