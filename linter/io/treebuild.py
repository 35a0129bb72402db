"""Builds a Tree from the nodes that the YAML and JSON readers meet, in order, with bounds and without recursion."""

from __future__ import annotations

import math
import re
from typing import Any

from linter.io.lines import LineMap
from linter.model import Pointer, Said, Tree, UserError

_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def typed(text: str, *, as_text: bool = False) -> str | int | float | bool | None:
    """Return the value of an unquoted scalar as YAML 1.2 has it: true, false, null, int and float are typed.

    All else is text: ``no``, ``12:30``, ``0123``, ``1.000.000``, ``2026-01-31``, and numbers too long to be kept
    exactly. With *as_text* every scalar but null is text, as written.
    """
    if text in _WORDS:
        word = _WORDS[text]
        return text if as_text and word is not None else word
    if as_text:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text


class _Frame:
    """A mapping or list that is still open; ``key`` is the key whose value comes next."""

    __slots__ = ("container", "key", "pointer")

    def __init__(self, container: dict[str, Any] | list[Any], pointer: Pointer) -> None:
        self.container = container
        self.pointer = pointer
        self.key: str | None = None


class TreeBuilder:
    """Takes nodes in reading order, each with its offset in the text (code points), and gives the Tree at the end.

    Raises UserError with line and column for nesting beyond *max_depth*, keys that are no text, and keys given twice.
    """

    def __init__(self, text: str, path: str, *, max_depth: int, text_scalars: bool) -> None:
        self._path = path
        self._map = LineMap(text)
        self._max_depth = max_depth
        self._as_text = text_scalars
        self._stack: list[_Frame] = []
        self._data: Any = None
        self._keys: dict[Pointer, tuple[int, int]] = {}
        self._values: dict[Pointer, tuple[int, int]] = {}

    def open_map(self, offset: int) -> None:
        """Begin a mapping."""
        self._open({}, offset)

    def open_list(self, offset: int) -> None:
        """Begin a list."""
        self._open([], offset)

    def close(self) -> None:
        """End the mapping or list that was begun last."""
        self._stack.pop()

    def plain(self, text: str, offset: int) -> None:
        """Take a scalar without quotes, as a key or a value."""
        if not self._wants_key():
            self._add(typed(text, as_text=self._as_text), offset)
        elif text == "<<":
            message = Said("kunci gabung '<<' tidak didukung", "the merge key '<<' is not supported")
            raise self.error(message, offset, Said("tulis isinya langsung", "write its content out"))
        elif not text:
            message = Said("kunci sebelum titik dua masih kosong", "there is no key before the colon")
            raise self.error(message, offset)
        else:
            self._key(text, offset)

    def quoted(self, text: str, offset: int) -> None:
        """Take a scalar that is text whatever it looks like, as a key or a value."""
        if self._wants_key():
            self._key(text, offset)
        else:
            self._add(text, offset)

    def tree(self) -> Tree:
        """Return what was built; the data of an empty text is None."""
        self._values.setdefault((), (1, 1))
        return Tree(path=self._path, data=self._data, keys=self._keys, values=self._values)

    def error(self, message: Said, offset: int, hint: Said | None = None) -> UserError:
        """Return a UserError at *offset*."""
        line, column = self._map.place(offset)
        return UserError(message, path=self._path, line=line, column=column, hint=hint)

    def _wants_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].key is None and isinstance(self._stack[-1].container, dict)

    def _open(self, container: dict[str, Any] | list[Any], offset: int) -> None:
        if self._wants_key():
            message = Said(
                "kunci harus berupa teks, bukan daftar atau pasangan 'kunci: nilai'",
                "a key must be text, not a list or pairs of 'key: value'",
            )
            raise self.error(message, offset)
        if len(self._stack) >= self._max_depth:
            message = Said(
                f"susunan terlalu dalam: lebih dari {self._max_depth} tingkat",
                f"this is nested too deeply: more than {self._max_depth} levels",
            )
            raise self.error(message, offset)
        pointer = self._add(container, offset)
        self._stack.append(_Frame(container, pointer))

    def _key(self, key: str, offset: int) -> None:
        frame = self._stack[-1]
        pointer = (*frame.pointer, key)
        if pointer in self._keys:
            first = self._keys[pointer][0]
            message = Said(f"kunci '{key[:40]}' ditulis dua kali", f"the key '{key[:40]}' is written twice")
            hint = Said(f"yang pertama di baris {first}", f"the first one is on line {first}")
            raise self.error(message, offset, hint)
        self._keys[pointer] = self._map.place(offset)
        frame.key = key

    def _add(self, value: Any, offset: int) -> Pointer:
        """Put *value* where it belongs, note its place and return its pointer."""
        pointer: Pointer = ()
        if not self._stack:
            self._data = value
        else:
            frame = self._stack[-1]
            if isinstance(frame.container, list):
                pointer = (*frame.pointer, len(frame.container))
                frame.container.append(value)
            elif frame.key is not None:
                pointer = (*frame.pointer, frame.key)
                frame.container[frame.key] = value
                frame.key = None
        self._values[pointer] = self._map.place(offset)
        return pointer
