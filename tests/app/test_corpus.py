"""How well the labelled corpus is judged: what was reached must not be lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from linter.app import Analyser
from linter.model import Checked, Item, level

CLASSES = ("pencapaian", "aktivitas", "kategori")
GOLD = Path(__file__).resolve().parents[2] / "corpus" / "gold"
INDICATORS = [
    json.loads(line) for file in sorted(GOLD.glob("indicators*.jsonl")) for line in file.read_text("utf-8").splitlines()
]


class Judged(msgspec.Struct, frozen=True):
    """A labelled statement and what was made of it; ``wanted`` is None for what is no statement."""

    row: dict[str, Any]
    checked: Checked

    @property
    def wanted(self) -> str | None:
        return self.row["class"] if self.row["class"] in CLASSES else None

    @property
    def found(self) -> str | None:
        assert self.checked.verdict is not None
        return self.checked.verdict.class_

    @property
    def confidence(self) -> float:
        assert self.checked.verdict is not None
        return self.checked.verdict.confidence

    @property
    def errors(self) -> list[str]:
        return [f.code for f in self.checked.findings if f.severity == "error"]


@pytest.fixture(scope="module")
def judged(analyser: Analyser, gold: tuple[dict[str, Any], ...]) -> tuple[Judged, ...]:
    """Every statement whose class is clear."""
    return tuple(Judged(row, analyser.check_text(row["text"])) for row in gold if row["clear"])


def test_the_class_is_right(judged: tuple[Judged, ...]) -> None:
    wrong = [f"{j.row['id']} {j.wanted} ≠ {j.found}: {j.row['text']}" for j in judged if j.found != j.wanted]
    hard = [j for j in judged if j.row["hard"]]
    missed = sum(j.found != j.wanted for j in hard)
    assert len(judged) >= 1700
    assert 1 - missed / len(hard) >= 0.975, wrong
    assert 1 - (len(wrong) - missed) / (len(judged) - len(hard)) >= 0.995, wrong


@pytest.mark.parametrize(("class_", "right"), [("pencapaian", 700), ("aktivitas", 555), ("kategori", 430), (None, 34)])
def test_enough_of_each_class_are_right(judged: tuple[Judged, ...], class_: str | None, right: int) -> None:
    assert sum(j.wanted == j.found == class_ for j in judged) >= right


def test_no_good_sentence_is_accused(judged: tuple[Judged, ...]) -> None:
    good = [j for j in judged if j.wanted == "pencapaian" and not j.row["semu"]]
    assert len(good) > 150
    assert {j.row["text"]: j.errors for j in good if j.errors} == {}


def test_faults_are_noticed(judged: tuple[Judged, ...]) -> None:
    faults = [j for j in judged if j.wanted in ("aktivitas", "kategori")]
    silent = [j.row["text"] for j in faults if not j.checked.findings]
    assert len(silent) <= 0.02 * len(faults), silent


def test_disguised_activities_are_told_apart(judged: tuple[Judged, ...]) -> None:
    results = [j for j in judged if j.wanted == j.found == "pencapaian"]
    pairs = [(bool(j.row["semu"]), bool(j.checked.verdict and j.checked.verdict.semu)) for j in results]
    hits, wrong, missed = pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False))
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.90


def test_high_confidence_is_earned(judged: tuple[Judged, ...]) -> None:
    sure = [j for j in judged if level(j.confidence) == "tinggi"]
    assert len(sure) >= 0.6 * len(judged)
    assert sum(j.found == j.wanted for j in sure) >= 0.99 * len(sure)


# -- indicators


@pytest.fixture(scope="module")
def measured(analyser: Analyser) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every indicator that is clear, with its facts."""
    at = {"line": 1, "column": 1}
    found = []
    for row in INDICATORS:
        item = Item(row["indikator"], "indikator", at, rk=row["rk"], aspek=row["aspek"], target=row["target"])
        if row["clear"]:
            found.append((row, msgspec.structs.asdict(analyser.check(item).indicator)))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("fact", "at_least"),
    [
        ("measure", 0.98),
        ("form", 0.97),
        ("circular", 0.94),
        ("vague", 0.95),
        ("multi", 0.98),
        ("time", 0.95),
        ("aspect", 0.84),
        ("target_ok", 0.88),
        ("absolute", 0.98),
    ],
)
def test_the_facts_of_indicators(
    measured: list[tuple[dict[str, Any], dict[str, Any]]], fact: str, at_least: float
) -> None:
    labelled = [(row, facts) for row, facts in measured if row[fact] is not None]
    wrong = [
        f"{row['id']}: {row['indikator']} | {row['target']}" for row, facts in labelled if facts[fact] != row[fact]
    ]
    assert 1 - len(wrong) / len(labelled) >= at_least, wrong
