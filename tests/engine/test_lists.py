"""Word lists: how they are written, and what is wrong in one."""

from __future__ import annotations

import pytest

from linter.engine.fixes import Replacement
from linter.engine.lists import ListFile, read_lists
from linter.model import UserError


def read(text: str) -> tuple[frozenset[str], dict[str, Replacement]]:
    words, pairs = read_lists({"uji": ListFile(text, "lists/uji.txt")})
    return words["uji"], dict(pairs["uji"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Sumber: kami.\nno\n\n  dan/atau  \r\n#12\n", {"no", "dan/atau"}),
        ("OPD\nSkpd\n", {"opd", "skpd"}),
        ("kata\nkata\n", {"kata"}),
        ("dalam rangka", {"dalam rangka"}),
    ],
)
def test_a_list_is_a_word_a_line_in_small_letters(text: str, words: set[str]) -> None:
    assert read(text) == (words, {})


def test_a_list_of_pairs_has_a_replacement_after_a_tab_and_perhaps_how_safe_it_is() -> None:
    words, pairs = read("Aktifitas\taktivitas\nteam\ttim\tpratinjau\n")
    assert words == {"aktifitas", "team"}
    assert pairs == {"aktifitas": Replacement("aktivitas"), "team": Replacement("tim", "pratinjau")}


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("ijin\tizin\nteam\ttim\tamn\n", "kolom ketiga 'amn' tidak dikenal", 2),
        ("", "daftar ini belum berisi kata", 1),
        ("# hanya keterangan\n", "daftar ini belum berisi kata", 1),
        ("ijin\tizin\n\nresiko\n", "'resiko' belum diberi pengganti", 3),
        ("ijin\tizin\nIjin\tperkenan\n", "'ijin' punya dua pengganti", 2),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, says: str, line: int) -> None:
    with pytest.raises(UserError) as caught:
        read(text)
    assert says in caught.value.message.id
    assert (caught.value.path, caught.value.line) == ("lists/uji.txt", line)
