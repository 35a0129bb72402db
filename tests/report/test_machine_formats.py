"""The machine formats fit their specifications, whatever a note says, and their places cut the span out of the source."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import ValidationError

from linter.app import check_inputs
from linter.model import Checked, Document, Edit, Finding, Fix, Item, NotChecked, Origin, Said, Verdict
from linter.report import Run, Tally, make, make_binary

ROOT = Path(__file__).parents[2]
MACHINE = ("sarif", "github", "gitlab", "rdjson", "junit", "csv")
BAD_PYTHON = 'import os\nimport sys\n\nx = 1\nif x == None:\n    print("é😀", undefined)\n'


def read(validators: Any, name: str, text: str) -> Any:
    """Return the report *text* as the strict reader of its format returns it."""
    return getattr(validators, "table" if name == "csv" else name)(text)


@pytest.mark.parametrize("name", MACHINE)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_written_fits_its_specification(report, samples, validators, name, lang):
    assert len(read(validators, name, report(name, None, samples.UNCHECKED, lang=lang, rules=samples.RULES)))


@pytest.mark.parametrize("name", MACHINE)
def test_a_run_without_documents_fits_it_too(samples, validators, name):
    pieces: list[str] = []
    samples.play([make(name, pieces.append)], [], ())
    read(validators, name, "".join(pieces))


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "rdjson"])
def test_the_readers_accept_another_linter(validators, tmp_path, name):
    (tmp_path / "bad.py").write_text(BAD_PYTHON, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "F,E", "bad.py"]
    done = subprocess.run([*command, f"--output-format={name}"], cwd=tmp_path, capture_output=True, encoding="utf-8")
    parsed = read(validators, name, done.stdout)
    places = {
        "sarif": lambda: [place for r in parsed["runs"][0]["results"] for place in validators.sarif_places(r)],
        "github": lambda: [validators.github_place(values) for _, values, _ in parsed],
        "gitlab": lambda: [validators.gitlab_place(issue) for issue in parsed],
        "rdjson": lambda: [validators.rdjson_place(d["location"]["range"]) for d in parsed["diagnostics"]],
    }[name]()
    lines = BAD_PYTHON.split("\n")
    assert [lines[line - 1][start:end] for line, start, end in places[:3]] == ["os", "sys", "None"]


@pytest.mark.table("broken.yaml")
def test_the_readers_refuse_what_is_broken(report, samples, validators, case, format, at, value):
    good = json.loads(report(format, None, samples.UNCHECKED, rules=samples.RULES))
    read(validators, format, json.dumps(good))
    bad = copy.deepcopy(good)
    inner = bad
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = value
    with pytest.raises((AssertionError, IndexError, ValidationError)):
        read(validators, format, json.dumps(bad))


def test_the_readers_refuse_a_fingerprint_that_comes_twice(report, validators):
    issues = json.loads(report("gitlab"))
    issues[1]["fingerprint"] = issues[0]["fingerprint"]
    with pytest.raises(AssertionError):
        validators.gitlab(json.dumps(issues))


ODD = (
    "a\x85b", "a\u2028b\u2029c", "\ud800 sendiri", "😀 e\u0301", '"\r\x0b\x0c\x1c\t', "<r>&</r>", "]]>", "\x00", "\ufffe",
    "::error::%0A,:", "=1+1", "-5", "@SUM(A1)", "\t=1", "_x0041_", "{verb}", "C:\\a b\\c#d?e", "//tuan/a", "./a", "%41",
)  # fmt: skip
TEXTS = st.text(st.characters(), max_size=20) | st.sampled_from(ODD)
LINES = TEXTS.map(lambda text: text.replace("\n", "").replace("\r", ""))


@st.composite
def noted(draw: st.DrawFn) -> tuple[str, Checked]:
    """A line of a source, and the text in it with a note that has a place, a fix and odd words."""
    text, before = draw(LINES), draw(LINES)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    kind = draw(st.sampled_from(["line", "inside", "inexact", "none"]))
    at: dict[str, Any] = {"line": 1, "column": 1} if kind != "none" else {"sheet": draw(TEXTS), "cell": "C13"}
    inside = Origin(1, len(before) + 1, bytes_before=len(before.encode("utf-8", "surrogatepass")))
    origin = {"line": Origin(1, 1), "inside": inside, "inexact": Origin(1, 3, False), "none": None}
    finding = Finding(
        draw(st.sampled_from(["C001", "S001", "Z999"])), "nama", draw(st.sampled_from(["error", "warning", "info"])),
        "pedoman", start, end, draw(TEXTS), draw(TEXTS), (draw(TEXTS),), (draw(TEXTS),),
        Fix(draw(st.sampled_from(["aman", "saran"])), (Edit(start, end, draw(TEXTS)),)), (draw(TEXTS),),
        draw(st.none() | TEXTS),
    )  # fmt: skip
    item = Item(text, "rencana_kinerja", at, id="b1", target=draw(TEXTS), origin=origin[kind])
    key = draw(st.sampled_from(["", "00000000deadbeef"]))
    return (before + text if kind == "inside" else text), Checked(
        item, "p6", Verdict("aktivitas"), None, None, (finding, finding), key
    )


def written(name: str, path: str, checked: Checked, reason: str, rules: Any = ()) -> Any:
    """Return the report on one text and one input that was not checked."""
    pieces: list[Any] = []
    reporter = make_binary(name, pieces.append) if name == "xlsx" else make(name, pieces.append, rules=rules)
    tally, doc = Tally(), Document(path, "text", iter(()))
    reporter.begin(Run("p6", "lengkap", "0.1.0", "digest"))
    reporter.document(doc)
    reporter.item(doc, checked)
    reporter.not_checked(NotChecked(path, Said(reason)))
    reporter.end(tally.summary())
    return (b"" if name == "xlsx" else "").join(pieces)


def cut(source: str, place: Any, units: str = "code points") -> str:
    """Return what a place with columns names in its line."""
    line = source if units == "code points" else source.encode("utf-8", "surrogatepass")
    piece = line[place.start : place.end]
    return piece if isinstance(piece, str) else piece.decode("utf-8", "surrogatepass")


@given(noted(), TEXTS, TEXTS)
def test_any_words_give_valid_reports_whose_places_cut_the_span(samples, validators, case, path, reason):
    source, checked = case
    note, item = checked.findings[0], checked.item
    reports = {name: written(name, path, checked, reason, samples.RULES) for name in MACHINE}
    read_ = {name: read(validators, name, text) for name, text in reports.items()}
    for text in reports.values():
        text.encode("utf-8")
    span = item.text[note.start : note.end]
    literal = item.origin is not None and item.origin.exact

    result = read_["sarif"]["runs"][0]["results"][0]
    places = {"sarif": next(validators.sarif_places(result), None)}
    if note.suppressed is None:
        places["github"] = validators.github_place(read_["github"][0][1])
        places["gitlab"] = validators.gitlab_place(read_["gitlab"][0])
    for name, place in places.items():
        assert (place is not None and place.start is not None) == literal, name
        if literal:
            assert (place.line, cut(source, place)) == (1, span), name
    if literal and note.fix.safety == "aman":
        region = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
        assert source[region["startColumn"] - 1 : region["endColumn"] - 1] == span
    else:
        assert "fixes" not in result

    if note.suppressed is None and item.origin is not None:
        diagnostic = read_["rdjson"]["diagnostics"][0]
        place = validators.rdjson_place(diagnostic["location"]["range"])
        assert (place.start is not None) == literal
        if literal:
            assert cut(source, place, "bytes") == span
        for suggestion in diagnostic.get("suggestions", ()):
            assert cut(source, validators.rdjson_place(suggestion["range"]), "bytes") == span


@given(noted(), TEXTS, TEXTS)
def test_any_words_give_a_workbook_of_texts(validators, case, path, reason):
    rows = validators.workbook(written("xlsx", path, case[1], reason))
    assert len(rows) == 4 and len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("name", MACHINE)
def test_the_same_run_gives_the_same_bytes(report, samples, name):
    assert report(name, None, samples.UNCHECKED) == report(name, None, samples.UNCHECKED)


@pytest.mark.parametrize("name", MACHINE)
def test_an_input_that_was_not_checked_is_in_every_report(report, samples, name):
    out = report(name, None, samples.UNCHECKED)
    for nc in samples.UNCHECKED:
        assert nc.path in out and nc.reason.id in out.replace("%3A", ":")


@pytest.mark.parametrize("name", ["github", "gitlab", "rdjson"])
def test_a_waived_note_is_no_annotation(report, samples, name):
    out = report(name)
    assert "Rumusan ini menyebut kegiatan" in out and "Periksa ejaan" not in out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_sample_drafts_in_every_format(analyser, validators, lang):
    pieces: dict[str, list[str]] = {name: [] for name in (*MACHINE, "jsonl")}
    reporters = [make(name, out.append, lang=lang, rules=analyser.rules) for name, out in pieces.items()]
    check_inputs([str(ROOT / "corpus" / "contoh")], analyser, reporters, stdin=bytes)
    reports = {name: "".join(out) for name, out in pieces.items()}
    read_ = {name: read(validators, name, reports[name]) for name in MACHINE}
    items = [json.loads(line) for line in reports["jsonl"].splitlines()]
    notes = [(item, note) for item in items for note in item["findings"]]
    results = read_["sarif"]["runs"][0]["results"]
    assert len(results) == len(notes) > 20
    assert all("ruleIndex" in result for result in results)
    literal = 0
    for (item, note), result in zip(notes, results, strict=True):
        for place in validators.sarif_places(result):
            line = Path(item["path"]).read_text("utf-8").split("\n")[place.line - 1]
            if place.start is not None:
                assert line[place.start : place.end] == item["text"][note["start"] : note["end"]]
                literal += 1
    assert literal > 5
