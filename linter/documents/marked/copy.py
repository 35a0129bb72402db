"""What becomes of a file that is marked."""

from __future__ import annotations

import msgspec

from linter.model import Said


class Copy(msgspec.Struct, frozen=True):
    """A marked copy: its bytes, the ending of its name (".xlsx"), and what the user must know about it."""

    data: bytes
    suffix: str
    told: tuple[Said, ...] = ()
