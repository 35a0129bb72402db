"""Reads a draft: one SKP written as YAML or JSON, with the same types for reading it and for its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from linter.documents.blanks import is_filled, part_of
from linter.documents.draft_header import fields_of, header_of, people_of
from linter.documents.draft_model import WORDING, Draft, Indikator, Rhk
from linter.documents.origins import value_origin
from linter.documents.papers_model import KINDS
from linter.io.jsonsafe import load_json_tree
from linter.io.lines import split_lines
from linter.io.yamlsafe import load_tree
from linter.model import Document, Item, Origin, Pointer, Said, Silence, Tree, UserError
from linter.model.nearest import hint_at
from linter.model.shape import fit


def load_draft_tree(text: str, path: str, *, json: bool) -> Tree:
    """Return the tree of a draft in YAML or JSON, its scalars as written; raises UserError as those readers do."""
    return (load_json_tree if json else load_tree)(text, path, text_scalars=True)


def is_draft(tree: Tree) -> bool:
    """Say whether a tree is a draft: a mapping with ``utama`` or ``tambahan``."""
    return isinstance(tree.data, dict) and ("utama" in tree.data or "tambahan" in tree.data)


def not_a_draft(tree: Tree) -> UserError:
    """Return the error for a tree that is no draft, with the misspelt key where one is like those expected."""
    for key in tree.data if isinstance(tree.data, dict) else ():
        if hint := hint_at(key, ("utama", "tambahan", *KINDS), least=0.75):
            line, column = tree.keys[(key,)]
            message = Said(f"kunci '{key}' tidak dikenal", f"the key '{key}' is not known")
            return UserError(message, path=tree.path, line=line, column=column, hint=hint)
    message = Said(
        "berkas ini bukan draf SKP: kunci 'utama' atau 'tambahan' tidak ada",
        "this file is no SKP draft: it has no key 'utama' or 'tambahan'",
    )
    return UserError(message, path=tree.path)


def read_draft(tree: Tree, kind: str, source: str) -> Document:
    """Return the document of a draft that was written as *source*; *kind* is "yaml" or "json".

    ``at`` of an item is line and column of its value, and ``pointer`` (RFC 6901). Names and NIP are not handed on.
    Raises UserError with line and column for an unknown or missing key, a wrong type, and an id that is used twice.
    """
    draft = fit(tree, Draft, WORDING)
    lines = [line for _, line in split_lines(source)]

    def origin(told: Item | Silence) -> Origin:
        return value_origin(lines, told.at["line"], told.at["column"], told.text)

    items = [
        replace(item, origin=origin(item), silences=tuple(replace(s, origin=origin(s)) for s in item.silences))
        for item in sorted(_items(draft, tree), key=lambda item: (item.at["line"], item.at["column"]))
    ]
    silences = (replace(s, origin=origin(s)) for s in silences_of(draft.abaikan, ("abaikan",), tree))
    header = replace(header_of(draft), silences=tuple(silences))
    return Document(path=tree.path, format=kind, items=iter(items), header=header, people=people_of(draft))


def _items(draft: Draft, tree: Tree) -> Iterator[Item]:
    ids, form = _Ids(draft, tree), _Form.of(draft)
    for section, entries in (("utama", draft.utama), ("tambahan", draft.tambahan)):
        for index, entry in enumerate(entries or ()):
            yield from _entry(entry, (section, index), ids.next(entry), form, tree)
    for number, duty in enumerate(draft.uraian_tugas):
        at = at_of(tree, ("uraian_tugas", number))
        yield Item(text=duty, part="uraian_tugas", at=at, id=f"ut{number + 1}", regime=draft.regime)


class _Form(msgspec.Struct, frozen=True):
    """What the whole draft says of each of its rows: the regime, and whether it asks for sources, evidence and superior's."""

    regime: str | None
    source: bool
    evidence: bool
    above: bool

    @classmethod
    def of(cls, draft: Draft) -> _Form:
        fields = fields_of(draft)
        return cls(draft.regime, "sumber_data" in fields, "bukti" in fields, "rhk_atasan" in fields)


