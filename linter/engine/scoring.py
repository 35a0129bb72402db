"""How a document stands: the headline, what is mandatory and missing, and the index of its wording with its arithmetic."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from linter.engine import types as t
from linter.engine.profiles import nearest_selection
from linter.engine.ruleset import Rule
from linter.model import (
    Checked,
    GroupScore,
    Header,
    Index,
    Noted,
    Said,
    Score,
    SlotScore,
    Taken,
    TextScore,
    level,
)

_WHY = {
    "kelas": Said("kelasnya belum pasti, atau tidak ditagih di sini", "its class is uncertain, or not asked for here"),
    "atasan": Said("rencana atasannya tidak diketahui", "the superior's plan is not known"),
    "aspek": Said("aspeknya tidak disebut", "no aspect is named"),
    "target": Said("targetnya tidak disebut", "no target is named"),
}
_INHERITED = Said(
    "rumusan warisan (PK, katalog, atau direktif)", "inherited wording (contract, catalogue or directive)"
)
_NO_FORM = Said("bukan formulir yang utuh", "not a whole form")


class _Charge(msgspec.Struct, frozen=True):
    """A note that takes points in a slot."""

    key: str
    code: str
    points: Fraction


class _Slot(msgspec.Struct, frozen=True):
    """A slot of one text: its points, the notes that take them, and how many they take; ``why`` it is not judged, or ""."""

    file: t.Slot
    most: Fraction
    charges: tuple[_Charge, ...]
    lost: Fraction
    why: str


class _Text(msgspec.Struct, frozen=True):
    """A text (None: the document) with its slots; ``why`` it is not judged at all, or "".

    ``most`` are the points that there are to have, ``share`` those that are left as a share of them (0–1); 0 where nothing
    is judged.
    """

    checked: Checked | None
    slots: tuple[_Slot, ...]
    why: str
    most: Fraction
    share: Fraction

    @classmethod
    def of(cls, checked: Checked | None, slots: tuple[_Slot, ...], why: str) -> _Text:
        judged = [slot for slot in slots if not slot.why and not why]
        most = sum((slot.most for slot in judged), _NOTHING)
        lost = sum((slot.lost for slot in judged), _NOTHING)
        return cls(checked, slots, why, most, 1 - lost / most if most else _NOTHING)


_NOTHING = Fraction(0)


def _lost(charges: Sequence[_Charge], most: Fraction, mended: frozenset[str]) -> Fraction:
    """Return the points that are taken by notes that are not *mended*: once for each rule, and at most all."""
    if not charges:
        return _NOTHING
    by_rule: dict[str, Fraction] = {}
    for charge in charges:
        if charge.key not in mended:
            by_rule[charge.code] = max(charge.points, by_rule.get(charge.code, _NOTHING))
    return min(most, sum(by_rule.values(), _NOTHING))


def score(
    header: Header,
    items: Sequence[Checked],
    notes: Sequence[Noted],
    file: t.IndexFile,
    rules: Mapping[str, Rule],
    lang: str,
    mended: frozenset[str] = frozenset(),
) -> Score:
    """Return how the document of *items* with its active *notes* stands (dossier §6.1–6.2 with decision 21).

    Inherited wording is not scored against the writer (decision 4), nor what cannot be judged: it leaves the denominator.
    *mended* are fingerprints of notes that take nothing, as if what they ask for was done: what is judged stays the same.
    """
    plans = [one for one in items if one.item.part == "rencana_kinerja" and one.verdict is not None]
    noted = {note.about for note in notes if note.item.part == "rencana_kinerja" and note.finding.severity != "info"}
    at = {id(one): n for n, one in enumerate(items)}
    clean = sum(at[id(one)] not in noted for one in plans)
    mandatory = tuple(n.key for n in notes if n.finding.force == "wajib" and n.finding.severity != "info")
    return Score(clean, len(plans), mandatory, _index(header, items, notes, file, rules, lang, mended))


def _index(
    header: Header,
    items: Sequence[Checked],
    notes: Sequence[Noted],
    file: t.IndexFile,
    rules: Mapping[str, Rule],
    lang: str,
    mended: frozenset[str],
) -> Index | None:
    if header.kind not in {"daftar", "skp"}:
        return None
    charging = _Charging(file, rules, notes, mended)
    groups = [(group, list(charging.texts(group, header, items, lang))) for group in file.groups]
    judged = [(group, [one for one in texts if one.most]) for group, texts in groups]
    weight = sum((_exact(group.weight) for group, texts in judged if texts), _NOTHING)
    if not any(texts for group, texts in judged if group.part != "dokumen"):
        return None
    means = (_exact(group.weight) * _mean(texts) for group, texts in judged if texts)
    value = sum(means, _NOTHING) / weight * 100
    taken: list[Taken] = []
    for group, texts in judged:
        for text in texts:
            worth = 100 * _exact(group.weight) / weight / len(texts) / text.most
            taken += (one for slot in text.slots if not slot.why for one in _taken(slot, worth, mended))
    errors = any(note.finding.severity == "error" for note in notes)
    bands = sorted((b for b in file.bands if not (b.clear and errors)), key=lambda b: -b.at_least)
    band = next((b for b in bands if value >= _exact(b.at_least)), None)
    shown = tuple(_shown(group, texts, lang) for group, texts in groups)
    return Index(
        file.title.said(lang),
        file.about.said(lang),
        float(value),
        band.title.said(lang) if band else "",
        shown,
        tuple(taken),
    )


class _Charging:
    """Finds for a text the notes that take points of it, and the slot that each belongs to."""

    def __init__(
        self, file: t.IndexFile, rules: Mapping[str, Rule], notes: Sequence[Noted], mended: frozenset[str]
    ) -> None:
        self._rules = rules
        self._mended = mended
        document = next((group for group in file.groups if group.part == "dokumen"), None)
        self._of_document = {note.key for note in notes if document and self._place(document, note) is not None}
        self._notes = notes
        self._about: dict[int | None, list[Noted]] = {}
        for note in notes:
            if note.key not in self._of_document:
                self._about.setdefault(note.about, []).append(note)

    def texts(self, group: t.Group, header: Header, items: Sequence[Checked], lang: str) -> Iterator[_Text]:
        """Yield the texts of *group* with their slots."""
        if group.part == "dokumen":
            notes = [note for note in self._notes if note.key in self._of_document]
            why = "" if header.kind == "skp" else _NO_FORM.said(lang)
            yield _Text.of(None, tuple(self._slots(group, notes, None, lang)), why)
            return
        for n, one in enumerate(items):
            if one.item.part == group.part and (one.verdict is not None or group.part == "indikator"):
                why = "" if one.item.asal == "sendiri" else _INHERITED.said(lang)
                yield _Text.of(one, tuple(self._slots(group, self._about.get(n, ()), one, lang)), why)

    def _slots(self, group: t.Group, notes: Sequence[Noted], one: Checked | None, lang: str) -> Iterator[_Slot]:
        placed = [(note, self._place(group, note)) for note in notes]
        for n, slot in enumerate(group.slots):
            charges = tuple(
                _Charge(note.key, note.finding.code, _exact(slot.takes[place[1]].points))
                for note, place in placed
                if place is not None and place[0] == n
            )
            lacks = slot.needs is not None and one is not None and not charges and not _has(slot.needs, one)
            most = _exact(slot.points)
            why = _WHY[slot.needs].said(lang) if lacks and slot.needs else ""
            yield _Slot(slot, most, charges, _lost(charges, most, self._mended), why)

    def _place(self, group: t.Group, note: Noted) -> tuple[int, int] | None:
        """Return the slot and the take of *group* that a note falls under, None where it takes nothing there."""
        takes = [(s, n) for s, slot in enumerate(group.slots) for n in range(len(slot.takes))]
        nearest = nearest_selection(note.finding.code, [group.slots[s].takes[n].notes for s, n in takes], self._rules)
        if nearest is None:
            return None
        s, n = takes[nearest]
        counts = note.finding.severity != "info" or group.slots[s].takes[n].infos
        return (s, n) if counts else None


def _has(need: str, one: Checked) -> bool:
    """Tell whether a text has what a slot needs to be judged."""
    item, verdict = one.item, one.verdict
    if need == "kelas":
        return verdict is not None and verdict.class_ == "pencapaian" and level(verdict.confidence) != "rendah"
    held = {"atasan": item.parent, "aspek": item.aspek, "target": item.target}[need]
    return bool(held and held.strip())


def _taken(slot: _Slot, worth: Fraction, mended: frozenset[str]) -> Iterator[Taken]:
    """Yield what each note takes from the index, where a point of the slot is *worth* so much of it."""
    for charge in slot.charges:
        points = slot.lost - _lost(slot.charges, slot.most, mended | {charge.key})
        alone = min(charge.points, slot.most)
        yield Taken(charge.key, charge.code, slot.file.name, float(points * worth), points < alone)


def _shown(group: t.Group, texts: Sequence[_Text], lang: str) -> GroupScore:
    judged = [one for one in texts if one.most]
    mean = float(_mean(judged)) if judged else None
    told = tuple(_text_score(one, lang) for one in texts)
    return GroupScore(group.part, group.title.said(lang), group.weight, mean, told)


def _text_score(text: _Text, lang: str) -> TextScore:
    item = text.checked.item if text.checked is not None else None
    at, said = (item.at, item.text) if item is not None else ({}, "")
    if text.why:
        return TextScore(at, said, None, (), text.why)
    slots = tuple(
        SlotScore(
            slot.file.name,
            slot.file.title.said(lang),
            slot.file.points,
            None if slot.why else float(slot.most - slot.lost),
            tuple(dict.fromkeys(charge.code for charge in slot.charges)),
            slot.why,
        )
        for slot in text.slots
    )
    return TextScore(at, said, float(text.share) if text.most else None, slots)


def _mean(texts: Sequence[_Text]) -> Fraction:
    return sum((one.share for one in texts), _NOTHING) / len(texts)


@functools.lru_cache(256)
def _exact(number: float) -> Fraction:
    """Return a number of the YAML file as it is written there, so that sums come out even."""
    return Fraction(str(number))
