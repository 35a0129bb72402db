"""The persons that a form names; for the papers that are handed back with it, and for nothing else."""

from __future__ import annotations

import msgspec


class Person(msgspec.Struct, frozen=True):
    """A person as the form writes them; "" for what it does not say. Shown to nobody by accident: the repr is mute."""

    name: str = ""
    number: str = ""
    """A NIP, NI PPPK or NRP."""
    rank: str = ""
    post: str = ""
    unit: str = ""

    def __repr__(self) -> str:
        return "Person(…)"


class People(msgspec.Struct, frozen=True):
    """Whose form it is, and who appraises; marked copies and the Lembar Reviu keep what the form has (decision 22).

    They travel beside the header, which is what rules, reports, logs and caches see, and never inside it.
    """

    owner: Person = Person()
    appraiser: Person = Person()
