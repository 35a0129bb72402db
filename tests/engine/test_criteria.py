"""Criteria: how a row stands in each letter of SMART, and which rules speak against it."""

from __future__ import annotations

import msgspec
import pytest

from linter.app import Analyser
from linter.app.resources import Resources
from linter.engine import matching
from linter.engine.criteria import MET, NOTED, read_criteria
from linter.engine.types import CriterionFile
from linter.io.yamlsafe import load_tree
from linter.model import Criterion, UserError

MISSING, NOT_JUDGED = "belum", "tidak_dinilai"
OLD = "p8-2021-dasar"
"""A regime that adds no criterion to SMART."""
FILE = """\
name: uji
letter: S
title: {id: Uji}
order: 1
notes: [S]
basis: [{source: "Buku kerja", place: "hlm. 1", force: pedoman}]
found: [{when: {fact: object, exists: true}, say: {id: "ada {object}"}}]
open: [{status: belum, say: {id: "belum ada"}}]
"""


def criteria(
    analyser: Analyser,
    rk: str,
    *indicators: tuple[str, str],
    atasan: str = "",
    asal: str = "sendiri",
    regime: str = OLD,
) -> dict[str, Criterion]:
    """Return letter → how the row of *rk* stands with its *indicators*, each with its target."""
    row = {"rhk": rk, "asal": asal, "indikator": [{"teks": text, "target": target} for text, target in indicators]}
    draft = {"utama": [row | ({"rhk_atasan": atasan} if atasan else {})]}
    checked = analyser.check_draft(*analyser.draft(msgspec.yaml.encode(draft).decode()), regime)
    (found,) = (one.criteria for one in checked if one.criteria)
    return {criterion.letter: criterion for criterion in found}


COUNTED = ("Jumlah denah gudang yang terpasang", "12 denah")
FASTER = ("Rata-rata waktu pemasangan denah", "maksimal 15 hari kerja")
ARREARS = ("Persentase tunggakan sewa kios", "8% (data awal 12%)")


@pytest.mark.parametrize(
    ("letter", "rk", "indicators", "said"),
    [
        ("S", "Denah gudang terpasang sesuai standar damkar", [COUNTED], "standarnya disebut: sesuai standar damkar"),
        ("S", "Denah gudang terpasang", [("Jumlah denah", "12 denah")], "hasilnya disebut: denah gudang"),
        ("M", "Denah gudang terpasang", [COUNTED, FASTER], "diukur dengan: jumlah, rata-rata waktu"),
        ("A", "Tunggakan sewa kios menurun", [ARREARS], "target dibandingkan dengan data awal: 8% (data awal 12%)"),
        ("T", "Denah gudang terpasang paling lambat Juni", [COUNTED], "waktunya disebut dalam rumusan: paling lambat Juni"),
        ("T", "Denah gudang terpasang", [FASTER], "waktunya disebut: Rata-rata waktu pemasangan denah | maksimal 15 hari kerja"),
    ],
)  # fmt: skip
def test_what_was_found(analyser: Analyser, letter: str, rk: str, indicators: list[tuple[str, str]], said: str) -> None:
    found = criteria(analyser, rk, *indicators)[letter]
    assert (found.status, found.said, found.codes) == (MET, said, ())


def test_the_plan_of_the_superior_makes_a_row_relevant(analyser: Analyser) -> None:
    found = criteria(analyser, "Denah gudang terpasang", COUNTED, atasan="Gudang aman dari kebakaran")["R"]
    assert (found.status, found.said) == (MET, "merujuk rencana kinerja atasan: Gudang aman dari kebakaran")


@pytest.mark.parametrize(
    ("letter", "rk", "indicators", "codes"),
    [
        ("S", "Menata gudang", [COUNTED], ("C001",)),
        ("S", "Denah gudang terpasang dengan baik", [("Jumlah denah", "12 denah")], ("S001",)),
        ("M", "Denah gudang terpasang", [("Denah", "12 denah")], ("M011",)),
        ("A", "Tunggakan sewa kios menurun", [("Persentase tunggakan sewa kios", "13% (data awal 12%)")], ("A004",)),
        ("T", "Denah gudang terpasang", [COUNTED], ("T001",)),
        ("T", "Denah gudang terpasang", [("Jumlah denah gudang", "12 bulan")], ("T002",)),
    ],
)  # fmt: skip
def test_which_rules_speak_against_it(
    analyser: Analyser, letter: str, rk: str, indicators: list[tuple[str, str]], codes: tuple[str, ...]
) -> None:
    found = criteria(analyser, rk, *indicators)[letter]
    assert (found.status, found.codes) == (NOTED, codes)


