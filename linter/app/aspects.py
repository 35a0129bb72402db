"""What a reviewer looks at in the SKP of a post, with the rules whose notes belong to it (rules/review)."""

from __future__ import annotations

from collections import defaultdict

from linter.app.analyser import Analyser
from linter.engine import ReviewFile, compile_condition, nearest_selection
from linter.model import Header, Item
from linter.report.reviewsheet import Aspect


def aspects_for(analyser: Analyser, header: Header) -> tuple[Aspect, ...]:
    """Return the aspects of a review for the SKP with this *header*, the home of all other notes last.

    Those of JPT differ from those of JA and JF (Materi penyusunan SKP, BKN 2021).
    """
    rules = analyser.resources.rules
    file = _fitting(analyser, header)
    if file is None:
        return ()
    codes = defaultdict[int, set[str]](set)
    selections = [aspect.notes for aspect in file.aspects]
    for code in rules.rules:
        nearest = nearest_selection(code, selections, rules.rules)
        codes[len(selections) - 1 if nearest is None else nearest].add(code)
    lang = analyser.settings.lang
    return tuple(
        Aspect(
            aspect.title.said(lang),
            "; ".join(f"{basis.source}, {basis.place}" for basis in aspect.basis),
            frozenset(codes[n]),
        )
        for n, aspect in enumerate(file.aspects)
    )


def _fitting(analyser: Analyser, header: Header) -> ReviewFile | None:
    rules = analyser.resources.rules
    _, facts = analyser.examine(Item(text="", part="dokumen", at={}), header)
    for file in rules.reviews.values():
        if file.when is None or compile_condition(file.when, rules.vocabulary)(facts):
            return file
    return None
