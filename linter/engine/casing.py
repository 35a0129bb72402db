"""Small and capital first letters in what is made from the words of a text."""

from __future__ import annotations

_WITHOUT_SMALL = dict.fromkeys(map(ord, "abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"))
"""Takes the small letters out of a text."""


def lower_first(text: str) -> str:
    """Return *text* with a small first letter, unless its first word is an abbreviation (SKP, MoU)."""
    word = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if word[1:].islower() or len(word) == 1 else text


def upper_first(text: str) -> str:
    """Return *text* with a capital first letter."""
    return text[:1].upper() + text[1:]


def in_capitals(text: str) -> bool:
    """Tell whether *text* is written in capitals, but for a few letters (USULAN e-RDKK)."""
    small = len(text) - len(text.translate(_WITHOUT_SMALL))
    return small * 10 < len(text) and small * 10 < sum(map(str.isupper, text))