@pytest.mark.parametrize(
    ("letter", "asal", "status", "said"),
    [
        ("A", "sendiri", NOT_JUDGED, "belum dapat dinilai dari teks: data awal tidak disebut"),
        ("R", "sendiri", NOT_JUDGED, "belum dapat dinilai dari teks: rencana kinerja atasan tidak disebut"),
        ("R", "pk", NOT_JUDGED, "disalin dari perjanjian kinerja; keselarasannya dinilai di sana"),
        ("R", "direktif", NOT_JUDGED, "penugasan langsung dari pimpinan"),
        ("S", "sendiri", MISSING, "hasil dan mutunya belum disebut"),
    ],
)
def test_what_is_missing(analyser: Analyser, letter: str, asal: str, status: str, said: str) -> None:
    found = criteria(analyser, "Terpasang", ("Terpasang", "Ya"), asal=asal)[letter]
    assert (found.status, found.said, found.codes) == (status, said, ())


def test_a_row_has_the_letters_of_smart_in_their_order(analyser: Analyser) -> None:
    assert "".join(criteria(analyser, "Denah gudang terpasang", COUNTED)) == "SMART"


def test_a_regime_may_add_a_criterion_behind_them(analyser: Analyser) -> None:
    assert "".join(criteria(analyser, "Denah gudang terpasang", COUNTED, regime="p6-2022-kuantitatif")) == "SMARTK"


def test_what_is_only_to_be_considered_speaks_against_nothing(analyser: Analyser) -> None:
    found = criteria(analyser, "Tunggakan sewa kios lunas", ("Persentase tunggakan yang lunas", "100%"))["A"]
    assert found.codes == ()


def test_a_silenced_note_speaks_against_nothing(analyser: Analyser) -> None:
    row = "{rhk: Menata gudang, abaikan: {C001: direktif}, indikator: [{teks: Jumlah gudang yang tertata, target: 4 gudang}]}"
    checked = analyser.check_draft(*analyser.draft(f"utama: [{row}]"))
    (specific,) = (c for one in checked for c in one.criteria if c.letter == "S")
    assert (specific.status, specific.codes) == (MET, ())


# -- the files


def test_every_letter_says_what_it_finds_and_what_is_missing_in_both_languages(resources: Resources) -> None:
    files = resources.rules.criteria.values()
    assert [file.letter for file in files][:5] == list("SMART")
    for file in files:
        words = [file.title, *(one.say for one in file.found), *(one.say for one in file.open)]
        assert all(said.en for said in words), file.name
        assert file.open[-1].when is None, file.name


def test_every_note_that_speaks_against_a_criterion_is_a_rule(resources: Resources) -> None:
    rules = resources.rules.rules
    for file in resources.rules.criteria.values():
        for note in (note for note in file.notes if len(note) > 1):
            assert matching([note], rules), (file.name, note)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name: uji", "name: coba", "coba.yaml"),
        ("fact: object,", "fact: objek,", "objek"),
        ("{object}", "{objek}", "objek"),
        ("notes: [S]", "notes: [S]\nregimes: [p9]", "p9"),
        ("status: belum", "status: kurang", "status"),
    ],
)
def test_a_faulty_criterion_is_refused(resources: Resources, old: str, new: str, told: str) -> None:
    rules = resources.rules
    assert old in FILE
    with pytest.raises(UserError, match=told):
        read_criteria([load_tree(FILE.replace(old, new, 1), "kriteria/uji.yaml")], rules.vocabulary, rules.regimes)


def test_criteria_stand_in_their_order(resources: Resources) -> None:
    rules = resources.rules
    texts = {"uji": FILE.replace("order: 1", "order: 2"), "awal": FILE.replace("name: uji", "name: awal")}
    trees = [load_tree(text, f"kriteria/{name}.yaml") for name, text in texts.items()]
    read: dict[str, CriterionFile] = read_criteria(trees, rules.vocabulary, rules.regimes)
    assert list(read) == ["awal", "uji"]
