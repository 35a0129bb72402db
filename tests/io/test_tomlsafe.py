"""TOML: the places of keys and values, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.io.tomlsafe import load_toml
from linter.model import Pointer, UserError

TEXT = """\
# sebuah komentar [bukan tabel]
profile = "dasar"  # x = 1
"fail-on" = 'info'
select = ["C",  # [
  "P001",
]
a.b = 1
lists = { kata = ["x"], "dua kata" = { salah = "benar" } }
[roots]
gavuk = "verba"
[[per-path]]
match = ["a"]
[[per-path]]
match = ["b", \"\"\"c
]d\"\"\"]
"""


@pytest.mark.parametrize(
    ("pointer", "key", "value"),
    [
        (("profile",), (2, 1), (2, 11)),
        (("fail-on",), (3, 1), (3, 13)),
        (("select", 1), None, (5, 3)),
        (("a", "b"), (7, 3), (7, 7)),
        (("lists", "kata", 0), None, (8, 19)),
        (("lists", "dua kata", "salah"), (8, 40), (8, 48)),
        (("roots", "gavuk"), (10, 1), (10, 9)),
        (("per-path", 0, "match"), (12, 1), (12, 9)),
        (("per-path", 1), None, (13, 3)),
        (("per-path", 1, "match", 1), None, (14, 15)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_keys_and_values_have_their_place(pointer, key, value, end):
    tree = load_toml(TEXT.replace("\n", end).encode(), "x.toml")
    assert tree.keys.get(pointer) == key
    assert tree.values[pointer] == value


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"# hanya komentar", b"\n\r\n"])
def test_a_file_that_says_nothing_is_an_empty_table(data):
    assert load_toml(data, "x.toml").data == {}


def test_a_byte_order_mark_is_passed_over():
    assert load_toml(b'\xef\xbb\xbfprofile = "dasar"', "x.toml").data == {"profile": "dasar"}


@pytest.mark.parametrize(
    ("data", "id", "en"),
    [
        (b"a", "x:1:2: sesudah kunci harus ada tanda =", "x:1:2: a key must be followed by ="),
        (
            b"a = dasar",
            "x:1:5: nilai ini tidak sah; apit teks dengan tanda kutip",
            "x:1:5: this value is not valid; put a",
        ),
        (
            b"a = 1\nb = {c = 2}\na = 3\nd = 4",
            "x:3:1: 'a' ditulis dua kali (pertama kali di baris 1)",
            "x:3:1: 'a' is given twice (first in line 1)",
        ),
        (b'[a]\nb = 1\n"b" = 2', "x:3:1: 'b' ditulis dua kali", "x:3:1: 'b' is given twice"),
        (b"a = {b = 1, b = 2}", "x:1:13: 'b' ditulis dua kali", "x:1:13: 'b' is given twice"),
        (b"[[a]]\nb = 1\n[[a]]\nb = 1\nb = 2", "x:5:1: 'b' ditulis dua kali", "x:5:1: 'b' is given twice"),
        (b"[a.b]\n[a]\n[a.b]", "x:3:4: 'b' ditulis dua kali", "x:3:4: 'b' is given twice"),
        (
            b"a = 1\na.b = 2\n",
            "x:2:8: kunci atau tabel ini ditulis dua kali",
            "x:2:8: this key or table is given twice",
        ),
        (b'a = "x', "x:1:5: tanda kutip dibuka di sini", "x:1:5: a quotation mark is opened here and never closed"),
        (b'a = "x"\nb = "y\nc = "z"', "x:2:5: tanda kutip dibuka di sini", "x:2:5: a quotation mark is opened"),
        (b"a = [\n  'x,\n]", "x:2:3: tanda kutip dibuka di sini", "x:2:3: a quotation mark is opened"),
        (b"a = '''x\nb = 1", "x:1:5: tanda kutip dibuka di sini", "x:1:5: a quotation mark is opened"),
        (b"a = [1", "x:1:7: tanda kurung belum ditutup", "x:1:7: a bracket is not closed"),
        (b"[a\nb = 1", "x:1:3: tanda kurung belum ditutup", "x:1:3: a bracket is not closed"),
        (b"a = 1 b = 2", "x:1:7: satu baris hanya memuat satu 'kunci = nilai'", "x:1:7: a line holds only one"),
        (b'a = "C:\\data"', "x:1:10: \\ dalam kutip ganda", "x:1:10: a \\ in double quotes"),
        (b"= 1", "x:1:1: baris ini bukan 'kunci = nilai'", "x:1:1: this line is not 'key = value'"),
        (
            b"a = " + b"9" * 5000,
            "x:1:5005: berkas ini bukan TOML yang sah di sini",
            "x:1:5005: this file is not valid TOML",
        ),
        (b"a = " + b"[" * 50_000, "x:1:45: susunan terlalu dalam", "x:1:45: nested deeper than 40 levels"),
        (b"a" + b".a" * 50_000 + b" = 1", "x:1:81: susunan terlalu dalam", "x:1:81: nested deeper than 40 levels"),
        (b"[a" + b".a" * 50_000 + b"]", "x:1:82: susunan terlalu dalam", "x:1:82: nested deeper than 40 levels"),
        ("a = 1".encode("utf-16"), "x: berkas TOML harus UTF-8, bukan utf-16", "x: TOML must be UTF-8, not utf-16"),
        (b'a = "caf\xe9"', "x: berkas TOML harus UTF-8, bukan cp1252", "x: TOML must be UTF-8, not cp1252"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(data, id, en):
    with pytest.raises(UserError) as caught:
        load_toml(data, "x")
    assert caught.value.said("id").startswith(id)
    assert caught.value.said("en").startswith(en)


@given(st.text("[]{}=.,#\"'\\ \n\rab1é", max_size=60))
def test_any_text_is_a_tree_or_an_error_with_its_place(text):
    try:
        tree = load_toml(text.encode(), "x")
    except UserError as error:
        assert error.path == "x" and error.line
    else:
        assert isinstance(tree.data, dict)


_KEYS = st.text("ab-_é .#'[", min_size=1, max_size=5)
_VALUES = st.recursive(
    st.text("a \"'[]{}=#,\\\n", max_size=6) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=4))
def test_every_key_and_value_of_a_document_has_a_place(data):
    text = "".join(f"{_quoted(key)} = {_written(value)}\n" for key, value in data.items())
    tree = load_toml(text.encode(), "x")
    assert tree.data == data
    for pointer, value in _walk((), data):
        line, column = tree.values[pointer] if pointer else (1, 1)
        assert not pointer or text.split("\n")[line - 1][column - 1 :].startswith(_written(value))
        assert not pointer or isinstance(pointer[-1], int) or pointer in tree.keys


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)} = {_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _walk(pointer: Pointer, value: object) -> Iterator[tuple[Pointer, object]]:
    yield pointer, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from _walk((*pointer, key), inner)
