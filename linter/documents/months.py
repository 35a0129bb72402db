"""The months as forms write them."""

from __future__ import annotations

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


def month(name: str) -> int:
    """Return the number (1–12) of the month *name*, however it is capitalised; 0 for another word."""
    return _NUMBERS.get(name.casefold(), 0)


_NUMBERS = {name.casefold(): n for n, name in enumerate(MONTHS, 1)}
