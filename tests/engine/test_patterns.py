"""Token patterns: what they match, and that they match what spaCy's Matcher matches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import LOWER
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from linter.engine.patterns import Step, compile_pattern, search
from linter.engine.types import Token
from linter.language import Tagger
from linter.model import Reading, Word

LISTS = {
    "kata": frozenset({"tersedianya", "dengan", "laporan", "baik", "data", "layanan"}),
    "akar": frozenset({"susun", "laksana", "tingkat", "layan", "verifikasi"}),
}
VOCAB = Vocab(lex_attr_getters={LOWER: str.lower})
Pattern = Sequence[dict[str, Any]]
Found = tuple[int, int] | None


def ours(pattern: Pattern, words: Sequence[Word]) -> Found:
    steps = compile_pattern(msgspec.convert(list(pattern), tuple[Token, ...]), LISTS)
    return search(steps, words, 0, len(words) - 1)


def document(words: Sequence[Word]) -> Doc:
    """Return spaCy's view of our words."""
    return Doc(VOCAB, words=[w.lower for w in words], tags=[w.tag for w in words], lemmas=[w.lemma for w in words])


def matcher(pattern: Pattern) -> Matcher:
    """Return spaCy's Matcher of one pattern."""
    made = Matcher(VOCAB)
    made.add("pola", [[spelled_out(token) for token in pattern]])
    return made


def spacys(found: Matcher, doc: Doc) -> Found:
    """Return the first and longest of the matches that spaCy's Matcher finds."""
    spans = [(start, -end) for _, start, end in found(doc, allow_missing=True) if end > start]
    return (min(spans)[0], -min(spans)[1] - 1) if spans else None


def spelled_out(token: dict[str, Any]) -> dict[str, Any]:
    """Return *token* with its lists written out, as spaCy wants them."""
    return {key: value if key == "OP" else _words_of(value) for key, value in token.items()}


def _words_of(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _words_of(inner)["IN"] if isinstance(inner, str) else inner for key, inner in value.items()}
    return {"IN": sorted(LISTS[value[1:]])} if value.startswith("@") else value


STATEMENTS, PATTERNS = 10_000, 50
Corpus = tuple[tuple[tuple[Word, ...], Doc], ...]


@pytest.fixture(scope="module")
def corpus(tagger: Tagger, texts: tuple[str, ...]) -> Corpus:
    """The words of 10,000 statements, ours and spaCy's: the labelled corpus, and halves of them joined anew."""
    halves = [text.split() for text in texts]
    pairs = (pair for step in (1, 2) for pair in zip(halves, halves[step:], strict=False))
    joined = (" ".join((*a[: len(a) // 2], *b[len(b) // 2 :])) for a, b in pairs)
    distinct = tuple(words for text in dict.fromkeys((*texts, *joined)) if (words := tagger.words(text)[1]))
    return tuple((words, document(words)) for words in distinct[:STATEMENTS])


def test_there_are_as_many_as_there_should_be(corpus: Corpus) -> None:
    patterns = yaml.safe_load((Path(__file__).parent / "patterns.yaml").read_text("utf-8"))
    assert (len(corpus), len({str(row["pattern"]) for row in patterns})) == (STATEMENTS, PATTERNS)


@pytest.mark.table("patterns.yaml")
def test_the_corpus_is_matched_as_spacy_matches_it(corpus: Corpus, name: str, pattern: Pattern) -> None:
    spacy = matcher(pattern)
    found = [ours(pattern, words) for words, _ in corpus]
    assert found == [spacys(spacy, doc) for _, doc in corpus]
    assert any(found) is (name != "never")


def said(text: str) -> tuple[Word, ...]:
    """Return words "a/N b c/V" with their tags; a word without one is an X."""
    parts = [part.partition("/") for part in text.split()]
    return tuple(
        Word(form, 2 * n, 2 * n + 1, Reading(form, tag or "X", form), tag or "X")
        for n, (form, _, tag) in enumerate(parts)
    )


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("[{LOWER: b}]", "a b c b", (1, 1)),
        ("[{LOWER: a}, {LOWER: b}]", "a c a b", (2, 3)),
        ("[{LOWER: a, OP: '?'}, {LOWER: b}]", "b a b", (0, 0)),
        ("[{LOWER: a, OP: '+'}]", "b a a a b a", (1, 3)),
        ("[{LOWER: a, OP: '+'}]", "b b", None),
        ("[{LOWER: a, OP: '*'}, {LOWER: b}]", "c a a b", (1, 3)),
        ("[{LOWER: a, OP: '*'}]", "b b", None),
        ("[{LOWER: a, OP: '!'}, {LOWER: b}]", "a b c b", (2, 3)),
        ("[{LOWER: a, OP: '!'}]", "a", None),
        ("[{TAG: N, OP: '+'}, {LOWER: b}]", "a/N b/N b/N", (0, 2)),
        ("[{OP: '+'}]", "a b c", (0, 2)),
        ("[]", "a b", None),
    ],
)
def test_the_first_and_longest_match(pattern: str, text: str, found: Found) -> None:
    assert ours(yaml.safe_load(pattern), said(text)) == found


def test_a_match_can_be_held_to_a_place() -> None:
    steps = compile_pattern(msgspec.convert([{"LOWER": "b"}], tuple[Token, ...]), {})
    words = said("a b c b")
    assert search(steps, words, 2, 3) == (3, 3)
    assert search(steps, words, 2, 2) is None
    assert search(steps, words, 0, 3, anchored=True) is None
    assert search(steps, words, 1, 3, anchored=True) == (1, 1)


FORMS = st.sampled_from("abc")
TOKENS = st.fixed_dictionaries(
    {},
    optional={
        "LOWER": st.one_of(FORMS, st.fixed_dictionaries({"IN": st.lists(FORMS, max_size=2)})),
        "TAG": st.one_of(FORMS, st.fixed_dictionaries({"NOT_IN": st.lists(FORMS, min_size=1, max_size=2)})),
        "OP": st.sampled_from("!?+*"),
    },
)


@given(st.lists(TOKENS, min_size=1, max_size=4), st.lists(st.tuples(FORMS, FORMS), min_size=1, max_size=7))
@settings(max_examples=400)
def test_any_pattern_matches_as_spacy_matches(pattern: Pattern, pairs: list[tuple[str, str]]) -> None:
    words = said(" ".join(f"{form}/{tag}" for form, tag in pairs))
    assert ours(pattern, words) == spacys(matcher(pattern), document(words))


def test_the_work_of_a_pattern_grows_with_the_text_and_no_faster() -> None:
    asked = 0

    def test(word: Word) -> bool:
        nonlocal asked
        asked += 1
        return word.lower == "a"

    steps = (*(Step(test, "*") for _ in range(4)), Step(lambda word: False, "1"))
    words = said("a " * 20)
    assert search(steps, words, 0, len(words) - 1) is None
    assert asked <= 4 * len(steps) * len(words) ** 2


CASES = Path(__file__).with_name("patterns.yaml")


def test_there_are_patterns_for_every_operator() -> None:
    patterns = [case["pattern"] for case in yaml.safe_load(CASES.read_text("utf-8"))]
    assert len(patterns) >= 20
    assert {token.get("OP") for pattern in patterns for token in pattern} == {None, "!", "?", "+", "*"}
