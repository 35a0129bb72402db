"""The documents of a folder linked with each other: superior and staff, contract, matrix, credit points."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from rapidfuzz import fuzz

from linter.app.likeness import amount_of, folded, likeness
from linter.engine import Around, Link
from linter.model import Checked, Document, Header, Item, NotChecked, Said

if TYPE_CHECKING:
    from linter.app.analyser import Analyser

_SAME = 95
"""Likeness (0–100) of their letters from which a text counts as copied from another."""
_KNOWN = 60
"""Likeness of their letters from which it counts as the same, altered."""
_MOST = 20_000
"""Texts of one folder that are kept; beyond, the folder is no unit and is not linked."""


class Paper(msgspec.Struct):
    """A document as the others see it: its header and the texts that they may refer to."""

    path: str
    format: str
    header: Header
    items: list[Item] = []

    def of(self, *parts: str) -> list[Item]:
        """Return its texts of *parts*."""
        return [item for item in self.items if item.part in parts]

    @property
    def plans(self) -> list[Item]:
        """Its own main rencana kinerja."""
        return [item for item in self.of("rencana_kinerja") if item.section != "tambahan"]


class Unit:
    """Takes in the documents of a run, and yields at the end what their links show."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._folders: dict[str, list[Paper]] = {}
        self._kept: Counter[str] = Counter()

    def open(self, document: Document) -> Paper:
        """Return the paper that the texts of *document* are to be added to."""
        paper = Paper(document.path, document.format, document.header)
        self._folders.setdefault(_folder(paper), []).append(paper)
        return paper

    def add(self, paper: Paper, item: Item) -> None:
        """Keep a text of *paper* that others may refer to."""
        folder = _folder(paper)
        if item.part in _KEPT and self._kept[folder] <= _MOST:
            self._kept[folder] += 1
            paper.items.append(item)

    def close(self) -> Iterator[tuple[Document, Checked] | NotChecked]:
        """Yield every text whose link with another document gives a note, with its document; and folders left alone."""
        for folder, papers in self._folders.items():
            if self._kept[folder] > _MOST:
                yield NotChecked(folder or ".", _TOO_MANY, fatal=False)
                continue
            for paper, item, link in _links(papers):
                told = msgspec.structs.replace(item, part="unit")
                checked, _ = self._analyser.examine(told, paper.header, around=Around(link=link))
                if checked.findings:
                    yield Document(paper.path, paper.format, iter(()), paper.header), checked


def _folder(paper: Paper) -> str:
    return posixpath.dirname(paper.path.replace("\\", "/"))


_TOO_MANY = Said(
    f"lebih dari {_MOST} rumusan dalam satu folder; dokumennya tidak dihubungkan satu sama lain",
    f"more than {_MOST} statements in one folder; its documents are not linked with each other",
)
_KEPT = frozenset({"rencana_kinerja", "rk_atasan", "indikator", "sasaran", "sel_matriks"})
Found = tuple[Paper, Item, Link]


def _links(papers: Sequence[Paper]) -> Iterator[Found]:
    """Yield each text of *papers* with what another of them says that belongs to it."""
    plans = [paper for paper in papers if paper.plans and paper.header.kind in ("skp", "daftar")]
    for paper in plans:
        chief = _by_post(plans, paper.header.appraiser, paper)
        if chief is not None:
            yield from _with_chief(paper, chief)
        for other in papers:
            if other.header.kind == "pk" and _same_post(other.header.post, paper.header.post):
                yield from _with_contract(paper, other)
            elif other.header.kind == "keterkaitan" and _same_post(other.header.post, paper.header.post):
                yield from _with_credits(paper, other)
            elif other.header.kind == "matriks":
                yield from _with_matrix(paper, other)
        yield from _shares(paper, [one for one in plans if one is not paper])


def _by_post(papers: Sequence[Paper], post: str | None, but: Paper) -> Paper | None:
    found = [paper for paper in papers if paper is not but and _same_post(paper.header.post, post)]
    return found[0] if len(found) == 1 else None


def _same_post(one: str | None, other: str | None) -> bool:
    return bool(one and other) and folded(one or "") == folded(other or "")


