"""Reads the papers beside an SKP from YAML or JSON: matrix, perjanjian kinerja, tree, ABK, manual, link to credit points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from linter.documents.blanks import is_blank, part_of
from linter.documents.draft import allow_numbers, at_of, silences_of
from linter.documents.identity import person_key
from linter.documents.origins import value_origin
from linter.documents.papers_model import (
    KINDS,
    Abk,
    Keterkaitan,
    Manual,
    Matriks,
    Papers,
    PerjanjianKinerja,
    Pohon,
    Ukuran,
)
from linter.io.lines import split_lines
from linter.model import Document, Header, Item, Pointer, Tree
from linter.model.shape import fit


def are_papers(tree: Tree) -> bool:
    """Say whether a tree holds papers beside an SKP: a mapping with one of their keys."""
    return isinstance(tree.data, dict) and not KINDS.keys().isdisjoint(tree.data)


def read_papers(tree: Tree, format_: str, source: str) -> Iterator[Document]:
    """Yield a document for each of the papers in *tree*, written as *source*.

    ``at`` of an item is as in a draft. Names become keys that tell persons apart and cannot be read. Raises UserError with
    line and column for an unknown or missing key and for a wrong type.
    """
    papers = fit(tree, Papers)
    lines = [line for _, line in split_lines(source)]
    for key, kind in KINDS.items():
        paper = getattr(papers, key)
        if paper is not None:
            items = [
                replace(item, origin=value_origin(lines, item.at["line"], item.at["column"], item.text))
                for item in _READERS[key](paper, (key,), tree)
            ]
            items.sort(key=lambda item: (item.at["line"], item.at["column"]))
            yield Document(path=tree.path, format=format_, items=iter(items), header=_header(paper, kind))


def _header(paper: Any, kind: str) -> Header:
    return Header(
        post=getattr(paper, "jabatan", None),
        unit=getattr(paper, "unit_kerja", None),
        kind=kind,
        holders=int(paper.pemangku) if isinstance(paper, Abk) and paper.pemangku else None,
    )


def _matrix(matrix: Matriks, key: Pointer, tree: Tree) -> Iterator[Item]:
    if matrix.sasaran is not None and not is_blank(matrix.sasaran):
        yield Item(text=matrix.sasaran, part="sasaran", at=at_of(tree, (*key, "sasaran")), id="sasaran")
    for n, result in enumerate(matrix.hasil):
        at = at_of(tree, (*key, "hasil", n, "teks"))
        cells = {"jenis": result.jenis} if result.jenis else {}
        yield Item(text=result.teks, part="sel_matriks", at=at, id=result.id, cells=cells)
    for n, role in enumerate(matrix.peran):
        here = (*key, "peran", n)
        about = {
            "jabatan": role.jabatan,
            "unit": role.unit_kerja or matrix.unit_kerja or "",
            "tingkat": role.tingkat or "",
            "orang": person_key(role.nama),
        }
        silences = silences_of(role.abaikan, (*here, "abaikan"), tree)
        for result_id, text in role.sel.items():
            if not is_blank(text):
                yield Item(
                    text=text,
                    part=part_of(text, "sel_matriks"),
                    at=at_of(tree, (*here, "sel", result_id)),
                    id=f"p{n + 1}.{result_id}",
                    row=n + 1,
                    parent=result_id,
                    silences=silences,
                    cells={name: said for name, said in about.items() if said},
                )


def _agreement(agreement: PerjanjianKinerja, key: Pointer, tree: Tree) -> Iterator[Item]:
    for n, goal in enumerate(agreement.sasaran):
        here, id_ = (*key, "sasaran", n), goal.id or f"s{n + 1}"
        silences = silences_of(goal.abaikan, (*here, "abaikan"), tree)
        base = Item(text="", part="", at={}, asal="pk", silences=silences)
        yield replace(base, text=goal.teks, part=part_of(goal.teks, "sasaran"), at=at_of(tree, (*here, "teks")), id=id_)
        yield from _measures(goal.indikator, here, id_, goal.teks, base, tree)


def _tree(nodes: Pohon, key: Pointer, tree: Tree) -> Iterator[Item]:
    for n, node in enumerate(nodes.simpul):
        here = (*key, "simpul", n)
        silences = silences_of(node.abaikan, (*here, "abaikan"), tree)
        about = {"tingkat": node.tingkat, "pemilik": node.pemilik, "crosscutting": node.crosscutting_dengan}
        yield Item(
            text=node.teks,
            part=part_of(node.teks, "simpul_pohon"),
            at=at_of(tree, (*here, "teks")),
            id=node.id,
            parent=node.induk,
            silences=silences,
            cells={name: said for name, said in about.items() if said}
            | ({"csf": node.csf} if node.csf == "ya" else {}),
        )
        base = Item(text="", part="", at={}, silences=silences)
        yield from _measures(node.indikator, here, node.id, node.teks, base, tree)


def _measures(
    measures: tuple[Ukuran, ...], above: Pointer, parent: str, rk: str, base: Item, tree: Tree
) -> Iterator[Item]:
    """Yield indicator and target of each measure below a goal or a node."""
    for n, one in enumerate(measures):
        here, id_ = (*above, "indikator", n), f"{parent}.i{n + 1}"
        target = f"{one.target} {one.satuan}".strip() if one.target and one.satuan else one.target
        below = replace(base, parent=parent, rk=rk)
        yield replace(below, text=one.teks, part="indikator", at=at_of(tree, (*here, "teks")), id=id_, target=target)
        if one.target and not is_blank(one.target):
            part = part_of(one.target, "target")
            yield replace(below, text=one.target, part=part, at=at_of(tree, (*here, "target")), id=f"{id_}.target")


def _workload(workload: Abk, key: Pointer, tree: Tree) -> Iterator[Item]:
    for n, task in enumerate(workload.tugas):
        here = (*key, "tugas", n)
        asked = ("hasil_kerja", "jumlah", "waktu", "satuan_waktu", "efektif", "kebutuhan")
        yield Item(
            text=task.uraian,
            part=part_of(task.uraian, "uraian_tugas"),
            at=at_of(tree, (*here, "uraian")),
            id=f"ut{n + 1}",
            row=n + 1,
            silences=silences_of(task.abaikan, (*here, "abaikan"), tree),
            cells={name: said for name in asked if (said := getattr(task, name)) is not None} | {"abk": "tugas"},
        )


def _manuals(manuals: tuple[Manual, ...], key: Pointer, tree: Tree) -> Iterator[Item]:
    for n, manual in enumerate(manuals):
        here = (*key, n)
        said = {
            name: value
            for name in _OF_A_MANUAL
            if isinstance(value := getattr(manual, name), str) and not is_blank(value)
        }
        silences = silences_of(manual.abaikan, (*here, "abaikan"), tree)
        at = at_of(tree, (*here, "indikator"))
        yield Item(text=manual.indikator, part="indikator", at=at, id=f"m{n + 1}", silences=silences, cells=said)


def _links(links: Keterkaitan, key: Pointer, tree: Tree) -> Iterator[Item]:
    for n, link in enumerate(links.rencana):
        at = at_of(tree, (*key, "rencana", n, "rencana_kinerja"))
        cells = {"butir": "; ".join(link.butir_kegiatan), "output": link.output or "", "ak": link.angka_kredit or ""}
        yield Item(text=link.rencana_kinerja, part="rencana_kinerja", at=at, id=f"rk{n + 1}", cells=cells)


_OF_A_MANUAL = tuple(field for field in Manual.__struct_fields__ if field not in ("indikator", "abaikan"))
_READERS: dict[str, Any] = {
    "matriks": _matrix,
    "perjanjian_kinerja": _agreement,
    "pohon_kinerja": _tree,
    "abk": _workload,
    "manual_indikator": _manuals,
    "keterkaitan_angka_kredit": _links,
}


def papers_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file with papers beside an SKP."""
    schema = msgspec.json.schema(Papers)
    allow_numbers(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dokumen di sekitar SKP",
        "description": "Matriks, perjanjian kinerja, pohon kinerja, ABK, manual indikator, keterkaitan angka kredit.",
        **schema,
    }
