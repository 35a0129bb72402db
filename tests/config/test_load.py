"""Finding and reading configurations."""

from __future__ import annotations

import re
import tomllib

import pytest

from linter.config import ConfigFile, is_other, load, nearest
from linter.config.find import display, find
from linter.config.keys import toml
from linter.config.template import template
from linter.model import Said, UserError


@pytest.mark.table("faults.yaml")
def test_what_is_wrong_is_told_at_its_place_in_both_languages(write, toml, id, en):
    write("x.toml", toml)
    with pytest.raises(UserError) as caught:
        load("x.toml")
    assert (caught.value.said("id"), caught.value.said("en")) == (id, en)


def test_a_file_that_is_missing_or_a_folder_is_named(write):
    write("a/x.toml")
    for name, said in (("b.toml", "tidak ditemukan"), ("a", "ini folder, bukan berkas")):
        with pytest.raises(UserError, match=rf"^{name}: .*{said}"):
            load(name)


@pytest.mark.parametrize(
    ("there", "path", "found"),
    [
        (("skplint.toml",), "draf.txt", "skplint.toml"),
        (("skplint.toml",), "a/b/draf.txt", "skplint.toml"),
        (("skplint.toml",), "a/b", "skplint.toml"),
        (("skplint.toml", "a/skplint.toml"), "a/b/draf.txt", "a/skplint.toml"),
        (("skplint.toml", "a/skplint.toml"), "a/../draf.txt", "skplint.toml"),
        (("pyproject.toml",), "draf.txt", "pyproject.toml"),
        (("skplint.toml", "pyproject.toml"), "draf.txt", "skplint.toml"),
        (("skplint.toml", "a/pyproject.toml"), "a/draf.txt", "a/pyproject.toml"),
    ],
)
def test_the_nearest_file_upward_is_found(write, there, path, found):
    write("a/b/draf.txt")
    for name in there:
        write(name, "[tool.skplint]\n" if name.endswith("pyproject.toml") else "")
    assert display(find(path) or "") == found


@pytest.mark.parametrize("text", ["[tool.ruff]\n", "[project]\nname = 'skplint'\n", "rusak = \n", "\0"])
def test_a_pyproject_without_our_table_is_passed_over(write, text):
    write("skplint.toml")
    write("a/pyproject.toml", text)
    assert display(find("a") or "") == "skplint.toml"


def test_a_broken_pyproject_of_ours_is_no_silent_default(write):
    write("pyproject.toml", "[tool.skplint]\nprofile = dasar\n")
    with pytest.raises(UserError, match=r"pyproject\.toml:2:11: nilai ini tidak sah"):
        nearest(["draf.txt"])


def test_our_table_in_a_pyproject_is_read_with_its_places(write):
    write("pyproject.toml", "[project]\nname = 'x'\n[tool.skplint]\nprofile = 'dasar'\n")
    config = load("pyproject.toml")
    assert (config.values.profile, config.sources["profile"][0].line) == ("dasar", 4)
    write("pyproject.toml", "[tool.skplint]\nprofil = 'dasar'\n")
    with pytest.raises(UserError, match=r"pyproject\.toml:2:1: kunci 'profil' tidak dikenal"):
        load("pyproject.toml")
    write("pyproject.toml", "[tool]\nskplint = 3\n")
    with pytest.raises(UserError, match=r"tool\.skplint harus berupa tabel"):
        load("pyproject.toml")


@pytest.mark.parametrize("name", ["a" * 400, "a\0b", "\udcff", ""])
def test_a_name_that_no_file_can_have_has_the_configuration_of_its_folder(write, name):
    write("skplint.toml")
    assert display(find(name) or "") == "skplint.toml"


def test_inputs_of_one_configuration_share_it_and_others_are_refused(write):
    write("skplint.toml", 'profile = "dasar"')
    write("b/skplint.toml")
    assert nearest(["a/x.txt", "y.txt"]).values.profile == "dasar"
    with pytest.raises(UserError) as caught:
        nearest(["a/x.txt", "b/y.txt"])
    assert caught.value.said("en").startswith(
        "these inputs have different configurations: a/x.txt → skplint.toml, b/y.txt → b/skplint.toml"
    )


