"""Says in Indonesian what libyaml says in English about a fault in a YAML text."""

from __future__ import annotations

_QUOTE = "apit teks itu dengan tanda kutip"

# (words of libyaml's problem, words of its context, message, hint, whether the opening is the place to point at)
_FAULTS: tuple[tuple[str, str, str, str | None, bool], ...] = (
    ("unexpected end of stream", "quoted scalar", "tanda kutip dibuka di sini dan tidak ditutup", None, True),
    ("unexpected document indicator", "quoted scalar", "tanda kutip dibuka di sini dan tidak ditutup", None, True),
    ("escape", "quoted scalar", "tanda \\ di dalam kutip ganda tidak dikenali", "gunakan kutip tunggal", False),
    ("mapping values are not allowed", "", "titik dua (:) tidak dapat dipakai di sini", _QUOTE, False),
    ("expected ',' or ']'", "", "kurung siku [ dibuka di sini dan tidak ditutup", _QUOTE, True),
    ("expected ',' or '}'", "", "kurung kurawal { dibuka di sini dan tidak ditutup", _QUOTE, True),
    ("could not find expected ':'", "", "baris ini bukan pasangan 'kunci: nilai'", "periksa titik dua", True),
    ("expected '-' indicator", "", "butir daftar harus diawali '- ' pada kolom yang sama", None, False),
    ("block sequence entries are not allowed", "", "butir daftar '- ' tidak dapat dipakai di sini", None, False),
    ("expected key", "", "susunan tidak cocok di sini", "periksa indentasi dan tanda kutip", False),
    ("expected <block end>", "", "susunan tidak cocok di sini", "periksa indentasi dan tanda kutip", False),
    ("expected <document start>", "", "susunan tidak cocok di sini", "periksa indentasi dan tanda kutip", False),
    ("", "scanning an alias", "alias (*) tidak didukung", "apit teks yang diawali * dengan tanda kutip", True),
    ("", "scanning an anchor", "jangkar (&) tidak didukung", "apit teks yang diawali & dengan tanda kutip", True),
    ("", "tag", "tanda tipe (!) tidak didukung", "apit teks yang diawali ! dengan tanda kutip", True),
    ("", "directive", "baris yang diawali % tidak didukung", _QUOTE, True),
    ("", "block scalar", "teks sesudah | atau > harus dimulai pada baris baru dan menjorok", None, True),
)


def explain(problem: str, context: str, char: str) -> tuple[str, str | None, bool]:
    """Return message, hint, and whether to point at the opening (context) rather than at the problem.

    *problem* and *context* are libyaml's words, *char* the character at the problem.
    """
    if "cannot start any token" in problem:
        if char == "\t":
            return "indentasi memakai tab", "ganti tab dengan spasi", False
        return f"nilai tidak dapat diawali '{char}'", _QUOTE, False
    for words, around, message, hint, at_opening in _FAULTS:
        if words in problem and around in context:
            return message, hint, at_opening
    return "penulisan YAML di sini tidak dapat dibaca", "periksa indentasi, titik dua dan tanda kutip", False
