"""What was probably meant by a misspelt government form: a letter lost, doubled or in the wrong place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA

from linter.language.shape import guess
from linter.model import Reading

_SLIP = (8, 30)
"""Letters of a word in which one wrong letter is looked for."""
_SLIP_OF_VERB = 10
"""Letters from which that is done for what is only shaped like a verb, as many a name is."""
_NOMINAL = {"N_PEAN", "N_PERAN", "N_KEAN", "V_NYA"}
"""Tags whose affixes nothing but such a word has, so that the root may be wrong by a letter."""
_SHORTEST_ROOT = 5
"""Letters of a root from which a slip in it can be told."""
_PREFIXES = (
    ("", ""), ("meny", "s"), ("men", "t"), ("mem", "p"), ("meng", "k"), ("meng", ""), ("men", ""), ("mem", ""), ("me", ""),
    ("peny", "s"), ("pen", "t"), ("pem", "p"), ("peng", "k"), ("peng", ""), ("pen", ""), ("pem", ""), ("pe", ""),
    ("di", ""), ("ter", ""), ("ber", ""), ("per", ""), ("ke", ""),
)  # fmt: skip
"""Prefixes with the letter of the root that they take the place of."""
_SUFFIXES = ("", "nya", "annya", "kannya", "inya", "an", "kan", "i")


def _usual_slips(form: str) -> Iterator[str]:
    """Yield what was probably meant by *form*: an n lost before -nya, one too many, te- for ter-, -an cut short."""
    if len(form) < 9:
        return
    if form.startswith("ter") and form.endswith("annya"):
        yield form[:-5] + "ananya"
    for c in "aeiouknst":
        if c * 3 in form:
            yield form.replace(c * 3, c * 2)
    bases = [form] + (["ter" + form[2:]] if form.startswith("te") and not form.startswith("ter") else [])
    for base in bases:
        if base != form:
            yield base
        if base.startswith("te") and base.endswith("ya"):
            if base.endswith("nnya"):
                yield base[:-4] + "nya"
            if base.endswith("nya"):
                yield base[:-3] + "nnya"
            else:
                yield base[:-2] + "nya"
            yield base[:-3] + "inya"
    if form.startswith("te") and form.endswith("nyan"):
        yield form[:-1]
    if form.endswith("ya") and not form.endswith("nya"):
        yield form[:-2] + "nya"
    if form.startswith("pe") and form.endswith("a"):
        yield form + "n"


class _NearRoots:
    """Roots by what is left of them without one letter, so that a stem one slip away is found without a search.

    A slip is a letter lost, added, replaced or swapped with its neighbour.
    """

    def __init__(self, roots: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for root in roots:
            if len(root) >= _SHORTEST_ROOT and root.isalpha():
                for rest in {root, *_rests(root)}:
                    self._by_rest.setdefault(rest, []).append(root)

    def _near(self, stem: str) -> Iterator[str]:
        """Yield the roots that one slip makes *stem* of."""
        if len(stem) < _SHORTEST_ROOT - 1:
            return
        seen = {root for rest in (stem, *_rests(stem)) for root in self._by_rest.get(rest, ())}
        for root in sorted(seen):
            if OSA.distance(stem, root, score_cutoff=1) == 1:
                yield root

    def corrections(self, form: str) -> Iterator[str]:
        """Yield *form* with its root written right, for each way to cut affixes off it."""
        for prefix, dropped in _PREFIXES:
            if not form.startswith(prefix):
                continue
            for suffix in _SUFFIXES:
                stem = form[len(prefix) : len(form) - len(suffix)]
                if form.endswith(suffix):
                    for root in self._near(dropped + stem):
                        if root.startswith(dropped):
                            yield prefix + root[len(dropped) :] + suffix


def _rests(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


class Repair:
    """Readings of misspelt forms: *candidates* gives the readings of a form that is spelt right."""

    def __init__(self, roots: Iterable[str], candidates: Callable[[str], Iterable[Reading]]) -> None:
        self._roots = roots
        self._near: _NearRoots | None = None
        self._candidates = candidates

    def usual(self, form: str) -> Iterator[Reading]:
        """Yield the readings of a government form with a letter lost or doubled: tersusunya, tesusunnya, tersediannya."""
        for meant in _usual_slips(form):
            best = self._best(meant)
            if best is not None and best.tag in {"V_NYA", "N_PEAN", "V_TER"} and best.rule != "shape":
                yield _repaired(form, best, 0.0 if "verb" in best.features else 3.0)

    def slip(self, form: str) -> Reading | None:
        """Return the reading of a word whose root has one wrong letter, where its shape says the same: perencanan."""
        if not _SLIP[0] <= len(form) <= _SLIP[1] or not form.isalpha():
            return None
        if self._near is None:
            self._near = _NearRoots(self._roots)
        shaped = guess(form)
        shape = shaped.tag
        if len(form) >= _SLIP_OF_VERB and (single := self._undoubled(form, shape)) is not None:
            return _repaired(form, single, 3.0)
        found = [best for meant in self._near.corrections(form) if (best := self._best(meant)) is not None]
        fitting = [r for r in found if r.tag == shape or (shape == "N" and r.tag in _NOMINAL)]
        fitting = [r for r in fitting if len(form) >= _SLIP_OF_VERB or not r.tag.startswith("V_")]
        if "active_shape" in shaped.features:  # "menatar" is no "penatar"
            fitting = [r for r in fitting if r.root[0] == form[0]]
        best = min(fitting, key=_cost, default=None)
        return _repaired(form, best, 3.0) if best is not None else None

    def _undoubled(self, form: str, shape: str) -> Reading | None:
        """Return the reading of *form* without a letter that stands twice in a row, where its shape says the same: melakukkan."""
        for n in range(1, len(form)):
            if (
                form[n] == form[n - 1]
                and (best := self._best(form[:n] + form[n + 1 :])) is not None
                and best.tag == shape
            ):
                return best
        return None

    def _best(self, form: str) -> Reading | None:
        best = min(self._candidates(form), key=_cost, default=None)
        return best if best is not None and not best.guessed else None


def _repaired(form: str, meant: Reading, doubt: float) -> Reading:
    features = meant.features | {"typo"}
    cost = meant.cost + doubt
    return Reading(form, meant.tag, meant.root, meant.affixes, features, "repair", cost, meant=meant.form)


def _cost(reading: Reading) -> float:
    return reading.cost
