"""Words of a text: terms, quantities and times as one word each, at their place in the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language import Tagger, build_lexicon
from linter.language.numbers import quantity_length
from linter.language.times import time_length

TAGGER = Tagger(build_lexicon({}))


@pytest.mark.table("words.tsv")
def test_words(tagger: Tagger, text: str, words: str) -> None:
    _, found = tagger.words(text)
    assert " ".join(f"{word.text.replace(' ', '_')}/{word.tag}" for word in found) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("setiap triwulan", "frequency"),
        ("setiap hari kerja", "frequency"),
        ("tiap triwulan", "frequency"),
        ("sebulan sekali", "frequency"),
        ("satu kali sebulan", "frequency"),
        ("setiap tanggal 10", "date"),
        ("akhir tahun 2026", "date"),
        ("Januari-Desember 2026", "date"),
        ("tahun 2026", "year"),
        ("Desember 2026", "date"),
        ("H-3", "date"),
        ("5 menit", "duration"),
        ("dua minggu", "duration"),
        ("95 %", "percent"),
        ("Rp3 juta", "money"),
        ("40 buah", "unit"),
    ],
)
def test_what_a_number_or_time_is(tagger: Tagger, text: str, kind: str) -> None:
    _, (word,) = tagger.words(text)
    assert word.reading.features == {kind}


@pytest.mark.parametrize(
    ("tokens", "length"),
    [
        ("25 juli 2024 di aula", 3),
        ("triwulan iv", 2),
        ("maret s.d. juni 2026", 4),
        ("mei sampai dengan agustus", 4),
        ("setiap tiga bulan", 3),
        ("tahun anggaran 2026", 3),
        ("tahun berjalan", 2),
        ("jan-des 2025", 2),
        ("triwulan i s.d. iv", 4),
        ("2025-12-31", 1),
        ("31.12.2025", 1),
        ("99/99/2024", 0),
        ("2025-13-01", 0),
        ("tiap dua puluh menit sekali", 5),
        ("per akhir bulan", 0),
        ("jam 08.00 wib", 3),
        ("08.00 orang", 0),
        ("1:20", 0),
        ("mar", 0),
        ("setiap desa", 0),
        ("bulan madu", 0),
        ("12 laporan", 0),
    ],
)
def test_how_many_tokens_are_a_time(tokens: str, length: int) -> None:
    assert time_length(tokens.split(" "), 0) == length


@pytest.mark.parametrize(
    ("tokens", "length", "features"),
    [
        ("90 % berkas", 2, {"percent"}),
        ("90 s.d. 95 % berkas", 4, {"percent"}),
        ("≥ 3 kali", 3, {"unit"}),
        ("rp 2,5 miliar per tahun", 5, {"money"}),
        ("7 hari kalender", 3, {"duration"}),
        ("12 ( dua belas ) laporan", 5, set()),
        ("dua belas ( 12 ) orang", 6, {"unit", "person"}),
        ("12 ( selusin ) unit", 5, {"unit"}),
        ("12 ( sebelas ) unit", 1, set()),
        ("80 ( baik )", 1, set()),
        ("seratus persen", 2, {"percent"}),
        ("2x24 jam", 2, {"duration"}),
        ("1 kali 24 jam", 4, {"duration"}),
        ("sebulan sekali", 2, {"frequency"}),
        ("sekali sebulan", 2, {"frequency"}),
        ("tiga bulan sekali", 3, {"frequency"}),
        ("satu kali dalam sebulan", 4, {"frequency"}),
        ("2 kali per bulan", 4, {"frequency"}),
        ("setahun dua kali", 3, {"frequency"}),
        ("2 kali lipat", 1, set()),
        ("sekali lagi", 0, set()),
        ("≥ banyak", 0, set()),
        ("laporan", 0, set()),
    ],
)
def test_how_many_tokens_are_a_quantity(tokens: str, length: int, features: set[str]) -> None:
    assert quantity_length(tokens.split(" "), 0) == (length, features)


@given(st.text("ab 0123456789.,()/-%–srd Rpxhtm'\u00a0", max_size=40))
def test_words_stand_in_order_inside_the_text(text: str) -> None:
    _, words = TAGGER.words(text)
    edges = [edge for word in words for edge in (word.start, word.end)]
    assert all(word.start < word.end <= len(text) and text[word.start : word.end] == word.text for word in words)
    assert edges == sorted(edges)


def test_the_same_text_gives_the_same_words_after_many_others(lexicon: object, texts: tuple[str, ...]) -> None:
    fresh, used = Tagger(lexicon), Tagger(lexicon)  # type: ignore[arg-type]
    for text in texts:
        used.words(text)
    assert all(fresh.words(text) == used.words(text) for text in texts[-40:])
