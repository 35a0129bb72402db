"""The types of the files that stand beside rules: measures, ladders, criteria, regimes, sources, profiles."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from linter.engine.types.rule import Basis, Condition, Name
from linter.model import Said

OWN_NAME = "^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*$"
"""How the name of a fact looks that is not in the code: "dinas.kata_serapan"; so it never takes the name of one to come."""


MEASURE_WORDING = {
    "name": Said(
        "isi 'name' harus dua nama berhuruf kecil dengan titik di antaranya, mis. dinas.kata_serapan",
        "the value of 'name' must be two names in small letters with a dot between them, such as dinas.kata_serapan",
    )
}


class MeasureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named measure: rules/measures/<name>.yaml; rules speak of it as of any fact, with at_least, at_most, below.

    ``count`` and ``share`` look at the words of ``of`` that stand in the list ``in``, by their form or their root;
    ``similarity`` compares the text ``with`` those beside it or with the entries of a list.
    """

    name: Annotated[str, msgspec.Meta(pattern=OWN_NAME)]
    about: Said
    kind: Literal["count", "share", "similarity"]
    of: Literal["teks", "verb", "object", "subject", "qualifiers"] = "teks"
    by: Literal["lower", "lemma"] = "lower"
    in_: str | None = msgspec.field(default=None, name="in")
    with_: str | None = msgspec.field(default=None, name="with")


class LadderExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, what stands beside it, and the better sentence that the option makes of it."""

    text: str
    gives: str
    aspek: str | None = None
    target: str | None = None
    rk: str | None = None
    jenjang: str | None = None


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A better sentence (always Indonesian) with fields in braces and ‹blanks›, and the texts that it is for."""

    text: str
    examples: tuple[LadderExample, ...]
    when: Condition | None = None
    unless: Condition | None = None


class Rung(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step of a ladder: the question that leads to it, and its options, of which the first that fits is offered.

    ``opening`` stands before each of its sentences, with a comma, where it can be filled in.
    """

    step: Annotated[str, msgspec.Meta(pattern="^[a-z]+$")]
    question: Said
    options: tuple[Option, ...] = ()
    when: Condition | None = None
    opening: str = ""


class LadderFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ladder: rules/ladders/<name>.yaml; a rule names the ladder that leads from its fault to a better sentence.

    ``part`` is that of the texts in its examples.
    """

    name: Name
    title: Said
    part: str
    rungs: tuple[Rung, ...]


class Found(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was found for a criterion, and when it may be said."""

    when: Condition
    say: Said


class Open(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said where nothing speaks for a criterion and nothing against it: ``belum`` (it is missing) or
    ``tidak_dinilai`` (a text cannot show it)."""

    status: Literal["belum", "tidak_dinilai"]
    say: Said
    when: Condition | None = None


class CriterionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A criterion of a rencana kinerja with its indicators: rules/criteria/<name>.yaml; SMART is five of them.

    ``notes`` selects the rules (codes, names, family letters) whose notes speak against it. ``found`` and ``open`` look at
    the rencana kinerja; ``some`` and ``every`` at its indicators. The first that holds is said.
    """

    name: Name
    letter: Annotated[str, msgspec.Meta(pattern="^[A-Z]$")]
    order: int
    title: Said
    notes: tuple[str, ...]
    open: tuple[Open, ...]
    found: tuple[Found, ...] = ()
    regimes: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()


class RegimeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regime: rules/regimes/<code>.yaml; what holds in the regime that it extends holds in it too."""

    code: str
    title: Said
    approach: Literal["kuantitatif", "kualitatif"]
    regulation: str
    since: int
    extends: str | None = None


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place that was read: what it says, in words of one's own, and what of it no rule can check."""

    place: str
    says: Said | None = None
    unchecked: Said | None = None


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A source that rules may cite: its short name, its full title, and the places in it that were read."""

    source: str
    title: str
    places: tuple[Place, ...]


class SourcesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sources: rules/sources/<name>.yaml."""

    sources: tuple[Source, ...]


class ProfileFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A profile: rules/profiles/<name>.yaml; it selects codes, names or families on top of the one it extends."""

    name: str
    title: Said
    about: Said
    extends: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
