"""What users decided about notes, as cases; and the official samples, which break some of their own rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.app import Analyser
from linter.model import Checked, level

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "decisions.yaml").read_text("utf-8"))
SAMPLES = yaml.safe_load((HERE / "samples.yaml").read_text("utf-8"))


def checked(analyser: Analyser, draft: str) -> list[Checked]:
    header, items = analyser.draft(draft)
    return list(analyser.check_draft(header, items))


def names(case: Any) -> str:
    return str(case["case"])


def gravest(found: list[Checked]) -> set[str]:
    return {f.severity for c in found for f in c.findings}


@pytest.mark.parametrize("case", CASES, ids=names)
def test_a_case_that_was_decided(analyser: Analyser, case: dict[str, Any]) -> None:
    found = checked(analyser, case["dokumen"])
    codes = {f.code for c in found for f in c.findings}
    statements = [c.verdict for c in found if c.item.part == "rencana_kinerja" and c.verdict]
    assert set(case.get("gives", ())) <= codes
    assert codes.isdisjoint(case.get("not", ()))
    if "classes" in case:
        assert [v.class_ for v in statements] == case["classes"]
    if case.get("clean"):
        assert gravest(found) <= {"info"}, [(f.code, f.severity) for c in found for f in c.findings]
    if case.get("silent"):
        assert not codes
    if case.get("no_error"):
        assert "error" not in gravest(found)
    if "level" in case:
        assert {level(v.confidence) for v in statements} == {case["level"]}
    if "semu" in case:
        assert all(v.semu is case["semu"] for v in statements)


@pytest.mark.parametrize("case", SAMPLES, ids=names)
def test_an_official_sample(analyser: Analyser, case: dict[str, Any]) -> None:
    found = checked(analyser, case["dokumen"])
    notes = {(f.code, c.item.text.strip()) for c in found for f in c.findings}
    for code, text in case["gives"]:
        assert any(code == known and said.startswith(text) for known, said in notes), (code, text, sorted(notes))
    errors = {(f.code, c.item.text.strip()) for c in found for f in c.findings if f.severity == "error"}
    assert errors == {tuple(error) for error in case.get("errors", ())}, sorted(errors)


def test_the_matrix_of_the_sample_holds_results(analyser: Analyser) -> None:
    cells = [
        "Sistem Informasi Kepegawaian dikelola secara optimal",
        "Sistem informasi kepegawaian beroperasi optimal",
        "Data kepegawaian valid dan akurat",
        "Promosi ASN terlaksana sesuai peraturan",
        "Pendidikan Lanjutan ASN terfasilitasi sesuai SOP",
        "Pengembangan Karir dalam Jabatan Fungsional terlaksana sesuai peraturan",
        "Terfasilitasi usulan pengangkatan pertama dalam JF dengan baik",
        "Terbitnya rekomendasi tugas belajar tepat waktu",
    ]
    found = [analyser.check_text(cell, part="sel_matriks") for cell in cells]
    assert {c.verdict.class_ for c in found if c.verdict} == {"pencapaian"}
    assert "error" not in gravest(found)
    fillers = [analyser.check_text(cell, part="pengisi") for cell in ("x", ".....")]
    assert "error" not in gravest(fillers)
