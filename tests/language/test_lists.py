"""The list files themselves: each row takes effect, and no fact stands in two places."""

from __future__ import annotations

from importlib import resources

import pytest

from linter.language import Lexicon, Morphology, Tagger, build_lexicon
from linter.language.lexicon import entries
from linter.language.times import PERIODS, time_length
from linter.model import Reading

FILES = {
    file.name: file.read_text(encoding="utf-8")
    for file in resources.files("linter.language").joinpath("lexicon").iterdir()
}
TABLES = {name.partition(".")[0]: text for name, text in FILES.items()}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_list_is_sorted(name: str) -> None:
    words = [word for word, *_ in entries(FILES[name])]
    assert words == sorted(words)


def test_what_the_verbs_in_use_say_of_a_root_is_not_said_again(lexicon: Lexicon) -> None:
    marked = {root for root, *flags in entries(TABLES["verbs"]) if flags and "bare" in flags[0].split(",")}
    assert not {root for root in marked for verb in lexicon.verbs.get(root, ()) if root in verb.results}


TERMS = {words: tag for words, tag, *_ in entries(TABLES["terms"])}
OWN_TIMES = {
    "dari awal hingga akhir", "dari awal sampai akhir", "dari bulan ke bulan", "dari hari ke hari", "dari minggu ke minggu",
    "dari semester ke semester", "dari tahun ke tahun", "dari triwulan ke triwulan", "di kemudian hari", "dini hari",
    "hari demi hari", "hari ulang tahun", "jauh hari", "jauh jauh hari", "jauh-jauh hari", "lain hari", "lebih awal",
}  # fmt: skip
"""Terms that say when by themselves: no date, year or period follows their last word."""
OPENS_TIME = {f"mulai {word}" for word in ("bulan", "hari", "pukul", "tahun", "tanggal")} | {"per akhir", "per tanggal"}
"""Terms that make a preposition of a word which is none: mulai is a verb, and "per tanggal 31" would lose its month."""


@pytest.mark.parametrize("more", ["2026", "iv", "juni", "berjalan", "5"])
def test_no_term_takes_the_beginning_of_a_time(tagger: Tagger, more: str) -> None:
    """ "pada akhir" as one word would leave "tahun 2026" of "pada akhir tahun 2026"."""
    hidden = set()
    for term, tag in TERMS.items():
        words = term.split(" ")
        if tag in ("ADV", "PREP", "TIME") or words[0] in ("awal", "akhir", "pertengahan", *PERIODS):
            longer = any(time_length([*words, more], at) > len(words) - at for at in range(len(words)))
            if longer and tagger.words(f"{term} {more}", listed=False)[1][0].reading.form == term:
                hidden.add(term)
    assert hidden <= OWN_TIMES | OPENS_TIME


def test_each_term_is_read_as_one_word(tagger: Tagger) -> None:
    """No quantity, time or single form is taken before it."""
    read = {term: [(w.reading.form, w.reading.rule) for w in tagger.words(term, listed=False)[1]] for term in TERMS}
    assert not {term: words for term, words in read.items() if words != [(term, "terms")]}


@pytest.mark.parametrize("term", ["di tempat kerja", "di tempat umum", "ke luar negeri", "biaya per unit kerja"])
def test_no_term_takes_the_noun_that_follows(tagger: Tagger, term: str) -> None:
    assert all(word.tag != "ADV" for word in tagger.words(term)[1])


def test_each_nonstandard_root_is_read_as_the_one_it_stands_for(morphology: Morphology) -> None:
    for variant, root in entries(TABLES["variants"]):
        for form in (variant, "di" + variant):
            reading = morphology.reading(form)
            assert (reading.root, reading.guessed, "nonbaku" in reading.features) == (root, False, True), form


def test_each_word_with_a_behaviour_of_its_own_is_read_with_it(tagger: Tagger) -> None:
    for form, marks in entries(TABLES["behaviour"]):
        (word,) = tagger.words(form, listed=False)[1]
        assert not word.reading.guessed, form
        assert word.reading.features >= set(marks.split(",")), form


def test_each_root_with_a_behaviour_of_its_own_is_the_root_of_a_word(lexicon: Lexicon, morphology: Morphology) -> None:
    verbs = [verb for its in lexicon.verbs.values() for verb in its]
    forms = {*lexicon.roots, *lexicon.forms, *(form for verb in verbs for form in (verb.active, *verb.actions))} - {""}
    roots = {morphology.reading(form).root for form in forms}
    assert {root for root, _ in entries(TABLES["root-behaviour"])} <= roots


READING_LISTS = ("abbreviations", "adjectives", "ke-an-domain", "nouns", "process", "relational", "states")
"""Lists that give a word its reading; forms.tsv adds the root or the tag of some, verbs.txt makes verbs of some."""


def test_no_word_stands_in_two_lists_that_give_its_reading() -> None:
    seen: dict[str, list[str]] = {}
    for name in READING_LISTS:
        for word, *_ in entries(TABLES[name]):
            seen.setdefault(word, []).append(name)
    assert not {word: names for word, names in seen.items() if len(names) > 1}


def test_each_fixed_form_says_what_lists_and_rules_do_not() -> None:
    """Without its row the form, or the form with -nya, has another reading."""
    lexicon, others = build_lexicon(TABLES), build_lexicon({**TABLES, "forms": ""})
    morphology = Morphology(lexicon)
    needless = set()
    for form, *_ in entries(TABLES["forms"]):
        forms = (form, form + "nya")
        before = [_said(morphology.readings(f)[0]) for f in forms]
        row = lexicon.forms.pop(form)
        if form in others.forms:
            lexicon.forms[form] = others.forms[form]
        if before == [_said(morphology.readings(f)[0]) for f in forms]:
            needless.add(form)
        lexicon.forms[form] = row
    assert not needless


def _said(reading: Reading) -> tuple[object, ...]:
    return (reading.tag, reading.root, reading.affixes, reading.features, reading.guessed, reading.rule == "repair")
