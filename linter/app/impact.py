"""What changes when rules change: text by text, and the precision of each rule before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from linter.app.labelled import Labels
from linter.app.sides import Side
from linter.engine import RuleFile
from linter.model import SEVERITIES, Checked, Header, Item


class Text(msgspec.Struct, frozen=True):
    """A text to judge twice: the path of its file, what stands around it, and its labels where people gave some."""

    path: str
    item: Item
    header: Header = Header()
    labels: Labels | None = None


class Judged(msgspec.Struct, frozen=True):
    """What one set of rules says of a text: its class, the rule that decided, and code → severity of the notes."""

    class_: str | None = msgspec.field(name="class")
    semu: bool
    decided_by: str | None
    notes: dict[str, str]


class Change(msgspec.Struct, frozen=True):
    """A text of which two sets of rules say different things."""

    path: str
    item: Item
    before: Judged
    after: Judged


class Score(msgspec.Struct, frozen=True):
    """How often a rule spoke on labelled texts, and how often its label agreed; ``of`` counts those that say so."""

    spoke: int = 0
    of: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share (0–1) of the labelled texts on which the rule was right, None where no label can tell."""
        return self.right / self.of if self.of else None


class Impact:
    """Compares two sides over a stream of texts; ``changes`` must be read to its end before the rest is asked for."""

    def __init__(self, sides: tuple[Side, Side]) -> None:
        self._sides = sides
        self._spoke: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._of: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._right: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self.texts = 0
        self.changed = 0
        self.good = 0
        """Labelled statements that are clearly a result, in form and in substance."""
        self.accused: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        """How many of these got a note as their gravest one, by severity, before and after."""

    def changes(self, texts: Iterable[Text]) -> Iterator[Change]:
        """Yield each of *texts* that is judged otherwise than before."""
        for text in texts:
            before, after = (self._judge(side, text) for side in (0, 1))
            self.texts += 1
            if before != after:
                self.changed += 1
                yield Change(text.path, text.item, before, after)

    def scores(self) -> dict[str, tuple[Score | None, Score | None]]:
        """Return the scores of every rule that spoke on other texts than before or exists on one side only, by code."""
        known = [side.rule_files for side in self._sides]
        out: dict[str, tuple[Score | None, Score | None]] = {}
        for code in sorted({*known[0], *known[1]}):
            pair = tuple(self._score(side, code) if code in known[side] else None for side in (0, 1))
            if pair[0] != pair[1] or known[0].get(code) != known[1].get(code):
                out[code] = (pair[0], pair[1])
        return out

    def _score(self, side: int, code: str) -> Score:
        return Score(self._spoke[side][code], self._of[side][code], self._right[side][code])

    def _judge(self, side: int, text: Text) -> Judged:
        judge, labels = self._sides[side], text.labels
        checked = judge.check(text.path, text.item, text.header)
        spoke = spoke_on(checked)
        self._spoke[side].update(spoke)
        if labels is not None and labels.clear:
            for code in spoke:
                right = agrees(judge.rule_files[code], labels)
                self._of[side][code] += right is not None
                self._right[side][code] += right is True
            if labels.class_ == "pencapaian" and not labels.semu:
                self.good += side
                severities = {f.severity for f in checked.findings}
                gravest = next((s for s in SEVERITIES if s in severities), None)
                self.accused[side].update([gravest] if gravest else [])
        verdict = checked.verdict
        notes = {f.code: f.severity for f in checked.findings}
        return Judged(
            verdict.class_ if verdict else None,
            verdict.semu if verdict else False,
            verdict.decided_by if verdict else None,
            notes,
        )


def spoke_on(checked: Checked) -> set[str]:
    """Return the codes that had a say: those of the notes, and the rule that decided the class."""
    decided = checked.verdict.decided_by if checked.verdict else None
    return {f.code for f in checked.findings} | ({decided} if decided else set())


def agrees(rule: RuleFile, labels: Labels) -> bool | None:
    """Tell whether *labels* say that *rule* was right to speak; None where they do not tell.

    A class rule is right where the label has its class and its semu; a note where a reader said so, else where the field
    that the rule names under ``label`` has the value that it names.
    """
    if rule.code in labels.notes:
        return labels.notes[rule.code]
    if rule.kind == "class":
        if labels.class_ is None:
            return None
        named = labels.class_ if labels.class_ in ("pencapaian", "aktivitas", "kategori") else None
        return (named, labels.semu) == (rule.class_, rule.semu)
    if rule.label is None:
        return None
    value = getattr(labels, rule.label.field)
    return None if value is None else bool(value == rule.label.is_)