def test_what_lies_under_another_configuration_is_told_from_what_does_not(write):
    write("skplint.toml")
    write("b/skplint.toml")
    found = nearest(["."])
    assert (is_other(found, "a"), is_other(found, "b")) == (False, True)
    assert not is_other(load("skplint.toml"), "b"), "one that was chosen holds everywhere"


def test_what_is_extended_is_replaced_in_its_choices_and_grows_in_its_words(write):
    write(
        "bersama/dasar.toml",
        "profile = 'dasar'\nlang = 'en'\nignore = ['S001']\nterms = ['laik fungsi']\nrules = ['aturan']\n"
        "roots = {gavuk = 'verba'}\nlists = {kata-kabur = ['sip'], lain = {a = 'b'}}\n[[per-path]]\nmatch = ['x']\n",
    )
    write("bersama/aturan/lists/kata.txt")
    write(
        "unit/skplint.toml",
        "extends = '../bersama/dasar.toml'\nprofile = 'reviu'\nignore = ['C']\nterms = ['tertib ukur']\n"
        "roots = {plorin = 'dokumen'}\nlists = {kata-kabur = ['oke'], lain = ['c']}\n[[per-path]]\nmatch = ['y']\n",
    )
    config = load("unit/skplint.toml")
    values = config.values
    assert (values.profile, values.lang, values.ignore) == ("reviu", "en", ("C",))
    assert values.terms == ("laik fungsi", "tertib ukur")
    assert values.roots == {"gavuk": "verba", "plorin": "dokumen"}
    assert values.lists == {"kata-kabur": ("sip", "oke"), "lain": {"a": "b", "c": ""}}
    assert values.rules == ("bersama/aturan",), "from the file that says so"
    assert [o.says.match for o in config.overrides] == [("x",), ("y",)]
    assert [(p.path, p.line) for p in config.sources["terms"]] == [("bersama/dasar.toml", 4), ("unit/skplint.toml", 4)]
    assert [(p.path, p.line) for p in config.sources["ignore"]] == [("unit/skplint.toml", 3)]


def test_a_circle_of_three_is_refused_where_it_closes(write):
    for name, base in (("a", "b"), ("b", "c"), ("c", "a")):
        write(f"{name}.toml", f"extends = '{base}.toml'")
    with pytest.raises(UserError, match=r"^c\.toml:1:11: .*: a\.toml → b\.toml → c\.toml → a\.toml$"):
        load("a.toml")


@pytest.mark.parametrize(("lang", "rung"), [("id", "Mulailah di sini."), ("en", "Begin here.")])
def test_the_file_of_init_changes_nothing_and_is_valid_when_its_keys_are_freed(write, lang, rung):
    ladder = [("dasar", Said("Mulailah di sini.", "Begin here.")), ("lengkap", Said("Naik bila bersih.", "Climb."))]
    text = template(ladder, lang)
    write("skplint.toml", text)
    assert load("skplint.toml").values == ConfigFile()
    freed = re.sub(r"^#(?! )", "", text, flags=re.MULTILINE)
    write("a/aturan-kami/lists/kata.txt")
    write("bersama.toml")
    write("a/skplint.toml", freed)
    config = load("a/skplint.toml")
    assert set(config.sources) == {field.replace("_", "-") for field in ConfigFile.__struct_fields__}
    assert f"#     dasar: {rung}" in text


def test_the_file_of_init_is_of_one_language():
    comments = "".join(line for line in template([], "en").splitlines(keepends=True) if line.startswith("# "))
    assert "# Language of reports and messages." in comments
    assert not re.search(r"\b(yang|dan|dari|atau|berkas|aturan)\b", comments)


@pytest.mark.parametrize(
    "value",
    [
        "",
        'kata "kabur"',
        "C:\\arsip",
        "a\x01\x7f\x1f",
        [],
        ["a", "b"],
        {},
        {"k.l": "kas lama", "s-p_1": "surat", "": "a b"},
    ],
)
def test_a_value_is_shown_as_toml(value):
    assert tomllib.loads(f"a = {toml(value)}") == {"a": value}
