"""SARIF: rules, results and what was not checked."""

import json

import pytest


@pytest.fixture
def log(report, samples):
    return json.loads(report("sarif", None, samples.UNCHECKED, rules=samples.RULES))


@pytest.fixture
def run(log):
    (run,) = log["runs"]
    return run


def test_the_units_are_named(run):
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    assert run["language"] == run["tool"]["driver"]["language"] == "id"


def test_rules_that_give_notes_are_listed_with_their_help(run):
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("skplint", "0.1.0")
    first, second = driver["rules"]
    assert (first["id"], first["name"], second["id"]) == ("C001", "verba-aktivitas", "S001")
    assert first["shortDescription"] == {"text": "Rumusan ini menyebut kegiatan (“…”)."}
    assert first["fullDescription"]["text"].startswith("SKP memuat apa yang dicapai")
    assert (first["defaultConfiguration"], second["defaultConfiguration"]) == ({"level": "error"}, {"level": "warning"})
    assert second["fullDescription"] == {"text": "Seberapa …?"}
    assert second["properties"] == {"status": "preview", "since": "0.1", "force": "saran"}


def test_the_help_of_a_rule_has_basis_and_examples(run):
    text, markdown = run["tool"]["driver"]["rules"][0]["help"].values()
    assert "Dasar:\n- Materi evaluasi kinerja ASN 2025, bagian Kerja – Kinerja (pedoman)" in text
    assert "Kurang tepat:\n- ✗ Menyusun laporan\n\nLebih baik:\n- ✓ Laporan tersaji <tanpa koreksi> tepat waktu" in text
    assert "- ✗ **Menyusun** laporan" in markdown and r"\<tanpa koreksi\>" in markdown


def test_english(report, samples):
    (run,) = json.loads(report("sarif", lang="en", rules=samples.RULES))["runs"]
    first = run["tool"]["driver"]["rules"][0]
    assert run["language"] == "en"
    assert first["shortDescription"] == {"text": "This names an act (“…”)."}
    assert "Not good:\n- ✗ Menyusun laporan" in first["help"]["text"]


def test_a_result_points_at_its_rule_and_its_place(run):
    first = run["results"][0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("C001", 0, "error")
    assert first["message"] == {
        "text": "Rumusan ini menyebut kegiatan (“Menyusun”). Apa yang dihasilkan, dan bagaimana mutunya?"
    }
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "draf/bendahara.txt"},
                "region": {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 12},
            }
        }
    ]
    assert first["properties"]["suggestions"][0].startswith("Laporan keuangan bulanan tersaji")


def test_a_result_of_a_rule_that_is_not_listed_has_no_index(run):
    unknown = next(result for result in run["results"] if result["ruleId"] == "C003")
    assert "ruleIndex" not in unknown


def test_a_cell_is_a_logical_location(run):
    note = next(result for result in run["results"] if result["ruleId"] == "M006")
    (place,) = note["locations"]
    assert place == {
        "physicalLocation": {"artifactLocation": {"uri": "draf/kabid.xlsx"}},
        "logicalLocations": [{"fullyQualifiedName": "SKP!E14, baris ke-2 dalam sel"}],
    }


def test_levels(run):
    assert {r["ruleId"]: r["level"] for r in run["results"]} == {
        "C001": "error", "S001": "warning", "C003": "error", "C005": "warning", "E001": "note", "C008": "note",
        "M006": "warning", "A001": "note", "D004": "note",
    }  # fmt: skip


def test_a_waived_note_carries_its_reason_and_the_others_an_empty_list(run):
    waived = {r["ruleId"]: r["suppressions"] for r in run["results"] if r["suppressions"]}
    assert waived == {
        "E001": [{"kind": "inSource", "status": "accepted", "justification": "istilah baku instansi"}],
        "C001": [{"kind": "inSource", "status": "accepted", "justification": "disepakati dengan pimpinan"}],
    }
    assert all("suppressions" in result for result in run["results"])


def test_a_note_of_a_baseline_is_suppressed_from_outside(report, samples):
    old = samples.finding("Menyusun", "Menyusun", "C001", "verba-aktivitas", "error", "…", suppressed="lama", old=True)
    items = [samples.statement("Menyusun", "aktivitas", 0.9, None, [old])]
    (result,) = json.loads(report("sarif", [(samples.document("a.txt"), items)]))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "lama"}]


def test_a_fix_is_offered_where_the_text_stands_in_the_source(run):
    (fixed,) = [result for result in run["results"] if "fixes" in result]
    (fix,) = fixed["fixes"]
    assert fix["description"] == {"text": "Perbaikan: “dengan cepat” → (dihapus)"}
    assert fix["artifactChanges"] == [
        {
            "artifactLocation": {"uri": "draf/bendahara.txt"},
            "replacements": [{"deletedRegion": {"startLine": 4, "startColumn": 46, "endLine": 4, "endColumn": 59}}],
        }
    ]


def test_the_same_words_elsewhere_have_the_same_fingerprint(report, samples):
    text = "Menyusun laporan"
    note = samples.finding(text, "Menyusun", "C001", "verba-aktivitas", "error", "…")
    items = [samples.statement(text, "aktivitas", 0.9, None, [note], at={"line": n, "column": 1}) for n in (1, 7)]
    results = json.loads(report("sarif", [(samples.document("a.txt"), items)]))["runs"][0]["results"]
    prints = [result["partialFingerprints"] for result in results]
    assert prints[0] == prints[1] == {"skplintContent/v1": f"{items[0].key}/C001"}


def test_what_was_not_checked_is_a_notification(run):
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    failed, skipped = invocation["toolExecutionNotifications"]
    assert (failed["level"], failed["descriptor"]["id"]) == ("error", "not-checked")
    assert (skipped["level"], skipped["descriptor"]["id"]) == ("note", "skipped")
    assert failed["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "draf/lama.pdf"}
    assert failed["message"]["text"].startswith("berkas dikunci dengan kata sandi")


def test_what_was_skipped_alone_is_no_failure(report, samples):
    (run,) = json.loads(report("sarif", None, samples.UNCHECKED[1:]))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is True
