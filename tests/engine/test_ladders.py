"""Ladders: their steps and questions, and that what they lead to is a better sentence."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from linter.app import Analyser
from linter.app.labelled import corpus
from linter.app.resources import Resources
from linter.engine import Facts, Judge
from linter.engine.ladders import BLANK, read_ladders
from linter.engine.types import LadderFile
from linter.io.yamlsafe import load_tree
from linter.language import Inflection
from linter.model import Checked, Item, Step, UserError

Climb = Callable[[str, Facts], tuple[Step, ...]]
ORDER = ("output", "pencapaian", "outcome")
HALF, NEARLY_ALL = 0.5, 0.95
LADDER = """\
name: uji
title: {id: Uji}
part: rencana_kinerja
rungs:
  - step: satu
    question: {id: "Apa?", en: "What?"}
  - step: dua
    when: {fact: form, is: verba_aktif}
    question: {id: "Berapa?", en: "How many?"}
    options:
      - {text: "{Penerima} menerima {benda}", examples: [{text: a, gives: b}]}
      - {text: "{Perihal} {jadi}", when: {fact: act_roots, in: [susun]}, examples: [{text: a, gives: b}]}
"""


def facts_of(analyser: Analyser, text: str) -> Facts:
    return analyser.examine(Item(text, "rencana_kinerja", {"line": 1, "column": 1}))[1]


def judge_with(resources: Resources, *ladders: str, lang: str = "id") -> Judge:
    """Return a judge without rules that knows the *ladders* given as texts; those that are shipped where none is."""
    read, _ = read_ladders(load_tree(text, "tangga/uji.yaml") for text in ladders)
    rules = msgspec.structs.replace(resources.rules, ladders=read) if ladders else resources.rules
    return Judge(rules, (), Inflection(resources.lexicon), lang)


@pytest.fixture(scope="module")
def climb(resources: Resources) -> Climb:
    """Climb a shipped ladder."""
    return judge_with(resources).climb


@pytest.fixture(scope="module")
def ladders(resources: Resources) -> dict[str, LadderFile]:
    """The ladders as they are shipped."""
    return resources.rules.ladders


@pytest.fixture(scope="module")
def activities(analyser: Analyser, climb: Climb) -> dict[str, tuple[Step, ...]]:
    """Text of every activity of the labelled corpus → the steps from it."""
    texts = [item.text for item, labels in corpus() if labels.class_ == "aktivitas"]
    return {text: climb("kegiatan", facts_of(analyser, text)) for text in texts}


@pytest.fixture(scope="module")
def rewritten(analyser: Analyser, activities: dict[str, tuple[Step, ...]]) -> dict[str, Checked]:
    """Text of an activity → the sentence without a blank at the step pencapaian, checked."""
    said = {text: step.text for text, steps in activities.items() for step in steps if step.step == "pencapaian"}
    return {text: analyser.check_text(better) for text, better in said.items() if better and BLANK not in better}


# -- what a ladder says


def test_every_step_asks_in_both_languages(ladders: dict[str, LadderFile]) -> None:
    rungs = [rung for file in ladders.values() for rung in file.rungs]
    assert rungs
    for rung in rungs:
        assert rung.question.id.endswith("?"), rung.step
        assert (rung.question.en or "").endswith("?"), rung.step


def test_a_ladder_for_statements_leads_from_output_to_outcome(ladders: dict[str, LadderFile]) -> None:
    files = [file for file in ladders.values() if file.part == "rencana_kinerja"]
    assert len(files) > 1
    for file in files:
        steps = [rung.step for rung in file.rungs]
        assert steps == [step for step in ORDER if step in steps], file.name


def test_an_activity_climbs_in_order(activities: dict[str, tuple[Step, ...]]) -> None:
    assert any(len(steps) == len(ORDER) for steps in activities.values())
    for text, steps in activities.items():
        names = [step.step for step in steps]
        assert names == [step for step in ORDER if step in names], text


def test_a_question_is_asked_in_the_language_of_the_judge(analyser: Analyser, resources: Resources) -> None:
    facts = facts_of(analyser, "Menyusun denah")
    asked = [judge_with(resources, LADDER, lang=lang).climb("uji", facts)[0].question for lang in ("id", "en")]
    assert asked == ["Apa?", "What?"]


# -- how one is climbed


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Denah gudang", [("satu", None)]),
        ("Menyusun denah untuk camat", [("satu", None), ("dua", "Camat menerima denah")]),
        ("Menyusun denah", [("satu", None), ("dua", "Denah tersusun")]),
        ("MENYUSUN DENAH", [("satu", None), ("dua", "DENAH TERSUSUN")]),
        ("Mengecat gudang", [("satu", None)]),
    ],
)
def test_the_first_sentence_that_can_be_filled_is_said(
    analyser: Analyser, resources: Resources, text: str, steps: list[tuple[str, str | None]]
) -> None:
    climbed = judge_with(resources, LADDER).climb("uji", facts_of(analyser, text))
    assert [(step.step, step.text) for step in climbed] == steps


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("step: dua", "step: satu", "dua kali"), ("name: uji", "name: coba", "coba.yaml"), ("step: dua", "stap: dua", "stap")],
)  # fmt: skip
def test_a_faulty_ladder_is_refused(old: str, new: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read_ladders([load_tree(LADDER.replace(old, new), "tangga/uji.yaml")])


# -- a kategori


@pytest.mark.parametrize("text", ["Administrasi persuratan", "Pelayanan perizinan", "Kehumasan"])
def test_a_kategori_is_asked_and_told_nothing(analyser: Analyser, text: str) -> None:
    checked = analyser.check_text(text)
    steps = [step for finding in checked.findings for step in finding.ladder]
    assert checked.verdict
    assert checked.verdict.class_ == "kategori"
    assert [step.text for step in steps] == [None, None]
    assert all(step.question for step in steps)


def test_a_kategori_gets_no_sentence_without_a_blank(analyser: Analyser) -> None:
    labelled = [item for item, labels in corpus() if labels.class_ == "kategori"]
    checked = [found for found in map(analyser.check, labelled) if found.verdict and found.verdict.class_ == "kategori"]
    assert len(checked) > len(labelled) / 2
    said = [step.text for found in checked for finding in found.findings for step in finding.ladder]
    assert said
    assert [text for text in said if text is not None and BLANK not in text] == []


# -- better sentences for the labelled activities


def test_every_activity_is_offered_a_result(activities: dict[str, tuple[Step, ...]]) -> None:
    offered = [text for text, steps in activities.items() if any(s.step == "pencapaian" and s.text for s in steps)]
    assert len(offered) == len(activities) > 1_000


def test_at_least_half_of_the_results_have_no_blank(
    activities: dict[str, tuple[Step, ...]], rewritten: dict[str, Checked]
) -> None:
    assert len(rewritten) >= HALF * len(activities)


def test_nearly_all_results_without_a_blank_are_good(rewritten: dict[str, Checked]) -> None:
    bad = {text: found.item.text for text, found in rewritten.items() if not is_good(found)}
    assert len(bad) <= (1 - NEARLY_ALL) * len(rewritten), bad


def is_good(checked: Checked) -> bool:
    """Tell whether a statement is a result, in form and substance, within reach and without an error."""
    verdict = checked.verdict
    result = verdict is not None and verdict.class_ == "pencapaian" and not verdict.semu
    return result and not any(f.code == "A006" or f.severity == "error" for f in checked.findings)


def test_a_long_chain_of_phrases_is_placed_once(analyser: Analyser) -> None:
    """Were each phrase placed anew for the next one, this would never end."""
    checked = analyser.check_text("Menyampaikan laporan kas kepada camat " + "di kantor " * 60)
    assert checked.findings
