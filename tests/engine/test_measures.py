"""Measures that are declared in YAML, and rules that speak of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from linter.app import Analyser
from linter.engine import Facts
from linter.engine.measures import measure, read_measures
from linter.io.yamlsafe import load_tree
from linter.model import Header, Item, UserError

LISTS = {
    "asing": frozenset({"workshop", "roadmap"}),
    "akar": frozenset({"susun", "lapor"}),
    "katalog": frozenset({"Peningkatan mutu pembelajaran", "Pengelolaan kelas 2026"}),
}
Measured = Callable[..., Any]


@pytest.fixture
def measured(analyser: Analyser) -> Measured:
    """Give the value of a measure, as YAML says it, on a text with what stands around it."""

    def value(declared: str, text: str, header: Header | None = None, **around: Any) -> Any:
        tree = load_tree(f"{{name: uji.ukuran, about: {{id: uji}}, {declared}}}", "uji.ukuran.yaml")
        item = Item(text, "rencana_kinerja", {"line": 1, "column": 1}, **around)
        facts = Facts(item, analyser.reader.parse(text), header or Header(), "p6-2022-kuantitatif", LISTS)
        return measure(read_measures([tree], LISTS)["uji.ukuran"], LISTS).get(facts)

    return value


@pytest.mark.parametrize(
    ("declared", "text", "value"),
    [
        ("kind: count, in: '@asing'", "Workshop dan roadmap selesai", 2),
        ("kind: count, in: '@asing'", "Lokakarya selesai", 0),
        ("kind: count, in: '@akar', by: lemma", "Menyusun dan melaporkan data", 2),
        ("kind: count, in: '@akar', by: lemma, of: object", "Menyusun laporan", 1),
        ("kind: count, in: '@akar', by: lemma, of: subject", "Menyusun laporan", 0),
        ("kind: count, in: '@asing', of: qualifiers", "Peserta lulus sesuai roadmap", 1),
        ("kind: share, in: '@asing'", "Workshop selesai", 0.5),
        ("kind: share, in: '@asing'", "", 0.0),
        ("kind: similarity, with: '@katalog'", "Peningkatan mutu pembelajaran", 100.0),
        ("kind: similarity, with: '@katalog'", "Pengelolaan kelas 2027", 0.0),
        ("kind: similarity, with: '@katalog'", "Mutu pembelajaran peningkatan", 0.0),
    ],
)
def test_what_a_measure_gives(measured: Measured, declared: str, text: str, value: float) -> None:
    assert measured(declared, text) == value


def test_a_text_is_compared_with_what_stands_beside_it(measured: Measured) -> None:
    duties = Header(duties=("Menyusun laporan bulanan", "Menata arsip"))
    assert measured("kind: similarity, with: uraian_tugas", "Menata arsip", duties) == 100
    assert measured("kind: similarity, with: uraian_tugas", "Menata arsip") == 0
    assert measured("kind: similarity, with: rk", "Laporan tersusun", rk="Laporan tersusun tepat waktu") > 60
    assert measured("kind: similarity, with: target", "Jumlah laporan", target="12 laporan") == 0


@pytest.mark.parametrize(
    ("declared", "says", "at"),
    [
        ("kind: count", "jenis 'count' memerlukan 'in'", "count"),
        ("kind: similarity, in: '@asing'", "jenis 'similarity' memerlukan 'with'", "similarity"),
        ("kind: count, in: '@asing', with: rk", "'with' tidak dipakai oleh 'count'", "rk}"),
        ("kind: count, in: '@asink'", "'@asink' tidak dikenal", "'@asink'"),
        ("kind: similarity, with: rkk", "'rkk' tidak dikenal", "rkk"),
        ("kind: rata, in: '@asing'", "isi 'kind' tidak sah", "rata"),
    ],
)
def test_a_measure_that_is_wrong_is_refused_at_its_place(declared: str, says: str, at: str) -> None:
    text = f"{{name: uji.ukuran, about: {{id: uji}}, {declared}}}"
    with pytest.raises(UserError) as caught:
        read_measures([load_tree(text, "uji.ukuran.yaml")], LISTS)
    assert says in caught.value.message.id
    assert (caught.value.path, caught.value.line, caught.value.column) == ("uji.ukuran.yaml", 1, text.index(at) + 1)


@pytest.mark.parametrize("name", ["form", "kata", "Kami.kata", "kami.", "kami.kata.lain"])
def test_the_name_of_a_measure_has_a_dot(name: str) -> None:
    with pytest.raises(UserError, match="dua nama berhuruf kecil dengan titik di antaranya"):
        read_measures(
            [load_tree(f"{{name: {name}, about: {{id: x}}, kind: count, in: '@asing'}}", f"{name}.yaml")], LISTS
        )


def test_the_file_of_a_measure_has_its_name() -> None:
    with pytest.raises(UserError, match=r"nama berkas seharusnya kami\.kata\.yaml"):
        read_measures([load_tree("{name: kami.kata, about: {id: x}, kind: count, in: '@asing'}", "kata.yaml")], LISTS)
