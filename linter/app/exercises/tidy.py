"""Which labelled texts can stand on a paper: written as a form has them, and no reader would argue about them."""

from __future__ import annotations

import re
from itertools import pairwise

from linter.model import Checked, Parse

_LONGEST = 140
"""Characters of a text that a class can read at a glance."""
_SPACED = re.compile(r"\s{2}|\b\w \w \w\b|[a-z]\d\b|[,;](?=[^\W\d])")
"""Two spaces, letters with spaces between them, a figure for a word that is said twice, no space behind a comma."""
_UNPLAIN = frozenset({"singkat", "split"})
_SPELLING, _SEVERAL = "E", "P001"
"""The family of notes about how words are written; the note that several results stand in one statement."""


def is_tidy(text: str) -> bool:
    """Tell whether *text* can stand on a paper as it is: one line of moderate length, without numbering and marks around it."""
    return (
        len(text) <= _LONGEST
        and text[:1].isupper()
        and not text.isupper()
        and (text[-1].isalnum() or text[-1] in ")%")
        and text.isprintable()
        and text.count("(") == text.count(")")
        and not _SPACED.search(text)
    )


def is_plain(parse: Parse) -> bool:
    """Tell whether every word is one that is known, in full and apart from the next; a name may be unknown."""
    words = parse.words
    return not any(
        (word.reading.guessed and word.text.islower())
        or word.reading.rule == "repair"
        or not _UNPLAIN.isdisjoint(word.reading.features)
        for word in words
    ) and not any(
        one.end == after.start and one.text[-1:].isalpha() and after.text[:1].isalpha()
        for one, after in pairwise(words)
    )


def is_arguable(checked: Checked) -> bool:
    """Tell whether a class would rather argue: misspelt, of several results, a result that is a noun phrase, a name of work
    that begins with an act."""
    verdict, parse = checked.verdict, checked.parse
    if verdict is None or parse is None or not parse.words:
        return True
    if any(finding.code == _SEVERAL or finding.code.startswith(_SPELLING) for finding in checked.findings):
        return True
    nominal = parse.form.startswith("nomina")
    return nominal and (
        verdict.class_ == "pencapaian"
        or (verdict.class_ == "kategori" and any("process" in word.reading.features for word in parse.words[:2]))
    )
