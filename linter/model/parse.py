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


class Parse(msgspec.Struct, frozen=True):
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


class Target(msgspec.Struct, frozen=True, gc=False):
    """A target as data.

    ``form`` is one of angka, rentang, batas, tenggat, frekuensi, indeks, predikat, uang, bulan, naratif, kosong; ``low``
    and ``high`` are bounds in ``unit`` (lower-case; "%" for a percentage), either may be absent.
    """

    form: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None


class Indicator(msgspec.Struct, frozen=True, gc=False):
    """The facts of an indicator with its target; the fields are those of the annotation guide for indicators."""

    measure: bool
    form: str
    circular: bool
    vague: bool
    multi: bool
    time: bool
    aspect: str
    target_ok: bool | None
    absolute: bool
