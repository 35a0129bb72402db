"""A thousand rule files made by breaking sound ones: each loads, or is refused with its place; none hangs, none crashes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.app import Analyser
from linter.app.layers import OTHER_KINDS
from linter.app.resources import Resources
from linter.engine import Data, Facts, Judge, ListFile, build_rules
from linter.engine.lists import read_lists
from linter.io.yamlsafe import load_tree
from linter.language import Inflection, Lexicon
from linter.model import Header, Item, Tree, UserError

RULES = Path(__file__).resolve().parents[2] / "rules"
FILES = [path for path in sorted(RULES.glob("*/[A-Z]???-*.yaml")) if "\nreplaces:" not in path.read_text("utf-8")]
FILES_A_SEED, SEEDS = 20, 50
NOISE = [*"{[]}:-#|>é\t\0\n\u2028\ud800", '"', "'", "&a", "*a", "!!x", "   "]
TEXTS = ("Menyusun laporan keuangan", "Tersusunnya laporan dengan baik", "Rapat bulanan", "Jumlah laporan", "", "x")

VALUES = ["true", "null", "[]", "{}", "''", "-1", "1e999", "'x'", "[[1]]", "{a: b}", "0x1F", "2026-01-01", "~", "yes"]

Mutation = Callable[[random.Random, list[str]], list[str]]


def dropped(choose: random.Random, lines: list[str]) -> list[str]:
    at = choose.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def doubled(choose: random.Random, lines: list[str]) -> list[str]:
    at = choose.randrange(len(lines))
    return [*lines[:at], lines[at], *lines[at:]]


def swapped(choose: random.Random, lines: list[str]) -> list[str]:
    one, other = choose.randrange(len(lines)), choose.randrange(len(lines))
    out = list(lines)
    out[one], out[other] = out[other], out[one]
    return out


def indented(choose: random.Random, lines: list[str]) -> list[str]:
    at = choose.randrange(len(lines))
    line = lines[at]
    return [*lines[:at], choose.choice(["  " + line, line.lstrip(), line[1:]]), *lines[at + 1 :]]


def another_value(choose: random.Random, lines: list[str]) -> list[str]:
    at = choose.randrange(len(lines))
    key, colon, _ = lines[at].partition(":")
    return [*lines[:at], f"{key}{colon or ':'} {choose.choice(VALUES)}", *lines[at + 1 :]]


def noisy(choose: random.Random, lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    at = choose.randrange(len(text) + 1)
    return (text[:at] + choose.choice(NOISE) + text[at + choose.randrange(3) :]).split("\n")


def cut(choose: random.Random, lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    return text[: choose.randrange(len(text))].split("\n")


def misspelt(choose: random.Random, lines: list[str]) -> list[str]:
    text = list("\n".join(lines))
    at = choose.randrange(len(text))
    text[at] = choose.choice("abcdefghijklmnopqrstuvwxyz_0@")
    return "".join(text).split("\n")


MUTATIONS: Sequence[Mutation] = (dropped, doubled, swapped, indented, another_value, noisy, cut, misspelt)


def mutated(choose: random.Random, text: str) -> str:
    """Return *text* broken in one way or two."""
    lines = text.split("\n")
    for mutation in choose.choices(MUTATIONS, k=choose.randint(1, 2)):
        lines = mutation(choose, lines) or [""]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def lists(resources: Resources) -> dict[str, ListFile]:
    """The word lists that rules name, with a word or a pair each."""
    pairs = resources.rules.pairs
    texts = {name: "kata\tganti\n" if pairs[name] else "kata\n" for name in resources.rules.lists}
    return {name: ListFile(text, f"{name}.txt") for name, text in texts.items()}


@pytest.fixture(scope="module")
def around(resources: Resources, lists: dict[str, ListFile]) -> Data:
    """What a rule needs to be loaded by itself."""
    folders = {kind: [load_tree(f.read_text("utf-8"), f.name) for f in sorted((RULES / kind).glob("*.yaml"))]
               for kind in ("regimes", "measures", "sources", "ladders")}  # fmt: skip
    return Data(lists=lists, **folders)


def outcome(text: str, name: str, around: Data, analyser: Analyser, inflection: Inflection) -> str:
    """Return "loaded", after a rule has judged, or "refused" where the error has a place; else it is a fault of ours."""
    try:
        tree = load_tree(text, name)
        rules = build_rules(msgspec.structs.replace(around, rules=[tree]))
    except UserError as error:
        assert error.path is not None
        assert error.line is not None and error.line >= 1, error
        assert error.column is not None and error.column >= 1, error
        assert error.message.id and "\n" not in str(error)
        return "refused"
    judge = Judge(rules, tuple(rules.rules.values()), inflection)
    part = next(iter(rules.rules.values())).file.parts[0]
    for said in TEXTS:
        item = Item(said, part, {"line": 1, "column": 1}, target="12 laporan")
        facts = Facts(
            item, analyser.reader.parse(said), Header(duties=("Menyusun laporan",)), "p6-2022-kuantitatif", rules.lists
        )
        for finding in judge.judge(facts)[1]:
            assert 0 <= finding.start <= finding.end <= len(said)
    return "loaded"


@pytest.fixture(scope="module")
def tried(around: Data, analyser: Analyser, lexicon: Lexicon) -> Callable[[str, str], str]:
    """Give the outcome of the text of a rule file and its name."""
    inflection = Inflection(lexicon)
    return lambda text, name: outcome(text, name, around, analyser, inflection)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_broken_rule_loads_or_is_refused_with_its_place(tried: Callable[[str, str], str], seed: int) -> None:
    choose = random.Random(seed)
    for path in choose.choices(FILES, k=FILES_A_SEED):
        text = mutated(choose, path.read_text("utf-8"))
        assert tried(text, path.name) in ("loaded", "refused")


def test_the_mutations_do_break_something(tried: Callable[[str, str], str]) -> None:
    choose = random.Random(0)
    files = choose.choices(FILES, k=100)
    found = [tried(mutated(choose, path.read_text("utf-8")), path.name) for path in files]
    assert found.count("refused") > 30
    assert found.count("loaded") > 5
    assert {tried(path.read_text("utf-8"), path.name) for path in FILES} == {"loaded"}


OTHERS = [path for kind in OTHER_KINDS for path in sorted((RULES / kind).glob("*.yaml"))]


def other_outcome(text: str, broken: Path, around: Data, rules: Sequence[Tree]) -> str:
    """Return "loaded" or "refused" for a set in which the file *broken* has another text."""

    def trees(kind: str) -> list[Tree]:
        files = sorted((RULES / kind).glob("*.yaml"))
        return [load_tree(text if f == broken else f.read_text("utf-8"), str(f)) for f in files]

    try:
        kinds = {kind: trees(kind) for kind in OTHER_KINDS}
        build_rules(Data(rules, around.lists, **kinds))
    except UserError as error:
        assert error.path is not None and error.line is not None and error.column is not None, error
        return "refused"
    return "loaded"


@pytest.mark.parametrize("broken", OTHERS, ids=lambda path: path.stem)
def test_so_do_the_files_beside_rules(around: Data, broken: Path) -> None:
    choose = random.Random(broken.name)
    rules = [load_tree(path.read_text("utf-8"), str(path)) for path in sorted(RULES.glob("*/[A-Z]???-*.yaml"))]
    found = [other_outcome(mutated(choose, broken.read_text("utf-8")), broken, around, rules) for _ in range(20)]
    assert set(found) <= {"loaded", "refused"}
    assert "refused" in found


@given(st.text(st.sampled_from("ab \t\n#\r\u2028é"), max_size=60))
def test_any_list_is_read_or_refused_with_its_line(text: str) -> None:
    try:
        words, _ = read_lists({"uji": ListFile(text, "uji.txt")})
    except UserError as error:
        assert error.path == "uji.txt" and error.line is not None
    else:
        assert all(word and word == word.strip() for word in words["uji"])
