"""Readings of word forms: tag, root and affixes, with the reason of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language import Lexicon, Morphology, build_lexicon
from linter.language.affixes import syllables
from linter.language.inflect import nasal, ter
from linter.language.morphology import guess


@pytest.mark.table("pitfalls.tsv")
def test_pitfall(morphology: Morphology, form: str, tag: str, root: str, feature: str) -> None:
    reading = morphology.reading(form)
    assert (reading.tag, reading.root) == (tag, root)
    assert not feature or feature in reading.features


@pytest.mark.table("forms.tsv")
def test_form(morphology: Morphology, form: str, tag: str, root: str, feature: str) -> None:
    reading = morphology.reading(form)
    assert (reading.tag, reading.root) == (tag, root)
    assert not reading.guessed
    assert not feature or feature in reading.features


@pytest.mark.parametrize(
    ("form", "affixes"),
    [
        ("menyalurkan", ("meN-", "-kan")),
        ("mendampingi", ("meN-", "-i")),
        ("memperluas", ("meN-per-",)),
        ("mempertahankan", ("meN-per-", "-kan")),
        ("penyimpanan", ("peN-", "-an")),
        ("diserahkan", ("di-", "-kan")),
        ("diserahkannya", ("di-", "-kan", "-nya")),
        ("tertanganinya", ("ter-", "-i", "-nya")),
        ("terawatnya", ("ter-", "-nya")),
        ("berkembangnya", ("ber-", "-nya")),
        ("ketidaktertiban", ("ke-tidak-", "-an")),
        ("rumah-rumah", ("X-X",)),
    ],
)
def test_affixes_in_the_order_of_the_form(morphology: Morphology, form: str, affixes: tuple[str, ...]) -> None:
    assert morphology.reading(form).affixes == affixes


@pytest.mark.parametrize(
    ("form", "tag", "root"),
    [
        ("menggranulasikan", "V_ACT", "granulasi"),
        ("diblokadekan", "V_PASS", "blokade"),
        ("terkalibrisasikannya", "V_NYA", "kalibrisasi"),
        ("penzonderan", "N_PEAN", "zonder"),
        ("bioremediasi", "N", "bioremediasi"),
        ("nanofiltrasi", "N", "nanofiltrasi"),
        ("geospasial", "ADJR", "geospasial"),
        ("xyz", "N", "xyz"),
        ("17", "NUM", "17"),
        ("€", "PUNCT", "€"),
    ],
)
def test_an_unknown_form_is_read_by_its_shape(form: str, tag: str, root: str) -> None:
    reading = guess(form)
    assert (reading.tag, reading.root, reading.rule) == (tag, root, "shape")
    assert reading.guessed is form[0].isalpha()


def test_the_best_reading_comes_first(morphology: Morphology) -> None:
    readings = morphology.readings("penyimpanan")
    assert readings[0] == morphology.reading("penyimpanan")
    assert [r.cost for r in readings] == sorted(r.cost for r in readings)


def test_what_one_knows_another_need_not(lexicon: Lexicon) -> None:
    morphology = Morphology(lexicon)
    assert morphology.known("pengarsipan")
    assert not morphology.known("nanofiltrasi")


@pytest.mark.parametrize(
    "root", ["susun", "periksa", "kirim", "tulis", "ambil", "data", "layan", "catat", "bayar", "salur"]
)
def test_a_verb_built_from_a_root_is_read_back_to_it(morphology: Morphology, root: str) -> None:
    for form in (nasal(root), "di" + root, ter(root), ter(root) + "nya"):
        reading = morphology.reading(form)
        assert reading.root == root, form
        assert not reading.guessed, form


@pytest.mark.parametrize(("root", "count"), [("cek", 1), ("susun", 2), ("kelola", 3), ("verifikasi", 5), ("psst", 1)])
def test_syllables(root: str, count: int) -> None:
    assert syllables(root) == count


@given(st.from_regex(r"[a-z][a-z-]{0,17}", fullmatch=True))
def test_every_form_has_a_reading_that_does_not_change(form: str) -> None:
    first, second = Morphology(EMPTY), Morphology(EMPTY)
    reading = first.reading(form)
    assert reading.form == form
    assert reading.tag
    assert second.reading(form) == reading


EMPTY = build_lexicon({})
