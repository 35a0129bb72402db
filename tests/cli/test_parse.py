"""skplint parse, with the real application behind it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from linter.cli import main

TEXT = "Menyusun laporan keuangan tepat waktu"


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def parse(capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``skplint parse`` in this process."""
    monkeypatch.setenv("COLUMNS", "88")

    def run(*arguments: str) -> Result:
        code = main(["parse", *arguments])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


def test_the_statement_is_drawn_with_its_parts(parse):
    result = parse(TEXT)
    assert result.code == 0
    assert result.out.startswith(
        "Menyusun laporan keuangan tepat waktu\n"
        "━━━━━━━━ ──────────────── ~~~~~~~~~~~\n"
        "verba    objek            waktu\n"
    )  # fmt: skip
    assert "Bentuk: verba_aktif · terbaca seluruhnya\n" in result.out
    assert "tepat waktu  waktu  ya\n" in result.out


def test_the_tree_goes_down_to_roots_and_affixes(parse):
    lines = parse(*TEXT.split()).out.splitlines()
    tree = lines[lines.index("Pohon menurut tata bahasa") :]
    assert tree[1].startswith("└ klausa aktif tanpa subjek")
    assert tree[2].split() == ["├", "tindakan", "Menyusun", "meN-", "+", "susun"]
    assert tree[3].split()[:5] == ["├", "frasa", "nomina", "laporan", "keuangan"]
    assert tree[3].split()[5:] == ["lapor", "+", "-an", "ke-", "+", "uang", "+", "-an"]


def test_words_show_what_they_are_made_of_and_how_else_they_can_be_read(parse):
    out = parse("Mengawali pengecekan blangko zolkipin").out
    assert "  kata        jenis kata  susunan            bacaan lain\n" in out
    assert "  Mengawali   V_ACT       meN- + awal + -i   meN- + kawal + -i (V_ACT)\n" in out
    assert "peN- + cek + -an" in out
    assert "zolkipin (dugaan)" in out


def test_an_unusual_spelling_is_told(parse):
    out = parse("Terlaksanaya analisa data yg di laksanakan").out
    assert "ter- + laksana + -nya (salah ketik)" in out
    assert "analisis (tidak baku)" in out
    assert "di- + laksana + -kan (tertulis terpisah)" in out
    assert "yang (disingkat)" in out
    assert "analisis (nonstandard)" in parse("analisa data", "--lang", "en").out


def test_an_indicator_shows_what_it_measures_and_of_what(parse):
    out = parse("--part", "indikator", "Persentase usulan yang terbit tepat waktu dari seluruh usulan").out
    assert "└ ukuran\n" in out
    assert "  yang diukur       usulan\n" in out
    assert "  dari keseluruhan  dari seluruh usulan\n" in out
    assert "  syarat            yang terbit tepat waktu\n" in out
    plain = parse("--part", "indikator", "Laporan tersusun lengkap").out
    assert "yang diukur" not in plain
    assert "Bentuk: klausa_ter" in plain


def test_a_target_shows_its_values(parse):
    out = parse("--part", "target", "Rp1,5 miliar per tahun; 3,5 (skala 1–4)").out
    assert "  batas bawah  1.500.000.000\n" in out
    assert "  per          tahun\n" in out
    assert "  skala        1–4\n" in out
    assert "  waktu   tanggal 5, bulan 3, tahun 2026\n" in parse("--part", "target", "5 Maret 2026").out
    assert "  lower bound  12\n" in parse("--part", "target", "12 laporan", "--lang", "en").out


def test_a_target_tells_what_was_not_read(parse):
    assert "ada yang belum terbaca" in parse("--part", "target", "12 laporan ? 5 (((").out
    assert "belum terbaca" not in parse("--part", "target", "12 laporan").out


def test_lines_of_the_standard_input(parse, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{TEXT}\n\n{TEXT}\n".encode())))
    assert parse("-", "--lang", "en").out.count("verb     object") == 2


def test_the_vocabulary_of_a_draft(parse, tmp_path):
    draft = tmp_path / "draf.txt"
    draft.write_text("Menyusun laporan zolkipin\nLaporan zolkipin tersusun\n12 laporan\n", "utf-8")
    result = parse("--vocabulary", str(draft))
    assert result.code == 0
    assert result.out == "5 dari 7 kata dikenal (0.7143)\n\nyang hanya diduga menurut bentuknya\n  zolkipin (2)\n"


def test_the_vocabulary_of_what_cannot_be_read(parse, tmp_path):
    result = parse("--vocabulary", str(tmp_path / "tiada.txt"))
    assert result.code == 2
    assert "tiada.txt" in result.err
    empty = tmp_path / "kosong.txt"
    empty.write_text("", "utf-8")
    assert parse("--vocabulary", str(empty)).out == "0 dari 0 kata dikenal (–)\n"


def test_a_part_that_cannot_be_taken_apart(parse):
    result = parse("--part", "aspek", "Kuantitas")
    assert result.code == 2
    assert "rencana_kinerja" in result.err
