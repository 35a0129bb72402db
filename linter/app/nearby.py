"""Good statements of the labelled corpus that are about the same: for those who want to see how others say it."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from linter.app.analyser import Analyser
from linter.app.labelled import Labels, corpus
from linter.model import Checked, Item

_GRAVE = frozenset({"error", "warning"})


class Near(msgspec.Struct, frozen=True):
    """A good statement, how near it is (0–1, the weight of the roots that both have), and the roots that both have."""

    checked: Checked
    nearness: float
    shared: frozenset[str]


def near(analyser: Analyser, text: str, most: int = 5) -> list[Near]:
    """Return the *most* good statements of the corpus that share roots with *text*, the nearest first.

    Good is what people called a clear pencapaian and the rules have no warning about. A root that few statements have
    weighs more; of statements as near the shorter comes first.
    """
    reader = analyser.reader
    wanted = frozenset(reader.essence(text).roots)
    known = [(item, frozenset(reader.essence(item.text).roots)) for item in _good(corpus())]
    found = Counter(root for _, roots in known for root in roots)
    weight = {root: math.log((1 + len(known)) / (1 + found[root])) for root in wanted}
    whole = sum(weight.values()) or 1.0
    ranked = [
        (-sum(weight[root] for root in roots & wanted) / whole, len(item.text), item.text, item, roots & wanted)
        for item, roots in known
        if roots & wanted
    ]
    heapq.heapify(ranked)
    told: list[Near] = []
    while ranked and len(told) < most:
        far, _, _, item, shared = heapq.heappop(ranked)
        checked = analyser.check(item)
        if not any(finding.severity in _GRAVE for finding in checked.findings):
            told.append(Near(checked, -far, shared))
    return told


def _good(labelled: Iterable[tuple[Item, Labels]]) -> Iterable[Item]:
    for item, labels in labelled:
        if item.part == "rencana_kinerja" and labels.class_ == "pencapaian" and labels.clear and not labels.semu:
            yield item
