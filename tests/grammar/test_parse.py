"""How statements are read: the parts, their spans and types; and that every text has a reading."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.app import Analyser
from linter.model import Parse, Phrase

ANALYSER = Analyser()
FORMS = {
    "verba_aktif", "nominalisasi_hasil", "hasil_awal", "eksistensial", "klausa_pasif", "klausa_ter", "klausa_keadaan",
    "klausa_aktif", "klausa_sifat", "klausa_nominal", "nomina_tindakan", "nomina_keadaan", "nomina", "keterangan", "kosong",
}  # fmt: skip
WORDS = (
    "Menyusun Tersusunnya Tersedia disusun terkelola meningkat menjadi merupakan data laporan peta pegawai Pembinaan "
    "Kepuasan layanan Tidak ada tidak telah akan belum yang untuk dengan secara sesuai dalam pada tentang terhadap agar "
    "sehingga tanpa paling lambat minimal tepat waktu baik akurat lengkap dan atau serta , ; : . / ( ) - 12 95% 2026 "
    "Maret Rp5.000,00 setiap bulan kami saya -nya 3. a) • SKP e-Kinerja di ke dari oleh sebagai bebas nihil"
)
SOUP = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)


def said(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase else None


@pytest.mark.table("parses.yaml")
def test_parse(
    text: str,
    form: str,
    subject: str | None,
    verb: str | None,
    object: str | None,
    qualifiers: list[list[str]] | None,
    clauses: int | None,
    negated: bool | None,
) -> None:
    parse = ANALYSER.reader.parse(text)
    found = [[q.type + "!" * q.standard, q.phrase.text] for q in parse.qualifiers]
    assert (parse.form, said(parse.subject), said(parse.verb), said(parse.object)) == (form, subject, verb, object)
    assert found == (qualifiers or [])
    assert (parse.clauses, parse.negated) == (clauses or 1, negated or False)
    assert parse.complete


@given(st.one_of(SOUP, st.text(max_size=40)))
@settings(max_examples=300)
def test_nothing_is_unparseable(text: str) -> None:
    parse = ANALYSER.reader.parse(text)
    assert parse.form in FORMS
    assert parse.clauses >= 1
    assert parse.complete is not bool(parse.unplaced)
    for phrase in phrases(parse):
        assert 0 <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end] == phrase.text
        assert phrase.first <= phrase.head <= phrase.last < len(parse.words)
        assert (phrase.start, phrase.end) == (parse.words[phrase.first].start, parse.words[phrase.last].end)


@given(SOUP)
def test_the_tree_of_any_text_can_be_drawn(text: str) -> None:
    assert ANALYSER.reader.tree(text).startswith("(start")


def test_no_word_of_the_corpus_has_two_places(gold: tuple[dict[str, Any], ...]) -> None:
    for row in gold:
        parse = ANALYSER.reader.parse(row["text"])
        covered = [n for phrase in phrases(parse) for n in range(phrase.first, phrase.last + 1)]
        assert len(covered) == len(set(covered)), row["text"]


def test_every_statement_of_the_corpus_is_read_completely_but_for_a_few(gold: tuple[dict[str, Any], ...]) -> None:
    incomplete = [row["text"] for row in gold if row["clear"] and not ANALYSER.reader.parse(row["text"]).complete]
    assert len(incomplete) <= 0.01 * len(gold), incomplete


@pytest.mark.parametrize(
    "text",
    [
        "Kebersihan di tempat kerja terjaga",
        "Laporan diterima Inspektorat tanpa catatan",
        "Jalan Cikondang–Sukarame terbangun",
        "Siswa lulus penilaian akhir",
        "Nilai SAKIP meningkat menjadi BB",
        "Data siswa masuk dan keluar tercatat",
        "Memastikan gas medis selalu tersedia di ruang operasi",
        "Batas desa jelas dan tidak dipersengketakan",
        "Kuitansi lengkap sebelum SPJ diajukan",
        "Embung rampung rata-rata 25 hari",
    ],
)
def test_every_word_has_a_place(text: str) -> None:
    parse = ANALYSER.reader.parse(text)
    placed = {n for phrase in phrases(parse) for n in range(phrase.first, phrase.last + 1)}
    left = [w.text for n, w in enumerate(parse.words) if n not in placed]
    assert parse.complete
    assert set(left) <= {"dan", "selalu"}


def phrases(parse: Parse) -> list[Phrase]:
    roles = (parse.subject, parse.verb, parse.object, *(q.phrase for q in parse.qualifiers), *parse.unplaced)
    return [phrase for phrase in roles if phrase]


def test_a_quality_behind_an_auxiliary_is_the_predicate_whatever_follows() -> None:
    parse = ANALYSER.reader.parse("Formulir sudah lengkap lampiran fotonya")
    assert parse.form == "klausa_sifat"
    assert parse.verb is not None
    assert parse.verb.text == "lengkap"
