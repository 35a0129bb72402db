"""How a document stands: the headline, what is mandatory and missing, and the optional index of its wording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


class Taken(msgspec.Struct, frozen=True):
    """What one note takes from the index: index(without it) − index, in points of the index (0–100).

    ``shared`` marks a note that does not take its full points alone, since another note takes the same ones: mending one
    of them gains less than they take together.
    """

    key: str
    """The fingerprint of the note."""
    code: str
    slot: str
    """The name of the slot, "bentuk"."""
    points: float
    shared: bool


class SlotScore(msgspec.Struct, frozen=True):
    """One line of the arithmetic: what a text has of the points of a slot; ``codes`` are the notes that took the rest.

    ``points`` is None where the slot cannot be judged; it leaves the denominator, and ``why`` says so.
    """

    name: str
    title: str
    most: float
    points: float | None
    codes: tuple[str, ...] = ()
    why: str = ""


class TextScore(msgspec.Struct, frozen=True):
    """The arithmetic of one text, or of the document as a whole: the share (0–1) is the sum of points over the sum of most.

    ``share`` is None where nothing of it was judged, and ``why`` says so.
    """

    at: Mapping[str, Any]
    text: str
    share: float | None
    slots: tuple[SlotScore, ...] = ()
    why: str = ""


class GroupScore(msgspec.Struct, frozen=True):
    """The texts of one kind (rencana kinerja, indikator, dokumen): the mean of their shares (0–1) counts ``weight`` times.

    ``mean`` is None where none of them was judged; the group leaves the denominator.
    """

    name: str
    title: str
    weight: float
    mean: float | None
    texts: tuple[TextScore, ...] = ()


class Index(msgspec.Struct, frozen=True):
    """The index of wording: 100 · Σ weight · mean / Σ weight over the groups that were judged; its band in words.

    The weights are on trial (*bobot percobaan*, decision 21); ``about`` says that it judges wording, not a person.
    """

    title: str
    about: str
    value: float
    band: str
    groups: tuple[GroupScore, ...]
    taken: tuple[Taken, ...]


class Score(msgspec.Struct, frozen=True):
    """How a document stands.

    ``clean`` of ``statements`` rencana kinerja have no note that asks for a change. ``mandatory`` are the fingerprints of
    the notes about what the active regime demands. ``index`` is None where nothing was judged.
    """

    clean: int
    statements: int
    mandatory: tuple[str, ...]
    index: Index | None
