"""Exercises: the same seed gives the same paper, every answer is one that the rules can explain, tests are matched."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from random import Random

import pytest

from linter.app import Analyser
from linter.app.exercises import KINDS, LEVELS, RUNGS, TESTS, Pool, Question, draw, draw_tests
from linter.app.exercises.pool import FAULTS, TRAPS
from linter.app.exercises.tidy import is_arguable, is_plain, is_tidy


@pytest.fixture(scope="module")
def pool(analyser: Analyser) -> Pool:
    return Pool.of(analyser)


def texts(question: Question) -> tuple[str, ...]:
    return (*question.shown, *(choice.said.id for choice in question.choices if choice.written))


@pytest.mark.parametrize("kind", KINDS)
def test_a_seed_gives_one_paper(pool: Pool, kind: str) -> None:
    first, again, other = draw(pool, kind, 7, 8), draw(pool, kind, 7, 8), draw(pool, kind, 8, 8)
    assert first == again
    assert first.questions != other.questions
    assert len(first.questions) == 8
    shown = [texts(question) for question in first.questions]
    assert len(set(shown)) == 8, "a question stands twice"


def test_a_seed_gives_the_same_paper_in_another_process(pool: Pool) -> None:
    code = (
        "from linter.app import Analyser; from linter.app.exercises import Pool, draw\n"
        "for q in draw(Pool.of(Analyser()), 'campur', 3, 12).questions: print(q.right, *q.shown, sep='|')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    here = ["|".join((q.right, *q.shown)) for q in draw(pool, "campur", 3, 12).questions]
    assert run.stdout.splitlines() == here


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_right_answer_is_one_of_the_choices(pool: Pool, kind: str, level: str) -> None:
    for question in draw(pool, kind, 5, 40, level).questions:
        values = [choice.value for choice in question.choices]
        assert question.right in values
        assert len(set(values)) == len(values) >= (2 if question.kind == "jebakan" else 3)


@pytest.mark.parametrize("seed", range(5))
def test_the_rules_say_what_the_key_says(pool: Pool, analyser: Analyser, seed: int) -> None:
    for question in draw(pool, "pilah", seed, 20).questions:
        verdict = analyser.check(question.items[0]).verdict
        assert verdict is not None
        assert (question.right, verdict.semu) == (verdict.class_, False)
    for question in draw(pool, "jebakan", seed, 20).questions:
        verdict = analyser.check(question.items[0]).verdict
        assert verdict is not None
        assert (question.right == "hasil") is (verdict.class_ == "pencapaian" and not verdict.semu)
    for question in draw(pool, "ganjil", seed, 10).questions:
        classes = [verdict.class_ for item in question.items if (verdict := analyser.check(item).verdict)]
        odd = classes.pop(int(question.right) - 1)
        assert len(classes) == 3
        assert {*classes, odd} - {odd} == set(classes)
        assert len(set(classes)) == 1
    for question in draw(pool, "perbaiki", seed, 20).questions:
        assert bool(analyser.check(question.items[0]).findings) is (question.right != "baik")


def test_a_trap_is_told(pool: Pool) -> None:
    hints = {question.hint for question in draw(pool, "jebakan", 1, 40).questions}
    assert hints == set(TRAPS.values())


def test_every_class_and_every_fault_is_asked_for(pool: Pool) -> None:
    assert Counter(q.right for q in draw(pool, "pilah", 4, 9).questions) == dict.fromkeys(
        ("pencapaian", "aktivitas", "kategori"), 3
    )
    assert set(Counter(q.right for q in draw(pool, "perbaiki", 4, 8).questions)) == set(FAULTS)


@pytest.mark.parametrize("level", ["mudah", "sedang", "sulit"])
def test_difficulty_is_kept(pool: Pool, level: str) -> None:
    levels = {card.item.text: card.level for card in pool.statements}
    found = draw(pool, "pilah", 2, 12, level).questions
    assert found
    assert {levels[question.shown[0]] for question in found} == {level}


@pytest.mark.parametrize("count", [1, 5, 12, 18])
@pytest.mark.parametrize("seed", range(8))
def test_two_tests_are_matched_and_share_nothing(pool: Pool, seed: int, count: int) -> None:
    first, second = draw_tests(pool, seed, count)
    assert (first, second) == tuple(draw(pool, kind, seed, count) for kind in TESTS)
    assert len(first.questions) == len(second.questions) == count
    for one, other in zip(first.questions, second.questions, strict=True):
        assert (one.kind, one.match, one.hint) == (other.kind, other.match, other.hint)
        assert one.match
        if one.kind not in ("ganjil", "isi", "jenjang"):  # there a choice is only a number
            assert one.right == other.right
    said = [text for paper in (first, second) for question in paper.questions for text in about(question)]
    assert len(said) == len(set(said))
    offices = [{q.shown[0] for q in paper.questions if q.kind == "jenjang"} for paper in (first, second)]
    assert not offices[0] & offices[1]
    assert draw_tests(pool, seed, count) == (first, second)


def test_practice_gives_no_test_away(pool: Pool) -> None:
    practised = {
        text for kind in KINDS for seed in range(6) for q in draw(pool, kind, seed, 40).questions for text in about(q)
    }
    asked = {
        text for kind in TESTS for seed in range(6) for q in draw(pool, kind, seed, 40).questions for text in about(q)
    }
    assert len(practised) > 400 < len(asked)
    assert not practised & asked


def about(question: Question) -> list[str]:
    """Return the sentences that *question* is about."""
    return [item.text for item in question.items] or [choice.said.id for choice in question.choices]


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_stands_twice_on_a_paper(pool: Pool, kind: str) -> None:
    for seed in range(20):
        said = [text for question in draw(pool, kind, seed, 40).questions for text in about(question)]
        assert len(said) == len(set(said))


def test_aspects_and_targets_are_of_different_kinds(pool: Pool) -> None:
    for question in draw(pool, "isi", 1, 40).questions:
        said = [choice.said.id.partition(": ") for choice in question.choices]
        assert len({aspect for aspect, _, _ in said}) == len(said)
        percents = [aspect for aspect, _, target in said if "%" in target]
        assert percents in ([], ["Kualitas"])


def test_the_results_of_every_level_are_good_ones(pool: Pool, analyser: Analyser) -> None:
    for one in pool.levels.sets:
        for text in map(one.of, RUNGS):
            checked = analyser.check_text(text, part="rencana_kinerja")
            assert checked.verdict is not None
            assert (checked.verdict.class_, checked.verdict.semu, checked.findings) == ("pencapaian", False, ()), text


def test_what_people_may_differ_on_is_no_question(pool: Pool, analyser: Analyser) -> None:
    open_ones = {item.text for item in pool.open}
    assert len(open_ones) > 50
    for text in open_ones:
        explained = analyser.explain(text)
        assert len({line.class_ for line in explained.trace if line.held}) > 1, "there is nothing to discuss"
    asked = {text for kind in KINDS for question in draw(pool, kind, 1, 40).questions for text in texts(question)}
    asked -= {one.topik for one in pool.levels.sets}
    assert not asked & open_ones


def test_the_ladder_asks_for_one_of_four_levels_and_says_how_to_tell(pool: Pool) -> None:
    questions = draw(pool, "jenjang", 2, 8).questions
    reasons = {pool.levels.alasan.of(level): level for level in RUNGS}
    assert Counter(reasons[q.hint] for q in questions if q.hint) == dict.fromkeys(RUNGS, 2)
    sets = {one.topik: one for one in pool.levels.sets}
    for question in questions:
        one = sets[question.shown[0]]
        assert question.hint is not None
        assert question.answer.said.id == one.of(reasons[question.hint])
        assert {choice.said.id for choice in question.choices} == set(map(one.of, RUNGS))


def test_seeds_have_different_keys(pool: Pool) -> None:
    keys = [tuple((q.right, q.hint) for q in draw(pool, "tes-awal", seed, 8).questions) for seed in range(12)]
    assert len(set(keys)) > 8
    for place in range(8):
        assert len({key[place] for key in keys}) > 1, "every seed has the same answer there"


@pytest.mark.parametrize("kind", ["campur", *TESTS])
def test_where_a_kind_has_nothing_of_a_level_others_stand_in(pool: Pool, kind: str) -> None:
    assert draw(pool, "jebakan", 3, 1, "mudah").questions == ()
    assert len(draw(pool, kind, 3, 12, "mudah").questions) == 12
    assert len(draw(pool, kind, 3, 12, "sedang").questions) == 12


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Laporan kas tersusun tepat waktu", True),
        ("M e n y u s u n laporan kas desa", False),
        ("Laporan  kas tersusun", False),
        ("Menyusun kegiatan2 lain", False),
        ("Menyusunlaporan kas desa", False),
        ("Laporan kas di stiap desa tersusun", False),
        ("Menyusun lap. kas yg diminta", False),
        ("Laporan kas (triwulan I tersusun", False),
        ("laporan kas tersusun", False),
        ("1. Laporan kas tersusun.", False),
    ],
)
def test_only_what_is_well_written_is_a_card(analyser: Analyser, text: str, fits: bool) -> None:
    checked = analyser.check_text(text, part="rencana_kinerja")
    assert checked.parse is not None
    assert (is_tidy(text) and is_plain(checked.parse) and not is_arguable(checked)) is fits


def test_a_good_indicator_counts_no_acts_and_has_a_target(pool: Pool, analyser: Analyser) -> None:
    for seed in range(30):
        for question in draw(pool, "perbaiki", seed, 12).questions:
            facts = analyser.check(question.items[0]).indicator
            assert facts is not None
            if question.right == "baik":
                assert facts.target_ok
                assert "count" not in {measure.kind for measure in facts.measures}


def test_there_are_cards_enough_for_every_fault(pool: Pool) -> None:
    assert min(Counter(card.fault for card in pool.indicators).values()) >= 20


def test_a_draw_is_the_same_on_every_python() -> None:
    """Every paper hangs on the order in which these take things."""
    random, cards = Random("pilah 3"), list(range(12))
    random.shuffle(cards)
    assert cards == [7, 11, 9, 10, 8, 2, 0, 1, 6, 5, 3, 4]
    assert random.sample(range(50), 5) == [25, 40, 48, 17, 46]
    assert random.choice("abcdef") == "a"
