"""What was probably meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.said import Said


def nearest(word: str, known: Iterable[str], *, least: float = 0.6) -> str | None:
    """Return the known word most like *word* (similarity 0–1, at least *least*; case aside), or None."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    best = process.extractOne(
        word.lower(),
        sorted(known),
        scorer=DamerauLevenshtein.normalized_similarity,
        processor=str.lower,
        score_cutoff=least,
    )
    return str(best[0]) if best else None


def hint_at(word: str, known: Iterable[str], *, least: float = 0.6) -> Said | None:
    """Return "mungkin maksudnya '…'" for the known word most like *word*, None where none is like it."""
    meant = nearest(word, known, least=least)
    return Said(f"mungkin maksudnya '{meant}'", f"perhaps '{meant}' was meant") if meant else None


def hint_among(word: str, known: Iterable[str]) -> Said | None:
    """Return the hint at the known word most like *word*, else all that are known; None where there are none."""
    names = tuple(known)
    listed = ", ".join(names)
    return hint_at(word, names) or (Said(f"yang dikenal: {listed}", f"known: {listed}") if names else None)
