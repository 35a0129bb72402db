"""JUnit: suites, cases and what makes one fail."""

import pytest


@pytest.fixture
def suites(report, samples, validators):
    """Return the suites of a report by name, with --fail-on as given."""

    def run(**options):
        root = validators.junit(report("junit", None, samples.UNCHECKED, **options))
        return {suite.get("name"): suite for suite in root}

    return run


def counts(suite):
    return {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}


def test_a_document_is_a_suite_with_its_settings(suites):
    found = suites()
    assert counts(found["draf/bendahara.txt"]) == {"tests": 8, "failures": 3, "errors": 0, "skipped": 1}
    assert counts(found["draf/kosong.txt"]) == {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    properties = {p.get("name"): p.get("value") for p in found["draf/kabid.xlsx"].iter("property")}
    assert properties == {"regime": "p6-2022-kuantitatif", "profile": "lengkap", "engine": "0.1.0", "rules": "1f3a9c20"}


def test_a_text_is_a_case_with_its_place(suites):
    first, *_ = suites()["draf/bendahara.txt"].iter("testcase")
    assert dict(first.attrib) == {
        "name": "baris 3: 1. Menyusun laporan keuangan bulanan tepat waktu",
        "classname": "draf/bendahara.txt",
        "file": "draf/bendahara.txt",
        "line": "3",
    }
    failure = first.find("failure")
    assert failure.get("type") == "C001"
    assert failure.text.startswith("draf/bendahara.txt:3:4: error C001 verba-aktivitas: Rumusan ini menyebut kegiatan")


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 3), ("warning", 5), ("info", 6), ("never", 0)])
def test_a_case_fails_where_the_exit_code_says_so(suites, fail_on, failures):
    assert counts(suites(fail_on=fail_on)["draf/bendahara.txt"])["failures"] == failures


def test_milder_notes_are_output(suites):
    second = list(suites()["draf/bendahara.txt"].iter("testcase"))[1]
    assert [child.tag for child in second] == ["system-out"]
    assert second[0].text.startswith("draf/bendahara.txt:4:46: warning S001 mutu-tanpa-ukuran: Kata ini")


def test_what_only_a_waiver_lets_pass_is_skipped(suites):
    last = list(suites()["draf/bendahara.txt"].iter("testcase"))[-1]
    assert last.find("skipped").get("message") == "C001 verba-aktivitas: disepakati dengan pimpinan"


def test_cells_that_nothing_is_asked_of_are_no_cases(suites):
    names = [case.get("name") for case in suites()["draf/kabid.xlsx"].iter("testcase")]
    assert "SKP!F13: 12 laporan" not in names and len(names) == 5


def test_inputs_that_were_not_checked(suites):
    found = suites()
    (failed,), (skipped,) = found["draf/lama.pdf"].iter("error"), found["draf/README.md"].iter("skipped")
    assert failed.get("message").startswith("Tidak dapat diperiksa: berkas dikunci dengan kata sandi")
    assert skipped.get("message") == "Dilewati: tidak ada tabel SKP di dalamnya"


def test_a_document_that_breaks_off_has_its_error_in_its_own_suite(report, samples, validators):
    broken = samples.NotChecked("a.txt", samples.Said("baris 2: berkas berubah"))
    root = validators.junit(report("junit", [(samples.document("a.txt"), samples.TEXT[:1])], [broken]))
    (suite,) = root
    assert counts(suite) == {"tests": 2, "failures": 1, "errors": 1, "skipped": 0}
