"""Facts of what a text stands under: the superior's rencana kinerja, the node above, the roles of a matrix."""

from __future__ import annotations

from typing import Any

from linter.engine.around import Totals
from linter.engine.facts import Facts, Registry
from linter.model import Item

LINK: Registry = Registry()
fact = LINK


def contributes(item: Item) -> bool:
    """Tell whether a cell of a matrix gives a person a role, or says with dots that it is pending; "x" gives none."""
    return item.part == "sel_matriks" or item.text.strip(" .…") == ""


def count_role(totals: Totals, item: Item) -> None:
    """Count in a cell of a matrix: a result, a person's role, one that is pending, or none ("x")."""
    if item.part == "sel_matriks" and item.parent is None:
        totals.columns[item.id] = item.text
        totals.served.setdefault(item.id, 0)
    elif item.parent is not None and "jabatan" in item.cells:
        told = contributes(item)
        person = f"{item.cells['jabatan'] or f'baris {item.row}'}\0{item.row}"
        totals.roles[person] = totals.roles.get(person, 0) + told
        totals.served[item.parent] = totals.served.get(item.parent, 0) + told


@fact(
    "atasan_kosong",
    "Benar bila formulir menanyakan rencana kinerja atasan dan baris ini tidak mengisinya ('-' termasuk).",
    ("true", "false"),
    cues=("#cells",),
)
def _nothing_above(f: Facts) -> Any:
    return "atasan" in f.item.cells and f.around.above is None


@fact(
    "kemiripan_atasan",
    "Kemiripan (0–100) akar katanya dengan rencana atasan atau simpul di atasnya; paling tinggi 50 bila angkanya lain.",
    number=True,
)
def _like_above(f: Facts) -> Any:
    return f.around.likeness if f.around.above is not None else None


@fact("tanpa_peran", "Jabatan dalam matriks yang tidak berperan pada hasil mana pun.")
def _without_role(f: Facts) -> Any:
    totals = f.around.totals
    return (
        frozenset(person.partition("\0")[0] for person, n in totals.roles.items() if not n) if totals else frozenset()
    )


@fact("tanpa_penyumbang", "Hasil dalam matriks yang tidak disumbang seorang pun.")
def _without_contributor(f: Facts) -> Any:
    totals = f.around.totals
    if totals is None or not totals.roles:
        return frozenset()
    return frozenset(totals.columns[id_] for id_, n in totals.served.items() if not n and id_ in totals.columns)


@fact("manual_kosong", "Bagian manual indikator (rules/lists/bagian-manual) yang belum diisi.")
def _not_said(f: Facts) -> Any:
    if f.header.kind != "manual":
        return frozenset()
    asked = f.lists.get("bagian-manual", frozenset())
    return frozenset(name for name in asked if name.replace(" ", "_") not in f.item.cells)


@fact("tingkat_simpul", "Tingkat simpul pohon kinerja: final, intermediate, immediate, output.")
def _level_of_node(f: Facts) -> Any:
    return f.item.cells.get("tingkat")


KINDS = (
    "atasan", "lintas_unit", "pk", "pk_target", "pk_bagian", "matriks", "di_luar_matriks", "beban", "bagian_sama", "setara",
    "butir", "calon", "manual",
)  # fmt: skip


@fact(
    "cascading",
    "Cara rencana atasan diturunkan: tidak langsung, utuh, beban target, wilayah, aspek; kosong bila tak disebut.",
)
def _cascading(f: Facts) -> Any:
    return f.item.cells.get("cascading")


@fact("kaitan", "Yang dibandingkan dengan dokumen lain dalam unit: atasan, pk, pk_target, matriks, beban …", KINDS)
def _link(f: Facts) -> Any:
    return f.around.link.kind if f.around.link else None


@fact("padanan", "Rumusan di dokumen lain yang paling mirip.")
def _counterpart(f: Facts) -> Any:
    return f.around.link.other if f.around.link else None


@fact("kaitan_menurut", "Cara padanan itu ditemukan: id yang tertulis, atau kemiripan rumusan.", ("id", "kemiripan"))
def _found_by(f: Facts) -> Any:
    return f.around.link.by if f.around.link else None


@fact(
    "kemiripan", "Kemiripan (0–100) akar katanya dengan padanan itu; paling tinggi 50 bila angkanya lain.", number=True
)
def _likeness(f: Facts) -> Any:
    return round(f.around.link.likeness) if f.around.link else None


@fact("angka_sendiri", "Angka pada dokumen ini yang seharusnya sama dengan angka di dokumen lain.")
def _own_figure(f: Facts) -> Any:
    return f.around.link.own if f.around.link else None


@fact("angka_lain", "Angka di dokumen lain yang seharusnya sama.")
def _their_figure(f: Facts) -> Any:
    return f.around.link.theirs if f.around.link else None


@fact(
    "perbandingan",
    "Angka sendiri dibagi angka di dokumen lain; kosong bila salah satunya bukan angka.",
    number=True,
)
def _ratio(f: Facts) -> Any:
    return f.around.link.ratio if f.around.link else None


@fact("banyak_setara", "Banyaknya orang pada jabatan yang sama yang dibandingkan.", number=True)
def _among(f: Facts) -> Any:
    return f.around.link.among if f.around.link else None
