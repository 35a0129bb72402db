"""The documents of a folder as a unit: their texts are kept while they stream, and linked when the folder ends."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from linter.app.links import Paper, Value, links_of
from linter.engine import Around
from linter.language.numbers import DURATIONS
from linter.model import Checked, Document, Item, NotChecked, Said

if TYPE_CHECKING:
    from linter.app.analyser import Analyser

_MOST = 20_000
"""Texts of one folder that are kept; beyond, the folder is no unit and is not linked."""
MOST_FILES = 200
"""Files of one folder that are linked; an office has fewer employees in one unit."""


class Unit:
    """Takes in the documents of a run, and yields what their links show when a folder is closed."""

    def __init__(self) -> None:
        self._folders: dict[str, list[Paper]] = {}
        self._analysers: dict[str, Analyser] = {}
        """What each document was checked with, by its path; its links are judged by the same settings."""
        self._kept: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()
        self._files: Counter[str] = Counter()

    def open(self, document: Document, analyser: Analyser) -> Paper:
        """Return the paper that the texts of *document*, which *analyser* checks, are to be added to."""
        self._analysers[document.path] = analyser
        self._files[folder_of(document.path)] += document.path not in self._documents
        self._documents[document.path] += 1
        paper = Paper(document.path, document.format, document.header, self._documents[document.path])
        self._folders.setdefault(folder_of(paper.path), []).append(paper)
        return paper

    def add(self, paper: Paper, item: Item) -> None:
        """Keep a text of *paper* that others may refer to."""
        folder = folder_of(paper.path)
        if item.part in _KEPT and may_be_linked(paper) and self._kept[folder] <= _MOST:
            self._kept[folder] += 1
            paper.items.append(item)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that are open, in the order in which they were read."""
        return tuple(self._folders)

    def is_crowded(self, folder: str) -> bool:
        """Tell whether a folder holds more than can be linked, so that its links are left alone."""
        return self._kept[folder] > _MOST or self._files[folder] > MOST_FILES

    def close(self, folder: str) -> Iterator[tuple[Paper, Checked] | NotChecked]:
        """Yield every text of a folder whose link with another document gives a note; or that the folder is left alone.

        What was kept of the folder is forgotten.
        """
        all_papers = self._folders.pop(folder, [])
        papers = [paper for paper in all_papers if may_be_linked(paper)]
        if len(papers) > 1 and self.is_crowded(folder):
            yield NotChecked(folder or ".", TOO_MANY, fatal=False)
        elif len(papers) > 1:
            yield from self._linked(papers)
        del self._kept[folder], self._files[folder]
        for paper in all_papers:
            self._analysers.pop(paper.path, None)

    def _linked(self, papers: Sequence[Paper]) -> Iterator[tuple[Paper, Checked]]:
        first = self._analysers[papers[0].path]
        for paper, item, link in links_of(papers, _figures(first), _amounts(first), first.reader.parse):
            told = msgspec.structs.replace(item, part="unit")
            checked, _ = self._analysers[paper.path].examine(told, paper.header, around=Around(link=link))
            if checked.findings:
                yield paper, checked


def _figures(analyser: Analyser) -> Value:
    """Return what reads the figure of a target, the lower one of a range."""

    def figure(text: str | None) -> float | None:
        target = analyser.reader.target(text)
        return None if target is None else target.low if target.low is not None else target.high

    return figure


def _amounts(analyser: Analyser) -> Value:
    """Return what reads how many things a target asks for; of a share, a time, money or an upper bound None."""

    def amount(text: str | None) -> float | None:
        target = analyser.reader.target(text)
        if target is None or target.form not in ("angka", "batas") or target.low is None or target.per is not None:
            return None
        return None if target.unit in _NOT_COUNTED or (target.unit or "").split(" ")[0] in DURATIONS else target.low

    return amount


_NOT_COUNTED = frozenset({"%", "rp", "poin", "skor", "nilai", "indeks"})


def may_be_linked(paper: Paper) -> bool:
    """Tell whether a document says whose it is, or is one of the papers beside an SKP."""
    return paper.header.post is not None or paper.header.kind not in ("daftar", "skp")


def folder_of(path: str) -> str:
    """Return the folder of the file *path*; "" for one in the current folder."""
    return posixpath.dirname(path.replace("\\", "/"))


TOO_MANY = Said(
    f"lebih dari {MOST_FILES} berkas atau {_MOST} rumusan dalam satu folder; dokumennya tidak dihubungkan satu sama lain",
    f"more than {MOST_FILES} files or {_MOST} statements in one folder; its documents are not linked with each other",
)
_KEPT = frozenset({"rencana_kinerja", "rk_atasan", "indikator", "sasaran", "sel_matriks"})
