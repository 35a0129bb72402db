"""skplint explain."""

import pytest
from msgspec.structs import replace


def test_a_statement_gets_its_class_the_rule_and_the_runners_up(skplint):
    result = skplint("explain", "Menyusun laporan keuangan tepat waktu")
    assert result.code == 0
    assert "AKTIVITAS · keyakinan tinggi\nDitentukan oleh: C001 verba-aktivitas\n" in result.out
    assert "Juga berlaku, tetapi kalah urutan:\n" in result.out
    assert "C103  pencapaian  200" in result.out
    assert "C100" not in result.out
    assert "Contoh lebih baik: Laporan keuangan tersaji tepat waktu\n" in result.out
    assert result.out.count("Mengapa: SKP memuat hasil.") == 1


@pytest.mark.parametrize("word", ["C001", "c001", "verba-aktivitas"])
def test_a_code_or_a_name_gets_the_page_of_the_rule(skplint, word):
    out = skplint("explain", word).out
    assert out.startswith("C001 verba-aktivitas\n════════════════════\n")
    summary = " ".join(out.split("\n\n")[0].split())
    assert summary.endswith(
        "sel matriks · kelas: aktivitas · urutan 950, keyakinan 0.9 · Perlu diperbaiki · stabil · sejak 0.1"
    )
    assert "Rumusan ini menyebut kegiatan (“…”)." in out
    assert "Mengapa:\n  SKP memuat hasil, bukan ….\n" in out
    assert (
        "Tidak ada catatan bila:\n  asal adalah “katalog”\n" in out and "Tingkat menjadi Pertimbangkan bila:\n" in out
    )
    assert "Dasar:\n  • Materi 2025, Kerja – Kinerja (pedoman)\n" in out
    assert "Berlaku bila:\n  form adalah “verba_aktif”\n" in out
    assert "Kurang tepat:\n  ✗ Menyusun laporan\n    ^^^^^^^^\n" in out
    assert "Lebih baik:\n  ✓ Laporan tersaji tepat waktu\n" in out
    assert "Berkas:\n  rules/kelas/C001-verba-aktivitas.yaml\n" in out


def test_a_reading_without_a_note_says_for_what_it_holds(skplint):
    out = skplint("explain", "C103", "--lang", "en").out
    assert "class: result · no note" in out
    assert "Holds for:\n  ✓ Berkas tersusun lengkap\n" in out
    assert "Does not hold for:\n  – Berkas usulan\n" in out


@pytest.mark.parametrize(
    ("safety", "said"),
    [
        ("aman", "Perbaikan:\n  Aman: diubah oleh skplint fix.\n"),
        ("pratinjau", "Perbaikan:\n  Pratinjau: ditunjukkan dahulu, diubah oleh skplint fix --preview.\n"),
        ("saran", "Perbaikan:\n  Saran: bagian yang masih kosong diisi oleh penulis.\n"),
    ],
)
def test_the_page_of_a_rule_says_how_safe_its_fix_is(skplint, app, monkeypatch, safety, said):
    class WithFix(app.Analyser):
        def __init__(self, settings):
            super().__init__(settings)
            self.rules = (replace(self.rules[0], safety=safety),)

    monkeypatch.setattr(app, "Analyser", WithFix)
    assert said in skplint("explain", "C001").out


def test_a_rule_without_a_fix_says_nothing_of_one(skplint):
    assert "Perbaikan" not in skplint("explain", "C001").out


def test_several_codes_get_several_pages(skplint):
    out = skplint("explain", "C001", "C103").out
    assert "C001 verba-aktivitas\n" in out and "C103 hasil-ter\n" in out


@pytest.mark.parametrize(("word", "meant"), [("C002", "C001"), ("verba-aktivits", "verba-aktivitas")])
def test_what_can_only_be_a_rule_and_is_none(skplint, word, meant):
    result = skplint("explain", word)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"skplint: tidak ada aturan {word} (maksud Anda {meant}?)\n"


def test_a_hyphenated_word_is_a_statement(skplint):
    assert "AKTIVITAS" in skplint("explain", "Rapat-rapat koordinasi setiap bulan").out


def test_a_severity_that_is_off_reads_well_in_english(skplint):
    out = skplint("explain", "C001", "--lang", "en").out
    assert "There is no note where:\n  asal adalah “katalog”\n" in out
    assert "The severity is Consider where:\n" in out


def test_a_code_of_an_institution_is_looked_for_in_its_folder(skplint):
    result = skplint("explain", "P901")
    assert (result.code, result.err) == (
        2, "skplint: tidak ada aturan P901 (nomor 900 ke atas milik instansi; tambahkan --rules FOLDER)\n"
    )  # fmt: skip


def test_the_reason_of_the_rule_that_decided_names_no_field(skplint, app, monkeypatch):
    class Silent(app.Analyser):
        def explain(self, text):
            explained = super().explain(text)
            return replace(explained, checked=replace(explained.checked, findings=()))

    monkeypatch.setattr(app, "Analyser", Silent)
    out = skplint("explain", "Menyusun laporan keuangan tepat waktu").out
    assert "Mengapa: SKP memuat hasil, bukan ….\n" in out
