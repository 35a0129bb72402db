"""What a reading of a statement, an indicator or a target yields: values that depend on the text alone."""

from __future__ import annotations

import msgspec

from linter.model.words import Word


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A part of a statement: its characters, its span in code points, the words it covers and the index of its head.

    ``first`` and ``last`` (inclusive) and ``head`` index the words of the parse.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    head: int


class Qualifier(msgspec.Struct, frozen=True, gc=False):
    """A phrase that qualifies the statement.

    ``type`` is one of mutu, waktu, kesesuaian, kuantitas, lingkup, tujuan, penerima, cara, relatif. ``standard`` is true
    where it names a standard that can be checked: a quality that is not vague, a deadline or duration, a quantity,
    conformity with something named.
    """

    type: str
    standard: bool
    phrase: Phrase


class Parse(msgspec.Struct, frozen=True, gc=False):
    """How a statement is built.

    ``form`` names the construction (see grammars/statement.lark); ``complete`` is false where a word could not be placed
    (``unplaced`` lists those phrases); ``clauses`` counts the clauses, of which the first is described.
    """

    form: str
    complete: bool
    words: tuple[Word, ...]
    subject: Phrase | None = None
    verb: Phrase | None = None
    object: Phrase | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    unplaced: tuple[Phrase, ...] = ()
    clauses: int = 1
    negated: bool = False


class Branch(msgspec.Struct, frozen=True, gc=False):
    """A node of the grammar's tree: the name of its rule or terminal, its characters, its span in code points."""

    name: str
    text: str
    start: int
    end: int
    children: tuple[Branch, ...] = ()


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A point in time as far as a text names it: ``year``, ``month`` 1–12, ``day`` 1–31.

    ``period`` and ``number`` name a part of the year ("triwulan", 4), ``offset`` days from an event ("H-3" is -3).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    period: str = ""
    number: int | None = None
    offset: int | None = None


class Target(msgspec.Struct, frozen=True, gc=False):
    """A target as data (forms: dossier of targets; the months and dates of the forms of Permen PANRB 6/2022).

    ``form`` is one of angka, rentang, batas, tenggat, frekuensi, indeks, predikat, uang, bulan, naratif, kosong; ``low``
    and ``high`` are bounds in ``unit`` (lower-case; "%" for a percentage, "rp" for money), either may be absent; ``per``
    is what a rate is of ("hari", "tenaga kerja"), ``total`` the whole of which it is a part ("100 dari 110 desa"),
    ``scale`` the ends of an index's scale, ``grade`` a named grade, ``moment`` a date, ``others`` further targets in the
    same text; ``baseline`` is the level that it starts from, ``reversed`` is true where the upper bound of a range stands
    first, ``complete`` is false where a word could not be placed.
    """

    form: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    per: str | None = None
    total: float | None = None
    scale: tuple[float, float] | None = None
    grade: str | None = None
    moment: Moment | None = None
    others: tuple[Target, ...] = ()
    baseline: float | None = None
    reversed: bool = False
    complete: bool = True


class Measured(msgspec.Struct, frozen=True, gc=False):
    """One measure of an indicator: by what it measures, and of what.

    ``head`` covers the words that name the measure ("Rata-rata lama"), ``kind`` is one of count, share, quality, time,
    cost, rate, other; ``of`` is how the thing measured is built, None where nothing follows the head; ``thing`` names it,
    ``population`` is the whole it is taken from ("dari …", "per …"), ``conditions`` are what it must meet, ``period`` is
    the time it is measured over.
    """

    head: Phrase
    kind: str
    of: Parse | None = None
    thing: Phrase | None = None
    population: Phrase | None = None
    conditions: tuple[Phrase, ...] = ()
    period: Phrase | None = None


class Indicator(msgspec.Struct, frozen=True, gc=False):
    """The facts of an indicator with its target; the fields are those of the annotation guide for indicators.

    ``measures`` is the structure behind them: the measures that the text names, in their order.
    """

    measure: bool
    form: str
    circular: bool
    vague: bool
    multi: bool
    time: bool
    aspect: str
    target_ok: bool | None
    absolute: bool
    measures: tuple[Measured, ...] = ()
