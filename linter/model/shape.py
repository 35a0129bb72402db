"""Fits the plain data of a Tree to a type; what does not fit is told at its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from linter.model.errors import UserError
from linter.model.nearest import hint_among
from linter.model.said import Said
from linter.model.tree import Pointer, Tree

T = TypeVar("T")

_PLACE = re.compile(r" - at `(?:key in )?`?\$?(.*?)`*$")
_STEP = re.compile(r"\.([\w-]+)|\[(\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*?)`(?: - at|$)", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_BOUND = re.compile(r"Expected `[^`]*` ((?:matching regex|[<>]=?|of length).*?)(?: - at|$)")
_EXPECTED = re.compile(r"Expected `([^`]+)`(?:, got `([^`]+)`)?")

_KINDS = {
    "str": Said("teks", "text"),
    "int": Said("bilangan bulat", "a whole number"),
    "float": Said("angka", "a number"),
    "bool": Said("true atau false", "true or false"),
    "array": Said("daftar", "a list"),
    "object": Said("pasangan 'kunci: nilai'", "pairs of 'key: value'"),
    "null": Said("kosong", "empty"),
    "date": Said("tanggal", "a date"),
    "datetime": Said("tanggal dan jam", "a date with a time"),
    "time": Said("jam", "a time of day"),
}
_BOUNDS = (
    ("matching regex", Said("harus berbentuk", "must be of the form")),
    (">=", Said("tidak boleh kurang dari", "must not be less than")),
    ("<=", Said("tidak boleh lebih dari", "must not be more than")),
    (">", Said("harus lebih dari", "must be more than")),
    ("<", Said("harus kurang dari", "must be less than")),
    ("of length", Said("harus sepanjang", "must be of the length")),
)
"""Words of msgspec about a value that is out of bounds, and what is said for them."""


def fit(tree: Tree, type_: type[T], wording: Mapping[str, Said] | None = None) -> T:
    """Return the data of *tree* as *type_*.

    Raises UserError with path, line and column at the first thing that does not fit: an unknown key (with the key that
    was probably meant), a missing key, a wrong type. *wording* has messages for values of the right type that are not
    allowed, by the name of their key. No message repeats a value.
    """
    try:
        return msgspec.convert(tree.data, type_, strict=True)
    except msgspec.ValidationError as error:
        raise _told(str(error), tree, type_, wording or {}) from None


def _told(fault: str, tree: Tree, type_: type[T], wording: Mapping[str, Said]) -> UserError:
    pointer = _pointer(fault, tree, type_)
    line, column = tree.where(pointer)
    name = str(pointer[-1]) if pointer and isinstance(pointer[-1], str) else ""
    hint: Said | None = None
    if unknown := _UNKNOWN.match(fault):
        key = unknown[1]
        line, column = tree.keys.get((*pointer, key), (line, column))
        message = Said(f"kunci '{key[:40]}' tidak dikenal", f"the key '{key[:40]}' is not known")
        hint = _suggest(key, _fields(inspect.type_info(type_), pointer))
    elif missing := _MISSING.match(fault):
        message = Said(f"kunci '{missing[1]}' wajib ada di sini", f"the key '{missing[1]}' is missing here")
    elif name in wording and not ("got" in fault and "null" not in fault.split("got")[-1]):
        message = wording[name]
    elif bound := _BOUND.match(fault):
        message = _out_of_bounds(_content(name), bound[1])
    elif expected := _EXPECTED.match(fault):
        message = _wrong_type(_content(name), expected[1], expected[2])
    else:
        what = _content(name)
        message = Said(f"{what.id} tidak sah", f"{what.said('en')} is not allowed")
        choices = _choices(inspect.type_info(type_), pointer)
        hint = Said(f"pilihannya: {', '.join(choices)}", f"choose from: {', '.join(choices)}") if choices else None
    return UserError(message, path=tree.path, line=line, column=column, hint=hint)


def _pointer(fault: str, tree: Tree, type_: type[object]) -> Pointer:
    """Return the place that msgspec names; of an entry of a mapping it only says ``[...]``, so we look which one it is."""
    place = _PLACE.search(fault)
    pointer: Pointer = ()
    for name, index in _STEP.findall(place[1]) if place else ():
        step = _entry(fault, tree.data, pointer, type_) if index == "..." else (name or int(index),)
        pointer = (*pointer, *step)
    return pointer


def _entry(fault: str, data: Any, pointer: Pointer, type_: type[object]) -> Pointer:
    """Return the first key of the mapping at *pointer* whose entry alone gives the same fault."""
    entries = data
    for step in pointer:
        entries = entries[step]
    for key, value in entries.items():
        try:
            msgspec.convert(_with(data, pointer, {key: value}), type_, strict=True)
        except msgspec.ValidationError as error:
            if str(error) == fault:
                return (key,)
    return ()


def _with(data: Any, pointer: Pointer, value: Any) -> Any:
    """Return *data* with *value* in the place of what stands at *pointer*; *data* itself is not changed."""
    if not pointer:
        return value
    if isinstance(data, dict):
        return {k: _with(v, pointer[1:], value) if k == pointer[0] else v for k, v in data.items()}
    return [_with(v, pointer[1:], value) if n == pointer[0] else v for n, v in enumerate(data)]


def _content(name: str) -> Said:
    """Return what stands at the key *name*, as the subject of a message."""
    return Said(f"isi '{name}'", f"the value of '{name}'") if name else Said("isi di sini", "what stands here")


def _out_of_bounds(what: Said, bound: str) -> Said:
    """Return what a value must fulfil: a pattern, a bound, a length; *bound* is in the words of msgspec."""
    if bound == "of length >= 1":
        return Said(f"{what.id} masih kosong", f"{what.said('en')} is still empty")
    for sign, must in _BOUNDS:
        if bound.startswith(sign):
            rest = bound.removeprefix(sign).strip()
            return Said(f"{what.id} {must.id} {rest}", f"{what.said('en')} {must.said('en')} {rest}")
    return Said(f"{what.id} harus {bound}", f"{what.said('en')} must be {bound}")


def _wrong_type(what: Said, wanted: str, got: str | None) -> Said:
    """Return of which type a value must be; *wanted* ("int | str") and *got* are in the words of msgspec."""
    kinds = [_kind(word) for word in wanted.split(" | ") if word != "null"]
    must = Said(" atau ".join(kind.id for kind in kinds), " or ".join(kind.said("en") for kind in kinds))
    if not got:
        return Said(f"{what.id} harus berupa {must.id}", f"{what.said('en')} must be {must.said('en')}")
    has = _kind(got)
    return Said(
        f"{what.id} harus berupa {must.id}, bukan {has.id}",
        f"{what.said('en')} must be {must.said('en')}, not {has.said('en')}",
    )


def _kind(word: str) -> Said:
    return _KINDS.get(word, Said(word, word))


def _suggest(key: str, names: tuple[str, ...]) -> Said | None:
    """Return which key was probably meant, or which there are; a bare number is the rest of a decimal comma."""
    if key.strip(" %").isdecimal():
        return Said("apit angka yang memakai koma dengan tanda kutip", "put a number with a comma in quotes")
    return hint_among(key, names)


def _fields(info: inspect.Type, pointer: Pointer) -> tuple[str, ...]:
    """Return the keys that the type allows at *pointer*."""
    return next(
        (tuple(f.encode_name for f in t.fields) for t in _types_at(info, pointer) if isinstance(t, inspect.StructType)),
        (),
    )


def _choices(info: inspect.Type, pointer: Pointer) -> tuple[str, ...]:
    """Return the values that the type allows at *pointer*, where they are a closed set."""
    return tuple(str(v) for t in _types_at(info, pointer) if isinstance(t, inspect.LiteralType) for v in t.values)


def _types_at(info: inspect.Type, pointer: Pointer) -> Iterator[inspect.Type]:
    """Yield the types, unions and annotations opened, that may stand at *pointer*."""
    for annotated in info.types if isinstance(info, inspect.UnionType) else (info,):
        option = annotated.type if isinstance(annotated, inspect.Metadata) else annotated
        if not pointer:
            yield option
        elif isinstance(option, inspect.StructType):
            for field in option.fields:
                if field.encode_name == pointer[0]:
                    yield from _types_at(field.type, pointer[1:])
        elif isinstance(option, inspect.VarTupleType | inspect.ListType):
            yield from _types_at(option.item_type, pointer[1:])
        elif isinstance(option, inspect.DictType):
            yield from _types_at(option.value_type, pointer[1:])
