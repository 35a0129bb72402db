"""Abbreviations that an institution adds to the lexicon: each is read as what it stands for."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from linter.language.lexicon import Lexicon
from linter.language.tagger import Tagger


def with_abbreviations(lexicon: Lexicon, stands_for: Mapping[str, str]) -> Lexicon:
    """Return *lexicon* with short forms (lower case) that have the reading of their long ones, in any case of letters.

    A long form of several words is read as its first one, which in Indonesian is the head of a noun phrase (TBBBI, frasa
    nominal); the form that reports show and rules compare is the whole. A short form of the lexicon is replaced.
    """
    if not stands_for:
        return lexicon
    tagger = Tagger(lexicon)
    forms = dict(lexicon.forms)
    for short, long in stands_for.items():
        _, words = tagger.words(long, listed=False)
        if words:
            head = words[0].reading
            known = head.features | {"abbreviation"}
            forms[short] = msgspec.structs.replace(head, form=long.lower(), features=known, rule="abbreviations")
    kept = {short: word for short, word in lexicon.short.items() if short not in stands_for}
    return msgspec.structs.replace(lexicon, forms=forms, short=kept)
