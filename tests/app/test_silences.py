"""What silences a note, and what is said of silences that are wrong."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.app import Analyser, Settings, check_inputs
from linter.app.resources import Resources
from linter.app.sitting import checked_items
from linter.documents.read import read_data
from linter.model import Checked, Document, Origin
from linter.report import make


def checked(analyser: Analyser, text: str, name: str = "draf.txt") -> list[Checked]:
    (document,) = read_data(text.encode(), name)
    assert isinstance(document, Document)
    return list(checked_items(document, analyser))


def told(found: list[Checked]) -> list[list[str | int]]:
    """Return code, line and span of the notes that are not silenced."""
    return [
        [f.code, c.item.at["line"], c.item.text[f.start : f.end]]
        for c in found
        for f in c.findings
        if f.suppressed is None
    ]


@pytest.mark.table("silences.yaml")
def test_what_is_said(
    analyser: Analyser, text: str, yaml: bool | None, csv: bool | None, notes: list[list[str | int]]
) -> None:
    name = "draf.yaml" if yaml else "draf.csv" if csv else "draf.txt"
    assert told(checked(analyser, text, name)) == notes


def test_names_are_told_in_the_order_in_which_they_are_written(analyser: Analyser) -> None:
    _, about = checked(analyser, "# skplint: abaikan Z999, C001, A00 -- x\nMerekap kehadiran")
    assert [f.message for f in about.findings] == ["'Z999, A00' bukan kode atau nama aturan."]


@pytest.mark.parametrize(("listed", "start"), [("C001, lint", 25), ("nama, C001", 19), ("abaikan, C001", 19)])
def test_the_listed_word_is_marked_and_none_like_it(analyser: Analyser, listed: str, start: int) -> None:
    _, about = checked(analyser, f"# skplint: abaikan {listed} -- x\nMerekap kehadiran")
    assert [f.start for f in about.findings] == [start]


def test_a_silenced_note_stays_with_its_reason(analyser: Analyser) -> None:
    (one,) = checked(analyser, "# skplint: abaikan C001 -- dari direktif\nMerekap kehadiran")
    assert [(f.code, f.suppressed) for f in one.findings] == [("C001", "dari direktif")]


def test_a_silence_of_a_rule_that_is_off_is_not_in_vain(resources: Resources) -> None:
    analyser = Analyser(Settings(select=("S", "D")), resources)
    assert told(checked(analyser, "# skplint: abaikan C001 -- x\nMerekap kehadiran")) == []


def test_a_note_about_a_silence_has_the_place_of_the_silence(analyser: Analyser) -> None:
    _, about = checked(analyser, "Data lengkap pada akhir triwulan\n\n# skplint: abaikan C01 -- x")
    assert (about.item.part, about.item.at, about.verdict) == ("baris", {"line": 3, "column": 1}, None)
    assert msgspec.structs.asdict(about.item)["origin"].line == 3


def test_a_note_about_a_silence_in_a_table_knows_its_line_in_the_file(analyser: Analyser) -> None:
    *_, about = checked(analyser, 'NO;RHK;Abaikan\n1;"Data\nlengkap";\n2;Merekap kehadiran;C01 -- x\n', "draf.csv")
    assert (about.item.at, about.item.origin) == ({"row": 3, "column": 3, "line": 1}, Origin(4, 21, bytes_before=20))


def test_a_note_about_a_silence_in_a_draft_knows_its_place_within_quotes(analyser: Analyser) -> None:
    *_, about = checked(analyser, "utama:\n- {id: é, rhk: Merekap kehadiran, abaikan: {'C01': x}}\n", "draf.yaml")
    assert (about.item.text, about.item.origin) == ("C01", Origin(2, 46, bytes_before=46))


REASONS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=20)


@given(st.data(), REASONS.filter(lambda reason: "--" not in reason))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_silenced_note_is_gone_from_the_exit_code_and_in_the_json_with_its_reason(
    analyser: Analyser, texts: tuple[str, ...], data: st.DataObject, reason: str
) -> None:
    text = data.draw(st.sampled_from(texts))
    noted = sorted({f.code for f in checked(analyser, text)[0].findings})
    silences = "".join(f"# skplint: abaikan {code} -- {reason}\n" for code in noted)
    out: list[str] = []
    draft = f"{silences}{text}\n".encode()
    code = check_inputs(["-"], analyser, [make("jsonl", out.append)], stdin=lambda: draft, fail_on="info")
    (item,) = map(json.loads, "".join(out).splitlines())
    assert code == 0
    assert [(f["code"], f["suppressed"]) for f in item["findings"]] == [(f["code"], reason) for f in item["findings"]]
    assert sorted({f["code"] for f in item["findings"]}) == noted
