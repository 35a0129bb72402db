"""A parsed data file that remembers where each value stood."""

from __future__ import annotations

from typing import Any

import msgspec

from linter.model.errors import UserError
from linter.model.said import Said

Pointer = tuple[str | int, ...]


class Tree(msgspec.Struct, frozen=True):
    """Plain data (dict, list, str, int, float, bool, None) with the line and column (1-based) of each key and value.

    ``keys`` maps the pointer of a mapping entry to the place of its key, ``values`` a pointer to the place of its value.
    """

    path: str
    data: Any
    keys: dict[Pointer, tuple[int, int]]
    values: dict[Pointer, tuple[int, int]]

    def where(self, pointer: Pointer) -> tuple[int, int]:
        """Return line and column of the value at *pointer*, or of the nearest thing above it."""
        while True:
            if pointer in self.values:
                return self.values[pointer]
            if not pointer:
                return (1, 1)
            pointer = pointer[:-1]

    def fault(self, pointer: Pointer, message: Said, hint: Said | None = None) -> UserError:
        """Return the error about what stands at *pointer*."""
        line, column = self.where(pointer)
        return UserError(message, path=self.path, line=line, column=column, hint=hint)
