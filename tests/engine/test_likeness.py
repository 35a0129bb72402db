"""How like two statements are: what changes nothing, what changes a little, and what makes another statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.app import Analyser
from linter.engine.likeness import Essence, essence, likeness

SAME, ALTERED = 85, 60
Like = Callable[[str, str], float]


@pytest.fixture(scope="module")
def like(analyser: Analyser) -> Like:
    """Return the likeness of two texts."""
    return lambda one, other: likeness(essence(analyser.reader.parse(one)), essence(analyser.reader.parse(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jalan desa terpelihara", "jalan desa terpelihara."),
        ("Jalan desa terpelihara", "Terpeliharanya jalan desa"),
        ("Peta rawan banjir termutakhirkan", "Peta rawan banjr termutakhirkan"),
        ("Data ASN terpadan", "Data aparatur sipil negara terpadan"),
        ("Usulan ke BKN terkirim", "Usulan ke Badan Kepegawaian Negara terkirim"),
        ("Sampel teruji di empat kolam", "Sampel teruji di 4 kolam"),
        ("Bibit tertanam seluas 5.000 meter", "Bibit tertanam seluas 5000 meter"),
        ("Laporan terbit setiap minggu", "Laporan terbit per minggu"),
        ("Gedung rampung bulan November 2026", "Gedung rampung bulan Nopember 2026"),
    ],
)
def test_the_same_statement(like: Like, one: str, other: str) -> None:
    assert like(one, other) >= SAME
    assert like(other, one) == like(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Temuan BPK tuntas", "Temuan BPKP tuntas"),
        ("Renja tersusun tepat waktu", "Renstra tersusun tepat waktu"),
        ("Bantuan tersalur kepada 40 keluarga miskin", "Bantuan tersalur kepada 45 keluarga miskin"),
        ("Saldo kas desa mengendap", "Saldo kas desa tidak mengendap"),
        ("Izin terbit dalam tiga hari", "Izin terbit dalam tujuh hari"),
        ("Laporan semester I diterima kas daerah", "Laporan semester II diterima kas daerah"),
        ("Tenda berdiri sebelum malam pertama", "Tenda berdiri sesudah malam pertama"),
        ("Sensus selesai bulan Mei", "Sensus selesai bulan Juni"),
    ],
)
def test_another_statement_of_the_same_frame(like: Like, one: str, other: str) -> None:
    assert like(one, other) < SAME


def test_what_is_added_weighs_less_than_what_is_replaced(like: Like) -> None:
    plain = "Pohon pelindung terpangkas"
    assert 100 > like(plain, f"{plain} di jalan protokol") > like(plain, "Pohon buah terpangkas") > 0


def test_a_text_about_something_else_is_not_alike(like: Like) -> None:
    assert like("Pohon pelindung terpangkas", "Gaji guru honorer terbayar") == 0
    assert like("", "Gaji guru honorer terbayar") == 0


ROOTS = st.lists(st.sampled_from(["arsip", "jalan", "rapat", "air", "bpk", "sekolah"]), max_size=6)
ESSENCES = st.builds(
    lambda roots, fixed, short: Essence(
        tuple(roots), tuple(roots), frozenset(fixed), frozenset(short) & frozenset(roots)
    ),
    ROOTS,
    st.sets(st.sampled_from(["4", "5", "tidak"])),
    st.sets(st.sampled_from(["bpk", "air"])),
)


@given(ESSENCES, ESSENCES)
def test_it_is_a_share_of_a_hundred_and_the_same_both_ways(one: Essence, other: Essence) -> None:
    value = likeness(one, other)
    assert 0 <= value <= 100
    assert value == pytest.approx(likeness(other, one))
    assert likeness(one, one) == (100 if one.roots else 0)
