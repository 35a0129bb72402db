"""The examples in docs/bahasa.md, run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.app import Analyser
from linter.language import Inflection, Lexicon
from linter.language.inflect import NOT_SAID, Form
from linter.report.parsed import built

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "bahasa.md").read_text("utf-8")
ROLES = {"subjek": "subject", "verba": "verb", "objek": "object"}
MEASURED = {"yang diukur": "thing", "dari keseluruhan": "population", "masa": "period"}


def boxes(name: str) -> Iterator[str]:
    """Yield the lines of the boxes called *name*."""
    for box in re.findall(rf"^```{name}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL):
        yield from box.splitlines()


def rows(name: str) -> list[list[str]]:
    """Return the rows of boxes whose columns are two blanks apart."""
    return [re.split(r" {2,}", line.strip()) for line in boxes(name)]


def pairs(name: str) -> list[tuple[str, list[str]]]:
    """Return the texts of boxes with what is said of each on the line below."""
    lines = list(boxes(name))
    return [(text, said.strip().split(" · ")) for text, said in zip(lines[::2], lines[1::2], strict=True)]


def test_there_are_enough_examples() -> None:
    kinds = ("kata", "bentuk", "turunan", "rumusan", "indikator", "target")
    assert sum(1 for kind in kinds for _ in boxes(kind)) >= 110


@pytest.mark.parametrize("line", list(boxes("kata")))
def test_words(analyser: Analyser, line: str) -> None:
    text, _, told = re.match(r"(.*?)( {3,})(\S.*)$", line).groups()  # type: ignore[union-attr]
    words = analyser.reader.parse(text).words
    assert " ".join(f"{w.lower}/{w.tag}" for w in words) == told


@pytest.mark.parametrize(("form", "tag", "made"), rows("bentuk"))
def test_forms(analyser: Analyser, form: str, tag: str, made: str) -> None:
    reading = analyser.reader.readings(form)[0]
    assert (reading.tag, built(reading)) == (tag, made)
    assert not reading.guessed


@pytest.mark.parametrize(("form", "told"), [(row[0], row[1:]) for row in rows("turunan")])
def test_paradigms(analyser: Analyser, lexicon: Lexicon, form: str, told: list[str]) -> None:
    def first(forms: tuple[Form, ...]) -> str:
        return next((f.text for f in forms if f.standing != NOT_SAID), "–")

    found = Inflection(lexicon).of(analyser.reader.readings(form)[0])
    assert found is not None
    assert [first(f) for f in (found.active, found.passive, found.event, found.action, found.agent)] == told


@pytest.mark.parametrize(("text", "said"), pairs("rumusan"))
def test_statements(analyser: Analyser, text: str, said: list[str]) -> None:
    parse = analyser.reader.parse(text)
    found = [parse.form]
    found += [f"{label}: {p.text}" for label, role in ROLES.items() if (p := getattr(parse, role)) is not None]
    found += [f"{q.type}: {q.phrase.text}" for q in parse.qualifiers]
    assert sorted(found) == sorted(said)
    assert parse.complete


@pytest.mark.parametrize(("text", "said"), pairs("indikator"))
def test_indicators(analyser: Analyser, text: str, said: list[str]) -> None:
    (measured,) = analyser.reader.measures(text)
    found = [f"macam: {measured.kind}"]
    found += [f"{label}: {p.text}" for label, part in MEASURED.items() if (p := getattr(measured, part)) is not None]
    found += [f"syarat: {p.text}" for p in measured.conditions]
    assert found == said


@pytest.mark.parametrize(("text", "form", "low", "high", "unit"), rows("target"))
def test_targets(analyser: Analyser, text: str, form: str, low: str, high: str, unit: str) -> None:
    target = analyser.reader.target(text)
    assert target is not None
    wanted = [None if cell == "–" else float(cell) for cell in (low, high)]
    assert [target.form, target.low, target.high] == [form, *wanted]
    assert form == "indeks" or (target.unit or "–") == unit


def test_every_tag_is_explained(lexicon: Lexicon) -> None:
    explained = set(re.findall(r"`([A-Z_]{1,8})`", PAGE))
    used = {reading.tag for reading in lexicon.forms.values()} | {
        reading.tag for terms in lexicon.terms.values() for _, reading in terms
    }
    assert used - explained == set()
