"""Places in words and in compiler style."""

import pytest

from linter.model import Item, Origin
from linter.report.place import compiled, spoken
from linter.report.words import words


@pytest.mark.parametrize(
    ("at", "said", "short"),
    [
        ({"line": 3, "column": 1}, "baris 3", "3:6"),
        ({"row": 4, "column": 2, "line": 1}, "baris 4, kolom 2", "4:2"),
        ({"row": 4, "column": 2, "line": 3}, "baris 4, kolom 2, baris ke-3 dalam sel", "4:2"),
        ({"sheet": "SKP", "cell": "C13", "line": 1}, "SKP!C13", "SKP!C13"),
        ({"table": 1, "row": 2, "column": 3}, "tabel 1, baris 2, kolom 3", "1:2:3"),
        ({"page": 2, "row": 5}, "halaman 2, baris 5", "2:5"),
        ({}, "", ""),
    ],
)
def test_places(at, said, short):
    assert spoken(at, words("id")) == said
    assert compiled(Item("Ijin terbit", "rencana_kinerja", at), 5) == short


@pytest.mark.parametrize(
    ("origin", "short"),
    [
        (Origin(7, 4, False, 3, below=1), "8:1"),
        (Origin(7, 4, exact=False), "7:4"),
        (Origin(7, 4, exact=False, last=8), "7:4"),
    ],
)
def test_the_line_of_the_source_goes_before_the_row_of_its_table(origin, short):
    item = Item("Ijin\nterbit", "rencana_kinerja", {"row": 2, "column": 2, "line": 1}, origin=origin)
    assert compiled(item, 5) == short
    assert compiled(Item("Ijin terbit", "rencana_kinerja", item.at, origin=Origin(7, 4)), 5) == "7:9"
