"""The benchmarks run; what they measure is for people to read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def test_accuracy_prints_its_tables(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "accuracy.py", cwd=tmp_path)
    assert all(word in said for word in ("macro-F1", "semu", "qualifiers", "target_ok"))


def test_calibration_prints_its_tables(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "calibration.py", cwd=tmp_path)
    assert "mean distance between confidence and share" in said
    assert "C001" in said


def test_agreement_prints_its_tables(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "agreement.py", cwd=tmp_path)
    for line in (line for line in said.splitlines() if line.startswith(("Statements: ", "Indicators: "))):
        read, labelled = (int(n) for n in line.split(": ")[1].split(" of "))
        assert read >= labelled / 10
    assert "Statements: " in said
    assert all(word in said for word in ("kappa", "class", "qualifiers", "target_ok"))


def test_recombined_statements_are_read_whole(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "grammar.py", "2000", cwd=tmp_path)
    recombined, gold = (line for line in said.splitlines() if line.endswith("read whole"))
    assert recombined.startswith("recombined: 2000 statements, ")
    assert float(recombined.split(", ")[1].split()[0]) >= 0.98
    assert float(gold.split(", ")[1].split()[0]) >= 0.97


def test_throughput_prints_each_stage(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "throughput.py", "60", cwd=tmp_path)
    assert said.startswith("60 distinct statements")
    assert all(stage in said for stage in ("spaCy's tokenizer", "chunk tokenizer", "parse", "to JSON Lines"))


def test_precision_prints_a_line_for_every_rule_and_none_is_weak(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "precision.py", cwd=tmp_path)
    assert said.startswith("rule ")
    assert all(f"\n{code} " in said for code in ("A001", "C001", "M003", "P001", "S001"))


def test_rules_that_compare_are_right_on_labelled_pairs(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "likeness.py", cwd=tmp_path)
    precision = {
        cells[0]: float(cells[-2]) for line in said.split("\n\n")[0].splitlines()[1:] if (cells := line.split())
    }
    on_trial = {"R017", "X013", "D005"}  # D005: another word is another contract
    assert precision.keys() >= {"R002", "R004", "R007", "R015", *on_trial}
    assert all(share >= 0.85 for code, share in precision.items() if code not in on_trial)


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("reading", ["30"], "ms each"),
        ("annotate", ["30"], "30 workbooks marked"),
        ("batch", ["4", "--jobs", "1"], "4 workbooks, 192 texts"),
        ("kernel", ["300"], "rows"),
        ("cache", ["300"], "from one that knows them all"),
        ("scaling", ["200", "600", "--warm", "1000"], "600"),
        ("lsp", ["20", "--edits", "20"], "edits"),
        ("watch", ["2"], "2 saves"),
        ("repetition", ["400", "--rounds", "1"], "400"),
        ("findings", ["600", "--rounds", "1"], "note"),
        ("startup", ["--rounds", "1"], "skplint --version"),
    ],
)
def test_speed_is_measured_and_nothing_fails(run, tmp_path, name, arguments, said):
    assert said in run(sys.executable, ROOT / "benchmarks" / f"{name}.py", *arguments, cwd=tmp_path)


def test_typing_into_the_page_is_measured(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "web.py", "--clients", "2", "--seconds", "2", cwd=tmp_path)
    assert "2 clients" in said
    assert ", 0 lost" in said
    assert all(word in said for word in ("empty endpoint", "key to verdict", "ratio of the medians"))
