"""Keeps what was found out about documents until the links of their folder are judged, then gives whole files back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

import msgspec

from linter.engine import RuleSet, score
from linter.model import Checked, Document, Header, Noted, Reviewed, Score

MOST = 20_000
"""Texts of one document that are kept; of a longer one only the headline is known."""


class Case(msgspec.Struct):
    """A document that is being checked: its place in its file, and what was found out so far."""

    document: Document
    number: int
    lang: str
    items: list[Checked] = []
    clean: int = 0
    statements: int = 0
    whole: bool = True

    def add(self, checked: Checked) -> None:
        """Keep a checked item, without its parse, which takes the most room."""
        if checked.item.part == "rencana_kinerja" and checked.verdict is not None:
            self.statements += 1
            self.clean += all(f.suppressed is not None or f.severity == "info" for f in checked.findings)
        if len(self.items) >= MOST:
            self.whole = False
            self.items.clear()
        if self.whole:
            self.items.append(msgspec.structs.replace(checked, parse=None, indicator=None))

    def reviewed(self, rules: RuleSet) -> Reviewed:
        """Return the document as a whole, with fingerprints of its notes and its score."""
        document, items = self.document, tuple(self.items)
        notes = tuple(_noted(items, document.header, self.number))
        if self.whole:
            stands = score(document.header, items, notes, rules.index, rules.rules, self.lang)
        else:
            stands = Score(self.clean, self.statements, (), None)
        path, format_, people = document.path, document.format, document.people
        return Reviewed(path, format_, self.number, document.header, people, items, notes, stands, self.whole)


class Gatherer:
    """The documents of the folders that are open, file by file."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._files: dict[str, list[Case]] = {}

    def open(self, document: Document, lang: str) -> Case:
        """Return the case that what is found out about *document* is to be added to."""
        file = self._files.setdefault(document.path, [])
        case = Case(msgspec.structs.replace(document, items=iter(())), len(file) + 1, lang)
        file.append(case)
        return case

    def case(self, path: str, number: int) -> Case:
        """Return the document *number* of the file *path*, which is open."""
        return self._files[path][number - 1]

    def close(self, path: str) -> tuple[Reviewed, ...]:
        """Return the documents of a file, to which nothing will be added any more; none where it is not open."""
        return tuple(case.reviewed(self._rules) for case in self._files.pop(path, ()))

    @property
    def waiting(self) -> tuple[str, ...]:
        """The files that are open, in the order in which they were read."""
        return tuple(self._files)


def _noted(items: Sequence[Checked], header: Header, number: int) -> Iterator[Noted]:
    """Yield the notes that no silence covers, with their fingerprints and the texts that they are about."""
    whose = header.person or f"{header.post or ''}|{header.unit or ''}|{number}"
    seen: Counter[tuple[str, str, int, int]] = Counter()
    texts = {_place(one.item.at): n for n, one in reversed([*enumerate(items)]) if one.item.part in _TEXTS}
    rows = _rows(items)
    for n, one in enumerate(items):
        for finding in one.findings:
            told = (one.key, finding.code, finding.start, finding.end)
            seen[told] += 1
            if finding.suppressed is not None:
                continue
            key = blake2b("\0".join(map(str, (whose, *told, seen[told]))).encode(), digest_size=8).hexdigest()
            yield Noted(key, one.item, finding, _about(n, one, texts, rows))


_TEXTS = frozenset(
    {"rencana_kinerja", "rk_atasan", "indikator", "sasaran", "sel_matriks", "uraian_tugas", "simpul_pohon"}
)
"""Parts that stand for themselves; notes of a row or of a link are about one of these."""
_Place = tuple[tuple[str, object], ...]


def _place(at: Mapping[str, object]) -> _Place:
    return tuple(sorted(at.items()))


def _rows(items: Sequence[Checked]) -> dict[tuple[int | None, str | None], int]:
    """Return the indicators by row and rencana kinerja, the first of several: what stands beside them is about them."""
    of: dict[tuple[int | None, str | None], int] = {}
    for n, one in enumerate(items):
        if one.item.part == "indikator":
            of.setdefault((one.item.row, one.item.parent), n)
    return of


def _about(
    n: int, one: Checked, texts: Mapping[_Place, int], rows: Mapping[tuple[int | None, str | None], int]
) -> int | None:
    """Return the place among the items of the text that a note about the item *n* is about."""
    item = one.item
    if item.part == "dokumen":
        return None
    if item.part in ("baris", "unit"):
        return texts.get(_place(item.at))
    if item.part in ("target", "aspek"):
        return rows.get((item.row, item.parent), n)
    return n
