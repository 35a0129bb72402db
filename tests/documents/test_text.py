"""Plain text: one physical line is one item."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.documents.blanks import is_blank, is_placeholder
from linter.documents.read import read_data
from linter.documents.text import TextOptions
from linter.model import Document, Item, Origin, Silence

Items = Callable[[str | bytes, str], list[Item]]


def test_a_line_is_kept_whole_and_counted_with_blank_lines_and_comments(items: Items) -> None:
    found = items("# catatan\n\n  1. Laporan tersusun;  \r\n#\n\tArsip tertata", "draf.txt")
    assert [(item.text, item.at) for item in found] == [
        ("  1. Laporan tersusun;  ", {"line": 3, "column": 1}),
        ("\tArsip tertata", {"line": 5, "column": 1}),
    ]
    assert {item.part for item in found} == {"rencana_kinerja"}
    assert len({item.id for item in found}) == 2


@pytest.mark.parametrize("char", ["\x0b", "\x85", "\u2028"])
def test_only_line_ends_end_an_item(items: Items, char: str) -> None:
    assert [item.text for item in items(f"Arsip{char}tertata\n", "draf.txt")] == [f"Arsip{char}tertata"]


def test_only_a_mark_with_a_space_at_the_start_is_a_comment(items: Items) -> None:
    found = items("#tagar\n # bukan catatan\n# catatan\n## bukan\n", "draf.txt")
    assert [item.text for item in found] == ["#tagar", " # bukan catatan", "## bukan"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b"# catatan\n#\n", " \t\xa0\u200b\n".encode()])
def test_nothing_and_comments_alone_give_no_items(items: Items, data: bytes) -> None:
    assert items(data, "draf.txt") == []


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("# skplint: abaikan C001 -- alasan saya", ("C001",), "alasan saya"),
        ("# skplint: abaikan C001, S001 verba-aktivitas", ("C001", "S001", "verba-aktivitas"), None),
        ("# SKPLINT: Abaikan C001 — alasan", ("C001",), "alasan"),
        ("# skplint: abaikan -- alasan", (), "alasan"),
        ("# skplint: abaikan", (), None),
        ("# skplint: abaikan C001--alasan", ("C001",), "alasan"),
        ("# skplint: abaikan C001 --alasan", ("C001",), "alasan"),
        ("# skplint: abaikan C001 - alasan - kami", ("C001",), "alasan - kami"),
        ("# skplint: abaikan verba-aktivitas–alasan", ("verba-aktivitas",), "alasan"),
        ("#  skplint:abaikan C001 -", ("C001",), None),
    ],
)
def test_a_silence_holds_for_the_next_item_alone(
    items: Items, comment: str, codes: tuple[str, ...], reason: str | None
) -> None:
    first, second = items(f"\n{comment}\n\n# lain\nMenyusun laporan\nMenyusun arsip\n", "draf.txt")
    assert first.silences == (Silence(codes, reason, comment, {"line": 2, "column": 1}, Origin(2, 1)),)
    assert second.silences == ()


@pytest.mark.parametrize(
    "line", ["#skplint: abaikan C001 -- x", " # skplint: abaikan C001", "# skplint abaikan C001", "skplint: abaikan C001",
             "#\tskplint: abaikan C001", "## skplint: abaikan C001", "# skplint: ignore C001"],
)  # fmt: skip
def test_what_is_meant_for_a_silence_is_an_unread_one_and_no_statement(items: Items, line: str) -> None:
    (item,) = items(f"{line}\nMenyusun laporan\n", "draf.txt")
    assert item.silences == (Silence((), None, line, {"line": 1, "column": 1}, Origin(1, 1), unread=True),)


def test_silences_add_up(items: Items) -> None:
    (item,) = items("# skplint: abaikan C001\n# skplint: abaikan S001 -- x\nMenyusun laporan\n", "draf.txt")
    assert [(silence.codes, silence.reason) for silence in item.silences] == [(("C001",), None), (("S001",), "x")]


def test_a_silence_that_no_text_follows_comes_by_itself(items: Items) -> None:
    _, left = items("Menyusun laporan\n# skplint: abaikan C001 -- x\n\n", "draf.txt")
    assert (left.part, left.text, left.at) == ("baris", "# skplint: abaikan C001 -- x", {"line": 2, "column": 1})
    assert [silence.codes for silence in left.silences] == [("C001",)]


@pytest.mark.parametrize("comment", ["# skplint: abaikanlah C001", "# tentang skplint: abaikan C001"])
def test_other_comments_silence_nothing(items: Items, comment: str) -> None:
    (item,) = items(f"{comment}\nMenyusun laporan\n", "draf.txt")
    assert item.silences == ()


def test_the_part_aspect_and_target_can_be_given() -> None:
    options = TextOptions(part="indikator", aspek="waktu", target="12 bulan")
    (document,) = read_data(b"Ketepatan waktu\n-\n", options=lambda _: options)
    assert isinstance(document, Document)
    assert document.path == "-"
    assert [(item.part, item.aspek, item.target) for item in document.items] == [
        ("indikator", "waktu", "12 bulan"),
        ("pengisi", "waktu", "12 bulan"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "--",
        " – ",
        ".....",
        "…",
        "x",
        "XX",
        "*",
        "(diisi dengan sasaran pada PK)",
        "[isi di sini]",
        "<Tuliskan RHK>",
    ],
)
def test_a_placeholder_is_known(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["", " ", "12", "xylem", "(M) Arsip tertata", "Isi arsip tertata", "(isian lengkap)"])
def test_other_texts_are_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


def test_invisible_characters_alone_are_blank() -> None:
    assert is_blank("\u200b\ufeff \x1a")
    assert not is_blank("\u200bx")


def test_a_hundred_thousand_lines_are_a_hundred_thousand_items(items: Items) -> None:
    found = items("Laporan tersusun tepat waktu\n" * 100_000, "draf.txt")
    assert len(found) == 100_000
    assert found[-1].at["line"] == 100_000


def test_a_line_of_a_megabyte_is_one_item(items: Items) -> None:
    (item,) = items("x y " * (1 << 18), "draf.txt")
    assert len(item.text) == 1 << 20


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_items_or_one_reason(data: bytes) -> None:
    (outcome,) = read_data(data)
    if isinstance(outcome, Document):
        assert all(item.text and item.at["line"] > 0 for item in outcome.items)
    else:
        assert outcome.fatal
        assert outcome.reason


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)))
def test_every_line_that_says_something_comes_back_unchanged(lines: list[str]) -> None:
    (document,) = read_data("\n".join(lines).encode())
    assert isinstance(document, Document)
    expected = [line for line in lines if not is_blank(line) and not line.startswith("# ") and line.rstrip() != "#"]
    first = expected and lines[0].startswith("\ufeff")
    found = [item.text for item in document.items]
    assert found[1:] == expected[1:] if first else found == expected
