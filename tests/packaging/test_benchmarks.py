"""The benchmarks run; what they measure is for people to read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def test_accuracy_prints_its_tables(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "accuracy.py", cwd=tmp_path)
    assert all(word in said for word in ("macro-F1", "semu", "qualifiers", "confidence", "target_ok"))


def test_throughput_prints_each_stage(run, tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "throughput.py", "60", "--rounds", "1", cwd=tmp_path)
    assert said.startswith("60 distinct statements")
    assert all(stage in said for stage in ("spaCy's tokenizer", "chunk tokenizer", "parse", "to JSON Lines"))
