"""Conditions in words: what a rule asks of a text, for its page and for those who must defend its notes."""

from __future__ import annotations

from collections.abc import Iterator

from linter.engine.types import Among, Condition, Token
from linter.model import Clause, Said

_WITHIN = {
    "verb": Said("dalam verba", "in the verb"),
    "object": Said("dalam objek", "in the object"),
    "subject": Said("dalam subjek", "in the subject"),
    "qualifiers": Said("dalam keterangan", "in a qualifier"),
    "awal": Said("pada awal teks", "at the beginning of the text"),
    "teks": Said("di mana saja", "anywhere"),
}


def clauses(condition: Condition | None, depth: int = 0) -> tuple[Clause, ...]:
    """Return *condition* line by line, what stands inside another one level deeper; nothing for None."""
    return tuple(_clauses(condition, depth)) if condition is not None else ()


def _clauses(condition: Condition, depth: int) -> Iterator[Clause]:
    for group, head in (
        (condition.all, Said("semua ini:", "all of these:")),
        (condition.any, Said("salah satu dari ini:", "one of these:")),
        ((condition.not_,) if condition.not_ else None, Said("bukan:", "not:")),
        (
            (condition.some,) if condition.some else None,
            Said("pada salah satu indikatornya:", "of one of its indicators:"),
        ),
        (
            (condition.every,) if condition.every else None,
            Said("pada setiap indikatornya:", "of each of its indicators:"),
        ),
    ):
        if group is not None:
            yield Clause(depth, head)
            for inner in group:
                yield from _clauses(inner, depth + 1)
    if condition.pattern is not None:
        steps, where = " ".join(map(_token, condition.pattern)), _WITHIN[condition.within or "teks"]
        yield Clause(depth, Said(f"pola `{steps}` {where.id}", f"pattern `{steps}` {where.en}"))
    elif condition.phrase is not None:
        named, where = _values(condition.phrase), _WITHIN[condition.within or "teks"]
        yield Clause(depth, Said(f"frasa {named} {where.id}", f"the phrase {named} {where.en}"))
    elif condition.fact is not None:
        yield Clause(depth, _fact(condition))


def _fact(c: Condition) -> Said:
    name = f"`{c.fact}`"
    if c.exists is not None:
        return (
            Said(f"{name} ada", f"{name} is there") if c.exists else Said(f"{name} tidak ada", f"{name} is not there")
        )
    if c.is_ is not None:
        return Said(f"{name} adalah {_value(c.is_)}", f"{name} is {_value(c.is_)}")
    if c.in_ is not None:
        return Said(f"{name} termasuk {_values(c.in_)}", f"{name} is among {_values(c.in_)}")
    if c.not_in is not None:
        return Said(f"{name} tidak termasuk {_values(c.not_in)}", f"{name} is not among {_values(c.not_in)}")
    bounds = (
        (c.at_least, Said("paling sedikit", "at least")),
        (c.at_most, Said("paling banyak", "at most")),
        (c.below, Said("di bawah", "below")),
    )
    given = [Said(f"{how.id} {n:g}", f"{how.en} {n:g}") for n, how in bounds if n is not None]
    asked = Said(" dan ".join(said.id for said in given), " and ".join(said.said("en") for said in given))
    return Said(f"{name} {asked.id}", f"{name} {asked.en}")


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"“{value}”"


def _values(values: tuple[object, ...] | str) -> str:
    return f"{values}" if isinstance(values, str) else ", ".join(map(_value, values))


def _token(token: Token) -> str:
    """Return a token of a pattern as it is matched: "[LOWER=opd|skpd]", with its operator behind it."""
    named = (("LOWER", token.lower), ("LEMMA", token.lemma), ("TAG", token.tag))
    tests = [f"{key}{_choice(value)}" for key, value in named if value is not None]
    return f"[{' '.join(tests)}]{token.op or ''}"


def _choice(value: str | Among) -> str:
    if isinstance(value, str):
        return f"={value}"
    chosen, sign = (value.in_, "=") if value.in_ is not None else (value.not_in, "≠")
    return sign + (chosen if isinstance(chosen, str) else "|".join(chosen or ()))
