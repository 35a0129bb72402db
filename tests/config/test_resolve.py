"""What holds for a path, and where it comes from."""

from __future__ import annotations

import pytest

from linter.config import NO_CONFIG, is_excluded, load, resolve

TEXT = """\
profile = "dasar"
ignore = ["S001"]
own-titles = ["Arsiparis"]
exclude = ["arsip/", "*.tmp.csv", "!penting.tmp.csv"]
[[per-path]]
match = ["tambahan/**", "lain.txt"]
ignore = ["C"]
own-titles = ["Bendahara"]
asal = "pk"
[[per-path]]
match = ["tambahan/2021/**"]
regime = "p8-2021-dasar"
asal = "katalog"
select = ["M"]
"""


@pytest.fixture
def config(write):
    write("skp/skplint.toml", TEXT)
    return load("skp/skplint.toml")


@pytest.mark.parametrize(
    ("path", "ignore", "asal", "titles"),
    [
        ("skp/draf.txt", ("S001",), "sendiri", ("Arsiparis",)),
        ("skp/tambahan/x.txt", ("S001", "C"), "pk", ("Arsiparis", "Bendahara")),
        ("skp/a/lain.txt", ("S001", "C"), "pk", ("Arsiparis", "Bendahara")),
        ("skp/tambahan/2021/x.txt", ("S001", "C"), "katalog", ("Arsiparis", "Bendahara")),
        ("tambahan/x.txt", ("S001",), "sendiri", ("Arsiparis",)),
        (None, ("S001",), "sendiri", ("Arsiparis",)),
    ],
)
def test_tables_hold_for_the_files_they_match(config, path, ignore, asal, titles):
    values = resolve(config, {}, path).values
    assert (values.ignore, values.asal, values.own_titles) == (ignore, asal, titles)


def test_an_option_wins_over_file_and_table_but_a_table_still_ignores(config):
    options = {"profile": "reviu", "ignore": ("P",), "select": ("A",), "regime": "p6-2022-kualitatif", "rules": ("r",)}
    values = resolve(config, options, "skp/tambahan/2021/x.txt").values
    assert (values.profile, values.regime, values.select) == ("reviu", "p6-2022-kualitatif", ("A",))
    assert values.ignore == ("P", "C")
    assert values.rules == ("r",)


def test_each_value_says_where_it_comes_from(config):
    sources = resolve(config, {"profile": "reviu"}, "skp/tambahan/x.txt").sources
    said = {
        key: [(s.kind, s.place.line if s.place else s.option) for s in sources[key]]
        for key in ("profile", "lang", "ignore", "asal")
    }
    assert said == {
        "profile": [("option", "--profile")],
        "lang": [("default", "")],
        "ignore": [("file", 2), ("per-path", 5)],
        "asal": [("per-path", 5)],
    }


@pytest.mark.parametrize(
    ("path", "is_folder", "left_out"),
    [
        ("skp/arsip", True, True),
        ("skp/a/arsip", True, True),
        ("skp/arsip/x.txt", False, True),
        ("skp/arsip", False, False),
        ("skp/a/b.tmp.csv", False, True),
        ("skp/penting.tmp.csv", False, False),
        ("skp", True, False),
        ("arsip", True, False),
    ],
)
def test_patterns_are_those_of_gitignore(config, path, is_folder, left_out):
    assert is_excluded(config, path, is_folder=is_folder) is left_out


def test_patterns_of_a_shared_file_count_from_the_folder_that_extends_it(write):
    write("bersama.toml", "[[per-path]]\nmatch = ['/tambahan/**']\nasal = 'pk'\n")
    write("unit/skplint.toml", "extends = '../bersama.toml'\n")
    config = load("unit/skplint.toml")
    assert resolve(config, {}, "unit/tambahan/x.txt").values.asal == "pk"
    assert resolve(config, {}, "tambahan/x.txt").values.asal == "sendiri"


def test_without_a_file_everything_is_default():
    resolved = resolve(NO_CONFIG, {}, "draf.txt")
    assert {s.kind for sources in resolved.sources.values() for s in sources} == {"default"}
