"""A reading by shape alone, for words in no list: affixes that are hard to mistake, else a noun; it says that it guesses."""

from __future__ import annotations

import re

from linter.language.affixes import nasal_roots
from linter.model import Reading

_LONG = 8
"""Letters from which a word may be cut at both ends by a guess."""
_ACTIVE = ("mem", "men", "meng", "mel", "mer", "mew", "mey")
_ACTIVE_SHAPE = re.compile(r"(?:me[lrwy][aeiou]|m(?:em[bfp]|en[cdjt]|eng[aeioughk]|eny|em|en)[aeiou]).{2,}")
"""An unknown word that meN- could have made: merajut, menyigi; the neighbours must say whether it is a verb."""
_PASSIVE_SHAPE = re.compile(r"di(?!.*(?:[ao]si|is|us|ik|if|tas|ika|ma|or|al|en|um)\Z)[^\W\d_]{5,}\Z")
_RELATIONAL = ("al", "ar", "is", "if", "ik")


def guess(form: str) -> Reading:
    """Return a reading of the lower-case *form* by its shape; ``guessed`` is true for every word."""
    if not form[:1].isalpha():
        return Reading(form, "NUM" if form[:1].isdigit() else "PUNCT", form, rule="shape")
    return (
        (len(form) >= _LONG and (_result(form) or _suffixed_verb(form) or _process(form)))
        or _prefixed_verb(form)
        or _relational(form)
        or _made(form, "N", form, (), "noun", *_verb_shapes(form))
    )


def _relational(form: str) -> Reading | None:
    """Guess a loan adjective of field: manajerial, klinis."""
    if len(form) <= 5 or not form.endswith(_RELATIONAL):
        return None
    return _made(form, "ADJR", form, (), "relational", *_verb_shapes(form))


def _verb_shapes(form: str) -> tuple[str, ...]:
    """Return the shape by which a noun-like unknown word may yet be a verb."""
    if _ACTIVE_SHAPE.match(form):
        return ("active_shape",)
    return ("passive_shape",) if _PASSIVE_SHAPE.match(form) else ()


def _made(form: str, tag: str, root: str, affixes: tuple[str, ...], *features: str) -> Reading:
    return Reading(form, tag, root, affixes, frozenset(features), "shape", 10.0, guessed=True)


def _result(form: str) -> Reading | None:
    """Guess a nominalised result: ter-…-nya, di-…-nya, ber-…-nya."""
    if not form.endswith("nya") or not form.startswith(("te", "di", "ber", "me")):
        return None
    inner = guess(form[:-3])
    if not inner.tag.startswith("V_"):
        return None
    return _made(form, "V_NYA", inner.root, (*inner.affixes, "-nya"), "from_" + inner.tag.lower())


def _suffixed_verb(form: str) -> Reading | None:
    """Guess a verb with a prefix and -kan or -i; a loan in -si, -gi or -iki has no suffix."""
    if not form.endswith(("kan", "i")) or form.endswith(("si", "iki")) or (form.endswith("gi") and form[0] != "m"):
        return None
    suffix = "-kan" if form.endswith("kan") else "-i"
    stem = form[: 1 - len(suffix)]
    if form.startswith(_ACTIVE):
        _, root, _ = next(nasal_roots(stem, "m"), ("", form, 0.0))
        return _made(form, "V_ACT", root, ("meN-", suffix), "verb", "transitive")
    if form.startswith("di"):
        return _made(form, "V_PASS", stem[2:], ("di-", suffix), "verb")
    return _made(form, "V_TER", stem[3:], ("ter-", suffix), "verb") if form.startswith("ter") else None


def _process(form: str) -> Reading | None:
    """Guess an action noun: peN-…-an, or a loan in -isasi."""
    if form.startswith(("pem", "pen", "peng")) and form.endswith("an"):
        _, root, _ = next(nasal_roots(form[:-2], "p"), ("", form, 0.0))
        return _made(form, "N_PEAN", root, ("peN-", "-an"), "noun", "process")
    return _made(form, "N", form, (), "noun", "process") if form.endswith(("isasi", "ifikasi", "ing")) else None


def _prefixed_verb(form: str) -> Reading | None:
    """Guess a verb by its prefix alone; "di" before a loan only, since many nouns begin with it."""
    if len(form) <= 5:
        return None
    if form.startswith("ter"):
        return _made(form, "V_TER", form[3:], ("ter-",), "verb")
    if form.startswith("ber") and len(form) > 6:
        return _made(form, "V_BER", form[3:], ("ber-",), "verb")
    if form.startswith("di") and form.endswith("asi") and len(form) > 8:
        return _made(form, "V_PASS", form[2:], ("di-",), "verb")
    return None
