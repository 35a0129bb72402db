"""YAML and JSON as plain data with places, within bounds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.io.jsonsafe import load_json_tree
from linter.io.yamlsafe import load_tree
from linter.model import Said, UserError


def data(text: str) -> Any:
    return load_tree(text, "a.yaml").data


def fault(text: str, max_bytes: int = 1 << 20, max_depth: int = 40) -> UserError:
    with pytest.raises(UserError) as caught:
        load_tree(text, "a.yaml", max_bytes=max_bytes, max_depth=max_depth)
    assert caught.value.path == "a.yaml"
    return caught.value


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("0123", "0123"),
        ("2026-01-31", "2026-01-31"),
        ("1.000.000", "1.000.000"),
        ("1_000", "1_000"),
        ("0x1f", "0x1f"),
        ("+5", "+5"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("0,5", "0,5"),
        ("True", "True"),
        ("198001012005011001", 198001012005011001),
        ("9" * 30, "9" * 30),
        ("1e999", "1e999"),
        ('"1"', "1"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("-3", -3),
        ("0.80", 0.8),
        ("1e3", 1000.0),
    ],
)
def test_a_scalar_is_typed_as_in_yaml_1_2(scalar: str, value: object) -> None:
    found = data(f"a: {scalar}")["a"]
    assert (found, type(found)) == (value, type(value))


def test_a_word_that_yaml_1_1_takes_for_a_truth_value_is_a_key() -> None:
    assert data("no: 1\nya: 2\n1: 3\nnull: 4") == {"no": 1, "ya": 2, "1": 3, "null": 4}


def test_scalars_can_be_kept_as_written() -> None:
    text = "a: 0.50\nb: 090\nc: true\nd:\ne: ~\nf: 'null'"
    assert load_tree(text, "a.yaml", text_scalars=True).data == {
        "a": "0.50", "b": "090", "c": "true", "d": None, "e": None, "f": "null",
    }  # fmt: skip


def test_an_empty_text_is_nothing() -> None:
    assert data("") is data("# catatan\n") is None


def test_every_key_and_value_has_its_place() -> None:
    tree = load_tree("é: satu\r\ndaftar:\r\n  - dua\r\n  - {tiga: empat}\r\n", "a.yaml")
    assert tree.keys == {("é",): (1, 1), ("daftar",): (2, 1), ("daftar", 1, "tiga"): (4, 6)}
    assert tree.values[("é",)] == (1, 4)
    assert tree.values[("daftar", 0)] == (3, 5)
    assert tree.values[("daftar", 1, "tiga")] == (4, 12)
    assert tree.where(("daftar", 1, "tiga", "tak ada")) == (4, 12)


def test_a_line_separator_ends_no_line() -> None:
    tree = load_tree("a: satu\u2028dua\u0085tiga\nb: 1\n", "a.yaml")
    assert tree.data == {"a": "satu\u2028dua\u0085tiga", "b": 1}
    assert tree.keys[("b",)] == (2, 1)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: 1\nb: 2\na: 3", "dua kali", (3, 1)),
        ("x: {a: 1, 'a': 2}", "dua kali", (1, 11)),
        ("a: *b", "alias", (1, 4)),
        ("a: &b c", "jangkar", (1, 4)),
        ("a: !!python/object:os.system x", "tanda tipe", (1, 4)),
        ("<<: {a: 1}", "kunci gabung", (1, 1)),
        ("a: 1\n---\nb: 2", "beberapa dokumen", (2, 1)),
        ("? [a]\n: b", "kunci harus berupa teks", (1, 3)),
        ("? {a: b}\n: c", "kunci harus berupa teks", (1, 3)),
        ("? \n: a", "kosong", (1, 2)),
        ("a:\n\t- b", "tab", (2, 1)),
        ("a: Laporan: triwulan", "titik dua", (1, 11)),
        ('a: "Laporan\nb: c', "tanda kutip dibuka", (1, 4)),
        ("a: [b, c\nd: e", "kurung siku", (1, 4)),
        ("a: {b: c", "kurung kurawal", (1, 4)),
        ("why: {id: Satu: sebutan}", "titik dua", (1, 15)),
        ("a: [b: c: d]", "titik dua", (1, 9)),
        ("a: {b: c\nd: e}", "kurung kurawal", (1, 4)),
        ("a: @b", "diawali '@'", (1, 4)),
        ("a: b\nc\nd: e", "kunci: nilai", (2, 1)),
        ("- a\nb: c", "butir daftar", (2, 1)),
        ('a: "\\q"', "kutip ganda", (1, 5)),
        ("a: é\x0b", r"U\+000B", (1, 5)),
        ("a: \ud800", r"U\+D800", (1, 4)),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, word: str, place: tuple[int, int]) -> None:
    error = fault(text)
    assert (error.line, error.column) == place
    with pytest.raises(UserError, match=word):
        raise error


def test_a_tab_in_the_indentation_has_a_hint() -> None:
    assert fault("a:\n\tb: c").hint == Said("ganti tab dengan spasi", "use spaces in place of the tab")


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "[{a: ", "? "])
def test_deep_nesting_is_refused(unit: str) -> None:
    assert "terlalu dalam" in fault(unit * 100_000).message.id or "kunci harus" in fault(unit * 100_000).message.id


def test_an_alias_bomb_is_refused() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    assert "jangkar" in fault(bomb).message.id


def test_the_bounds_are_bytes_and_levels() -> None:
    assert "terlalu besar" in fault("a: é", max_bytes=4).message.id
    assert "terlalu dalam" in fault("[[[]]]", max_depth=2).message.id
    assert load_tree("[[]]", "a.yaml", max_depth=2).data == [[]]


def test_json_gives_the_same_data_and_places() -> None:
    tree = load_json_tree('{\n\t"a": [1, 0.5, true, null, "x\\t\\u00e9"],\n\t"b": {}\n}\n', "a.json")
    assert tree.data == {"a": [1, 0.5, True, None, "x\té"], "b": {}}
    assert tree.keys == {("a",): (2, 2), ("b",): (3, 2)}
    assert tree.values[("a", 4)] == (2, 28)


def test_json_numbers_can_be_kept_as_written() -> None:
    assert load_json_tree('{"target": 0.50}', "a.json", text_scalars=True).data == {"target": "0.50"}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ('{"a": 1, "a": 2}', "dua kali", (1, 10)),
        ('{"a": 1,}', "kunci di dalam kutip", (1, 9)),
        ("[1,]", "sebuah nilai", (1, 4)),
        ("[01]", "tidak dapat dibaca", (1, 2)),
        ('{"a" 1}', "titik dua", (1, 6)),
        ("{'a': 1}", "kutip ganda", (1, 2)),
        ("[1}", "kurung penutup", (1, 3)),
        ("{} x", "akhir berkas", (1, 4)),
        ('["a', "tidak ditutup", (1, 2)),
        ('["a\nb"]', "tidak sah", (1, 4)),
        ('"\\ud83d"', "setengah pasangan", (1, 1)),
        ('["a"', "terpotong", (1, 5)),
        ("[" * 100_000, "terlalu dalam", (1, 41)),
    ],
)
def test_a_fault_in_json_is_told_with_its_place(text: str, word: str, place: tuple[int, int]) -> None:
    with pytest.raises(UserError) as caught:
        load_json_tree(text, "a.json")
    assert word in str(caught.value)
    assert (caught.value.line, caught.value.column) == place


@given(st.one_of(st.text(), st.text("ab:-[]{}&*!|>'\"#%@, \n\t?1.", max_size=40)))
def test_any_text_gives_a_tree_or_one_clear_line(text: str) -> None:
    for load in (load_tree, load_json_tree):
        try:
            tree = load(text, "a")
        except UserError as error:
            assert error.path == "a"
        else:
            assert () in tree.values


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@given(JSON)
def test_json_is_read_as_the_standard_library_reads_it(value: object) -> None:
    import json

    for indent in (None, "\t"):
        text = json.dumps(value, ensure_ascii=False, indent=indent)
        if not any("\ud800" <= char <= "\udfff" for char in text):
            assert load_json_tree(text, "a").data == value
