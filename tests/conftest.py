"""What all tests share: tables of examples beside the tests, one analyser, the labelled corpus, how hard Hypothesis looks."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from linter.app import Analyser
from linter.app.resources import Resources, load_resources
from linter.language import Lexicon, Morphology, Tagger

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("skplint", deadline=None)
settings.load_profile("skplint")


def pytest_configure(config: pytest.Config) -> None:
    os.environ["SKPLINT_CACHE"] = ""  # no test reads or writes the cache of whoever runs it
    config.addinivalue_line("markers", "table(name): run the test for each row of the .tsv or .yaml file beside it")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test marked ``table("forms.tsv")`` for each row; its columns are the arguments, the first names the case.

    A row with something in the column ``belum`` is expected to fail for the reason that stands there: a known fault. The
    day it is mended the suite says so.
    """
    mark = metafunc.definition.get_closest_marker("table")
    if mark is None:
        return
    rows = _rows(metafunc.definition.path.parent / mark.args[0])
    names = [name for name in metafunc.fixturenames if any(name in row for row in rows)]
    metafunc.parametrize(
        names,
        [
            pytest.param(
                *(row.get(name) for name in names),
                id=str(next(iter(row.values()))),
                marks=[pytest.mark.xfail(strict=True, reason=row["belum"])] if row.get("belum") else [],
            )
            for row in rows
        ],
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a table; in a .tsv the first line names the columns and lines with # are comments."""
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".yaml":
            rows: list[dict[str, Any]] = yaml.safe_load(file)
            return rows
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="session")
def resources() -> Resources:
    """Rules, word tables and grammar as they are shipped."""
    return load_resources((), plugins=False)


@pytest.fixture(scope="session")
def lexicon(resources: Resources) -> Lexicon:
    """The word tables of the language."""
    return resources.lexicon


@pytest.fixture(scope="session")
def morphology(lexicon: Lexicon) -> Morphology:
    """Readings of word forms."""
    return Morphology(lexicon)


@pytest.fixture(scope="session")
def tagger(lexicon: Lexicon) -> Tagger:
    """Tagged words of texts."""
    return Tagger(lexicon)


@pytest.fixture(scope="session")
def analyser(resources: Resources) -> Analyser:
    """The analyser with its default settings."""
    return Analyser(resources=resources)


OTHER_HANDS = {"statements-sulit", "statements-baik", "statements-lapangan"}
"""Files of the labelled corpus whose authors saw neither the program nor the other files."""


@pytest.fixture(scope="session")
def gold() -> tuple[dict[str, Any], ...]:
    """The labelled statements of the project (without the tables quoted from the sources).

    ``hard`` is true for those by other authors, whose spans follow other habits where the guide is silent.
    """
    files = sorted((ROOT / "corpus" / "gold").glob("statements-*.jsonl"))
    return tuple(
        json.loads(line) | {"hard": file.stem in OTHER_HANDS}
        for file in files
        for line in file.read_text("utf-8").splitlines()
    )


@pytest.fixture(scope="session")
def texts() -> tuple[str, ...]:
    """Every text of the labelled corpus: statements, quoted tables, indicators, targets."""
    files = sorted((ROOT / "corpus" / "gold").glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return tuple(row[key] for row in rows for key in ("text", "indikator", "target") if row.get(key))
