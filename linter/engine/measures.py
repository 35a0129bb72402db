"""Named measures that are declared in YAML: counts, shares and similarities that no single fact or pattern can say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from linter.engine.facts import FactInfo, Facts
from linter.engine.types import MEASURE_WORDING, MeasureFile
from linter.model import Phrase, Said, Tree, Word
from linter.model.nearest import hint_at
from linter.model.shape import fit

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")

_BESIDE: dict[str, Callable[[Facts], Iterable[str]]] = {
    "rk": lambda f: (f.item.rk,) if f.item.rk else (),
    "target": lambda f: (f.item.target,) if f.item.target else (),
    "uraian_tugas": lambda f: f.header.duties,
}
"""The texts that a similarity may be taken with, besides a list."""
_CUES = {"rk": ("#rk",), "target": ("#target",), "uraian_tugas": ("#duties",)}
"""What a text must have beside it to be like one of them at all."""
BESIDE = tuple(_BESIDE)


def read_measures(trees: Iterable[Tree], lists: Mapping[str, frozenset[str]]) -> dict[str, MeasureFile]:
    """Return the measures of the files by name, a later one for an earlier one of the same name.

    Raises UserError, with its place, for a list that is not known and for keys that do not go together.
    """
    found: dict[str, MeasureFile] = {}
    for tree in trees:
        file = fit(tree, MeasureFile, MEASURE_WORDING)
        expected = f"{file.name}.yaml"
        if not tree.path.replace("\\", "/").endswith(expected):
            message = Said(f"nama berkas seharusnya {expected}", f"the file should be named {expected}")
            raise tree.fault(("name",), message)
        wanted, other = ("with", "in") if file.kind == "similarity" else ("in", "with")
        value = file.with_ if wanted == "with" else file.in_
        if value is None:
            message = Said(f"jenis '{file.kind}' memerlukan '{wanted}'", f"'{file.kind}' needs '{wanted}'")
            raise tree.fault(("kind",), message)
        if (other,) in tree.keys:
            message = Said(f"'{other}' tidak dipakai oleh '{file.kind}'", f"'{file.kind}' has no '{other}'")
            raise tree.fault((other,), message)
        known = (*(BESIDE if wanted == "with" else ()), *(f"@{name}" for name in lists))
        if value not in known:
            message = Said(f"'{value}' tidak dikenal", f"'{value}' is not known")
            raise tree.fault((wanted,), message, hint_at(value, known))
        found[file.name] = file
    return found


def measure(file: MeasureFile, lists: Mapping[str, frozenset[str]]) -> FactInfo:
    """Return the fact that *file* declares; the list it names was checked when it was loaded.

    A count is a whole number, a share 0–1, a similarity 0–100 (the best one; 0 where there is nothing to compare with).
    """
    if file.kind == "similarity":
        find, cues = _similarity(file.with_ or "", lists), _CUES.get(file.with_ or "", ())
        return FactInfo(file.name, file.about.id, (), find, number=True, cues=cues)
    words = lists[(file.in_ or "").removeprefix("@")]
    return FactInfo(file.name, file.about.id, (), _count(file, words, share=file.kind == "share"), number=True)


def _count(file: MeasureFile, listed: frozenset[str], *, share: bool) -> Callable[[Facts], Any]:
    by_root = file.by == "lemma"

    def get(f: Facts) -> Any:
        words = _words(f, file.of)
        number = sum((word.lemma if by_root else word.lower) in listed for word in words)
        return (number / len(words) if words else 0.0) if share else number

    return get


def _words(f: Facts, of: str) -> Sequence[Word]:
    if of == "teks":
        return f.parse.words
    if of == "qualifiers":
        phrases = [q.phrase for q in f.parse.qualifiers]
    else:
        phrase = getattr(f.parse, of)
        phrases = [phrase] if isinstance(phrase, Phrase) else []
    return [word for phrase in phrases for word in f.parse.words[phrase.first : phrase.last + 1]]


def _similarity(with_: str, lists: Mapping[str, frozenset[str]]) -> Callable[[Facts], float]:
    """Return the best likeness with other texts; one whose numbers or whose first word differ is no match at all."""
    if with_.startswith("@"):
        listed = tuple(map(_plain, sorted(lists[with_[1:]])))

        def others(f: Facts) -> Iterable[str]:
            return listed
    else:
        beside = _BESIDE[with_]

        def others(f: Facts) -> Iterable[str]:
            return map(_plain, beside(f))

    def get(f: Facts) -> float:
        compared = tuple(others(f))
        if not compared:
            return 0.0
        own = _plain(f.item.text)
        return max((fuzz.token_sort_ratio(own, other) for other in compared if _may_be_one(own, other)), default=0.0)

    return get


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _may_be_one(one: str, other: str) -> bool:
    return _NUMBER.findall(one) == _NUMBER.findall(other) and one.split(" ")[:1] == other.split(" ")[:1]
