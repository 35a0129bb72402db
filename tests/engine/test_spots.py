"""Spots: which words each kind marks, what it would write instead, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.app import Analyser
from linter.app.labelled import corpus
from linter.engine import Around, Facts
from linter.engine.spots import Spot, spots_of
from linter.engine.vocabulary import REGISTRY
from linter.engine.wording_spots import SPOTS
from linter.model import Header, Item

YEAR = Header(period=("2025-01-01", "2025-12-31"))
AT = {"line": 1, "column": 1}
Read = Callable[[str], Facts]

MARKED: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    # kind, text, the words at its spots and what to write instead
    ("slash_gap", "Denah gudang/ lumbung digambar", [("gudang/ lumbung", "gudang/lumbung")]),
    ("slash_gap", "Denah gudang / lumbung / pos digambar", [("gudang / lumbung / pos", "gudang/lumbung/pos")]),
    ("final_stop", "Denah gudang digambar.", [(".", "")]),
    ("final_stop", "Denah gudang digambar .  ", []),
    ("all_caps", "DENAH GUDANG DIGAMBAR KEMBALI", [("DENAH GUDANG DIGAMBAR KEMBALI", "Denah gudang digambar kembali")]),
    ("all_caps", "DENAH GUDANG DIGAMBAR BULAN MEI", [("DENAH GUDANG DIGAMBAR BULAN MEI", "Denah gudang digambar bulan Mei")]),
    ("all_caps", "DENAH GUDANG XYLOVAR DIGAMBAR", [("DENAH GUDANG XYLOVAR DIGAMBAR", None)]),
    ("number_format", "90.5 % gudang kering", [("90.5 %", "90,5%")]),
    ("number_format", "Sewa gudang Rp 1.000.000,- lunas", [("Rp 1.000.000,-", "Rp1.000.000")]),
    ("repeated_number", "Sebanyak 95% gudang kering", [("95%", None)]),
    ("impossible_date", "Denah digambar paling lambat 31 Juni 2025", [("31 Juni 2025", "30 Juni 2025")]),
    ("impossible_date", "Denah digambar paling lambat Juli 20205", [("Juli 20205", None)]),
    ("impossible_date", "Denah digambar paling lambat 29 Februari 2025", [("29 Februari 2025", "28 Februari 2025")]),
    ("deadline_before", "Denah digambar paling lambat 3 Maret 2024", [("3 Maret 2024", None)]),
    ("deadline_after", "Denah digambar paling lambat 3 Maret 2026", [("3 Maret 2026", None)]),
    ("misspelt", "Mutu pelayann gudang meningkat", [("pelayann", "pelayanan")]),
    ("split_word", "Atap gudang di perbaiki", [("di perbaiki", "diperbaiki")]),
    ("split_word", "Tersusun nya denah gudang", [("Tersusun nya", "Tersusunnya")]),
    ("glued_place", "Denah dikantor lengkap", [("dikantor", "di kantor")]),
    ("glued_place", "Bantuan tiba Kesekolah", [("Kesekolah", "ke Sekolah")]),
    ("wrong_gap", "Denah dikantor di tata rapi", [("dikantor", "di kantor"), ("di tata", "ditata")]),
    ("glued_words", "Menyusunlaporan gudang", [("Menyusunlaporan", "Menyusun laporan")]),
    ("glued_words", "Denah padaBPBD lengkap", [("padaBPBD", "pada BPBD")]),
    ("capital_function_word", "Denah Gudang Dan Lumbung", [("Dan", "dan")]),
    ("foreign_word", "Denah gudang diupload", [("diupload", "diunggah")]),
    ("foreign_word", "Online sejak Juni", [("Online", "Daring")]),
    ("empty_purpose", "Menata gudang guna mendukung kelancaran tugas", [("guna mendukung kelancaran tugas", None)]),
    ("empty_purpose", "Menata gudang, untuk kelancaran tugas", [(", untuk kelancaran tugas", None)]),
    ("person", "Surat Pak Gading terkirim", [("Pak Gading", None)]),
    ("person", "Berkas 198501012010011001 lengkap", [("198501012010011001", None)]),
    ("unknown_abbreviation", "Penilaian QXZ tuntas", [("QXZ", None)]),
    ("slash_choice", "Surat/dokumen gudang terkirim", [("Surat/dokumen", None)]),
    ("slash_choice", "Surat dan/atau denah terkirim", [("dan/atau", None)]),
    ("unnamed_reference", "Beras disimpan sesuai ketentuan yang berlaku", [("sesuai ketentuan yang berlaku", None)]),
]  # fmt: skip
CLEAN = [
    ("slash_gap", "Denah gudang/lumbung digambar"),
    ("final_stop", "Denah, foto, dll."),
    ("final_stop", "Denah digambar. Gudang dicat."),
    ("all_caps", "SOP BPBD"),
    ("number_format", "90,5% gudang kering dan Rp1.000.000 lunas"),
    ("repeated_number", "Sebanyak 95 gudang kering"),
    ("impossible_date", "Denah digambar paling lambat 29 Februari 2024"),
    ("deadline_before", "Denah digambar paling lambat 1 Januari 2025"),
    ("deadline_after", "Denah digambar paling lambat 31 Desember 2025"),
    ("misspelt", "Mutu pelayanan gudang meningkat"),
    ("split_word", "Gudang di Serang kering"),
    ("glued_place", "Sampah keluar dari pasar"),
    ("wrong_gap", "Denah di kantor ditata"),
    ("glued_words", "Menyusun laporan pada BPBD"),
    ("capital_function_word", "Dan denah gudang dan lumbung"),
    ("capital_function_word", 'Buku "Gudang Dan Lumbung" tercetak'),
    ("foreign_word", "Layanan daring berjalan"),
    ("foreign_word", "Layanan Online Mandiri berjalan"),
    ("empty_purpose", "Menata gudang untuk menyimpan beras"),
    ("person", "Ibu hamil sehat"),
    ("person", "Lampu Jalan Ibu Zwetla menyala"),
    ("unknown_abbreviation", "Penilaian kerja (PKZ) tuntas"),
    ("slash_choice", "Rapat kabupaten/kota"),
    ("unnamed_reference", "Beras disimpan sesuai ketentuan PP 94/2021"),
]


@pytest.fixture(scope="module")
def read(analyser: Analyser) -> Read:
    """Give the facts of a rencana kinerja of 2025 whose indicator aims at 95%."""
    _, below = analyser.examine(Item("Persentase gudang kering", "indikator", AT, target="95%"))

    def facts(text: str) -> Facts:
        return analyser.examine(Item(text, "rencana_kinerja", AT), YEAR, around=Around(below=(below,)))[1]

    return facts


def mended(text: str, spots: tuple[Spot, ...]) -> str:
    """Return *text* with every correction made that is known, from the last to the first."""
    for spot in reversed(spots):
        text = text if spot.better is None else text[: spot.start] + spot.better + text[spot.end :]
    return text


@pytest.mark.parametrize(("kind", "text", "marked"), MARKED)
def test_the_marked_words_and_what_to_write_instead(
    read: Read, kind: str, text: str, marked: list[tuple[str, str | None]]
) -> None:
    assert [(text[s.start : s.end], s.better) for s in spots_of(kind, read(text))] == marked


@pytest.mark.parametrize(("kind", "text"), CLEAN)
def test_a_text_without_such_a_spot(read: Read, kind: str, text: str) -> None:
    assert spots_of(kind, read(text)) == ()


def test_every_kind_of_spot_has_an_example_of_both_sorts() -> None:
    assert {kind for kind, _, marked in MARKED if marked} == set(SPOTS)
    assert {kind for kind, _ in CLEAN} == set(SPOTS)


def test_a_fact_gives_the_marked_words_in_small_letters(read: Read) -> None:
    facts = read("Denah Dikantor di tata rapi")
    assert REGISTRY["wrong_gap"].get(facts) == {"dikantor", "di tata"}


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Denah dikantor di tata rapi", "Denah di kantor ditata rapi"),
        ("Mutu pelayann gudang meningkat", "Mutu pelayanan gudang meningkat"),
        ("Denah gudang/ lumbung digambar", "Denah gudang/lumbung digambar"),
        ("DENAH GUDANG DIGAMBAR KEMBALI", "Denah gudang digambar kembali"),
        ("Denah Gudang Dan Lumbung diperbarui", "Denah Gudang dan Lumbung diperbarui"),
        ("Denah gudang digambar kembali.", "Denah gudang digambar kembali"),
    ],
)
def test_a_note_repairs_its_spots(analyser: Analyser, text: str, better: str) -> None:
    fixes = [f.fix for f in analyser.check_text(text).findings if f.fix and f.code.startswith("E")]
    assert len(fixes) == 1
    assert mended(text, tuple(Spot(e.start, e.end, e.text) for e in fixes[0].edits)) == better


def test_no_name_but_that_of_a_kind_has_spots(read: Read) -> None:
    assert spots_of("teks", read("Denah gudang digambar.")) == ()


# -- over all texts


@pytest.fixture(scope="module")
def spotted(analyser: Analyser) -> list[tuple[str, Item, tuple[Spot, ...]]]:
    """Return (kind, item, spots) of every text of the labelled corpus and its target that has spots."""
    items = [item for item, _ in corpus()]
    items += [Item(item.target, "target", AT) for item in items if item.target]
    facts = [(item, analyser.examine(item)[1]) for item in items]
    return [(kind, item, spots) for item, f in facts for kind in SPOTS if (spots := spots_of(kind, f))]


def test_spots_are_spans_inside_the_text_and_in_order(spotted: list[tuple[str, Item, tuple[Spot, ...]]]) -> None:
    assert len({kind for kind, _, _ in spotted}) > len(SPOTS) / 2
    for kind, item, spots in spotted:
        ends = [at for spot in spots for at in (spot.start, spot.end)]
        assert 0 <= ends[0] <= ends[-1] <= len(item.text), (kind, item.text)
        assert ends == sorted(ends), (kind, item.text)
        assert all(spot.start < spot.end for spot in spots), (kind, item.text)


def test_what_is_repaired_is_clean(analyser: Analyser, spotted: list[tuple[str, Item, tuple[Spot, ...]]]) -> None:
    known = [(kind, item, spots) for kind, item, spots in spotted if all(s.better is not None for s in spots)]
    assert known
    for kind, item, spots in known:
        text = mended(item.text, spots)
        again = analyser.examine(Item(text, item.part, AT))[1]
        assert spots_of(kind, again) == (), (kind, item.text, text)


PIECES = (
    "dan", "Dan", "di", "dikantor", "tata", "nya", "/", ".", " ", "Pak", "Gading", "QXZ", "31 Juni", "90.5", "%", "untuk",
    "tugas",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(("", " ", "\n")))
def test_spots_of_any_text_lie_inside_it(read: Read, pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    spots = [spot for kind in SPOTS for spot in spots_of(kind, read(text))]
    assert all(0 <= spot.start < spot.end <= len(text) for spot in spots)
