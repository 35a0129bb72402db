"""Fits the plain data of a Tree to a type; what does not fit is told at its line and column, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from linter.model.errors import UserError
from linter.model.nearest import hint_at
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
    "str": Said("teks", "a text"),
    "int": Said("bilangan bulat", "a whole number"),
    "float": Said("angka", "a number"),
    "bool": Said("true atau false", "true or false"),
    "array": Said("daftar", "a list"),
    "object": Said("pasangan 'kunci: nilai'", "pairs 'key: value'"),
    "null": Said("kosong", "nothing"),
}


def fit(tree: Tree, type_: type[T], wording: Mapping[str, str] | None = None) -> T:
    """Return the data of *tree* as *type_*.

    Raises UserError with path, line and column at the first thing that does not fit: an unknown key (with the key that
    was probably meant), a missing key, a wrong type. *wording* has messages for values of the right type that are not
    allowed, by the name of their key. No message repeats a value.
    """
    try:
        return msgspec.convert(tree.data, type_, strict=True)
    except msgspec.ValidationError as error:
        raise _told(str(error), tree, type_, wording or {}) from None


def _told(fault: str, tree: Tree, type_: type[T], wording: Mapping[str, str]) -> UserError:
    pointer = _pointer(fault, tree, type_)
    line, column = tree.where(pointer)
    name = str(pointer[-1]) if pointer and isinstance(pointer[-1], str) else ""
    hint: Said | None = None
    if unknown := _UNKNOWN.match(fault):
        key = unknown[1]
        line, column = tree.keys.get((*pointer, key), (line, column))
        message = Said(f"kunci '{key[:40]}' tidak dikenal", f"key '{key[:40]}' is not known")
        hint = _suggest(key, _fields(inspect.type_info(type_), pointer))
    elif missing := _MISSING.match(fault):
        message = Said(f"kunci '{missing[1]}' wajib ada di sini", f"key '{missing[1]}' is needed here")
    elif name in wording and not ("got" in fault and "null" not in fault.split("got")[-1]):
        message = Said(wording[name])
    elif bound := _BOUND.match(fault):
        must = _bound(bound[1])
        message = Said(f"isi '{name}' harus {must.id}", f"'{name}' must be {must.en}")
    elif expected := _EXPECTED.match(fault):
        message = _wrong_type(name, expected[1], expected[2])
    else:
        message = Said(*_of(name, "isi '{}' tidak sah", "'{}' is not valid"))
        choices = ", ".join(_choices(inspect.type_info(type_), pointer))
        hint = Said(f"pilihannya: {choices}", f"choose from: {choices}") if choices else None
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


def _of(name: str, id: str, en: str) -> tuple[str, str]:
    """Return two texts about the value of the key *name*, or about the value "here" where it has none."""
    return (id.format(name), en.format(name)) if name else (id.replace("'{}'", "di sini"), en.replace("'{}'", "this"))


def _bound(said: str) -> Said:
    """Return what a value must fulfil: a pattern, a bound, a length."""
    for sign, id, en in (
        ("of length >= 1", "terisi", "filled in"),
        ("matching regex", "berbentuk", "of the form"),
        (">=", "paling sedikit", "at least"),
        ("<=", "paling banyak", "at most"),
        (">", "lebih dari", "more than"),
        ("<", "kurang dari", "less than"),
    ):
        if said.startswith(sign):
            rest = said.removeprefix(sign).strip()
            return Said(f"{id} {rest}".rstrip(), f"{en} {rest}".rstrip())
    length = said.removeprefix("of length").strip()
    return Said(f"sepanjang {length}", f"of length {length}")


def _wrong_type(name: str, wanted: str, got: str | None) -> Said:
    kinds = [_KINDS.get(word, Said(word)) for word in wanted.split(" | ") if word != "null"]
    other = _KINDS.get(got, Said(got)) if got else None
    id, en = _of(name, "isi '{}' harus berupa ", "'{}' must be ")
    id += " atau ".join(kind.said("id") for kind in kinds) + (f", bukan {other.said('id')}" if other else "")
    en += " or ".join(kind.said("en") for kind in kinds) + (f", not {other.said('en')}" if other else "")
    return Said(id, en)


def _suggest(key: str, names: tuple[str, ...]) -> Said | None:
    """Return which key was probably meant, or which there are; a bare number is the rest of a decimal comma."""
    if key.strip(" %").isdecimal():
        return Said("apit angka yang memakai koma dengan tanda kutip", "put a number with a comma in quotes")
    return hint_at(key, names) or (
        Said(f"yang dikenal: {', '.join(names)}", f"known: {', '.join(names)}") if names else None
    )


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
