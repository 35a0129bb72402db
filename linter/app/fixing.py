"""Mending files: safe edits made in place, in the file's own bytes, and read and judged again before they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from linter.app.analyser import Analyser
from linter.app.by_path import ByPath
from linter.app.mending import ENDLESS, Mended, Standing, Step, harm, mend, standing, steps, wanted
from linter.app.source import Source, read_source, with_texts
from linter.config import NO_CONFIG, Config
from linter.io.decode import encode
from linter.model import Item, NotChecked, Said

_ROUNDS = 10
AMAN, PRATINJAU = "aman", "pratinjau"

_INHERITED = Said("teks ini disalin, bukan rumusan sendiri", "this text was copied, it is not the writer's own")
_ELSEWHERE = Said(
    "ditulis dengan tanda kutip ganda, escape, atau dalam beberapa baris; ubah dengan tangan",
    "it is written with doubled quotes, escapes or over several lines; change it by hand",
)
_NO_CHARACTER = Said(
    "penyandian berkas ini tidak memiliki karakter penggantinya", "the encoding of this file lacks a character of it"
)
_READ_OTHERWISE = Said(
    "sesudah diubah, berkas ini akan terbaca lain; ubah dengan tangan",
    "the file would be read otherwise after it; change it by hand",
)


class Made(msgspec.Struct, frozen=True):
    """An edit that was made in the item at ``at``."""

    at: Mapping[str, Any]
    step: Step


class Held(msgspec.Struct, frozen=True):
    """An edit that was not made in the item at ``at``, and why; ``due`` where it is left for a person to make."""

    at: Mapping[str, Any]
    step: Step
    reason: Said
    due: bool


class Fixed(msgspec.Struct, frozen=True):
    """A file before and after its edits; ``offered`` counts those that wait for a preview."""

    path: str
    before: Source
    after: Source
    made: tuple[Made, ...] = ()
    held: tuple[Held, ...] = ()
    offered: int = 0

    @property
    def changed(self) -> bool:
        """Tell whether anything was mended."""
        return self.before.data != self.after.data


class _Noted(msgspec.Struct, frozen=True):
    """How an item stands, whether a fix of the levels asked for is open, and how many edits of lesser safety are."""

    standing: Standing
    wants: bool
    offers: int


Plan = dict[int, Mended]


class Fixer:
    """Mends files by the rules of an analyser, or of those that a configuration asks for.

    What is *aman* is mended, with *preview* also what is *pratinjau*. Raises UserError for a name in the configuration
    that is not known.
    """

    def __init__(
        self,
        analyser: Analyser,
        *,
        preview: bool = False,
        config: Config = NO_CONFIG,
        options: Mapping[str, object] | None = None,
    ) -> None:
        self.by_path = ByPath(analyser, config, options or {})
        self._levels = frozenset({AMAN, PRATINJAU} if preview else {AMAN})

    def fixed(self, data: bytes, name: str | None, path: str) -> Fixed | NotChecked:
        """Return what becomes of *data*, read as the file *name* (None: a text) and called *path*; nothing is written.

        The same again makes no further edit, and no item has an error, a warning or a class that it did not have.
        """
        return _OneFile(self.by_path, self._levels, name, path).fixed(data)


class _OneFile:
    """One file while it is mended: how it is read, by whom it is judged, and how far one may go."""

    def __init__(self, by_path: ByPath, levels: frozenset[str], name: str | None, path: str) -> None:
        self._analyser = by_path.analyser(path)
        self._text_options = by_path.text_options
        self._levels = levels
        self._name = name
        self._path = path

    def fixed(self, data: bytes) -> Fixed | NotChecked:
        """Return the file before and after its edits, repeated until a round makes none."""
        first = self._read(data)
        if isinstance(first, NotChecked):
            return NotChecked(self._path, first.reason)
        now, noted, made = first, self._noted(first), list[Made]()
        for _ in range(_ROUNDS):
            after, changes, held = self._round(now, noted)
            if after is None:
                return Fixed(self._path, first, now, tuple(made), tuple(held), sum(n.offers for n in noted))
            noted = self._noted(after, now, noted)
            now = after
            made += changes
        return Fixed(self._path, first, first, (), tuple(Held(m.at, m.step, ENDLESS, True) for m in made))

    def _read(self, data: bytes) -> Source | NotChecked:
        return read_source(data, self._name, self._text_options, self._analyser.refuse_regime)

    def _noted(
        self, source: Source, before: Source | None = None, known: tuple[_Noted, ...] = ()
    ) -> tuple[_Noted, ...]:
        """Return how each item stands; what reads as it did *before* stands as is *known*."""
        fresh = before is None or before.header != source.header
        return tuple(
            known[n] if not fresh and before and item.is_like(before.items[n]) else self._note(item, source)
            for n, item in enumerate(source.items)
        )

    def _note(self, item: Item, source: Source) -> _Noted:
        checked = self._analyser.check(item, source.header)
        rest = frozenset({AMAN, PRATINJAU}) - self._levels
        offers = len(wanted(checked, rest)) if rest and checked.item.asal == "sendiri" else 0
        return _Noted(standing(checked), bool(wanted(checked, self._levels)), offers)

    def _round(self, source: Source, noted: tuple[_Noted, ...]) -> tuple[Source | None, list[Made], list[Held]]:
        """Return the source after one round of edits, those made, and those not made; None where none was made."""
        plan, held = self._plan(source, noted)
        while plan:
            texts = {n: mended.text for n, mended in plan.items()}
            after = with_texts(source, texts, self._read)
            if after is None:
                held += (h for n in plan for h in _held(source.items[n], plan[n].done, _READ_OTHERWISE, due=True))
                break
            spoilt = self._spoilt(noted, self._noted(after, source, noted))
            if not spoilt:
                return after, [Made(source.items[n].at, s) for n, mended in plan.items() for s in mended.done], held
            for n, why in _causes(spoilt, plan, source.items).items():
                held += _held(source.items[n], plan.pop(n).done, why)
        return None, [], held

    def _plan(self, source: Source, noted: tuple[_Noted, ...]) -> tuple[Plan, list[Held]]:
        """Return the items to change, by index, and the edits that cannot be made."""
        plan: Plan = {}
        held: list[Held] = []
        for n, item in enumerate(source.items):
            if not noted[n].wants:
                continue
            checked = self._analyser.check(item, source.header)
            if checked.item.asal != "sendiri":
                held += _held(item, steps(item.text, wanted(checked, self._levels)), _INHERITED)
                continue
            mended = mend(checked, lambda other: self._analyser.check(other, source.header), self._levels)
            held += (Held(item.at, step, why, why is ENDLESS) for step, why in mended.refused)
            if mended.text == item.text:
                continue
            if item.origin is None or not item.origin.exact:
                held += _held(item, mended.done, _ELSEWHERE, due=True)
            elif encode(mended.text, source.codec) is None:
                held += _held(item, mended.done, _NO_CHARACTER, due=True)
            else:
                plan[n] = mended
        return plan, held

    @staticmethod
    def _spoilt(before: tuple[_Noted, ...], after: tuple[_Noted, ...]) -> dict[int, Said]:
        """Return the items, by index, that stand worse than before, and how."""
        pairs = enumerate(zip(before, after, strict=True))
        found = ((n, harm(a.standing, b.standing)) for n, (a, b) in pairs if a is not b)
        return {n: why for n, why in found if why is not None}


def _held(item: Item, made: Iterable[Step], why: Said, *, due: bool = False) -> Iterator[Held]:
    return (Held(item.at, step, why, due) for step in made)


def _causes(spoilt: Mapping[int, Said], plan: Plan, items: tuple[Item, ...]) -> dict[int, Said]:
    """Return the planned changes that may have spoilt an item: its own, else those beside it, else all of them."""
    found: dict[int, Said] = {}
    for n, why in spoilt.items():
        parent = items[n].parent
        beside = [m for m in plan if parent is not None and parent in (items[m].id, items[m].parent)]
        found |= dict.fromkeys([n] if n in plan else beside or plan, why)
    return found
