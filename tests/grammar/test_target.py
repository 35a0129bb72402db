"""Targets as data, whatever the text and however long."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.app.resources import Resources, load_resources
from linter.grammar import TargetReader
from linter.grammar.target import target_inside
from linter.grammar.target_terminals import pieces
from linter.grammar.target_words import read_target_words
from linter.grammar.terminals import MAX_WORDS
from linter.language import Tagger, build_lexicon

GRAMMARS = load_resources(()).grammars
GRAMMAR, WORDS = GRAMMARS["target"], GRAMMARS["target-words"]
BARE = TargetReader(Tagger(build_lexicon({})), GRAMMAR, WORDS, frozenset())
"""A reader that knows no words."""


@pytest.fixture(scope="module")
def targets(resources: Resources, tagger: Tagger) -> TargetReader:
    """The reader of targets as it is shipped."""
    return TargetReader(tagger, GRAMMAR, WORDS, resources.rules.lists["predikat"], strict=True)


@pytest.mark.table("targets.yaml")
def test_target(
    targets: TargetReader, text: str, form: str, low: float | None, high: float | None, unit: str | None, more: Any
) -> None:
    target = targets.read(text)
    assert target is not None
    assert (target.form, target.low, target.high) == (form, low, high)
    assert target.unit == unit
    told = msgspec.to_builtins(target)
    for field, value in (more or {}).items():
        found = told[field]
        if isinstance(value, dict):
            found = {k: v for k, v in found.items() if v not in (None, "")}
        assert found == (tuple(value) if isinstance(value, list) else value), field


@pytest.mark.parametrize("text", [None, "", "  \t"])
def test_no_text_is_no_target(targets: TargetReader, text: str | None) -> None:
    assert targets.read(text) is None


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Jumlah laporan (3 dokumen).", "3 dokumen"),
        ("Jumlah laporan ( Target: 3 dokumen )", "3 dokumen "),
        ("Jumlah laporan (dokumen)", None),
        ("Jumlah laporan (3) tahunan", None),
        ("Jumlah laporan (3", None),
    ],
)
def test_a_target_stands_in_brackets_at_the_end(text: str, inside: str | None) -> None:
    assert target_inside(text) == inside


_FORMS = {
    "angka", "rentang", "batas", "tenggat", "frekuensi", "indeks", "predikat", "uang", "bulan", "naratif", "kosong",
}  # fmt: skip
_MORSELS = [
    "1", "12", "1.000", "1,5", "1.000,5.5", "90-95", "2x24", "1:20", "-5", "99/99/2024", "2025-12-31", "31-12-2025", "08.00",
    "%", "persen", "rp", "rupiah", "juta", "ribu", "x", "kali", "sekali", "per", "/", ":", "-", "–", "s.d.", "sampai dengan",
    "dua", "belas", "puluh", "ratus", "seratus", "setengah", "koma", "(", ")", "(satu)", "(baik)", "(seratus persen)", ";", ",",
    "dan", "≥", "≤", "±", "=", "minimal", "paling lambat", "di atas", "ke atas", "lebih", "antara", "dari", "skala", "nilai",
    "level", "iv", "predikat", "baik", "bb", "nihil", "tidak ada", "setiap", "tiap", "sebulan", "bulan", "hari", "kerja", "jam",
    "tanggal", "akhir", "tahun", "januari", "jan-des", "triwulan", "h-3", "sejak", "sebelum", "dalam", "laporan", "orang",
]  # fmt: skip
_TARGET_LIKE = st.lists(st.sampled_from(_MORSELS), max_size=14).flatmap(
    lambda morsels: st.sampled_from(["", " "]).map(lambda between: between.join(morsels))
)
_TEXTS = st.one_of(
    st.text(max_size=20),
    st.text("0123456789.,:%–-≥ RpsdhariMtkxa()/", max_size=24),
    st.from_regex(r"[0-9.,:/x-]{1,16}( ?%| jam| laporan)?", fullmatch=True),
    _TARGET_LIKE,
)


@settings(max_examples=400)
@given(_TEXTS)
def test_every_text_is_some_target_or_none(text: str) -> None:
    target = BARE.read(text)
    assert target is None or target.form in _FORMS


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TARGET_LIKE)
def test_the_bounds_of_a_target_are_in_order_and_its_date_is_one(targets: TargetReader, text: str) -> None:
    target = targets.read(text)
    for one in (target, *target.others) if target else ():
        assert one.low is None or one.high is None or one.low <= one.high
        assert one.moment is None or one.moment.month in (None, *range(1, 13))
        assert one.moment is None or one.moment.day in (None, *range(1, 32))


_LONG = ["(", ")", "()", "((a) ", "predikat ", "per ", "5 ", "12 laporan; ", "juta ", "5 juta juta ", "-", "minimal ", "satu ",
         "setiap bulan ", "1 : ", "5 % / ", "BB / ", "1 s.d. "]  # fmt: skip


@pytest.mark.parametrize("piece", _LONG)
def test_a_long_target_is_read_up_to_its_bound(
    targets: TargetReader, tagger: Tagger, resources: Resources, piece: str
) -> None:
    text = piece * 10_000
    words = read_target_words(WORDS, resources.rules.lists["predikat"])
    found = pieces(text, tagger, words)
    target = targets.read(text)
    assert len(found) <= MAX_WORDS + 2
    assert target is not None
    assert not target.complete


def test_what_a_target_is_looked_up_for_is_bounded(resources: Resources) -> None:
    assert read_target_words(WORDS, resources.rules.lists["predikat"]).longest <= 6
