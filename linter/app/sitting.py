"""One document under examination: its texts in their order, and behind them what only several of them show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from linter.app.instep import in_step
from linter.engine import Around, Facts, Totals, content, count_role, need
from linter.engine.likeness import Essence, likeness
from linter.model import Checked, Document, Finding, Header, Item

if TYPE_CHECKING:
    from linter.app.analyser import Analyser

_KEPT = 60
"""The most rencana kinerja that are compared with each other, indicators of one that are kept, superiors' texts."""
_EXPANSION = re.compile(r"\(([A-Z]{2,8})\)")


class Examiner(Protocol):
    """Judges the texts of a document and its rows: an analyser, or who remembers what one said."""

    def examine(self, item: Item, header: Header, *, around: Around) -> tuple[Checked, Facts]: ...

    def examine_row(self, item: Item, header: Header, around: Around, noted: Sequence[Finding]) -> Checked: ...


def checked_items(document: Document, analyser: Analyser) -> Iterator[Checked]:
    """Yield every item of *document*, checked, each row behind its last item, and what the whole shows at the end.

    Raises UserError where the document cannot be read to its end.
    """
    sitting = analyser.sitting(document.header)
    yield from in_step(document.items, analyser.reader, sitting.check)
    yield from sitting.close()


class Sitting:
    """Examines one document text by text.

    ``check`` yields an item as it was checked, and before it the row that it ends; ``close`` what is left: the last row,
    the document, the silences that something is wrong with. Memory is bounded whatever the length of the document.
    """

    def __init__(self, analyser: Analyser, header: Header, examiner: Examiner | None = None) -> None:
        """*examiner* (by default the *analyser* itself) is who judges texts and rows."""
        self._analyser = analyser
        self._examiner = examiner or analyser
        self._header = header
        self._ledger = analyser.ledger()
        self._totals = Totals()
        self._explained: frozenset[str] = frozenset()
        said = filter(None, (header.post, header.unit, header.appraiser))
        self._field = frozenset[str]().union(*(content(analyser.reader.parse(text)) for text in said))
        self._seen: dict[_Kin, list[tuple[Essence, str]]] = {}
        self._above: dict[str, str] = {}
        self._row: _Row | None = None
        self._first: Item | None = None

    def check(self, item: Item) -> Iterator[Checked]:
        """Yield the row that *item* ends, if it ends one, and *item* itself."""
        if item.part == "baris":  # a silence that no text follows
            self._ledger.see(item.silences)
            return
        self._first = self._first or item
        if self._row is not None and not self._row.holds(item):
            yield from self._end_row()
        above = self._above.get(item.parent or "")
        twin, twin_likeness = self._twin(item)
        around = Around(
            above=above,
            likeness=self._like(item.text, above) if above is not None and item.part == "simpul_pohon" else 0.0,
            twin=twin,
            twin_likeness=twin_likeness,
            explained=self._explained,
            field=self._field if item.section == "tambahan" else frozenset(),
        )
        checked, facts = self._examiner.examine(item, self._header, around=around)
        self._ledger.see(item.silences, checked)
        self._note(item, facts, checked.findings)
        yield checked

    def close(self) -> Iterator[Checked]:
        """Yield the last row, the document, and the silences that something is wrong with; call it once, at the end."""
        yield from self._end_row()
        yield from self._whole()
        for silence, use in self._ledger.faulty():
            yield self._analyser.check_silence(silence, use, self._header)

    # -- rows

    def _note(self, item: Item, facts: Facts, findings: Sequence[Finding]) -> None:
        """Keep what later texts, the row and the document are judged by."""
        self._explained |= frozenset(_EXPANSION.findall(item.text)) if "(" in item.text else frozenset()
        if item.part == "rk_atasan" and item.id and len(self._above) < _KEPT:
            self._above[item.id] = item.text
            self._field |= content(facts.parse)
        elif item.part == "rencana_kinerja":
            self._row = _Row(item, facts, findings)
            self._count(item, facts)
        elif item.part == "indikator" and self._row is not None:
            self._row.add(facts, findings)
        elif item.part == "uraian_tugas":
            self._totals.needs += need(facts) or 0.0
        elif item.part == "simpul_pohon":
            self._above[item.id] = item.text
            self._see(item)
        elif self._header.kind == "matriks":
            count_role(self._totals, item)

    def _count(self, item: Item, facts: Facts) -> None:
        totals = self._totals
        totals.tambahan += item.section == "tambahan"
        if item.section != "tambahan":
            totals.utama += 1
            self._field |= self._analyser.reader.content(item.text) if totals.utama <= _KEPT else frozenset()
        if totals.utama + totals.tambahan <= _KEPT:
            self._see(item)
        if item.asal == "sendiri" and (family := _FAMILIES.get(facts.parse.form)):
            totals.forms[family] += 1

    def _see(self, item: Item) -> None:
        own = self._analyser.reader.essence(item.text)
        alike = self._seen.setdefault(_kin(own), [])
        if len(alike) < _KEPT:
            alike.append((own, item.text.strip()))

    def _twin(self, item: Item) -> tuple[str | None, float]:
        """Return the earlier text that is most like *item*, and how like; other figures or another head make it no twin."""
        if item.part not in _COMPARED or not self._seen:
            return None, 0.0
        own = self._analyser.reader.essence(item.text)
        kin = self._seen.get(_kin(own))
        if not kin:
            return None, 0.0
        like, text = max(((likeness(own, other), text) for other, text in kin), key=lambda one: one[0])
        return text, like

    def _like(self, text: str, above: str) -> float:
        """Return how like *text* is to what stands *above* it (0–100)."""
        own, other = (self._analyser.reader.essence(one) for one in (text, above))
        return likeness(own, other)

    def _end_row(self) -> Iterator[Checked]:
        row, self._row = self._row, None
        if row is None:
            return
        above = self._above.get(row.item.parent or "")
        if not (row.indicators or above or self._header.kind == "skp"):
            return
        totals = self._totals
        totals.measured += bool(row.indicators)
        totals.most = max(totals.most, row.number)
        if row.number > 1 and len(totals.sets) < _KEPT:
            totals.sets[tuple(map(_pattern, row.indicators))] += 1
        like = self._like(row.item.text, above) if above is not None else 0.0
        around = Around(above, row.indicators, likeness=like, explained=self._explained)
        checked = self._examiner.examine_row(row.item, self._header, around, row.findings)
        self._ledger.see(row.item.silences, checked)
        yield checked

    def _whole(self) -> Iterator[Checked]:
        if self._first is None and self._header.kind != "skp":
            return
        item = Item(text="", part="dokumen", at=_top(self._first), silences=self._header.silences)
        checked, _ = self._analyser.examine(item, self._header, around=Around(totals=self._totals))
        self._ledger.see(item.silences, checked)
        if checked.findings:
            yield checked


