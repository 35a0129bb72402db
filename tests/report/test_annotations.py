"""GitHub, GitLab and reviewdog: the notes as remarks on lines."""

import json

import pytest

from linter.model import Edit, Fix, Origin

TEXT = "Menyusun 😀 re\u0301kap\u2028dengan baik"


@pytest.fixture
def note(samples):
    return samples.finding(
        TEXT, "dengan baik", "S001", "mutu-kabur", "warning", "Seberapa\nbaik: 90%, misalnya?",
        force="saran", basis=("Kaidah skplint (saran)",),
        fix=Fix("pratinjau", (Edit(17, 29, ""), Edit(9, 10, "dan"))),
    )  # fmt: skip


@pytest.fixture
def one(report, samples, note):
    """Return what a format says of one note, with another path or place."""

    def run(name, path="draf.txt", **item):
        items = [samples.statement(TEXT, "aktivitas", 0.9, None, [note], at={"line": 3, "column": 1}, **item)]
        return report(name, [(samples.document(path), items)])

    return run


def test_github_counts_code_points_and_escapes(one):
    assert one("github", "a,b:c%.txt") == (
        "::warning file=a%2Cb%3Ac%25.txt,line=3,col=19,endLine=3,endColumn=30,title=skplint S001 mutu-kabur"
        "::Seberapa baik: 90%25, misalnya? Dasar: Kaidah skplint (saran)\n"
    )


def test_github_names_only_the_line_where_the_source_spells_it_otherwise(one):
    out = one("github", origin=Origin(5, 9, exact=False))
    assert "file=draf.txt,line=5,endLine=5,title=" in out


def test_words_over_several_lines(report, samples):
    text = "Menyusun\nrekap"
    origin = Origin(5, 9, exact=False, bytes_before=10, below=1)
    note = samples.finding(text, text, "C001", "verba-aktivitas", "error", "Kegiatan.")
    items = [(samples.document("a.csv"), [samples.statement(text, "aktivitas", 0.9, None, [note], origin=origin)])]
    assert "::error file=a.csv,line=5,endLine=6,title=" in report("github", items), "the runner takes no columns here"
    (issue,) = json.loads(report("gitlab", items))
    assert issue["location"]["positions"] == {"begin": {"line": 5, "column": 9}, "end": {"line": 6, "column": 6}}
    (diagnostic,) = json.loads(report("rdjson", items))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 5, "column": 11}, "end": {"line": 6, "column": 6}}
    (result,) = json.loads(report("sarif", items))["runs"][0]["results"]
    place = {"startLine": 5, "startColumn": 9, "endLine": 6, "endColumn": 6}
    assert result["locations"][0]["physicalLocation"]["region"] == place


def test_a_text_whose_lines_are_spelt_otherwise_has_its_first_and_last_line(report, samples):
    note = samples.finding("a b", "b", "C001", "verba-aktivitas", "error", "Kegiatan.")
    item = samples.statement("a b", "aktivitas", 0.9, None, [note], origin=Origin(5, 9, exact=False, last=7))
    items = [(samples.document("a.yaml"), [item])]
    assert "::error file=a.yaml,line=5,endLine=7,title=" in report("github", items)
    assert json.loads(report("gitlab", items))[0]["location"]["lines"] == {"begin": 5, "end": 7}
    (result,) = json.loads(report("sarif", items))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 5, "endLine": 7}
    (diagnostic,) = json.loads(report("rdjson", items))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 5}, "end": {"line": 7}}


def test_github_says_the_place_where_there_are_no_lines(one):
    assert one("github", origin=None).startswith(
        "::warning file=draf.txt,title=skplint S001 mutu-kabur::baris 3: Seberapa"
    )


def test_github_shows_what_could_steer_a_terminal(report, samples):
    out = report("github")
    assert "\x1b" not in out and "\u202e" not in out


def test_github_of_inputs_that_were_not_checked(report, samples):
    failed, skipped = report("github", None, samples.UNCHECKED).splitlines()[-2:]
    assert failed.startswith("::error file=draf/lama.pdf,title=skplint::Tidak dapat diperiksa: berkas dikunci")
    assert skipped == "::notice file=draf/README.md,title=skplint::Dilewati: tidak ada tabel SKP di dalamnya"


