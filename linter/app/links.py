"""Finds what the documents of one unit say of each other: by person, post and copied wording, else by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from linter.app.likeness import amount_of, folded, likeness
from linter.engine import Link
from linter.model import Header, Item

_SAME = 95
"""Likeness (0–100) of their letters from which a text counts as copied from another."""
_KNOWN = 60
"""Likeness of their letters from which it counts as the same, altered."""
_PEERS = 3
"""How many must hold a post for the number of their results to be compared."""


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


Found = tuple[Paper, Item, Link]
"""A text, the document that it stands in, and what another one says that belongs to it."""


def links_of(papers: Sequence[Paper]) -> Iterator[Found]:
    """Yield each text of *papers* with what another of them says that belongs to it."""
    plans = [paper for paper in papers if paper.plans and paper.header.kind in ("skp", "daftar")]
    for paper in plans:
        chief = _by_post(plans, paper.header.appraiser, paper)
        if chief is not None:
            yield from _with_chief(paper, chief, papers)
        for other in papers:
            if other.header.kind == "pk" and _same_post(other.header.post, paper.header.post):
                yield from _with_contract(paper, other)
            elif other.header.kind == "keterkaitan" and _same_post(other.header.post, paper.header.post):
                yield from _with_credits(paper, other)
            elif other.header.kind == "matriks":
                yield from _with_matrix(paper, other)
        yield from _shares(paper, [one for one in plans if one is not paper])
    yield from _parts(plans)
    yield from _peers(plans)


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


def _with_chief(paper: Paper, chief: Paper, papers: Sequence[Paper]) -> Iterator[Found]:
    """Yield the superior's texts that *paper* names, beside what is nearest in the superior's own plan.

    One that the plan of another unit's head has instead is work across units: ``own`` says whether that unit's matrix has
    the person.
    """
    plans = chief.of("rencana_kinerja")
    elsewhere = [
        one for one in papers if one not in (paper, chief) and one.plans and one.header.unit != paper.header.unit
    ]
    for item in paper.of("rk_atasan"):
        given = item.cells.get("id")
        named = [plan for plan in plans if plan.id == given] if given else plans
        other, like = _nearest(item.text, named)
        across = next((one for one in elsewhere if _nearest(item.text, one.plans)[1] >= _SAME), None)
        if across is not None and like < _SAME:
            recorded = any(_roles_of(paper, one) for one in papers if one.header.kind == "matriks")
            yield paper, item, Link("lintas_unit", across.header.post, 100.0, "ada" if recorded else "tidak ada")
        else:
            yield paper, item, Link("atasan", other.text if other else None, like, by="id" if given else "kemiripan")


def _parts(papers: Sequence[Paper]) -> Iterator[Found]:
    """Yield plans that are said to be one person's part of a superior's plan, and that another person has too."""
    seen: list[tuple[str, Paper, Item]] = []
    for paper in papers:
        for plan in paper.plans:
            if plan.cells.get("cascading") not in ("wilayah", "aspek"):
                continue
            above = next((item.text for item in paper.of("rk_atasan") if item.id == plan.parent), "")
            same = (
                p
                for a, _, p in seen
                if folded(a) == folded(above) and fuzz.ratio(folded(p.text), folded(plan.text)) >= _SAME
            )
            other = next(same, None)
            if other is not None:
                yield paper, plan, Link("bagian_sama", other.text, 100.0)
            seen.append((above, paper, plan))


def _peers(papers: Sequence[Paper]) -> Iterator[Found]:
    """Yield the first plan of those who have far more or fewer results than others of their post, beside the median."""
    posts: dict[str, list[Paper]] = {}
    for paper in papers:
        if paper.header.post:
            posts.setdefault(folded(paper.header.post), []).append(paper)
    for peers in posts.values():
        middle = sorted(len(paper.plans) for paper in peers)[len(peers) // 2]
        for paper in peers if len(peers) >= _PEERS else ():
            yield paper, paper.plans[0], Link("setara", None, 0.0, str(len(paper.plans)), str(middle))


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
    own = _roles_of(paper, matrix)
    if not own:
        return
    for cell in own:
        plan, like = likeness(cell.text, [item.text for item in paper.plans])
        yield matrix, cell, Link("matriks", plan, like)
    for item in paper.plans:
        role, like = likeness(item.text, [cell.text for cell in own])
        yield paper, item, Link("di_luar_matriks", role, like)


def _roles_of(paper: Paper, matrix: Paper) -> list[Item]:
    """Return the cells of the person of *paper*; by post where no person is known and one row alone has the post."""
    cells = [item for item in matrix.of("sel_matriks") if item.parent is not None]
    person = paper.header.person
    own = [cell for cell in cells if person and cell.cells.get("orang") == person]
    if own:
        return own
    posts = {cell.row for cell in cells if _same_post(cell.cells.get("jabatan"), paper.header.post)}
    named = [cell for cell in cells if cell.row in posts and not (person and cell.cells.get("orang"))]
    return named if len(posts) == 1 else []


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
