"""Where texts stand in their source, and sources with texts changed in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.documents.origins import patched
from linter.documents.read import read_data
from linter.io.lines import split_lines
from linter.model import Document, Item, Origin

Items = Callable[[str | bytes, str], list[Item]]


@pytest.mark.table("origins.yaml")
def test_a_text_knows_where_it_stands(
    items: Items, file: str, source: str, part: str | None, nth: int | None, line: int, column: int, exact: bool
) -> None:
    item = [i for i in items(source, file) if i.part == (part or "rencana_kinerja")][nth or 0]
    assert item.origin is not None
    assert (item.origin.line, item.origin.column, item.origin.exact) == (line, column, exact)
    said = [text for _, text in split_lines(source)][line - 1][column - 1 :]
    assert said.startswith(item.text.rstrip("\n")) or not exact


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_byte_order_mark_is_no_column(items: Items, mark: bytes) -> None:
    assert items(mark + b"RHK,Indikator\nArsip tertata,x", "d.csv")[0].origin == Origin(2, 1, bytes_before=0)


WRITE: dict[str, Callable[[str], str]] = {
    "d.csv": lambda text: 'No;RHK;Indikator\n1;"' + text.replace('"', '""') + '";Jumlah arsip\n',
    "d.tsv": lambda text: 'No\tRHK\tIndikator\r\n1\t"' + text.replace('"', '""') + '"\tJumlah arsip\r\n',
    "d.yaml": lambda text: "utama:\n  - rhk: '" + text.replace("'", "''") + "'\n",
}


@given(st.text(st.sampled_from("ab \t\"'\n\r;:#\\é😀"), max_size=12), st.sampled_from(sorted(WRITE)))
def test_an_exact_origin_is_where_the_characters_are(text: str, file: str) -> None:
    source = WRITE[file](f"Arsip {text}")
    (found,) = read_data(source.encode(), file)
    assert isinstance(found, Document)
    lines = [line for _, line in split_lines(source)]
    for item in found.items:
        assert item.origin is not None
        here = lines[item.origin.line - 1][item.origin.column - 1 :]
        assert here.startswith(item.text) or not item.origin.exact
        before = lines[item.origin.line - 1][: item.origin.column - 1]
        assert item.origin.bytes_before == len(before.encode()) or not (item.origin.exact or item.origin.below)
        below = [line[(item.origin.below or 1) - 1 :] for line in lines[item.origin.line :]]
        further = [line for _, line in split_lines(item.text)][1:]
        assert [a.startswith(b) for a, b in zip(below, further, strict=False)].count(
            False
        ) == 0 or not item.origin.below
        assert item.text[:1] == here[:1] or not item.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_not_changed_stays(end: str) -> None:
    source = f"\ufeffsatu ijin,ijin{end}{end}dua ijin \u2028{end}tiga"
    changes: list[Any] = [
        (Origin(3, 5), "ijin", "izin"),
        (Origin(1, 12), "ijin", "perizinan"),
        (Origin(1, 7), "ijin", ""),
    ]
    assert patched(source, changes) == f"\ufeffsatu ,perizinan{end}{end}dua izin \u2028{end}tiga"


def test_a_change_of_what_does_not_stand_there_is_left_out() -> None:
    assert patched("satu\ndua", [(Origin(2, 1), "tiga", "empat"), (Origin(9, 9), "dua", "x")]) == "satu\ndua"
