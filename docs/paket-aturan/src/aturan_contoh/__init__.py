"""Aturan instansi untuk skplint: folder ``rules`` dan satu ukuran yang dihitung dalam Python."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from linter import Measure, Plugin


def shouting(facts: Any) -> float:
    """Return the share (0–1) of the letters of the text that are capitals; 0 for a text without letters."""
    letters = [c for c in facts.item.text if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if letters else 0.0


plugin = Plugin(
    rules=files(__name__) / "rules",
    measures=(Measure("contoh.huruf_besar", "Bagian huruf kapital dalam teks, 0–1.", (), shouting),),
)
