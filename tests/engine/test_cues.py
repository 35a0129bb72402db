"""Cues: they keep rules from being tried in vain, and never lose a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.app import Analyser
from linter.app.labelled import corpus
from linter.app.pipeline import documents
from linter.app.resources import Resources
from linter.app.sitting import checked_items
from linter.engine.cues import needed
from linter.engine.sieve import ALWAYS, Cues, Sieve
from linter.engine.types import Condition
from linter.engine.vocabulary import REGISTRY
from linter.io.data import data_dir
from linter.model import Checked, Document, Item

LISTS = {"nomina-tempat": frozenset({"gudang", "balai desa"}), "akar-uji": frozenset({"susun", "kaji"})}
PARTS = ("rencana_kinerja", "indikator", "target")
AT = {"line": 1, "column": 1}
DENAH = {"phrase": ["denah gudang"]}
FORM = {"fact": "form", "is": "nomina"}


@pytest.fixture(scope="module")
def thorough(resources: Resources) -> Iterator[Analyser]:
    """An analyser that tries every rule and every option of a ladder on every text."""
    asked: list[Cues | None] = []

    def nothing_needed(cues: Cues | None) -> int:
        asked.append(cues)
        return ALWAYS

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sieve, "bit", lambda sieve, cues: nothing_needed(cues))
        analyser = Analyser(resources=resources)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyser._judge._sieve, "bit", nothing_needed)
        yield analyser
    assert len(asked) > len(resources.rules.rules)


def test_a_text_of_the_corpus_is_judged_the_same_without_cues(analyser: Analyser, thorough: Analyser) -> None:
    items = [item for item, _ in corpus()]
    others = [msgspec.structs.replace(item, part=part) for item in items[::4] for part in PARTS if part != item.part]
    targets = [Item(item.target, "target", AT, rk=item.rk) for item in items if item.target]
    lost = [f"{i.part}: {i.text}" for i in (*items, *others, *targets) if analyser.check(i) != thorough.check(i)]
    assert lost == []


def test_a_document_is_judged_the_same_without_cues(analyser: Analyser, thorough: Analyser) -> None:
    folder = str(data_dir("corpus") / "contoh")
    judged = [
        [
            checked
            for found in documents([folder], lambda: b"")
            if isinstance(found, Document)
            for checked in checked_items(found, one)
        ]
        for one in (analyser, thorough)
    ]
    assert judged[0]
    assert judged[0] == judged[1]


PIECES = (
    "n", "a", "x", "/", "-", "?", ".", "…", "(", ")", "_", "9", "90.5", "31 Juni", "isi", "sda", "Dan", "dan", "Pak", "Gading",
    "di", "dikantor", "tata", "nya", "Menata", "gudang", "QXZ", "tepat waktu", "upload", "19850101 201001 1 001", "untuk",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(("", " ")), st.sampled_from(PARTS))
@example(["n", "/", "a"], "", "rencana_kinerja")
@example(["?", "?", "?", "?"], " ", "indikator")
@example(["NIP", "198501012010011001"], "", "rencana_kinerja")
def test_a_strange_text_is_judged_the_same_without_cues(
    analyser: Analyser, thorough: Analyser, pieces: list[str], between: str, part: str
) -> None:
    item = Item(between.join(pieces), part, AT)
    assert told(analyser.check(item)) == told(thorough.check(item))


def told(checked: Checked) -> tuple[Any, ...]:
    """Return the rule that decided the class, and of each note its rule, span and better sentences."""
    notes = [(f.code, f.start, f.end, f.suggestions) for f in checked.findings]
    return (checked.verdict and checked.verdict.decided_by, *notes)


@pytest.mark.parametrize(
    ("when", "cues"),
    [
        ({"phrase": ["denah gudang", "peta gudang"]}, {"gudang"}),
        ({"phrase": ["denah gudang", "denah", "peta"]}, {"denah", "peta"}),
        ({"phrase": ["yang di gudang"]}, {"gudang"}),
        ({"phrase": ["dan yang"]}, {"yang"}),
        ({"fact": "verb_root", "in": "@akar-uji"}, {"√susun", "√kaji"}),
        ({"fact": "object_head", "is": "tepat waktu"}, {"tepat"}),
        ({"fact": "slash_choice", "exists": True}, {"#/"}),
        ({"fact": "glued_place", "exists": True}, {"digudang", "dibalai", "kegudang", "kebalai"}),
        ({"fact": "glued_place", "exists": False}, None),
        ({"pattern": [{"LEMMA": {"IN": ["susun"]}}, {"LOWER": "denah", "OP": "?"}]}, {"√susun"}),
        ({"pattern": [{"LOWER": "denah"}, {"LOWER": {"NOT_IN": ["gudang"]}}]}, {"denah"}),
        ({"pattern": [{"LOWER": "denah", "OP": "!"}]}, None),
        ({"pattern": [{"TAG": "NUM"}]}, None),
        ({"all": [FORM, DENAH]}, {"gudang"}),
        ({"all": [{"fact": "verb_root", "in": ["susun", "kaji"]}, DENAH]}, {"gudang"}),
        ({"any": [DENAH, {"phrase": ["peta"]}]}, {"gudang", "peta"}),
        ({"any": [DENAH, FORM]}, None),
        ({"not": DENAH}, None),
        ({"some": DENAH}, None),
        ({"fact": "verb_root", "not_in": ["susun"]}, None),
    ],
)
def test_the_cues_without_which_a_condition_cannot_hold(when: dict[str, Any], cues: set[str] | None) -> None:
    assert needed(msgspec.convert(when, Condition), LISTS, REGISTRY) == cues
