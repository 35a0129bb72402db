"""The costly error is accusing a good sentence; the second is to fall over a strange one."""

from __future__ import annotations

import pytest

from linter.app import Analyser, Settings
from linter.model import Header, Item

ANALYSER = Analyser()

GOOD = [
    # a noun first that is also a verb root
    "Koleksi museum terawat sesuai standar konservasi",
    "Wisata alam dikunjungi 5.000 orang",
    "Alamat penduduk terverifikasi sebelum pemilu",
    "Posisi kas daerah terpantau setiap hari",
    "Referensi hukum tersedia lengkap",
    # a name that looks like a verb
    "Mentawai bebas malaria",
    "Member perpustakaan bertambah 100 orang",
    # negation
    "Berkas pemohon tidak ditolak",
    "Laporan tidak dikembalikan oleh verifikator",
    # a grown trait of a noun
    "Harga beras stabil",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_good_sentence_gets_no_error(text: str) -> None:
    checked = ANALYSER.check_text(text)
    assert [f.code for f in checked.findings if f.severity == "error"] == []


@pytest.mark.parametrize(
    ("post", "text", "accused"),
    [
        ("Kepala Seksi Pemerintahan Desa", "Desa menyampaikan APBDes tepat waktu", False),
        ("Pengawas Guru SD", "Guru menerapkan pembelajaran berdiferensiasi", False),
        ("Bendahara Pengeluaran", "Bendahara OPD menyampaikan SPJ tepat waktu", True),
    ],
)
def test_the_own_side_is_the_post_itself(post: str, text: str, accused: bool) -> None:
    item = Item(text=text, part="rencana_kinerja", at={"line": 1, "column": 1})
    checked = ANALYSER.check(item, Header(post=post))
    assert ("C009" in [f.code for f in checked.findings]) is accused


def test_a_part_of_a_duty_is_no_copy_of_it() -> None:
    header = Header(duties=("Menyusun rencana kebutuhan obat, alat kesehatan, dan bahan habis pakai",))
    item = Item(text="Menyusun rencana", part="rencana_kinerja", at={"line": 1, "column": 1})
    assert "C012" not in [f.code for f in ANALYSER.check(item, header).findings]


@pytest.mark.parametrize("target", ["12 laporan (100%)", "12 laporan"])
def test_a_percentage_in_parentheses_is_not_the_unit(target: str) -> None:
    checked = ANALYSER.check_text("Jumlah laporan", part="indikator", target=target)
    assert "X003" not in [f.code for f in checked.findings]


@pytest.mark.parametrize(
    "text",
    [
        "nya" * 400, "kah" * 400, "non" * 400 + "aktif", "tw i " * 500, "tahun 2020 sampai dengan " * 400,
        "Menyusun \ud800 laporan", "(" * 5_000, "baik " * 3_000, "a" + " " * 20_000 + "b", "." * 20_000 + "a", "x, " * 5_000,
        "1 " * 5_000, " " * 3_000 + "a", "abcdefghij" * 5_000, "p e t a " * 16_000, "1) " * 20_000, "predikat baik; " * 20_000,
        "jumlah laporan dan " * 6_000,
    ],
    ids=lambda text: text[:12].encode("utf-8", "replace").decode(),
)  # fmt: skip
def test_a_strange_text_is_read_all_the_same(text: str) -> None:
    for part in ("rencana_kinerja", "indikator", "target"):
        checked = ANALYSER.check_text(text, part=part)
        assert all(0 <= f.start <= f.end <= len(text) for f in checked.findings)


def test_a_text_that_is_too_long_to_read_whole_says_so() -> None:
    parse = ANALYSER.reader.parse("laporan " * 1_000)
    assert not parse.complete
    assert parse.unplaced


def test_settings_name_only_what_there_is() -> None:
    with pytest.raises(Exception, match="bagian 'xyz' tidak dikenal"):
        Analyser(Settings(part="xyz"))


@pytest.mark.parametrize("text", ["abcdefghij" * 5_000, "kemenyusunan" * 2_000, "p e t a " * 16_000, "aa-" * 10_000])
def test_a_strange_text_is_not_remembered(text: str) -> None:
    morphology = ANALYSER.reader._tagger.morphology
    before = len(morphology._first)
    ANALYSER.check_text(text)
    assert len(morphology._first) - before < 20_000
    assert max(map(len, morphology._first)) <= 60
    assert max(map(len, ANALYSER.reader._tagger._alone)) <= 60
    assert max(map(len, ANALYSER.reader._tagger._tokens._chunks)) <= 60