def _top(first: Item | None) -> dict[str, Any]:
    """Return the place of the document as a whole, in the keys that the place of its *first* text has."""
    known = first.at if first is not None else {"line": 1, "column": 1, "pointer": ""}
    top = {"line": 1, "column": 1, "row": 1, "pointer": ""}
    return {key: top.get(key, value) for key, value in known.items()}


class _Row:
    """A rencana kinerja and what was found out about it and its indicators."""

    def __init__(self, item: Item, facts: Facts, findings: Sequence[Finding]) -> None:
        self.item = item
        self.indicators: list[Facts] = []
        self.findings: list[Finding] = [*findings]
        self.number = 0

    def holds(self, item: Item) -> bool:
        """Tell whether *item* belongs to this row: its superior's, its indicators, aspects, targets do."""
        if item.part in ("indikator", "aspek", "target"):
            return item.parent == self.item.id if item.parent or self.item.id else item.rk is not None
        if item.part == "rk_atasan":  # a draft may name it behind the rencana kinerja
            return bool(item.id) and (item.id == self.item.parent or item.parent == self.item.id)
        return item.part == "pengisi" and bool(item.parent) and item.parent == self.item.id

    def add(self, facts: Facts, findings: Sequence[Finding]) -> None:
        self.number += 1
        if len(self.indicators) < _KEPT:
            self.indicators.append(facts)
            self.findings += findings


_COMPARED = frozenset({"rencana_kinerja", "simpul_pohon"})
"""Parts whose texts are compared with those above and before them."""

_FAMILIES = {
    "nominalisasi_hasil": "nya", "hasil_awal": "nya", "klausa_pasif": "klausa", "klausa_ter": "klausa",
    "klausa_keadaan": "klausa", "klausa_sifat": "klausa", "nomina_tindakan": "nomina", "nomina": "nomina",
}  # fmt: skip
"""Form of a statement → the way of writing that it belongs to."""


_Kin = tuple[str, frozenset[str]]


def _kin(own: Essence) -> _Kin:
    """Return what statements must share to be the same at all: their first root and their figures."""
    return (own.roots[0] if own.roots else "", own.fixed)


def _pattern(facts: Facts) -> tuple[str, str, str]:
    """Return what an indicator has in common with those of its kind: its measure, unit and, where it is fixed, figure."""
    measure = facts.indicator.measures[0] if facts.indicator and facts.indicator.measures else None
    target = facts.target
    unit = (target.unit or target.form) if target else ""
    fixed = str(target.low) if target and unit in ("%", "bulan", "bln") else ""
    return (measure.head.text.lower() if measure else facts.parse.form, unit, fixed)
