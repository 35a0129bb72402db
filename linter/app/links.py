"""Finds what the documents of one unit say of each other: by person, post and copied wording, else by likeness."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from linter.engine import Link, figure
from linter.engine.likeness import essence, likeness
from linter.language.clean import marker_length
from linter.model import Header, Item, Parse

_COUNTERPART = 60
"""Likeness (0–100) from which the figures of two texts are compared; what is missing and what differs the rules say."""
_WORD = re.compile(r"[^\W_]+")

Value = Callable[[str | None], float | None]
"""Returns the figure that a target states."""
Read = Callable[[str], Parse]
"""Returns the parse of a statement."""


class Paper(msgspec.Struct):
    """A document as the others see it: its header and the texts that they may refer to."""

    path: str
    format: str
    header: Header
    number: int = 1
    """Its place in its file."""
    items: list[Item] = []

    def of(self, part: str, parent: str | None = None) -> list[Item]:
        """Return its texts of *part*, those below *parent* where one is named."""
        return [item for item in self.items if item.part == part and parent in (None, item.parent)]

    @property
    def plans(self) -> list[Item]:
        """Its own main rencana kinerja."""
        return [item for item in self.of("rencana_kinerja") if item.section != "tambahan"]


Found = tuple[Paper, Item, Link]
"""A text, the document that it stands in, and what another one says that belongs to it."""


@functools.lru_cache(50_000)
def folded(text: str) -> str:
    """Return *text* as it is compared: without list number, case, marks and extra spaces."""
    return " ".join(_WORD.findall(text[marker_length(text) :].casefold()))


def links_of(papers: Sequence[Paper], value: Value, amount: Value, read: Read) -> Iterator[Found]:
    """Yield each text of *papers* with what another of them says that belongs to it."""
    office = _Office(papers, amount, read)
    for paper in office.staff:
        yield from _with_chief(paper, office)
        for other in office.beside_of(paper):
            yield from _with_paper(paper, other, office, value)
        yield from _with_manuals(paper, office)
        yield from _with_matrix(paper, office)
        yield from _shares(paper, office)
    yield from _parts(office)
    yield from _peers(office)


class _Office:
    """The documents of a unit by what leads to them, so that each is looked up and none is searched for.

    ``staff`` are those with plans of their own, ``posts`` the same by post, ``plans`` their plans by wording, ``below`` the
    plans under a superior's by its wording; ``beside`` contracts and links with credit points by post; ``manuals`` the
    indicators that have a manual; ``roles`` the matrix cells of a person, by key or post.
    """

    def __init__(self, papers: Sequence[Paper], amount: Value, read: Read) -> None:
        self.amount = amount
        self._essence = functools.cache(lambda text: essence(read(text)))
        self.staff = [paper for paper in papers if paper.plans and paper.header.kind in ("skp", "daftar")]
        self.posts: dict[str, list[Paper]] = defaultdict(list)
        self.plans: dict[str, list[Paper]] = defaultdict(list)
        self.below: dict[str, list[tuple[Paper, Item]]] = defaultdict(list)
        self.beside: dict[str, list[Paper]] = defaultdict(list)
        self.manuals = [item for paper in papers if paper.header.kind == "manual" for item in paper.of("indikator")]
        self.roles: dict[str, list[tuple[Paper, Item]]] = defaultdict(list)
        for paper in self.staff:
            self.posts[folded(paper.header.post or "")].append(paper)
            above = {item.id: folded(item.text) for item in paper.of("rk_atasan")}
            for plan in paper.plans:
                self.plans[folded(plan.text)].append(paper)
                if plan.parent in above:
                    self.below[above[plan.parent]].append((paper, plan))
        for paper in papers:
            if paper.header.kind in ("pk", "keterkaitan"):
                self.beside[folded(paper.header.post or "")].append(paper)
            elif paper.header.kind == "matriks":
                for cell in paper.of("sel_matriks"):
                    for key in filter(None, (cell.cells.get("orang"), folded(cell.cells.get("jabatan", "")))):
                        self.roles[key].append((paper, cell))

    def chief(self, paper: Paper) -> Paper | None:
        """Return the document of the one who appraises *paper*; None where none or several hold that post."""
        found = [one for one in self.posts.get(folded(paper.header.appraiser or ""), ()) if one is not paper]
        return found[0] if len(found) == 1 else None

    def beside_of(self, paper: Paper) -> list[Paper]:
        """Return the contracts and links that are about *paper*; none where another one of that post may be meant."""
        post = folded(paper.header.post or "")
        found = self.beside.get(post, [])
        if len(self.posts.get(post, ())) < 2:
            return found
        unit = folded(paper.header.unit or "")
        own = [one for one in found if unit and folded(one.header.unit or "") == unit]
        alone = sum(folded(one.header.unit or "") == unit for one in self.posts[post]) == 1
        return own if alone else []

    def nearest(self, text: str, among: Sequence[Item]) -> tuple[Item | None, float]:
        """Return the text that is most like *text*, and how like (0–100); the first of several."""
        own = self._essence(text)
        found = [(likeness(own, self._essence(item.text)), -n, item) for n, item in enumerate(among)]
        best = max(found, key=lambda one: one[:2], default=None)
        return (best[2], best[0]) if best is not None else (None, 0.0)

    def roles_of(self, paper: Paper) -> list[tuple[Paper, Item]]:
        """Return the matrix cells of the person of *paper*; by post where no person is known and one row alone has it."""
        person = paper.header.person
        if person and person in self.roles:
            return self.roles[person]
        cells = self.roles.get(folded(paper.header.post or ""), [])
        rows = {(matrix.path, cell.row) for matrix, cell in cells}
        unnamed = [one for one in cells if not (person and one[1].cells.get("orang"))]
        return unnamed if len(rows) == 1 else []


def _compared(own: str | None, theirs: str | None, value: Value) -> float | None:
    """Return how many times *theirs* is *own*, 1 for the same words; None where one of them states no figure."""
    if folded(own or "") == folded(theirs or ""):
        return 1.0
    a, b = value(own), value(theirs)
    if a is None or b is None:
        return None
    return a / b if b else float(a == b)


def _with_chief(paper: Paper, office: _Office) -> Iterator[Found]:
    """Yield the superior's texts that *paper* names, beside what is nearest in the superior's own plan.

    One that the plan of another unit has instead is work across units: ``own`` says whether a matrix has the person.
    """
    chief = office.chief(paper)
    if chief is None:
        return
    plans = chief.of("rencana_kinerja")
    for item in paper.plans:
        if item.cells.get("atasan") == "":  # asked for and not said
            other, like = office.nearest(item.text, plans)
            yield paper, item, Link("calon", other.text if other else None, like)
    for item in (one for one in paper.of("rk_atasan") if "dari" not in one.cells):
        given = item.cells.get("id")
        by_id = [plan for plan in plans if plan.id == given] if given else []
        other, like = office.nearest(item.text, by_id or plans)
        named = office.plans.get(folded(item.text), ())
        across = next((one for one in named if one not in (paper, chief) and not _same_unit(one, paper)), None)
        if across is not None and folded(other.text if other else "") != folded(item.text):
            recorded = "ada" if office.roles_of(paper) else "tidak ada" if office.roles else "tidak diketahui"
            yield paper, item, Link("lintas_unit", across.header.post, 100.0, recorded)
        else:
            yield paper, item, Link("atasan", other.text if other else None, like, by="id" if by_id else "kemiripan")


def _same_unit(one: Paper, other: Paper) -> bool:
    return folded(one.header.unit or "") == folded(other.header.unit or "")


def _with_paper(paper: Paper, other: Paper, office: _Office, value: Value) -> Iterator[Found]:
    if other.header.kind == "pk":
        yield from _with_contract(paper, other, office, value)
    else:
        yield from _with_credits(paper, other, office)


def _with_contract(paper: Paper, contract: Paper, office: _Office, value: Value) -> Iterator[Found]:
    """Yield goals and measures of a contract beside the plan of the same post, and what the plan has of them beside it."""
    for goal in contract.of("sasaran"):
        plan, like = office.nearest(goal.text, paper.plans)
        yield contract, goal, Link("pk_bagian", plan.text if plan else None, like)
        if plan is None or like < _COUNTERPART:
            continue
        yield paper, plan, Link("pk", goal.text, like)
        for measure in contract.of("indikator", goal.id):
            own, near = office.nearest(measure.text, paper.of("indikator", plan.id))
            yield contract, measure, Link("pk_bagian", own.text if own else None, near)
            if own is not None and near >= _COUNTERPART and measure.target:
                ratio = _compared(own.target, measure.target, value)
                yield paper, own, Link("pk_target", measure.target, near, own.target, measure.target, ratio)


def _with_manuals(paper: Paper, office: _Office) -> Iterator[Found]:
    """Yield the measures of a plan beside the nearest one that has a manual, where the unit has manuals."""
    for measure in paper.of("indikator") if office.manuals else ():
        other, like = office.nearest(measure.text, office.manuals)
        yield paper, measure, Link("manual", other.text if other else None, like)


def _with_matrix(paper: Paper, office: _Office) -> Iterator[Found]:
    """Yield the roles of a person beside the plan, and the plan beside the roles."""
    roles = office.roles_of(paper)
    for matrix, cell in roles:
        plan, like = office.nearest(cell.text, paper.plans)
        yield matrix, cell, Link("matriks", plan.text if plan else None, like)
    for item in paper.plans if roles else ():
        role, like = office.nearest(item.text, [cell for _, cell in roles])
        yield paper, item, Link("di_luar_matriks", role.text if role else None, like)


def _with_credits(paper: Paper, credits: Paper, office: _Office) -> Iterator[Found]:
    """Yield the plans of a functional post beside those that are linked with its activities."""
    for item in paper.plans:
        other, like = office.nearest(item.text, credits.of("rencana_kinerja"))
        yield paper, item, Link("butir", other.text if other else None, like)


def _shares(chief: Paper, office: _Office) -> Iterator[Found]:
    """Yield the measures of a chief whose targets others say they share, beside the sum of the shares."""
    for plan in chief.plans:
        below = [one for one in office.below.get(folded(plan.text), ()) if "beban" in one[1].cells.get("cascading", "")]
        for measure in chief.of("indikator", plan.id) if len(below) > 1 else ():
            nearest = (office.nearest(measure.text, paper.of("indikator", own.id)) for paper, own in below)
            shares = [office.amount(near.target) for near, like in nearest if near is not None and like >= _COUNTERPART]
            target, known = office.amount(measure.target), [share for share in shares if share is not None]
            if target is not None and len(known) == len(below):
                total = sum(known)
                yield (
                    chief,
                    measure,
                    Link("beban", None, 0.0, figure(target), figure(total), target / total if total else None),
                )


def _parts(office: _Office) -> Iterator[Found]:
    """Yield plans that are said to be a part of a superior's plan, beside the nearest part of another person."""
    for below in office.below.values():
        parts = [one for one in below if one[1].cells.get("cascading") in ("wilayah", "aspek")]
        for n, (paper, plan) in enumerate(parts):
            chief = folded(paper.header.appraiser or "")
            others = [p for p in parts[:n] if p[0] is not paper and folded(p[0].header.appraiser or "") == chief]
            other, like = office.nearest(plan.text, [item for _, item in others])
            if other is not None:
                yield paper, plan, Link("bagian_sama", other.text, like)


def _peers(office: _Office) -> Iterator[Found]:
    """Yield the first plan of each person, beside how many results are usual among those of the same post."""
    for post, peers in office.posts.items():
        usual = sorted(len(paper.plans) for paper in peers)[len(peers) // 2]
        for paper in peers if post and len(peers) > 1 else ():
            own = len(paper.plans)
            yield paper, paper.plans[0], Link("setara", None, 0.0, str(own), str(usual), own / usual, among=len(peers))
