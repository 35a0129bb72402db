"""How like texts of different documents are, and which figures they state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from linter.language.clean import marker_length

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def folded(text: str) -> str:
    """Return *text* as it is compared: without list number, case, marks and extra spaces."""
    return " ".join(_WORD.findall(text[marker_length(text) :].casefold()))


def likeness(text: str, among: Sequence[str]) -> tuple[str | None, float]:
    """Return the text *among* others whose words are most like those of *text*, and how like (0–100)."""
    scored = [(fuzz.token_set_ratio(folded(text), folded(other)), -n, other) for n, other in enumerate(among)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return (best[2], best[0]) if best is not None else (None, 0.0)


def amount_of(target: str | None) -> float | None:
    """Return the first figure of a target: "83,00 poin" is 83, "1.200 orang" is 1200; None where it states none."""
    found = _NUMBER.search(target or "")
    if found is None:
        return None
    written = found[0].rstrip(".,")
    if _THOUSANDS.fullmatch(written):
        return float(written.replace(".", ""))
    try:
        return float(written.replace(".", "").replace(",", ".") if "," in written else written)
    except ValueError:
        return None
