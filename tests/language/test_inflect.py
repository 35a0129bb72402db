"""Other forms of the verb or action noun of a statement: susun → menyusun, disusun, tersusun, tersusunnya."""

from __future__ import annotations

import pytest

from linter.app import Analyser
from linter.language import Inflection
from linter.language.inflect import nasal, ter


@pytest.mark.table("inflections.tsv")
def test_forms(analyser: Analyser, text: str, active: str, passive: str, result: str, event: str) -> None:
    parse = analyser.parse_text(text)
    forms = Inflection()
    found = (forms.active_of(parse), forms.passive_of(parse), forms.result_of(parse), forms.result_event_of(parse))
    assert tuple(form or "" for form in found) == (active, passive, result, event)


@pytest.mark.parametrize(
    ("root", "verb"),
    [
        ("latih", "melatih"),
        ("rawat", "merawat"),
        ("masak", "memasak"),
        ("nilai", "menilai"),
        ("bina", "membina"),
        ("fasilitasi", "memfasilitasi"),
        ("periksa", "memeriksa"),
        ("proses", "memproses"),
        ("tata", "menata"),
        ("transfer", "mentransfer"),
        ("data", "mendata"),
        ("jamin", "menjamin"),
        ("susun", "menyusun"),
        ("stabil", "menstabil"),
        ("kirim", "mengirim"),
        ("kaji", "mengkaji"),
        ("klarifikasi", "mengklarifikasi"),
        ("ukur", "mengukur"),
        ("hitung", "menghitung"),
        ("gali", "menggali"),
        ("cek", "mengecek"),
        ("cat", "mengecat"),
    ],
)
def test_the_nasal_prefix(root: str, verb: str) -> None:
    assert nasal(root) == verb


@pytest.mark.parametrize(("root", "form"), [("susun", "tersusun"), ("rawat", "terawat"), ("rekam", "terekam")])
def test_the_prefix_ter(root: str, form: str) -> None:
    assert ter(root) == form