def test_gitlab_positions_and_severities(one, report, samples):
    (issue,) = json.loads(one("gitlab"))
    assert issue["location"] == {
        "path": "draf.txt",
        "positions": {"begin": {"line": 3, "column": 19}, "end": {"line": 3, "column": 30}},
    }
    assert (issue["check_name"], issue["severity"]) == ("S001", "minor")
    severities = {i["check_name"]: i["severity"] for i in json.loads(report("gitlab", None, samples.UNCHECKED))}
    assert (
        severities | {"C001": "major", "A001": "info", "tidak-diperiksa": "critical", "dilewati": "info"} == severities
    )


def test_gitlab_puts_a_cell_on_the_first_line_and_names_it(report):
    note = next(issue for issue in json.loads(report("gitlab")) if issue["check_name"] == "M006")
    assert note["location"] == {"path": "draf/kabid.xlsx", "lines": {"begin": 1}}
    assert note["description"].startswith("M006: SKP!E14, baris ke-2 dalam sel: Indikator ini")


def prints(report, samples, *documents):
    """Return the fingerprints for documents given as path and lines of statements."""
    given = []
    for path, lines in documents:
        notes = [samples.finding(line, line, "C001", "verba-aktivitas", "error", "…") for line in lines]
        items = [
            samples.statement(line, "aktivitas", 0.9, None, [note], at={"line": n, "column": 1})
            for n, (line, note) in enumerate(zip(lines, notes, strict=True), 1)
        ]
        given.append((samples.document(path), items))
    return [issue["fingerprint"] for issue in json.loads(report("gitlab", given))]


def test_gitlab_knows_a_note_again_when_lines_move(report, samples):
    (before,) = prints(report, samples, ("a.txt", ["Menyusun laporan"]))
    _, after = prints(report, samples, ("a.txt", ["Membina kader", "Menyusun laporan"]))
    assert before == after


def test_gitlab_tells_equal_notes_apart(report, samples):
    same = ("a.txt", ["Menyusun laporan", "Menyusun laporan"])
    found = prints(report, samples, same, ("b.txt", ["Menyusun laporan"]), same)
    assert len(set(found)) == 5
    assert found == prints(report, samples, same, ("b.txt", ["Menyusun laporan"]), same)


def test_rdjson_counts_bytes(one):
    result = json.loads(one("rdjson"))
    assert result["source"] == {"name": "skplint"}
    (diagnostic,) = result["diagnostics"]
    before = len("Menyusun 😀 re\u0301kap\u2028".encode())
    assert diagnostic["location"]["range"] == {
        "start": {"line": 3, "column": before + 1},
        "end": {"line": 3, "column": before + 1 + len("dengan baik")},
    }
    assert (diagnostic["severity"], diagnostic["code"]) == ("WARNING", {"value": "S001"})


def test_rdjson_offers_several_edits_as_one_suggestion(one):
    (suggestion,) = json.loads(one("rdjson"))["diagnostics"][0]["suggestions"]
    place, line = suggestion["range"], TEXT.encode()
    new = line[: place["start"]["column"] - 1] + suggestion["text"].encode() + line[place["end"]["column"] - 1 :]
    assert new.decode() == "Menyusun dan re\u0301kap"


@pytest.mark.parametrize("origin", [Origin(5, 9), Origin(5, 1, exact=False)])
def test_rdjson_names_only_the_line_where_bytes_cannot_be_counted(one, origin):
    (diagnostic,) = json.loads(one("rdjson", origin=origin))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 5}, "end": {"line": 5}}
    assert "suggestions" not in diagnostic


def test_rdjson_of_inputs_that_were_not_checked(report, samples):
    failed, skipped = json.loads(report("rdjson", None, samples.UNCHECKED))["diagnostics"][-2:]
    assert (failed["severity"], failed["location"]) == ("ERROR", {"path": "draf/lama.pdf"})
    assert (skipped["severity"], skipped["message"]) == ("INFO", "Dilewati: tidak ada tabel SKP di dalamnya")
