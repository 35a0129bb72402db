"""The wire format: JSON Lines, JSON, and their schema."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model import Checked, Document, Finding, Item, NotChecked, Said, Verdict
from linter.report import Run, make, schema

COMMITTED = Path(__file__).parents[2] / "rules" / "schema" / "item.json"
RUN = Run("p6-2022-kuantitatif", "lengkap", "0.1.0", "digest")
DOC = Document("draf.txt", "text", iter(()))

ITEM_KEYS = [
    "version", "path", "at", "id", "row", "parent", "section", "part", "text", "regime", "profile", "engine", "rules",
    "class", "semu", "confidence", "decided_by", "runners_up", "parse", "findings",
]  # fmt: skip
FINDING_KEYS = [
    "code", "name", "severity", "force", "start", "end", "message", "why", "basis", "suggestions", "fix", "related",
    "suppressed",
    "ladder",
]  # fmt: skip


def line_of(checked: Checked) -> str:
    pieces: list[str] = []
    reporter = make("jsonl", pieces.append)
    reporter.begin(RUN)
    reporter.item(DOC, checked)
    return "".join(pieces)


@pytest.fixture
def lines(report, samples):
    return [json.loads(line) for line in report("jsonl", None, samples.UNCHECKED).splitlines()]


def test_an_item_has_the_keys_of_the_contract_in_their_order(lines):
    first = lines[0]
    assert list(first) == ITEM_KEYS
    assert list(first["findings"][0]) == FINDING_KEYS
    assert list(first["parse"]) == ["form", "complete", "subject", "verb", "object", "qualifiers"]
    assert (first["version"], first["path"], first["at"]) == (1, "draf/bendahara.txt", {"line": 3, "column": 1})


def test_the_parse_names_places_in_the_unstripped_text(lines):
    first = lines[0]
    assert first["text"] == "1. Menyusun laporan keuangan bulanan tepat waktu"
    assert first["parse"]["verb"] == {"text": "Menyusun", "start": 3, "end": 11}
    assert first["parse"]["subject"] is None
    assert first["parse"]["qualifiers"] == [
        {"type": "waktu", "standard": True, "text": "tepat waktu", "start": 37, "end": 48}
    ]
    assert first["runners_up"] == [{"code": "C100", "class": "pencapaian"}]


def test_a_fix_is_a_list_of_edits_and_a_silence_is_its_reason(lines):
    assert lines[1]["findings"][0]["fix"] == {"safety": "pratinjau", "edits": [{"start": 45, "end": 58, "text": ""}]}
    assert lines[0]["findings"][0]["fix"] is None
    assert lines[7]["findings"][0]["suppressed"] == "disepakati dengan pimpinan"


def test_a_text_without_class_says_so(lines):
    target = next(line for line in lines if line.get("part") == "target")
    assert (target["class"], target["semu"], target["confidence"]) == (None, False, None)
    assert (target["decided_by"], target["runners_up"], target["parse"]) == (None, [], None)


def test_only_indicators_have_indicator_and_always(lines):
    for line in lines:
        if "part" in line:
            assert ("indicator" in line) == (line["part"] == "indikator")
    assert list(next(line for line in lines if line.get("part") == "indikator")["indicator"]) == [
        "measure", "form", "circular", "vague", "multi", "time", "aspect", "target_ok", "absolute",
    ]  # fmt: skip


def test_inputs_that_were_not_checked_are_lines_too(lines, samples):
    failed, skipped = lines[-2:]
    assert failed == {
        "version": 1, "path": "draf/lama.pdf", "status": "not_checked", "reason": samples.UNCHECKED[0].reason.id
    }  # fmt: skip
    assert skipped["status"] == "skipped"


def test_json_is_one_document_with_the_same_items(report, samples, lines):
    whole = json.loads(report("json", None, samples.UNCHECKED))
    assert list(whole) == ["version", "run", "items", "not_checked", "documents", "summary"]
    assert [*whole["items"], *whole["not_checked"]] == lines
    assert whole["run"]["regime"] == "p6-2022-kuantitatif"
    assert whole["summary"]["documents"] == 3


def test_json_without_items_is_valid(report, samples):
    whole = json.loads(report("json", [(samples.document("kosong.txt"), ())]))
    assert whole["items"] == [] and whole["not_checked"] == []


def test_the_committed_schema_is_up_to_date():
    assert COMMITTED.read_text(encoding="utf-8") == schema.text(), (
        "python -m linter.report.schema > rules/schema/item.json"
    )


def test_what_is_written_fits_the_schema(report, samples, lines):
    rules = json.loads(COMMITTED.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(rules)
    validator.check_schema(rules)
    for line in lines:
        validator.validate(line)
    of_report = jsonschema.Draft202012Validator({**rules, "anyOf": [{"$ref": "#/$defs/Report"}]})
    of_report.validate(json.loads(report("json", None, samples.UNCHECKED)))


@pytest.mark.parametrize(
    "change", [{"class": "hasil"}, {"version": 2}, {"part": "indikator"}, {"text": None}, {"confidence": 1.5}]
)
def test_the_schema_refuses_what_the_contract_does(lines, change):
    rules = json.loads(COMMITTED.read_text(encoding="utf-8"))
    assert not jsonschema.Draft202012Validator(rules).is_valid({**lines[0], **change})


TEXTS = st.text(st.characters(), max_size=40) | st.sampled_from(
    ["a\x85b", "a\u2028b\u2029c", "\ud800 sendiri", "😀", "\\u2028", '"\n\r\x0b\x0c\x1c']
)


@given(TEXTS, TEXTS)
def test_any_text_is_one_line_of_ascii_line_breaks_and_comes_back(text, message):
    finding = Finding("C001", "verba-aktivitas", "error", "pedoman", 0, len(text), message)
    checked = Checked(Item(text, "rencana_kinerja", {"line": 1}), "p6", Verdict(None), None, None, (finding,))
    line = line_of(checked)
    assert line.endswith("\n") and len(line.splitlines()) == 1
    whole = line.encode("utf-8")  # no lone surrogate is left
    back = json.loads(whole)
    expected = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert back["text"] == expected
    assert back["findings"][0]["message"] == message.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@given(TEXTS)
def test_any_path_and_reason_is_one_line(text):
    pieces: list[str] = []
    reporter = make("jsonl", pieces.append)
    reporter.begin(RUN)
    reporter.not_checked(NotChecked(text, Said(text)))
    assert len("".join(pieces).splitlines()) == 1
