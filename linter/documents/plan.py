"""The plan of one person while it is read: section, rencana kinerja, superior's, measures, and the ids given out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from linter.documents.blanks import is_blank, part_of
from linter.model import Item

Place = dict[str, Any]


@dataclass(slots=True)
class Plan:
    """Where the reading stands, and the items as they come.

    Ids: "rk1", "atasan1", "rk1.i1" with "rk1.i1.aspek" and "rk1.i1.target"; the parent of an indicator, aspect or target
    is its "rk1", that of "rk1" its "atasan1".
    """

    part: str = "rencana_kinerja"
    section: str | None = None
    asal: str = "sendiri"
    number: str = ""
    rk: str | None = None
    rk_id: str | None = None
    above: str | None = None
    above_id: str | None = None
    served: bool = False
    rks: int = 0
    aboves: int = 0
    measures: int = 0

    def divide(self, section: str | None) -> None:
        """Begin another part of the form, of *section* where one is named."""
        self.section = section or self.section
        self.forget()

    def forget(self) -> None:
        """Leave the rencana kinerja: what follows belongs to another."""
        self.number, self.rk, self.rk_id, self.above, self.above_id, self.measures = "", None, None, None, None, 0

    def superior(self, text: str, row: int, at: Place) -> Item:
        """Return the superior's rencana kinerja that the next ones serve."""
        self.aboves += 1
        self.above, self.above_id = text, f"atasan{self.aboves}"
        return self._statement(text, "rk_atasan", row, at, self.above_id)

    def open(self, text: str) -> None:
        """Begin another rencana kinerja."""
        self.rks += 1
        self.rk, self.rk_id, self.measures = text, f"rk{self.rks}", 0

    def statement(self, row: int, at: Place, cells: Mapping[str, str] | None = None) -> Item:
        """Return the rencana kinerja that was begun, with what other *cells* of its row say."""
        item = self._statement(self.rk or "", self.part, row, at, self.rk_id or "", parent=self.above_id)
        return replace(item, cells=cells) if cells else item

    def measure(
        self, row: int, aspect: str, target: str, texts: tuple[tuple[str, str, Place | None], ...]
    ) -> Iterator[Item]:
        """Yield aspect, indicator and target of one measure.

        *texts* are part, text and place of each; what is blank, or has no place, is left out. *aspect* and *target* are
        what the others are told of it.
        """
        self.measures += 1
        id_ = f"{self.rk_id or f'r{row}'}.i{self.measures}"
        rk = self.rk if self.rk_id and self.rk is not None and part_of(self.rk, "") == "" else None
        for part, text, at in texts:
            if at is None or is_blank(text):
                continue
            yield Item(
                text=text,
                part=part_of(text, part),
                at=at,
                id=id_ if part == "indikator" else f"{id_}.{part}",
                row=row,
                parent=self.rk_id,
                section=self.section,
                rk=rk,
                aspek=(aspect or None) if part != "aspek" else None,
                target=(target or None) if part == "indikator" else None,
                asal=self.asal,
            )

    def _statement(self, text: str, part: str, row: int, at: Place, id_: str, parent: str | None = None) -> Item:
        asal = self.asal if part != "rk_atasan" else "sendiri"
        name = part_of(text, part)
        return Item(text=text, part=name, at=at, id=id_, row=row, parent=parent, section=self.section, asal=asal)
