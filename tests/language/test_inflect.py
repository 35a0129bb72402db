"""Other forms of a verb or action noun: susun → menyusun, disusun, tersusun, tersusunnya, penyusunan, penyusun."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.app import Analyser
from linter.language import Inflection, Lexicon, Morphology, Tagger
from linter.language.affixes import actor, nasal, ter
from linter.language.inflect import NOT_SAID, POSSIBLE, USUAL, Form, Paradigm
from linter.model import Reading

HERE = Path(__file__).parent
PLACES = ("active", "passive", "result", "event", "action", "agent")


@pytest.fixture(scope="module")
def inflection(lexicon: Lexicon) -> Inflection:
    """Paradigms under the word tables as they are shipped."""
    return Inflection(lexicon)


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def first(forms: tuple[Form, ...]) -> str:
    """Return the best form, "" where there is none that people say."""
    return next((form.text for form in forms if form.standing != NOT_SAID), "")


def acceptable(cell: str) -> set[str]:
    """Return the forms of a cell of the reference table."""
    return {form.strip() for form in cell.split("|")}


@pytest.mark.table("inflections.tsv")
def test_forms(
    analyser: Analyser, inflection: Inflection, text: str, active: str, passive: str, result: str, event: str
) -> None:
    found = inflection.of_parse(analyser.reader.parse(text))
    said = () if found is None else (found.active, found.passive, found.result, found.event)
    assert tuple(first(forms) for forms in said) == ((active, passive, result, event) if active else ())


@pytest.mark.parametrize(
    ("table", "form", "column", "place"),
    [
        ("paradigms.tsv", "active", "passive", "passive"),
        ("paradigms.tsv", "active", "result", "event"),
        ("paradigms.tsv", "active", "action", "action"),
        ("paradigms.tsv", "active", "agent", "agent"),
        ("action-nouns.tsv", "noun", "active", "active"),
        ("action-nouns.tsv", "noun", "result", "event"),
    ],
)
def test_against_a_table_by_someone_else(
    inflection: Inflection, tagger: Tagger, table: str, form: str, column: str, place: str
) -> None:
    """The first form that we offer is one that the author of the table, who had not seen the program, accepts."""
    wanted = [row for row in rows(table) if row[column].strip() != "-"]
    missed = []
    for row in wanted:
        found = inflection.of(tagger.words(row[form])[1][0].reading)
        offered = first(getattr(found, place)) if found is not None else ""
        if offered not in acceptable(row[column]):
            missed.append((row[form], row[column], offered))
    share = 1 - len(missed) / len(wanted)
    print(f"{table} {place}: {share:.4f} of {len(wanted)}")
    assert share >= 0.97, missed


def paradigms(inflection: Inflection, lexicon: Lexicon) -> Iterator[tuple[str, Paradigm]]:
    """Yield root and paradigm of every verb in use."""
    for root, verbs in lexicon.verbs.items():
        for verb in verbs:
            found = inflection.of(Reading(verb.active, "V_ACT", root))
            if found is not None:
                yield root, found


def test_round_trip(inflection: Inflection, lexicon: Lexicon, morphology: Morphology) -> None:
    """The root of a verb is among the readings of each form of it that is said, and is nearly always the first."""
    total = among = leading = 0
    for root, paradigm in paradigms(inflection, lexicon):
        for place in PLACES:
            for form in getattr(paradigm, place):
                if form.standing == NOT_SAID or " " in form.text:
                    continue
                roots = [reading.root for reading in morphology.readings(form.text)]
                total += 1
                among += root in roots
                leading += root == roots[0]
    print(f"{total} forms: root among the readings {among / total:.4f}, first {leading / total:.4f}")
    assert total > 10_000
    assert among == total
    assert leading / total >= 0.98


def test_standings(inflection: Inflection, morphology: Morphology) -> None:
    """What the table lists first is usual, the rest possible; what only the rules make is not said."""
    offered = {form.text: form.standing for form in inflection.of(morphology.reading("menetapkan")).event}
    assert offered["ditetapkannya"] == USUAL
    assert offered.get("tertetapkannya", NOT_SAID) == NOT_SAID
    loan = inflection.of(Reading("menggamifikasi", "V_ACT", "gamifikasi"))
    assert {form.standing for place in PLACES for form in getattr(loan, place)} == {POSSIBLE}
    assert first(loan.event) == "tergamifikasinya"


def test_what_is_no_verb_has_no_forms(inflection: Inflection, morphology: Morphology) -> None:
    for word in ("dokumen", "pegawai", "akurat", "dan", "zqx"):
        assert inflection.of(morphology.reading(word)) is None


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
        ("syarat", "mensyarat"),
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


@pytest.mark.parametrize(
    ("root", "form"), [("susun", "penyusun"), ("proses", "pemroses"), ("layan", "pelayan"), ("cek", "pengecek")]
)
def test_the_prefix_of_agents(root: str, form: str) -> None:
    assert actor(root) == form
