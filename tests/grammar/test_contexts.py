"""Every row of grammars/contexts.tsv: its example shows the class it gives, and that it is this row which gives it."""

from __future__ import annotations

import pytest

from linter.grammar.contexts import BASE, Context, Contexts, read_contexts
from linter.io.data import data_dir
from linter.language.tagger import Tagger

TABLE = (data_dir("grammars") / "contexts.tsv").read_text("utf-8")
ROWS = read_contexts(TABLE).rows


def _class_of_marked(tagger: Tagger, contexts: Contexts, example: str) -> str:
    at = example.index("‹")
    words = tagger.words(example.replace("‹", "").replace("›", ""))[1]
    return next(c for w, c in zip(words, contexts.classes(words), strict=True) if w.start == at)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_the_row_decides_its_example(tagger: Tagger, row: Context) -> None:
    assert _class_of_marked(tagger, Contexts(ROWS), row.example) == row.becomes
    others = Contexts(r for r in ROWS if r is not row)
    assert _class_of_marked(tagger, others, row.example) != row.becomes


def test_the_classes_are_known() -> None:
    assert {row.becomes for row in ROWS} <= set(BASE.values())


@pytest.mark.parametrize(
    ("cells", "text", "becomes"),
    [
        ("X\tarsip\t^\t*\t", "‹arsip› baru", "X"),
        ("X\tarsip\t^\t*\t", "daftar ‹arsip›", "N"),
        ("X\tarsip\t*\t$\t", "daftar ‹arsip›", "X"),
        ("X\tarsip\t!daftar\t*\t", "daftar ‹arsip›", "N"),
        ("X\t#V_ACT&+transitive\t*\tN\t", "‹menyusun› laporan", "X"),
        ("X\t~meN-\t*\tVERB\t", "‹menyusun› laporan", "VA"),
        ("X\tarsip\t*\tCJ N\t", "‹arsip› , dan laporan", "X"),
        ("X\tarsip\t*\tCJ N\t", "‹arsip› dan", "N"),
        ("X\tarsip\t*\tair_bersih\t", "‹arsip› air bersih", "X"),
        ("X\tarsip\t*\t*\tlater:laporan", "‹arsip› untuk laporan", "X"),
        ("X\tarsip\t*\t*\tlater:laporan", "laporan untuk ‹arsip›", "N"),
        ("X\tarsip\t*\t*\tearlier:!VERB", "disusun ‹arsip›", "N"),
        ("X\tarsip\t*\t*\tfirst:laporan", "laporan dan ‹arsip›", "X"),
        ("X\tarsip\t*\t*\tfirst:laporan", "data laporan dan ‹arsip›", "N"),
    ],
)
def test_what_a_cell_asks_for(tagger: Tagger, cells: str, text: str, becomes: str) -> None:
    assert _class_of_marked(tagger, read_contexts(f"{cells}\t‹›"), text) == becomes


def test_the_first_row_that_fits_is_taken(tagger: Tagger) -> None:
    table = "X\tarsip\t*\tlaporan\t\t‹›\nY\tarsip\t*\t*\t\t‹›\nZ\tarsip\t*\t*\t\t‹›"
    assert _class_of_marked(tagger, read_contexts(table), "‹arsip› baru") == "Y"


def test_a_row_without_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        read_contexts("X\tarsip\t*")
