"""What stands around a text in its document: the texts above and below it, and what the whole document amounts to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from linter.engine.facts import Facts


class Totals(msgspec.Struct):
    """What is kept of a document while its texts stream by: counts, never the texts themselves.

    ``forms`` counts the rencana kinerja by how they are built, ``sets`` those with the same set of measures and targets;
    ``measured`` counts those with indicators, ``most`` is the largest number of indicators under one; ``needs`` is the sum
    of the staff that the tasks of a work load need. Of a matrix, ``roles`` counts the results that each person contributes
    to, ``served`` those who contribute to each result, and ``columns`` has the texts of the results.
    """

    utama: int = 0
    tambahan: int = 0
    forms: Counter[str] = msgspec.field(default_factory=Counter)
    sets: Counter[tuple[tuple[str, str, str], ...]] = msgspec.field(default_factory=Counter)
    measured: int = 0
    most: int = 0
    needs: float = 0.0
    roles: dict[str, int] = msgspec.field(default_factory=dict)
    served: dict[str, int] = msgspec.field(default_factory=dict)
    columns: dict[str, str] = msgspec.field(default_factory=dict)


class Link(msgspec.Struct, frozen=True):
    """What another document of the unit says that belongs to a text.

    ``kind`` is what was compared (see ``KINDS`` in link_facts.py: atasan, pk, matriks, beban …). ``other`` is the text that
    belongs to it there (None: there is none), ``by`` how it was found ("id" or "kemiripan"), ``likeness`` how like both are
    (0–100), ``own`` and ``theirs`` the figures that should agree, ``ratio`` how many times theirs own is, ``among`` how many
    were compared.
    """

    kind: str
    other: str | None = None
    likeness: float = 0.0
    own: str | None = None
    theirs: str | None = None
    ratio: float | None = None
    among: int = 0
    by: str = "kemiripan"


class Around(msgspec.Struct, frozen=True):
    """What a text is told of its document.

    ``above`` is the superior's rencana kinerja or the node above in a tree, and ``likeness`` how like it this text is
    (0–100); ``below`` the facts of the indicators under a rencana kinerja, ``twin`` the earlier text of its kind that is
    most like it and ``twin_likeness`` how like (0–100), ``explained`` the abbreviations explained so far, ``field`` the
    roots of what post, superior and main results are about, ``totals`` the counts of the whole document, once it has
    been read, ``link`` what another document of the unit says that belongs to this text.
    """

    above: str | None = None
    below: Sequence[Facts] = ()
    twin: str | None = None
    twin_likeness: float = 0.0
    likeness: float = 0.0
    explained: frozenset[str] = frozenset()
    field: frozenset[str] = frozenset()
    totals: Totals | None = None
    link: Link | None = None


ALONE = Around()
"""Around a text that stands in no document."""
