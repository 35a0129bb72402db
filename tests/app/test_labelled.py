"""Labels: texts of the corpus, what readers said of notes on them, and who is believed."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from linter.app.impact import agrees
from linter.app.labelled import Labels, corpus, judgements, labelled
from linter.app.resources import Resources
from linter.io.data import data_dir, walk
from linter.io.files import TextSource, text_of
from linter.model import UserError

RIGHT = '{"id": "i1", "code": "M001", "right": true}'


def source(text: str) -> TextSource:
    return text_of(text.encode(), "catatan.jsonl")


# -- judgements of notes


def test_a_judgement_is_kept_by_text_and_rule() -> None:
    wrong = '{"id": "i1", "code": "S001", "right": false, "why": "punya ukuran"}'
    assert judgements([source(f"{RIGHT}\n\n{wrong}\n"), source('{"id": "i2", "code": "M001", "right": false}')]) == {
        "i1": {"M001": True, "S001": False},
        "i2": {"M001": False},
    }


@pytest.mark.parametrize(
    "line",
    [
        "bukan JSON",
        '{"id": "i1", "code": "M001"}',
        '{"id": "i1", "code": "M001", "right": "ya"}',
        '{"id": 1, "code": "M001", "right": true}',
        '{"id": "i1", "code": "M001", "right": true, "benar": true}',
        '["i1", "M001", true]',
        "[" * 100_000,
    ],
    ids=lambda line: line[:50],
)
def test_a_line_that_is_no_judgement_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(UserError, match="bukan penilaian catatan") as caught:
        judgements([source(f"{RIGHT}\n\n{line}\n")])
    assert (caught.value.path, caught.value.line) == ("catatan.jsonl", 3)


@pytest.fixture(scope="module")
def notes() -> list[tuple[str, dict[str, Any]]]:
    """Return (stem of the file, judgement) of every judgement that is shipped."""
    return [
        (name.removesuffix(".jsonl"), json.loads(line))
        for name, file in walk(data_dir("corpus") / "notes", ".jsonl")
        for line in file.read_text("utf-8").splitlines()
    ]


def test_every_judgement_is_of_a_text_of_the_corpus(notes: list[tuple[str, dict[str, Any]]]) -> None:
    known = {item.id for item, _ in corpus()}
    assert {note["id"] for _, note in notes} - known == set()
    assert notes


def test_every_judgement_is_of_the_rule_that_names_its_file(
    notes: list[tuple[str, dict[str, Any]]], resources: Resources
) -> None:
    assert [note for name, note in notes if note["code"] != name] == []
    assert {name for name, _ in notes} <= resources.rules.rules.keys()


def test_a_note_is_judged_once(notes: list[tuple[str, dict[str, Any]]]) -> None:
    times = Counter((note["id"], note["code"]) for _, note in notes)
    assert [note for note, number in times.items() if number > 1] == []


def test_a_note_that_was_wrong_has_a_reason(notes: list[tuple[str, dict[str, Any]]]) -> None:
    assert [note for _, note in notes if not note["right"] and not note.get("why")] == []


def test_the_corpus_brings_its_judgements(notes: list[tuple[str, dict[str, Any]]]) -> None:
    told = {(item.id, code, right) for item, labels in corpus() for code, right in labels.notes.items()}
    assert told == {(note["id"], note["code"], note["right"]) for _, note in notes}


# -- labelled texts


def test_every_text_of_the_corpus_has_an_id_of_its_own() -> None:
    times = Counter(item.id for item, _ in corpus())
    assert [name for name, number in times.items() if number > 1 or not name] == []


def test_a_line_with_an_indikator_is_one() -> None:
    ((item, labels),) = labelled(
        source('{"id": "i1", "indikator": "Jumlah denah", "target": "3 denah", "measure": true}')
    )
    assert (item.part, item.text, item.target, item.at["line"]) == ("indikator", "Jumlah denah", "3 denah", 1)
    assert (labels.measure, labels.notes) == (True, {})


@pytest.mark.parametrize(
    "line", ['{"id": "i1"}', '{"text": "Denah", "class": "hasil"}', '{"text": 3}', '{"text": "Denah"', "[" * 100_000],
    ids=lambda line: line[:50],
)  # fmt: skip
def test_a_line_that_is_no_labelled_text_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(UserError) as caught:
        list(labelled(source(f'{{"text": "Denah"}}\n{line}\n')))
    assert (caught.value.path, caught.value.line) == ("catatan.jsonl", 2)


# -- who is believed


@pytest.mark.parametrize(
    ("code", "labels", "right"),
    [
        ("M001", Labels(measure=False), True),
        ("M001", Labels(measure=True), False),
        ("M001", Labels(measure=True, notes={"M001": True}), True),
        ("M001", Labels(measure=False, notes={"M001": False}), False),
        ("M001", Labels(measure=False, notes={"M002": False}), True),
        ("M001", Labels(), None),
        ("C001", Labels(class_="aktivitas"), True),
        ("C001", Labels(class_="pencapaian"), False),
        ("C001", Labels(class_="aktivitas", semu=True), False),
        ("C001", Labels(class_="aktivitas", notes={"C001": False}), False),
        ("C001", Labels(), None),
        ("C191", Labels(class_="bukan_pernyataan"), True),
        ("E001", Labels(class_="aktivitas"), None),
        ("E001", Labels(notes={"E001": True}), True),
    ],
)
def test_a_reader_of_the_note_is_believed_before_a_label(
    resources: Resources, code: str, labels: Labels, right: bool | None
) -> None:
    assert agrees(resources.rules.rules[code].file, labels) is right
