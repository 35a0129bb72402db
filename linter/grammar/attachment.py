"""Attachment of qualifiers: the grammar lists the phrases behind a clause, here they find what they belong to.

Attachment in Indonesian is lexical (a preposition, a verb that wants "dengan", a relative clause right before), so it is
decided after the parse, over words.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linter.grammar.lalr import Node
from linter.grammar.qualifiers import type_of
from linter.grammar.scan import BEYOND, FROM_WHEN, Span
from linter.model import Word

_QUALIFIERS = {
    "agent",
    "pp",
    "manner",
    "conformity",
    "purpose",
    "relative",
    "limit",
    "time",
    "quantity",
    "quality",
    "rest",
}
_JOINED_TO_RELATIVE = {"manner", "conformity", "limit", "time", "pp", "quality"}
_CLOSE = {"di", "pada", "dari", "ke", "kepada", "oleh", "dalam", "melalui", "bersama", "dengan", "untuk"}
"""Prepositions whose phrase belongs to the verb of a relative clause right before it."""


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """A part of a clause as the grammar names it, with the first and last word it covers."""

    kind: str
    first: int
    last: int
    node: Node


class Attached(msgspec.Struct, frozen=True, gc=False):
    """A qualifier phrase: what the grammar calls it, its type, the first and last word it covers."""

    kind: str
    type: str
    first: int
    last: int


def attach(words: Sequence[Word], chunks: Sequence[Chunk], roles: Sequence[Span | None]) -> tuple[Attached, ...]:
    """Return the qualifiers that *chunks* make; *roles* are the spans of the verb and the object of the clause."""
    governing = [words[span[0]].reading.features for span in roles if span]
    found: list[Attached] = []
    for chunk in chunks:
        if chunk.kind == "late":
            if found and found[-1].last + 1 == chunk.first:
                found[-1] = msgspec.structs.replace(found[-1], last=chunk.last)
            continue
        if chunk.kind not in _QUALIFIERS:
            continue
        type_ = _typed(words, chunk, governing)
        if chunk.kind == "relative" and type_ == "mutu" and found and found[-1].type == "penerima":
            type_ = "relatif"  # "kepada warga yang sakit": which people, not how good
        if found and found[-1].last + 1 == chunk.first and _joins(words, found[-1], chunk):
            before = found[-1]
            relative = before.kind == "relative" and chunk.kind in {"conformity", "limit"}
            amount = chunk.kind in {"limit", "pp"} and before.kind in {"manner", "pp"}
            found[-1] = Attached(
                before.kind, type_ if relative or amount or type_ == "waktu" else before.type, before.first, chunk.last
            )
            continue
        found.append(Attached(chunk.kind, type_, chunk.first, chunk.last))
    return tuple(found)


def _typed(words: Sequence[Word], chunk: Chunk, governing: Sequence[frozenset[str]]) -> str:
    """Return the type of a qualifier; the features of what governs it may change what its preposition means."""
    opener = words[chunk.first].lower
    if chunk.kind == "pp" and opener == "terhadap" and any("conforms" in features for features in governing):
        return "kesesuaian"
    name = type_of(chunk.kind, words[chunk.first : chunk.last + 1])
    joined = name == "cara" and opener == "dengan" and any("joins" in features for features in governing)
    return "lingkup" if joined else name


def _joins(words: Sequence[Word], before: Attached, chunk: Chunk) -> bool:
    """Tell whether *chunk* belongs to the qualifier before it."""
    opener = words[chunk.first].lower
    if before.kind == "relative" and words[before.last].tag[:2] in {"V_", "SE"}:
        if opener.split(" ")[0] == "ke" and "goes" not in words[before.last].reading.features:
            return False  # guru yang berlebih | ke sekolah lain
        return chunk.kind in _JOINED_TO_RELATIVE and not (chunk.kind == "pp" and opener not in _CLOSE)
    if chunk.kind == "relative":
        return before.type == "kesesuaian"
    if before.kind == "manner" and _amounts(words, before, chunk):
        return True
    if before.kind == "pp" and words[before.first].lower == "dari" and opener == "menjadi":
        return any(w.tag in {"NUM", "QTY"} for w in words[before.first : before.last + 1])  # dari 62 | menjadi 65
    if before.type == "waktu" and chunk.kind in {"pp", "time"} and opener in FROM_WHEN:
        return True
    if before.kind == "pp" and chunk.kind == "quantity" and before.type in {"lingkup", "waktu"}:
        return type_of("quantity", words[chunk.first : chunk.last + 1]) == "waktu" and opener not in FROM_WHEN
    return chunk.kind == "quality" and any(words[n].lower in FROM_WHEN for n in range(before.first, chunk.first))


def _amounts(words: Sequence[Word], before: Attached, chunk: Chunk) -> bool:
    """Tell whether *chunk* says how much of what "dengan" names: "dengan nilai kelulusan minimal 80"."""
    if words[before.first].tag != "DGN" or before.first == before.last:
        return False
    beyond = chunk.kind == "pp" and words[chunk.first].lower in BEYOND
    if not beyond and chunk.kind != "limit":
        return False
    span = words[chunk.first : chunk.last + 1]
    measured = "measure" in words[before.first + 1].reading.features
    return measured or type_of(chunk.kind, span) == "kuantitas"
