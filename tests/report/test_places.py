"""Places in words and in compiler style."""

import pytest

from linter.report.place import compiled, spoken
from linter.report.words import words


@pytest.mark.parametrize(
    ("at", "said", "short"),
    [
        ({"line": 3, "column": 1}, "baris 3", "3:6"),
        ({"line": 8, "column": 11, "pointer": "/rencana/0"}, "baris 8", "8:16"),
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
    assert compiled(at, 5) == short
