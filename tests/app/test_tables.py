"""The two tables that define the classes (corpus/gold/tabel-*.jsonl): every row, for its reason, however it is typed."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from linter.app import Analyser

ROOT = Path(__file__).resolve().parents[2]
ROWS = {
    row["id"]: row
    for name in ("tabel-s4.jsonl", "tabel-s1.jsonl")
    for row in map(json.loads, (ROOT / "corpus" / "gold" / name).read_text("utf-8").splitlines())
}
REASONS = {
    # id: (class, rule that decides, why)
    "s4-01": ("aktivitas", "C001", "an active verb first"),
    "s4-02": ("kategori", "C004", "layanan is a line of work; penerbitan only says which"),
    "s4-03": ("pencapaian", "C102", "a thing, di-, and how"),
    "s4-04": ("kategori", "C003", "two action nouns and nothing they act on"),
    "s4-05": ("pencapaian", "C102", "an action noun first, but di- and a time decide"),
    "s4-06": ("kategori", "C003", "a bare action noun"),
    "s4-07": ("aktivitas", "C002", "an action noun with terhadap and its object"),
    "s4-08": ("pencapaian", "C101", "an active verb, but a third party acts"),
    "s4-09": ("pencapaian", "C100", "that something does not exist"),
    "s4-10": ("aktivitas", "C001", "an active verb first"),
    "s4-11": ("pencapaian", "C112", "a deliverable; the verb stands inside untuk"),
    "s4-12": ("aktivitas", "C002", "fasilitasi acts on something, layanan does not"),
    "s4-13": ("aktivitas", "C001", "an active verb first, in Title Case"),
    "s4-14": ("pencapaian", "C102", "the light verb dilakukan is saved by how it is done"),
    "s4-15": ("kategori", "C003", "a bare action noun"),
    "s4-16": ("pencapaian", "C102", "a product, di-, and a time"),
    "s4-17": ("pencapaian", "C111", "a state of someone, with no verb at all"),
    "s4-18": ("aktivitas", "C001", "an active verb first; konsultasi stands inside untuk"),
    "s4-19": ("aktivitas", "C001", "an active verb first"),
    "s1-01": ("aktivitas", "C001", "an active verb first"),
    "s1-02": ("aktivitas", "C001", "an active verb first"),
    "s1-03": ("aktivitas", "C002", "two action nouns joined by a slash, with terhadap"),
    "s1-04": ("aktivitas", "C001", "an active verb first"),
    "s1-05": ("pencapaian", "C101", "an active verb, but a third party acts"),
    "s1-06": ("pencapaian", "C102", "a product, di-, and a time"),
    "s1-07": ("pencapaian", "C102", "a thing, di-, and how"),
    "s1-08": ("pencapaian", "C112", "a deliverable; the verb stands inside untuk"),
}
TYPED = {
    "upper case": str.upper,
    "lower case": str.lower,
    "title case": str.title,
    "numbered": lambda text: f"3. {text}",
    "lettered": lambda text: f"a) {text}",
    "bulleted": lambda text: f"• {text}",
    "with a stop": lambda text: text.rstrip(".") + ".",
    "without a stop": lambda text: text.rstrip("."),
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "space around": lambda text: f"\t{text} ",
    "no space behind a slash": lambda text: text.replace("/ ", "/"),
    "spaces around a slash": lambda text: re.sub(r"\s*/\s*", " / ", text),
}


def test_every_row_of_the_tables_has_its_reason() -> None:
    assert set(REASONS) == set(ROWS)
    assert len([name for name in ROWS if name.startswith("s4")]) == 19


@pytest.mark.parametrize(
    ("name", "class_", "rule"),
    [pytest.param(name, class_, rule, id=f"{name} {why}") for name, (class_, rule, why) in REASONS.items()],
)
def test_a_row_has_its_class_for_its_reason(analyser: Analyser, name: str, class_: str, rule: str) -> None:
    verdict = analyser.check_text(ROWS[name]["text"]).verdict
    assert verdict is not None
    assert (verdict.class_, verdict.semu) == (class_, False) == (ROWS[name]["class"], ROWS[name]["semu"])
    assert verdict.decided_by == rule


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("how", TYPED)
def test_how_it_is_typed_changes_nothing(analyser: Analyser, name: str, how: str) -> None:
    plain, typed = analyser.check_text(ROWS[name]["text"]), analyser.check_text(TYPED[how](ROWS[name]["text"]))
    assert plain.verdict == typed.verdict
    assert [f.code for f in plain.findings if f.code[0] != "E"] == [f.code for f in typed.findings if f.code[0] != "E"]


def test_no_rule_list_grammar_or_word_table_holds_one_of_the_sentences() -> None:
    folders = ("rules", "grammars", "linter")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in FILES]
    assert len(files) > 100
    for path in files:
        text = normal(path.read_text("utf-8"))
        for name, row in ROWS.items():
            if " " in row["text"]:  # "Sosialisasi" and "Pengawasan" are words
                assert f" {normal(row['text'])} " not in f" {text} ", f"{path} repeats {name}"


FILES = {".yaml", ".txt", ".tsv", ".lark", ".py", ".json"}


def normal(text: str) -> str:
    """Return the words of *text* and nothing else."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))
