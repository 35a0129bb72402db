"""The coarse class of each word: by its tag, or by a row of a table where the neighbours change it.

A row says: this word, behind that, before that, is of this class. The first row that fits a word is taken, words are
gone through once from left to right, and what stands before a word has its class already. The idea is that of
constraint grammars and of the disambiguation rules of grammar checkers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from linter.model import Word

BASE = {
    "V_ACT": "VA", "V_PASS": "VP", "V_TER": "VT", "V_BER": "VB", "V_STAT": "VS", "V_ROOT": "VR", "V_NYA": "NYA",
    "A_NYA": "NYA", "ADA_NYA": "NYA", "N": "N", "N_PEAN": "N", "N_PERAN": "N", "N_KEAN": "N", "N_AN": "N", "N_PE": "N",
    "ADJ": "A", "ADJR": "N", "ADV": "ADV", "DEG": "DEG", "PREP": "PREP", "DGN": "DGN", "SECARA": "SECARA",
    "SESUAI": "SESUAI", "UNTUK": "UNTUK", "TANPA": "DGN", "CONJ": "CJ", "COMMA": "CJ", "SUB": "SUB", "NEG": "NEG",
    "NEG_ADA": "NEGADA", "YANG": "YANG", "ADA": "ADA", "AUX": "AUX", "COP": "COP", "DET": "N", "DEM": "N", "NUM": "N",
    "PRON": "N", "LIM": "LIM", "ORD": "N", "QTY": "QTY", "TIME": "TIME", "PAREN": "PAREN", "SEP": "SEP", "SLASH": "/",
    "COLON": ":", "STOP": ".", "PUNCT": "-", "LP": "-", "RP": "-",
}  # fmt: skip
"""Coarse class of a word by its tag; a noun where the tag is of no use to the grammar."""

VERBAL = frozenset({"VA", "VP", "VT", "VS", "VB", "VR"})

_FORM = re.compile(r"[a-z0-9][^&A-Z]*")
"""A cell that is nothing but a form."""

_LIMIT, _KEPT = 100_000, 60
"""How many forms are remembered, and of how many characters."""

_NOWHERE: frozenset[str] = frozenset()
_NEVER: _Known = ("", _NOWHERE, ())
"""Stands for what is remembered of a form that was not seen yet; no word has that tag."""

Test = Callable[[Sequence[Word], Sequence[str], int], bool]
"""Tells whether the word at an index, which may lie outside the text, is what a cell of the table asks for."""


class Context(msgspec.Struct, frozen=True):
    """A row: the class that ``word`` gets where all tests hold; ``example`` marks the word with ‹ ›."""

    becomes: str
    word: Test
    forms: frozenset[str] | None
    """The forms that the word may have; None where the cell asks for more than a form."""
    before: Test
    behind: frozenset[str] | None
    """The classes one of which stands before, "" for none at the begin of the text; None where it may be any."""
    after: tuple[Test, ...]
    elsewhere: tuple[tuple[str, Test], ...]
    example: str


_Known = tuple[str, frozenset[str] | None, tuple[Context, ...]]
"""What is remembered of a form: the tag that it had last (hardly any has two), the classes one of which stands before it
where one of its rows fits, None for any, and its rows."""


class Contexts:
    """The rows of a table in their order; which of them can apply to a word is remembered by its form and tag."""

    def __init__(self, rows: Iterable[Context]) -> None:
        self.rows = tuple(rows)
        self._own: dict[str, _Known] = {}

    def classes(self, words: Sequence[Word]) -> list[str]:
        """Return the coarse class of each of *words*."""
        bases = [BASE.get(w.tag, "N") for w in words]
        remembered, before = self._own.get, ""
        for i, word in enumerate(words):
            reading = word.reading
            tag, behind, own = remembered(reading.form, _NEVER)
            if tag != word.tag:
                _, behind, own = self._rows_of(words, bases, i)
            fitting = None
            if behind is None or before in behind:
                fitting = next((row for row in own if _fits(row, words, bases, i)), None)
            if fitting is not None:
                bases[i] = fitting.becomes
            elif reading.guessed and bases[i] in {"N", "VT"}:
                bases[i] = _by_shape(words, bases, i)
            before = bases[i]
        return bases

    def forget(self) -> None:
        """Drop what is remembered of the forms that were seen."""
        self._own.clear()

    def _rows_of(self, words: Sequence[Word], bases: Sequence[str], i: int) -> _Known:
        """Return what is known of the word at *i*, and remember it where its form is not too long."""
        form = words[i].lower
        near = [row for row in self.rows if row.forms is None or form in row.forms]
        own = tuple(row for row in near if row.word(words, bases, i))
        places = [row.behind for row in own]
        behind = None if None in places else _NOWHERE.union(*(place for place in places if place is not None))
        known = words[i].tag, behind, own
        if len(form) <= _KEPT:
            if len(self._own) >= _LIMIT:
                self._own.clear()
            self._own[form] = known
        return known


def read_contexts(table: str) -> Contexts:
    """Return the rows of the text of a table: class, word, before, after, elsewhere, example; split by tabs.

    A cell is alternatives (|) of conditions that hold together (&), each perhaps denied (!): a CLASS, a form ("_" for a
    space), +feature, #TAG, ~affix, ^ (nothing stands there: the text begins), $ (it ends), * (anything). "after" is
    a sequence of cells, where CJ stands for any number of joints; "elsewhere" has first:, earlier: (of every word before)
    and later: (of one word behind). Raises ValueError for a row that has not six columns.
    """
    rows = []
    for line in table.splitlines():
        if line and not line.startswith("#"):
            becomes, word, before, after, elsewhere, example = line.split("\t")
            places = [cell.split(":", 1) for cell in elsewhere.split()]
            rows.append(
                Context(
                    becomes,
                    _cell(word),
                    _forms(word),
                    _cell(before),
                    _classes_of(before),
                    tuple(_cell(c) for c in after.split()),
                    tuple((place, _cell(cell)) for place, cell in places),
                    example,
                )
            )
    return Contexts(rows)


def _fits(row: Context, words: Sequence[Word], bases: Sequence[str], i: int) -> bool:
    if row.behind is not None and (bases[i - 1] if i else "") not in row.behind:
        return False  # soon found, and so of most rows
    if not row.before(words, bases, i - 1):
        return False
    at = i + 1
    for n, test in enumerate(row.after):
        if not test(words, bases, at):
            return False
        at += 1
        while n + 1 < len(row.after) and at < len(bases) and bases[at] == bases[at - 1] == "CJ":
            at += 1
    return all(_elsewhere(place, test, words, bases, i) for place, test in row.elsewhere)


def _elsewhere(place: str, test: Test, words: Sequence[Word], bases: Sequence[str], i: int) -> bool:
    if place == "later":
        return any(test(words, bases, n) for n in range(i + 1, len(words)))
    return all(test(words, bases, n) for n in range(1 if place == "first" else i))


def _cell(text: str) -> Test:
    alternatives = text.split("|")
    if all(part.isalpha() and part.isupper() and part != "VERB" for part in alternatives):
        names = frozenset(alternatives)
        return lambda words, bases, i: 0 <= i < len(words) and bases[i] in names
    return _one_of([_each_of([_atom(atom) for atom in part.split("&")]) for part in alternatives])


def _each_of(tests: list[Test]) -> Test:
    """Return the test that all *tests* hold; a plain loop, since this runs for each word."""
    if len(tests) == 1:
        return tests[0]

    def test(words: Sequence[Word], bases: Sequence[str], i: int) -> bool:
        for one in tests:  # noqa: SIM110
            if not one(words, bases, i):
                return False
        return True

    return test


def _one_of(tests: list[Test]) -> Test:
    """Return the test that one of *tests* holds."""
    if len(tests) == 1:
        return tests[0]

    def test(words: Sequence[Word], bases: Sequence[str], i: int) -> bool:
        for one in tests:  # noqa: SIM110
            if one(words, bases, i):
                return True
        return False

    return test


def _forms(text: str) -> frozenset[str] | None:
    """Return the forms that the cell *text* names where it names nothing else; None for any other cell."""
    cells = text.split("|")
    return frozenset(cell.replace("_", " ") for cell in cells) if all(map(_FORM.fullmatch, cells)) else None


def _classes_of(text: str) -> frozenset[str] | None:
    """Return the classes without one of which the cell *text* does not hold, "" for the begin of the text; None where it
    may hold of any."""
    found: set[str] = set()
    for part in text.split("|"):
        name = next((atom for atom in part.split("&") if atom == "^" or (atom.isalpha() and atom.isupper())), None)
        if name is None:
            return None
        found |= VERBAL if name == "VERB" else {name.replace("^", "")}
    return frozenset(found)


def _atom(text: str) -> Test:
    if text.startswith("!"):
        denied = _atom(text[1:])
        return lambda words, bases, i: not denied(words, bases, i)
    if text == "*":
        return lambda words, bases, i: True
    if text == "^":
        return lambda words, bases, i: i < 0
    if text == "$":
        return lambda words, bases, i: i >= len(words)
    name = text[1:]
    if text[0] == "+":
        return lambda words, bases, i: 0 <= i < len(words) and name in words[i].reading.features
    if text[0] == "#":
        return lambda words, bases, i: 0 <= i < len(words) and words[i].tag == name
    if text[0] == "~":
        return lambda words, bases, i: 0 <= i < len(words) and name in words[i].reading.affixes
    if text == "VERB":
        return lambda words, bases, i: 0 <= i < len(words) and bases[i] in VERBAL
    if text.isupper():
        return lambda words, bases, i: 0 <= i < len(words) and bases[i] == text
    form = text.replace("_", " ")
    return lambda words, bases, i: 0 <= i < len(words) and words[i].lower == form


def _by_shape(words: Sequence[Word], bases: Sequence[str], i: int) -> str:
    """Return the class of an unknown word, a verb where it has the shape of one and stands where a verb does.

    A word in me- first before a noun or after "untuk" is an act; one in small letters between nouns is a verb, since
    names have capitals.
    """
    features, base = words[i].reading.features, bases[i]
    before = bases[i - 1] if i else ""
    after = bases[i + 1] if i + 1 < len(bases) else ""
    small = words[i].text.islower()
    if "active_shape" in features:
        if not i:
            return "VA" if after in {"N", "QTY", "CJ"} else base
        free = before in {"UNTUK", "AUX", "CJ", "TIME"} or (small and before in {"N", "PAREN"})
        return "VA" if free and after in {"N", "QTY"} and (small or before != "N") else base
    if "passive_shape" in features:
        return "VP" if small and before in {"N", "AUX", "NEG", "YANG"} and after != "CJ" else base
    return "N" if base == "VT" and before == "N" and after == "N" else base
