"""Which bytes are text, and what is said of those that are not."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.io.decode import decode, encode, encoding_of
from linter.model import UserError

LINE = "Laporan tersusun – tepat waktu\r\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252"])
def test_an_eight_bit_encoding_is_recognised(codec: str) -> None:
    assert decode(LINE.encode(codec), "draf.txt") == LINE


@pytest.mark.parametrize(("mark", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_with_a_mark_is_recognised(mark: bytes, codec: str) -> None:
    assert decode(mark + LINE.encode(codec), "draf.txt") == LINE


def test_only_the_mark_is_taken_off() -> None:
    assert decode(b"\xef\xbb\xbf \xef\xbb\xbfa \n", "draf.txt") == " \ufeffa \n"


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"", "draf.txt") == ""


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"Laporan\x00tersusun", "biner"),
        (b"\x01\x02\x03\x04\x05abc", "biner"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (b"\xff\xfea\x00\x00\x00", "biner"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
        ("Laporan".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_what_is_not_text_is_named(data: bytes, word: str) -> None:
    with pytest.raises(UserError, match=word) as caught:
        decode(data, "draf.txt")
    assert caught.value.path == "draf.txt"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_a_byte_that_no_encoding_knows_is_an_error_with_its_line(byte: int) -> None:
    with pytest.raises(UserError, match="penyandian") as caught:
        decode(b"baris satu\nbaris " + bytes([byte]) + b"dua\n", "draf.txt")
    assert caught.value.line == 2


def test_damaged_utf_8_is_not_read_as_cp1252() -> None:
    sound = "Target 90–95 % – tepat waktu".encode()
    with pytest.raises(UserError, match="penyandian"):
        decode(sound + b"\xe2\x80", "draf.txt")


def test_mostly_high_bytes_are_no_cp1252_text() -> None:
    with pytest.raises(UserError, match="penyandian"):
        decode("Отчёт готов".encode("koi8-r"), "draf.txt")


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    assert decode(b"Laporan\x0btersusun\x1a", "draf.txt") == "Laporan\x0btersusun\x1a"


def test_a_large_text_is_decided_by_all_of_it() -> None:
    assert decode(b"a" * 3_000_000 + b"\x96", "draf.txt").endswith("a–")


@given(st.binary())
def test_any_bytes_give_a_text_or_one_clear_line(data: bytes) -> None:
    try:
        text = decode(data, "draf.txt")
    except UserError as error:
        assert error.path == "draf.txt"
    else:
        assert "\0" not in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "draf.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        *(LINE.encode(codec) for codec in ("utf-8", "utf-8-sig", "cp1252")),
        b"\xff\xfe" + LINE.encode("utf-16-le"),
        b"\xfe\xff" + LINE.encode("utf-16-be"),
        b"\xef\xbb\xbf\xef\xbb\xbfa",
        b"",
    ],
)
def test_what_was_decoded_is_encoded_as_it_was(data: bytes) -> None:
    codec = encoding_of(io.BytesIO(data), "draf.txt")
    assert encode(decode(data, "draf.txt"), codec, data) == data


def test_a_character_that_an_encoding_lacks_is_not_encoded() -> None:
    assert encode("≥", "cp1252") is None
