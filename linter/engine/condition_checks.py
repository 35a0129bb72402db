"""What conditions and templates may not say: names that nobody knows, no single thing, tests that can never hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from linter.engine import types as t
from linter.engine.conditions import names_of
from linter.engine.facts import FactInfo
from linter.engine.messages import fields, stray
from linter.engine.vocabulary import Vocabulary
from linter.language.tags import TAGS
from linter.model import Pointer, Said, Tree
from linter.model.nearest import hint_at

TRUTH = ("true", "false")


def known_name(tree: Tree, pointer: Pointer, what: Said, name: str, known: Iterable[str]) -> None:
    """Raise UserError where *name* is none of the *known*; *what* says what it should be the name of."""
    if name not in known:
        message = Said(f"{what.id} '{name}' tidak dikenal", f"{what.said('en')} '{name}' is not known")
        raise tree.fault(pointer, message, hint_at(name, known))


def check_fields(tree: Tree, pointer: Pointer, text: str, known: Iterable[str]) -> None:
    """Raise UserError where braces in *text* hold no name that is known, or do not close."""
    for name in fields(text):
        known_name(tree, pointer, Said("isian", "the field"), name, known)
    if stray(text):
        message = Said(
            "kurung kurawal di sini tidak mengapit nama isian", "braces here do not enclose the name of a field"
        )
        raise tree.fault(pointer, message)


def check_condition(tree: Tree, base: Pointer, condition: t.Condition, known: Vocabulary) -> None:
    """Raise UserError where the condition at *base* of *tree* names what is not known or cannot be meant."""
    _check_shape(tree, base, condition, known)
    for kind, name, pointer in names_of(condition):
        if kind == "fact":
            known_name(tree, (*base, *pointer), Said("fakta", "the fact"), name, known.facts)
        elif not name.startswith("@"):
            message = Said(f"daftar ditulis dengan @, mis. '@{name}'", f"a list is written with @, such as '@{name}'")
            raise tree.fault((*base, *pointer), message)
        else:
            known_name(tree, (*base, *pointer), Said("daftar", "the list"), name[1:], known.lists)


def _check_shape(tree: Tree, base: Pointer, condition: t.Condition, known: Vocabulary) -> None:
    """Raise UserError where a condition is no single thing: nothing at all, two at once, a fact without one test."""
    groups = (("all", condition.all), ("any", condition.any))
    places = (condition.pattern, condition.phrase)
    inside = (("not", condition.not_), ("some", condition.some), ("every", condition.every))
    main = [condition.all, condition.any, condition.fact, *places, *(inner for _, inner in inside)]
    if sum(part is not None for part in main) != 1:
        message = Said(
            "satu syarat memuat tepat satu dari all, any, not, some, every, fact, pattern, phrase",
            "a condition holds exactly one of all, any, not, some, every, fact, pattern, phrase",
        )
        raise tree.fault(base, message)
    if any(part is not None and not part for part in (condition.all, condition.any, *places)):
        message = Said(
            "all, any, pattern, dan phrase tidak boleh kosong", "all, any, pattern and phrase must not be empty"
        )
        raise tree.fault(base, message)
    if condition.within is not None and places == (None, None):
        message = Said(
            "within hanya berlaku bersama pattern atau phrase", "within goes only with pattern or with phrase"
        )
        raise tree.fault((*base, "within"), message)
    for n, phrase in enumerate(condition.phrase if isinstance(condition.phrase, tuple) else ()):
        if phrase != " ".join(phrase.lower().split()) or not phrase:
            message = Said(
                "phrase ditulis dalam huruf kecil dengan satu spasi di antara kata-katanya",
                "a phrase is written in small letters with one space between its words",
            )
            raise tree.fault((*base, "phrase", n), message)
    for n, token in enumerate(condition.pattern or ()):
        _check_token(tree, (*base, "pattern", n), token)
    _check_tests(tree, base, condition, known)
    for key, inner in groups:
        for n, c in enumerate(inner or ()):
            _check_shape(tree, (*base, key, n), c, known)
    for key, one in inside:
        if one is not None:
            _check_shape(tree, (*base, key), one, known)


def _check_token(tree: Tree, base: Pointer, token: t.Token) -> None:
    """Raise UserError where a token has two choices at once, or words that no word of a text can be."""
    for key, value in (("LOWER", token.lower), ("LEMMA", token.lemma), ("TAG", token.tag)):
        if isinstance(value, t.Among) and (value.in_ is None) is (value.not_in is None):
            raise tree.fault(base, Said("pilih salah satu: IN atau NOT_IN", "choose one: IN or NOT_IN"))
        for word in _literals(value):
            if key == "TAG":
                known_name(tree, (*base, key), Said("jenis kata", "the tag"), word, TAGS)
            elif word != word.lower():
                message = Said(
                    f"{key} dibandingkan dalam huruf kecil: tulis '{word.lower()}'",
                    f"{key} is compared in small letters: write '{word.lower()}'",
                )
                raise tree.fault((*base, key), message)


def _literals(value: str | t.Among | None) -> Iterator[str]:
    """Yield the words that a value names itself, not those of a list."""
    if isinstance(value, t.Among):
        for chosen in (value.in_, value.not_in):
            if not isinstance(chosen, str):
                yield from chosen or ()
    elif value is not None and not value.startswith("@"):
        yield value


def _check_tests(tree: Tree, base: Pointer, condition: t.Condition, known: Vocabulary) -> None:
    """Raise UserError where the tests of a fact are none, two that do not go together, or ask for an unknown value."""
    bounds = [v for v in (condition.at_least, condition.at_most, condition.below) if v is not None]
    tests = [v for v in (condition.is_, condition.in_, condition.not_in, condition.exists) if v is not None]
    if condition.fact is None:
        if bounds or tests:
            message = Said(
                "uji (is, in, exists …) hanya berlaku bersama fact", "a test (is, in, exists …) goes only with fact"
            )
            raise tree.fault(base, message)
        return
    if len(tests) + bool(bounds) != 1:
        many = bool(tests or bounds)
        said = (
            Said("diberi lebih dari satu uji", "has more than one test")
            if many
            else Said("belum diberi uji", "has no test")
        )
        listed = "(is, in, not_in, exists, at_least, at_most, below)"
        message = Said(
            f"fakta '{condition.fact}' {said.id} {listed}", f"the fact '{condition.fact}' {said.said('en')} {listed}"
        )
        raise tree.fault(base, message)
    info = known.facts.get(condition.fact)
    if info is not None:
        for key, value in _values(condition):
            _check_value(tree, (*base, key), info, value)


def _values(condition: t.Condition) -> Iterator[tuple[str, Any]]:
    """Yield the key and each value that a test names; those of a list are not known here."""
    if condition.is_ is not None:
        yield "is", condition.is_
    for key, listed in (("in", condition.in_), ("not_in", condition.not_in)):
        if isinstance(listed, tuple):
            yield from ((key, value) for value in listed)


def _check_value(tree: Tree, pointer: Pointer, info: FactInfo, value: Any) -> None:
    """Raise UserError where a fact can never have *value*."""
    if info.number and isinstance(value, str):
        message = Said(f"fakta {info.name} adalah angka", f"the fact {info.name} is a number")
        raise tree.fault(pointer, message)
    if not isinstance(value, str) or not info.values:
        return
    if info.values == TRUTH:
        message = Said(
            f"nilai fakta {info.name} ditulis true atau false tanpa tanda kutip",
            f"the value of the fact {info.name} is written true or false without quotes",
        )
        raise tree.fault(pointer, message)
    what = Said(f"nilai fakta {info.name}", f"for the fact {info.name} the value")
    known_name(tree, pointer, what, value, info.values)