def _nearest(text: str, among: Sequence[Item]) -> tuple[Item | None, float]:
    """Return the text that is most like *text* by its letters, and how like (0–100)."""
    scored = [(fuzz.ratio(folded(text), folded(item.text)), -n, item) for n, item in enumerate(among)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return (best[2], best[0]) if best is not None else (None, 0.0)


def _with_chief(paper: Paper, chief: Paper) -> Iterator[Found]:
    """Yield the superior's texts that *paper* names, beside what is nearest in the superior's own plan."""
    plans = chief.of("rencana_kinerja")
    for item in paper.of("rk_atasan"):
        given = item.cells.get("id")
        named = [plan for plan in plans if plan.id == given] if given else plans
        other, like = _nearest(item.text, named)
        yield paper, item, Link("atasan", other.text if other else None, like, by="id" if given else "kemiripan")


def _with_contract(paper: Paper, contract: Paper) -> Iterator[Found]:
    """Yield what a plan and the contract of the same post say of each other: copied, altered, or left out."""
    for goal in contract.of("sasaran"):
        plan, like = _nearest(goal.text, paper.plans)
        if plan is None or like < _KNOWN:
            yield contract, goal, Link("pk_hilang", plan.text if plan else None, like)
            continue
        if like < _SAME:
            yield paper, plan, Link("pk", goal.text, like)
        below = [item for item in paper.of("indikator") if item.parent == plan.id]
        for measure in (item for item in contract.of("indikator") if item.parent == goal.id):
            own, near = _nearest(measure.text, below)
            if own is None or near < _KNOWN:
                yield contract, measure, Link("pk_hilang", own.text if own else None, near)
            elif amount_of(own.target) != amount_of(measure.target):
                yield paper, own, Link("pk_target", measure.text, near, own.target or "-", measure.target or "-")


def _with_matrix(paper: Paper, matrix: Paper) -> Iterator[Found]:
    """Yield the roles of a person beside the plan, and the plan beside the roles."""
    cells = [item for item in matrix.of("sel_matriks") if item.parent is not None]
    person = paper.header.person
    own = [cell for cell in cells if person and cell.cells.get("orang") == person]
    if not own:
        posts = {cell.row for cell in cells if _same_post(cell.cells.get("jabatan"), paper.header.post)}
        own = (
            [cell for cell in cells if cell.row in posts and not (person and cell.cells.get("orang"))]
            if len(posts) == 1
            else []
        )
    if not own:
        return
    for cell in own:
        plan, like = likeness(cell.text, [item.text for item in paper.plans])
        yield matrix, cell, Link("matriks", plan, like)
    for item in paper.plans:
        role, like = likeness(item.text, [cell.text for cell in own])
        yield paper, item, Link("di_luar_matriks", role, like)


def _with_credits(paper: Paper, credits: Paper) -> Iterator[Found]:
    """Yield the plans of a functional post beside those that are linked with its activities."""
    for item in paper.plans:
        other, like = _nearest(item.text, credits.of("rencana_kinerja"))
        yield paper, item, Link("butir", other.text if other else None, like)


def _shares(chief: Paper, staff: Sequence[Paper]) -> Iterator[Found]:
    """Yield the plans of a chief whose target others say they share, beside the sum of their shares."""
    for plan in chief.plans:
        for measure in (item for item in chief.of("indikator") if item.parent == plan.id):
            target = amount_of(measure.target)
            parts = [share for paper in staff for share in _shares_of(paper, plan, measure)]
            if target is not None and len(parts) > 1 and None not in parts:
                total = sum(part for part in parts if part is not None)
                yield chief, measure, Link("beban", None, 100.0, f"{target:g}", f"{total:g}")


def _shares_of(paper: Paper, plan: Item, measure: Item) -> Iterator[float | None]:
    """Yield the targets of *paper* that are shares of a *measure* of the superior's *plan*."""
    above = {item.id for item in paper.of("rk_atasan") if fuzz.ratio(folded(item.text), folded(plan.text)) >= _SAME}
    for own in paper.plans:
        if own.parent in above and "beban" in own.cells.get("cascading", ""):
            below = [item for item in paper.of("indikator") if item.parent == own.id]
            near, like = _nearest(measure.text, below)
            if near is not None and like >= _KNOWN:
                yield amount_of(near.target)
