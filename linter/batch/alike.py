"""Finds wordings that stand in SKP of different posts or levels: the same words, or nearly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec
from rapidfuzz import fuzz

from linter.batch.records import DocumentRecord
from linter.model.batch import Alike

SIMILAR = 92
"""Likeness (0–100, of sorted words) from which two statements are nearly the same."""
_LONG = 4
"""Words that a statement must have: shorter ones are alike by chance."""
_BLOCK = 200
"""Wordings that share a rare word beyond which that word tells nothing."""
_RARE = 3
"""The rarest words of a statement by which others are looked for."""
_SHOWN, _KEPT = 8, 1_000
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+")


class Wording(msgspec.Struct):
    """A wording and where it stands: the documents and the posts with their levels, the first few of each."""

    text: str
    words: tuple[str, ...]
    figures: tuple[str, ...]
    number: int = 0
    documents: list[str] = []
    posts: set[tuple[str, str]] = set()


class Wordings:
    """The distinct wordings of a batch."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Wording] = {}

    def add(self, document: DocumentRecord, name: str) -> None:
        """Take in the statements that the writer of a document, which the report calls *name*, worded."""
        for plan in document.plans:
            words = tuple(_WORD.findall(plan.text.casefold()))
            if plan.asal != "sendiri" or len(words) < _LONG:
                continue
            wording = self._known.setdefault(
                words, Wording(plan.text, words, tuple(_FIGURE.findall(plan.text)), 0, [], set())
            )
            wording.number += 1
            wording.posts.add((document.post.casefold(), document.level))
            if len(wording.documents) < _SHOWN and name not in wording.documents:
                wording.documents.append(name)

    def alike(self) -> tuple[Alike, ...]:
        """Return the wordings that different posts or levels share, and pairs that nearly are, the most alike first.

        A difference in figures is a difference (decision 11); peers of one post are no copies of each other (decision 18).
        """
        found = [_told(one, 100.0, one.posts) for one in self._known.values() if _differ(one.posts)]
        found += self._near()
        return tuple(sorted(found, key=lambda one: (-one.likeness, -len(one.documents), one.text))[:_KEPT])

    def _near(self) -> Iterator[Alike]:
        seen: set[tuple[int, int]] = set()
        for block in self._blocks():
            for a, b in combinations(block, 2):
                pair = (min(id(a), id(b)), max(id(a), id(b)))
                if pair in seen or a.figures != b.figures or not _differ(a.posts | b.posts):
                    continue
                seen.add(pair)
                like = fuzz.token_sort_ratio(" ".join(a.words), " ".join(b.words), score_cutoff=SIMILAR)
                if like:
                    both = Wording(f"{a.text} / {b.text}", (), (), 0, [*a.documents, *b.documents][:_SHOWN], set())
                    yield _told(both, round(like, 1), a.posts | b.posts)

    def _blocks(self) -> Iterator[Sequence[Wording]]:
        """Yield the wordings that share one of their rarest words."""
        often = Counter(word for words in self._known for word in set(words))
        blocks: defaultdict[str, list[Wording]] = defaultdict(list)
        for wording in self._known.values():
            for word in sorted(set(wording.words), key=lambda word: (often[word], word))[:_RARE]:
                blocks[word].append(wording)
        yield from (block for block in blocks.values() if 1 < len(block) <= _BLOCK)


def _differ(posts: set[tuple[str, str]]) -> bool:
    """Tell whether different posts or levels are among *posts*; those that say neither are not counted."""
    return len({post for post in posts if any(post)}) > 1


def _told(wording: Wording, likeness: float, posts: set[tuple[str, str]]) -> Alike:
    shown = sorted({post for post, _ in posts if post})[:_SHOWN]
    return Alike(wording.text, likeness, tuple(wording.documents), tuple(shown))