def _entry(entry: Rhk, pointer: Pointer, id_: str, form: _Form, tree: Tree) -> Iterator[Item]:
    """Yield the items of one rencana hasil kerja."""
    rk = entry.rhk if part_of(entry.rhk, "") == "" else None
    evidence = entry.bukti or "" if form.evidence and pointer[0] == "tambahan" else None
    base = Item(
        text="", part="", at={}, section=str(pointer[0]), regime=form.regime, asal=entry.asal, evidence=evidence
    )
    own = silences_of(entry.abaikan, (*pointer, "abaikan"), tree)
    above = f"{id_}.atasan" if is_filled(entry.rhk_atasan) else None
    if entry.rhk_atasan and above:
        at = at_of(tree, (*pointer, "rhk_atasan"))
        cells = {"id": entry.rhk_atasan_id} if entry.rhk_atasan_id else {}
        part = part_of(entry.rhk_atasan, "rk_atasan")
        yield replace(base, text=entry.rhk_atasan, part=part, at=at, id=above, cells=cells, silences=own)
    for number, other in enumerate(entry.atasan_lain):
        yield replace(
            base,
            text=other.rhk,
            part=part_of(other.rhk, "rk_atasan"),
            at=at_of(tree, (*pointer, "atasan_lain", number, "rhk")),
            id=f"{id_}.lain{number + 1}",
            parent=id_,
            cells={"dari": other.dari} | ({"unit": other.unit_kerja} if is_filled(other.unit_kerja) else {}),
            evidence=other.surat or "",
            silences=own,
        )
    if is_filled(entry.rhk):
        yield replace(
            base,
            text=entry.rhk,
            part=part_of(entry.rhk, "rencana_kinerja"),
            at=at_of(tree, (*pointer, "rhk")),
            id=id_,
            parent=above,
            cells=_cells(entry, form),
            silences=own,
        )
    for number, one in enumerate(entry.indikator or ()):
        here = (*pointer, "indikator", number)
        silences = silences_of(one.abaikan, (*here, "abaikan"), tree)
        source = one.sumber_data or "" if form.source else None
        below = replace(base, id=f"{id_}.i{number + 1}", parent=id_, rk=rk, silences=silences, source=source)
        yield from _measure(one, here, below, tree)


def _cells(entry: Rhk, form: _Form) -> dict[str, str]:
    """Return what else a row says: that the superior's is missing where the form asks for it, and how it is cascaded."""
    missing = (
        form.above
        and not entry.atasan_lain
        and not (entry.rhk_atasan and part_of(entry.rhk_atasan, "") == "" and is_filled(entry.rhk_atasan))
    )
    return ({"atasan": ""} if missing else {}) | ({"cascading": entry.cascading} if entry.cascading else {})


def _measure(one: Indikator, pointer: Pointer, base: Item, tree: Tree) -> Iterator[Item]:
    """Yield aspect, indicator and target of one indicator; *base* holds what they share."""
    aspek, target = (text if is_filled(text) else None for text in (one.aspek, one.target))
    for part, key, suffix, text in (
        ("aspek", "aspek", ".aspek", aspek),
        ("indikator", "teks", "", one.teks),
        ("target", "target", ".target", target),
    ):
        if text and is_filled(text):
            yield replace(
                base,
                text=text,
                part=part_of(text, part),
                at=at_of(tree, (*pointer, key)),
                id=base.id + suffix,
                aspek=aspek if part != "aspek" else None,
                target=target if part == "indikator" else None,
            )


class _Ids:
    """Gives each rencana hasil kerja the id it has, or the next free "rk1", "rk2" …"""

    def __init__(self, draft: Draft, tree: Tree) -> None:
        self._given: set[str] = set()
        self._count = 0
        for section, entries in (("utama", draft.utama), ("tambahan", draft.tambahan)):
            for index, entry in enumerate(entries or ()):
                if entry.id in self._given:
                    line, column = tree.where((section, index, "id"))
                    message = Said("id ini sudah dipakai di atas", "this id is already used above")
                    raise UserError(message, path=tree.path, line=line, column=column)
                if entry.id:
                    self._given.add(entry.id)

    def next(self, entry: Rhk) -> str:
        """Return the id of the next rencana hasil kerja."""
        self._count += 1
        if entry.id:
            return entry.id
        name, tries = f"rk{self._count}", 1
        while name in self._given:
            tries += 1
            name = f"rk{self._count}-{tries}"
        self._given.add(name)
        return name


def silences_of(codes: dict[str, str | None] | None, pointer: Pointer, tree: Tree) -> tuple[Silence, ...]:
    """Return the silences of one text; each has its place at the key that names the rule.

    A key ``abaikan`` that names none is a silence of nothing, at its own place.
    """
    if codes:
        return tuple(_silence((code,), reason, (*pointer, code), tree) for code, reason in codes.items())
    return (_silence((), None, pointer, tree),) if pointer in tree.keys else ()


def _silence(codes: tuple[str, ...], reason: str | None, key: Pointer, tree: Tree) -> Silence:
    line, column = tree.keys[key]
    return Silence(codes, reason or None, str(key[-1]), {**at_of(tree, key), "line": line, "column": column})


def at_of(tree: Tree, pointer: Pointer) -> dict[str, int | str]:
    line, column = tree.where(pointer)
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
    return {"line": line, "column": column, "pointer": "".join(f"/{step}" for step in steps)}


def draft_schema() -> dict[str, Any]:
    """Return the JSON Schema of a draft; text may be written as a bare number, since it is read as written."""
    schema = msgspec.json.schema(Draft)
    allow_numbers(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Draf SKP",
        "description": "Draf Sasaran Kinerja Pegawai untuk skplint.",
        **schema,
    }


def allow_numbers(node: Any) -> None:
    """Let every text of the JSON Schema *node* be a bare number too: scalars are read as they are written."""
    if isinstance(node, dict):
        if node.get("type") == "string" and "pattern" not in node:
            node["type"] = ["string", "number"]
        for child in node.values():
            allow_numbers(child)
    elif isinstance(node, list):
        for child in node:
            allow_numbers(child)
