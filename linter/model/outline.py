"""The outline of a new SKP: what a superior plans, and what of it falls to one employee; sentences are still to be written."""

from __future__ import annotations

import msgspec


class Share(msgspec.Struct, frozen=True):
    """What an employee contributes to a result: the result of the superior, and the sentence of a matrix, if any."""

    above: str
    text: str = ""


class Outline(msgspec.Struct, frozen=True):
    """Whose SKP it will be, for when and under whom, and what it will contribute to; never a name or NIP.

    Every text is one line that can be written anywhere. ``qualitative`` tells the approach of the regime.
    """

    shares: tuple[Share, ...] = ()
    post: str | None = None
    unit: str | None = None
    appraiser: str | None = None
    period: tuple[str, str] | None = None
    regime: str = "p6-2022-kuantitatif"
    qualitative: bool = False
    behaviours: tuple[str, ...] = ()
