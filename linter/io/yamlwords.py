"""Says in the words of the product what libyaml says in its own about a fault in a YAML text."""

from __future__ import annotations

import msgspec

from linter.model import Said


class Fault(msgspec.Struct, frozen=True):
    """What is wrong and what to do; ``at_opening`` says to point at what was begun rather than at where it went wrong."""

    message: Said
    hint: Said | None = None
    at_opening: bool = False


def _quoted(char: str) -> Said:
    return Said(f"apit teks yang diawali {char} dengan tanda kutip", f"put a text that begins with {char} in quotes")


ALIAS = Fault(Said("alias (*) tidak didukung", "an alias (*) is not supported"), _quoted("*"), True)
ANCHOR = Fault(Said("jangkar (&) tidak didukung", "an anchor (&) is not supported"), _quoted("&"), True)
TAG = Fault(Said("tanda tipe (!) tidak didukung", "a type tag (!) is not supported"), _quoted("!"), True)

UNCLOSED_QUOTE = Said(
    "tanda kutip dibuka di sini dan tidak ditutup", "a quotation mark is opened here and never closed"
)

_QUOTE = Said("apit teks itu dengan tanda kutip", "put the text in quotes")
_QUOTE_OPEN = Fault(UNCLOSED_QUOTE, None, True)
_LAYOUT = Fault(
    Said("susunan tidak cocok di sini", "the layout does not fit here"),
    Said("periksa spasi di awal baris dan tanda kutip", "check the spaces at the start of the line and the quotes"),
)
_UNREADABLE = Fault(
    Said("penulisan YAML di sini tidak dapat dibaca", "the YAML cannot be read here"),
    Said(
        "periksa spasi di awal baris, titik dua, dan tanda kutip",
        "check the spaces at the start of the line, the colon and the quotes",
    ),
)
_COLON = Fault(Said("titik dua (:) tidak dapat dipakai di sini", "a colon (:) cannot be used here"), _QUOTE)
_TAB = Fault(
    Said("awal baris memakai tab", "the line begins with a tab"),
    Said("ganti tab dengan spasi", "use spaces in place of the tab"),
)

# words of libyaml's problem, words of its context, what is said of it; the first that fits
_FAULTS: tuple[tuple[str, str, Fault], ...] = (
    ("unexpected end of stream", "quoted scalar", _QUOTE_OPEN),
    ("unexpected document indicator", "quoted scalar", _QUOTE_OPEN),
    (
        "escape",
        "quoted scalar",
        Fault(
            Said("tanda \\ di dalam kutip ganda tidak dikenali", "a \\ in double quotes is not understood here"),
            Said("gunakan kutip tunggal", "use single quotes"),
        ),
    ),
    ("mapping values are not allowed", "", _COLON),
    (
        "expected ',' or ']'",
        "",
        Fault(
            Said("kurung siku [ dibuka di sini dan tidak ditutup", "a bracket [ is opened here and never closed"),
            Said("tutup dengan ], atau apit teks itu dengan tanda kutip", "close it with ], or put the text in quotes"),
            True,
        ),
    ),
    (
        "expected ',' or '}'",
        "",
        Fault(
            Said("kurung kurawal { dibuka di sini dan tidak ditutup", "a brace { is opened here and never closed"),
            Said("tutup dengan }, atau apit teks itu dengan tanda kutip", "close it with }, or put the text in quotes"),
            True,
        ),
    ),
    (
        "could not find expected ':'",
        "",
        Fault(
            Said("baris ini bukan pasangan 'kunci: nilai'", "this line is no pair of 'key: value'"),
            Said("periksa titik dua", "check the colon"),
            True,
        ),
    ),
    (
        "expected '-' indicator",
        "",
        Fault(
            Said(
                "butir daftar harus diawali '- ' pada kolom yang sama",
                "the entries of a list must begin with '- ' in the same column",
            )
        ),
    ),
    (
        "block sequence entries are not allowed",
        "",
        Fault(Said("butir daftar '- ' tidak dapat dipakai di sini", "an entry of a list '- ' cannot be used here")),
    ),
    ("expected key", "", _LAYOUT),
    ("expected <block end>", "", _LAYOUT),
    ("expected <document start>", "", _LAYOUT),
    ("", "scanning an alias", ALIAS),
    ("", "scanning an anchor", ANCHOR),
    ("", "tag", TAG),
    (
        "",
        "directive",
        Fault(Said("baris yang diawali % tidak didukung", "a line that begins with % is not supported"), _QUOTE, True),
    ),
    (
        "",
        "block scalar",
        Fault(
            Said(
                "teks sesudah | atau > harus dimulai pada baris baru dan menjorok",
                "the text after | or > must begin on a new line, with spaces before it",
            ),
            None,
            True,
        ),
    ),
)


def explain(problem: str, context: str, char: str, *, same_line: bool) -> Fault:
    """Return what to say of a fault.

    *problem* and *context* are libyaml's words, *char* the character at the problem; *same_line* says that this is in the
    line in which the context begins: there a colon is part of a text rather than the next key behind a missing bracket.
    """
    if char == ":" and same_line and "expected ','" in problem:
        return _COLON
    if "cannot start any token" in problem:
        if char == "\t":
            return _TAB
        return Fault(
            Said(f"nilai tidak dapat diawali '{char}'", f"a value cannot begin with '{char}'"),
            _QUOTE,
        )
    return next((fault for words, around, fault in _FAULTS if words in problem and around in context), _UNREADABLE)
