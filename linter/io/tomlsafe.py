"""Reads TOML as plain data with places, bounded and with every fault told in one line at its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import msgspec

from linter.io.files import text_of
from linter.io.lines import LineMap
from linter.io.yamlwords import UNCLOSED_QUOTE
from linter.model import Pointer, Said, Tree, UserError

MAX_BYTES = 1 << 20
MAX_DEPTH = 40

_TOKEN = re.compile(
    r'''"""(?:\\.|"{1,2}(?!")|[^"\\])*"{3,5} | \'\'\'(?:'{1,2}(?!')|[^'])*'{3,5}
      | "(?:\\.|[^"\\\n])*" | '[^'\n]*' | \#[^\n]* | [\[\]{}=,.\n] | [^\s"'\#\[\]{}=,.]+ | ["']''',
    re.VERBOSE | re.DOTALL,
)
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TWICE = re.compile(r"Cannot overwrite a value|Cannot mutate .*|Duplicate .*|Cannot declare \(.*\) twice")
_OPEN = re.compile(r"Illegal character '\\n'|Unterminated string|Expected [\"']+")
_SAID = (
    (_TWICE.pattern, "kunci atau tabel ini ditulis dua kali", "this key or table is given twice"),
    (r"Expected '=' .*", "sesudah kunci harus ada tanda =", "a key must be followed by ="),
    (
        r"Invalid value",
        "nilai ini tidak sah; apit teks dengan tanda kutip",
        "this value is not valid; put a text in quotes",
    ),
    (r"Invalid statement", "baris ini bukan 'kunci = nilai'", "this line is not 'key = value'"),
    (
        r"Unclosed array|Unclosed inline table|Expected '\]+' at the end of .*",
        "tanda kurung belum ditutup",
        "a bracket is not closed",
    ),
    (
        r"Unescaped '\\' in a string|Invalid hex value",
        "\\ dalam kutip ganda; pakai kutip tunggal, atau /",
        "a \\ in double quotes; use single quotes, or /",
    ),
    (
        r"Expected newline or end of document after a statement",
        "satu baris hanya memuat satu 'kunci = nilai'",
        "a line holds only one 'key = value'",
    ),
)
"""What tomllib says, in our two languages; anything else is only called not valid."""


def load_toml(data: bytes, path: str) -> Tree:
    """Return the tables of *data* with the places of keys and values; an empty text gives an empty table.

    TOML is UTF-8 (https://toml.io/en/v1.0.0); a byte-order mark is passed over. Raises UserError with *path*, line and
    column for another encoding, bad syntax, keys given twice, and nesting beyond the bound (the caller bounds the bytes).
    """
    source = text_of(data, path)
    if source.encoding not in ("utf-8", "utf-8-sig"):
        raise UserError(
            Said(f"berkas TOML harus UTF-8, bukan {source.encoding}", f"TOML must be UTF-8, not {source.encoding}"),
            path=path,
            hint=Said("simpan ulang sebagai UTF-8", "save it as UTF-8"),
        )
    text = source.read()
    scan = _Scan(text, path)
    scan.run()
    try:
        return Tree(path=path, data=tomllib.loads(text), keys=scan.keys, values=scan.values)
    except ValueError as error:  # a TOMLDecodeError, or a number beyond what Python reads
        raise _told(str(error), text, path, scan) from None


def _told(fault: str, text: str, path: str, scan: _Scan) -> UserError:
    """Return the fault that tomllib found, at the place where the writer will look for it."""
    at = _AT.search(fault)
    what = fault[: at.start()] if at else fault
    if scan.open_quote and _OPEN.fullmatch(what):
        line, column = scan.open_quote
        return UserError(UNCLOSED_QUOTE, path=path, line=line, column=column)
    if scan.twice and _TWICE.fullmatch(what):
        name, first, (line, column) = scan.twice
        said = Said(f"'{name[:40]}' ditulis dua kali", f"'{name[:40]}' is given twice")
        hint = Said(f"pertama kali di baris {first}", f"first in line {first}")
        return UserError(said, path=path, line=line, column=column, hint=hint)
    words = next((Said(id, en) for pattern, id, en in _SAID if re.fullmatch(pattern, what)), None)
    message = words or Said("berkas ini bukan TOML yang sah di sini", "this file is not valid TOML here")
    if at and at[1]:
        line, column = int(at[1]), int(at[2])
    else:
        line, column = LineMap(text).place(len(text))
    return UserError(message, path=path, line=line, column=column)


class _Frame(msgspec.Struct):
    """A bracket that is open: its kind, what it belongs to, and how many values it holds so far."""

    kind: str
    pointer: Pointer
    count: int = 0


class _Scan:
    """Finds where keys and values stand. tomllib judges the syntax: on a text that it refuses the places mean nothing.

    For what it refuses: ``open_quote`` is the place of the first quote that is not closed, ``twice`` the first key or table
    that is given again, with the line of the first and the place of the second.
    """

    def __init__(self, text: str, path: str) -> None:
        self.keys: dict[Pointer, tuple[int, int]] = {}
        self.values: dict[Pointer, tuple[int, int]] = {(): (1, 1)}
        self._path = path
        self._lines = LineMap(text)
        self._tokens = [(m[0], m.start()) for m in _TOKEN.finditer(text) if not m[0].startswith("#")]
        self._table: Pointer = ()
        self._arrays: dict[Pointer, int] = {}
        self._given: dict[Pointer, int] = {}
        self.twice: tuple[str, int, tuple[int, int]] | None = None
        quote = next((at for token, at in self._tokens if token in ("'", '"')), None)
        self.open_quote = None if quote is None else self._lines.place(_first_quote(text, quote))

    def run(self) -> None:
        """Note the places; raises UserError for brackets nested too deep."""
        frames: list[_Frame] = []
        key: list[tuple[str, int]] = []
        wants_key, pointer = True, self._table
        tokens = iter(self._tokens)
        for token, at in tokens:
            if not frames and token == "\n":
                key, wants_key = [], True
            elif not frames and wants_key and token == "[" and not key:
                self._header(tokens)
            elif wants_key and token == "=":
                base = frames[-1].pointer if frames else self._table
                pointer, key, wants_key = self._key(base, key), [], False
            elif wants_key and token not in "\n,.}":
                key.append((_bare(token), at))
                self._refuse_depth(len(key), at)
            elif token in ("[", "{"):
                pointer = self._value(frames, pointer, at)
                frames.append(_Frame(token, pointer))
                wants_key = token == "{"
                self._refuse_depth(len(frames), at)
            elif token in ("]", "}"):
                frames = frames[:-1]
                wants_key = False
            elif token == "," and frames:
                frames[-1].count += 1
                wants_key = frames[-1].kind == "{"
            elif token not in "\n.":
                self._value(frames, pointer, at)

    def _header(self, tokens: Iterator[tuple[str, int]]) -> None:
        """Note a table header, ``[a.b]`` or ``[[a]]``, and make it the table of the keys that follow."""
        names: list[tuple[str, int]] = []
        array = False
        for token, at in tokens:
            if token == "\n":
                break
            if token == "[":
                array = True
            elif token not in (".", "]"):
                names.append((_bare(token), at))
                self._refuse_depth(len(names), at)
        plain: Pointer = ()
        for name, at in names:
            plain = (*self._inside(plain), name)
            self.keys.setdefault(plain, self._lines.place(at))
        if array and plain:
            self._arrays[plain] = self._arrays.get(plain, -1) + 1
        self._table = self._inside(plain)
        if names:
            self.values[self._table] = self._lines.place(names[0][1])
            self._note(self._table, names[-1][1])

    def _inside(self, pointer: Pointer) -> Pointer:
        """Return the table that is meant by *pointer*: in an array of tables the last one."""
        return (*pointer, self._arrays[pointer]) if pointer in self._arrays else pointer

    def _key(self, base: Pointer, key: list[tuple[str, int]]) -> Pointer:
        for name, at in key:
            base = (*base, name)
            self.keys.setdefault(base, self._lines.place(at))
        if key:
            self._note(base, key[-1][1])
        return base

    def _note(self, pointer: Pointer, at: int) -> None:
        """Note that the key or table *pointer* is given at the offset *at*."""
        place = self._lines.place(at)
        if pointer in self._given and self.twice is None:
            self.twice = (str(pointer[-1]), self._given[pointer], place)
        self._given.setdefault(pointer, place[0])

    def _value(self, frames: list[_Frame], pointer: Pointer, at: int) -> Pointer:
        """Note the place of a value and return its pointer."""
        if frames and frames[-1].kind == "[":
            pointer = (*frames[-1].pointer, frames[-1].count)
        self.values.setdefault(pointer, self._lines.place(at))
        return pointer

    def _refuse_depth(self, depth: int, offset: int) -> None:
        if depth > MAX_DEPTH:
            line, column = self._lines.place(offset)
            raise UserError(
                Said(
                    f"susunan terlalu dalam: lebih dari {MAX_DEPTH} tingkat", f"nested deeper than {MAX_DEPTH} levels"
                ),
                path=self._path,
                line=line,
                column=column,
            )


def _first_quote(text: str, at: int) -> int:
    """Return where the quotes begin of which that at *at* is the last: there may be three."""
    return at - 2 if text[max(at - 2, 0) : at] == text[at] * 2 else at


def _bare(token: str) -> str:
    """Return a key without its quotes; escapes in it are left as they are."""
    return token[1:-1] if len(token) > 1 and token[0] in "\"'" else token
