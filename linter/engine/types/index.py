"""The types of what the notes of a whole document are read by: the index of wording, the aspects of a review."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from linter.engine.types.rule import Basis, Condition, Name
from linter.model import Said

Points = Annotated[float, msgspec.Meta(gt=0)]


class Take(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each note of the rules that ``notes`` selects takes; notes that are only to be considered where ``infos`` says so.

    Several notes of one rule about one text take it once.
    """

    notes: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    points: Points
    infos: bool = False


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points that a text has until notes take them, never more than there are.

    ``needs`` names what the slot cannot be judged without: a class (``kelas``) that is certain, a superior's plan
    (``atasan``), an aspect (``aspek``), a target (``target``). Where that is missing, and no note says that it is, the slot
    leaves the denominator.
    """

    name: Name
    title: Said
    points: Points
    takes: tuple[Take, ...]
    needs: Literal["kelas", "atasan", "aspek", "target"] | None = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The slots of texts of one part, and how much the mean of these texts weighs in the index.

    Notes of the rules in the group ``dokumen`` count there, whatever text they are about.
    """

    part: Literal["rencana_kinerja", "indikator", "dokumen"]
    title: Said
    weight: Points
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1)]


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of an index of at least ``at_least``; one that is ``clear`` only where no note is an error."""

    at_least: Annotated[float, msgspec.Meta(ge=0, le=100)]
    title: Said
    clear: bool = False


class IndexFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The index of wording: rules/index/<name>.yaml; there is one, and the file of a later layer takes its place."""

    name: Name
    title: Said
    about: Said
    bands: Annotated[tuple[Band, ...], msgspec.Meta(min_length=1)]
    groups: Annotated[tuple[Group, ...], msgspec.Meta(min_length=1)]


class AspectOfReview(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a reviewer looks at, and the rules whose notes belong to it."""

    title: Said
    notes: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    basis: tuple[Basis, ...] = ()


class ReviewFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is reviewed in the SKP of some posts: rules/review/<name>.yaml; ``when`` says of which, none: of all others.

    A note belongs to the aspect that names its rule most closely: by its code or name, else by its family, the first that
    does. One that no aspect names belongs to the last.
    """

    name: Name
    title: Said
    aspects: Annotated[tuple[AspectOfReview, ...], msgspec.Meta(min_length=1)]
    when: Condition | None = None
