"""The level that a target starts from: "dari 92 menjadi 94 %", "94 % (2025: 92 %)", "5 (data awal 8)"."""

from __future__ import annotations

import re

import msgspec

from linter.language.numerals import number

_NUMBER = r"(?:Rp\s?)?(\d[\d.,]*\d|\d)"
_MOVE = re.compile(
    rf"\b(?:naik |turun |meningkat |menurun )?dari\s+{_NUMBER}\s?[^\d()]{{0,24}}?\b(?:menjadi|ke)\s+(?=\S)",
    re.IGNORECASE,
)
_LABEL = r"(?:baseline|data awal|kondisi awal|realisasi|capaian|tahun lalu|sebelumnya)"
_NOTED = re.compile(
    rf"\(\s*(?:(?:{_LABEL}\s*)+(?:tahun\s+)?(?:(?:19|20)\d\d)?|(?:tahun\s+)?(?:19|20)\d\d)\s*[:=]?\s*{_NUMBER}[^()]{{0,24}}\)",
    re.IGNORECASE,
)  # fmt: skip


class Baseline(msgspec.Struct, frozen=True):
    """The level before (in the unit of the target), and the text of the target without it."""

    value: float
    rest: str


def baseline_in(text: str) -> Baseline | None:
    """Return the baseline that a target states; None where it states none."""
    for pattern in (_MOVE, _NOTED):
        found = pattern.search(text)
        if found is None:
            continue
        value = number(found[1], "%" if "%" in text else None)
        rest = (text[: found.start()] + text[found.end() :]).strip()
        if value is not None and rest:
            return Baseline(value, rest)
    return None
