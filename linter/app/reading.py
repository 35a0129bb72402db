"""Reading: from a text to its parse, its measures and its target; it depends on the text alone and is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from linter.app.resources import Resources
from linter.engine import content
from linter.engine.likeness import Essence, essence
from linter.grammar import (
    IndicatorLists,
    IndicatorReader,
    MeasureReader,
    Standards,
    StatementReader,
    TargetReader,
    read_contexts,
)
from linter.language import Tagger
from linter.model import Branch, Indicator, Item, Measured, Parse, Reading, Target

_LIMIT = 5_000
_LONGEST, _ROOM = 2_000, 1_000_000
"""Bounds of the memory of readings: entries, code points of a text that is remembered, and of all of them together."""
_NONE: frozenset[str] = frozenset()
Found = TypeVar("Found")


class _Memory(Generic[Found]):
    """What is found in texts, each read once; nothing depends on what else is remembered."""

    def __init__(self, read: Callable[[str], Found]) -> None:
        self._read = read
        self._known: dict[str, Found] = {}
        self._room = _ROOM

    def __call__(self, text: str) -> Found:
        """Return what is found in *text*."""
        known = self._known.get(text)
        if known is None:
            known = self._read(text)
            if len(text) <= _LONGEST:
                self._keep({text: known})
        return known

    def ahead(self, texts: Iterable[str], read_all: Callable[[Sequence[str]], Sequence[Found]]) -> None:
        """Have those of *texts* that are not known read together by *read_all*, and remember all of them.

        Texts that are too long to be remembered, and those that a full memory would have no room for, are left.
        """
        asked, room = list[str](), _ROOM
        for text in dict.fromkeys(text for text in texts if len(text) <= _LONGEST):
            room -= len(text)
            if room < 0:
                break
            asked.append(text)
        new = [text for text in asked if text not in self._known]
        self._keep(dict(zip(new, read_all(new), strict=True)), asked)

    def _keep(self, found: Mapping[str, Found], asked: Iterable[str] = ()) -> None:
        """Remember what was *found* in each text; where that is too much, only these and what was *asked* for stay known."""
        size = sum(map(len, found))
        if len(self._known) + len(found) > _LIMIT or self._room < size:
            near = {text: self._known[text] for text in asked if text in self._known}
            self.clear()
            self._known |= near
            self._room -= sum(map(len, near))
        self._known |= found
        self._room -= size

    def clear(self) -> None:
        """Drop what is remembered."""
        self._known.clear()
        self._room = _ROOM


class Reader:
    """Reads statements, indicators and targets with the grammar, the words and the lists that it is given."""

    def __init__(self, resources: Resources) -> None:
        lists, grammars = resources.rules.lists, resources.grammars
        contexts = read_contexts(grammars["contexts"])
        standards = Standards(vague=lists.get("kata-kabur", _NONE), references=lists.get("rujukan-kosong", _NONE))
        predicates = lists.get("predikat", _NONE)
        phrases = grammars["phrases"]
        self._tagger = Tagger(resources.lexicon)
        self._statements = StatementReader(self._tagger, phrases + grammars["statement"], contexts, standards)
        self._targets = TargetReader(self._tagger, grammars["target"], grammars["target-words"], predicates)
        self._measures = MeasureReader(self._tagger, phrases + grammars["indicator"], contexts, standards)
        self._indicators = IndicatorReader(
            self._measures,
            IndicatorLists(
                vague=standards.vague,
                vague_objects=lists.get("objek-kabur", _NONE),
                absolute=lists.get("kata-mutlak", _NONE) | lists.get("angka-nol", _NONE),
                terms=lists.get("istilah-baku", _NONE),
            ),
        )
        self._parsed = _Memory(self._statements.read)
        self._aimed = _Memory(self._targets.read)
        self._contents = _Memory(lambda text: content(self.parse(text)))
        self._essences = _Memory(lambda text: essence(self.parse(text)))

    def forget(self) -> None:
        """Drop what is remembered of texts and words; nothing depends on it but how soon they are read again."""
        for memory in (self._parsed, self._aimed, self._contents, self._essences):
            memory.clear()
        for reader in (self._statements, self._measures):
            reader.forget()

    def ahead(self, texts: Iterable[str]) -> None:
        """Read some hundred *texts* that will be asked for soon, which takes less than one after the other."""
        self._parsed.ahead(texts, self._statements.read_all)

    def parse(self, text: str) -> Parse:
        """Return the parse of *text* (read once, remembered)."""
        return self._parsed(text)

    def essence(self, text: str) -> Essence:
        """Return what the statement *text* speaks of (found once, remembered)."""
        return self._essences(text)

    def content(self, text: str) -> frozenset[str]:
        """Return the roots of what the statement *text* is about (found once, remembered)."""
        return self._contents(text)

    def measures(self, text: str) -> tuple[Measured, ...]:
        """Return the measures that the indicator *text* names; none where it begins with no measure."""
        return self._measures.read(text, self.parse(text).words)

    def target(self, text: str | None) -> Target | None:
        """Return the target that *text* states (read once, remembered: the same few stand beside many indicators)."""
        return self._aimed(text) if text else None

    def target_of(self, item: Item) -> Target | None:
        """Return the target beside an indicator, or else the one that stands in it."""
        given = item.target if item.target and item.target.strip() else None
        return self.target(given or self._indicators.target_in(item.text, self.parse(item.text)))

    def indicator(self, item: Item, class_: str | None, target: Target | None) -> Indicator:
        """Return the facts of an indicator whose text, as a statement, has the class *class_*."""
        return self._indicators.read(item.text, self.parse(item.text), class_, target, item.target or "")

    def tree(self, text: str, grammar: str = "statement") -> str:
        """Return the tree of *text* in one line, by the grammar "statement", "indicator" or "target"."""
        trees = {"statement": self._statements.tree, "indicator": self._measures.tree, "target": self._targets.tree}
        return trees[grammar](text)

    def branch(self, text: str, grammar: str = "statement") -> Branch:
        """Return the grammar's tree of *text*, by the grammar "statement" or "indicator"."""
        return (self._measures if grammar == "indicator" else self._statements).branch(text)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return every reading of the word form *form*, best first."""
        return self._tagger.morphology.readings(form.lower())
