"""The report for people."""

import re

import pytest

from linter.report.harmless import width
from linter.report.paint import painter


@pytest.fixture
def out(report, samples):
    return report("teks", None, samples.UNCHECKED, columns=80)


def test_a_statement_is_shown_with_its_parts_marked(out):
    assert (
        "  1. Menyusun laporan keuangan bulanan tepat waktu\n"
        "     ━━━━━━━━ ──────────────────────── ~~~~~~~~~~~\n"
        "     verba    objek                    waktu\n"
    ) in out


def test_a_note_says_what_why_on_what_basis_and_what_is_better(out):
    block = out[out.index("✗ baris 3") : out.index("! baris 4")]
    assert block.startswith("✗ baris 3 · AKTIVITAS · keyakinan tinggi\n")
    assert "Perlu diperbaiki  C001 verba-aktivitas\n" in block
    assert "Mengapa: SKP memuat apa yang dicapai" in block
    assert "Dasar: Materi evaluasi kinerja ASN 2025, bagian Kerja – Kinerja (pedoman)" in block
    assert "Contoh lebih baik: Laporan keuangan bulanan tersaji" in block
    assert "atau: Laporan keuangan bulanan disampaikan" in block


def test_a_rule_is_explained_at_its_first_note_only(out):
    block = out[out.index("✗ baris 11") : out.index("✓ baris 13")]
    assert "Contoh lebih baik: Kader posyandu" in block
    assert "Mengapa" not in block and "Dasar" not in block


def test_advice_without_a_basis_says_that_no_rule_demands_it(out):
    assert "Dasar: kebiasaan menulis yang baik, tidak diwajibkan aturan (saran)" in out


@pytest.mark.parametrize(
    ("basis", "force", "said"),
    [
        (("Materi 2025 (pedoman)", "Permen 8/2021 (wajib)"), "wajib", "Materi 2025 (pedoman); Permen 8/2021 (wajib)"),
        (("Materi 2025",), "pedoman", "Materi 2025 (pedoman)"),
        ((), "konsistensi", "isian formulir ini tidak sejalan satu sama lain (konsistensi)"),
    ],
)
def test_the_force_of_a_citation_is_said_once(report, samples, basis, force, said):
    note = samples.finding("x", "x", "X003", "n", "error", "m", basis=basis, force=force)
    shown = report("teks", [(samples.document("a"), (samples.statement("x", None, 0.9, None, [note]),))], columns=120)
    assert f"Dasar: {said}\n" in shown


def test_the_span_is_quoted_where_the_message_does_not_name_it(out):
    assert "Sebaiknya diperbaiki  S001 mutu-tanpa-ukuran: “dengan cepat”\n" in out
    assert "C001 verba-aktivitas: “" not in out


def test_a_fix_is_shown_where_there_is_no_better_sentence(out):
    assert "Perbaikan: “dengan cepat” → (dihapus)" in out


def test_a_disguised_activity_is_named_in_plain_words(out):
    assert "! baris 9 · PENCAPAIAN (bahasa hasil, isi masih kegiatan) · keyakinan sedang\n" in out


def test_a_clean_statement_takes_one_line(out):
    assert "\n✓ baris 6 · PENCAPAIAN · Laporan keuangan disampaikan tepat waktu sesuai standa…\n" in out


def test_silenced_notes_stand_in_one_line_with_the_reason(out):
    assert (
        "✓ baris 13 · AKTIVITAS · Menyusun materi rapat\n  Diabaikan: C001 verba-aktivitas. Alasan: disepakati" in out
    )
    assert "  Diabaikan: E001 ejaan. Alasan: istilah baku instansi\n" in out


def test_indicators_stand_under_their_statement(out):
    assert (
        "✓ SKP!C13 · PENCAPAIAN · Layanan perizinan selesai tepat waktu\n"
        "    ✓ SKP!E13 · indikator · Jumlah izin yang terbit | 120 izin\n"
    ) in out
    assert "    ! SKP!E14, baris ke-2 dalam sel · indikator · target: 100%\n" in out


def test_an_indicator_away_from_its_statement_names_it(report, samples):
    lone = samples.indicator(
        "Jumlah izin", "12 izin", at={"row": 9, "column": 4}, parent="r7", rk="Izin terbit tepat waktu"
    )
    shown = report("teks", [(samples.document("a.csv"), (lone,))])
    assert "untuk rencana kinerja: Izin terbit tepat waktu\n    ✓ baris 9, kolom 4 · indikator · Jumlah izin" in shown


def test_a_text_that_was_not_parsed_has_the_place_of_the_note_marked(out):
    assert "Persentase pelaksanaan kegiatan\n                 ^^^^^^^^^^^^^^^^^^^^\n                 M006\n" in out


def test_the_standard_input_is_named_in_words(report, samples):
    assert report("teks", [(samples.document("-"), ())]).startswith("masukan standar\n═══════════════\n")


def test_each_document_ends_with_its_headline(out):
    assert "3 dari 8 rumusan tanpa catatan · 3 pencapaian, 4 aktivitas, 1 kategori\n" in out
    assert "Catatan: 3 perlu diperbaiki, 3 sebaiknya diperbaiki, 1 untuk dipertimbangkan\n" in out
    assert "Seluruhnya (3 berkas): 5 dari 10 rumusan tanpa catatan" in out


def test_an_empty_document_says_so(out):
    assert "draf/kosong.txt\n═══════════════\n\nKosong: tidak ada rumusan di dalamnya\n" in out


def test_what_was_not_checked_is_listed_with_the_reason(out):
    assert "Tidak dapat diperiksa (1):\n  draf/lama.pdf: berkas dikunci" in out
    assert "Dilewati (1):\n  draf/README.md: tidak ada tabel SKP di dalamnya\n" in out


def test_nothing_at_all_is_said_too(report):
    assert "Tidak ada berkas yang diperiksa." in report("teks", iter(()))


def test_the_run_is_named_at_the_end(out):
    end = " ".join(out.split()[-14:])
    assert end.endswith("p6-2022-kuantitatif, profil lengkap; skplint 0.1.0, set aturan 1f3a9c20")


def test_english(report):
    shown = report("teks", lang="en")
    assert "✗ line 3 · ACTIVITY · high confidence" in shown
    assert "Needs fixing  C001 verba-aktivitas" in shown
    assert "3 of 8 statements without notes · 3 result, 4 activity, 1 category" in shown


@pytest.mark.parametrize("columns", [40, 63, 80, 120])
def test_no_line_is_wider_than_the_terminal(report, samples, columns):
    for line in report("teks", None, samples.UNCHECKED, columns=columns).splitlines():
        assert width(line) <= columns, line


def test_below_forty_columns_forty_are_taken(report):
    assert report("teks", columns=10) == report("teks", columns=40)


def test_without_colour_there_is_no_escape_code(out):
    assert "\x1b" not in out


def test_colour_changes_nothing_but_colour(report, samples, out):
    coloured = report("teks", None, samples.UNCHECKED, columns=80, paint=painter(True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == out


def test_blank_lines_are_single(report, samples, out):
    assert "\n\n\n" not in out
    assert "\n\n\n" not in report("teks", [(samples.document("a.txt"), ())], samples.UNCHECKED)
    assert not report("teks", iter(()), samples.UNCHECKED).startswith("\n")
