"""The formats by name."""

from __future__ import annotations

from linter.report.base import Reporter, Write
from linter.report.json import Json
from linter.report.jsonl import JsonLines
from linter.report.layout import Paint, plain
from linter.report.ringkas import Ringkas
from linter.report.teks import DEFAULT_WIDTH, Teks

FORMATS = ("teks", "ringkas", "json", "jsonl")


def make(name: str, write: Write, *, lang: str = "id", columns: int = DEFAULT_WIDTH, paint: Paint = plain) -> Reporter:
    """Return the reporter of a format; *columns* (the width) and *paint* matter to teks only.

    Raises ValueError for a name that is not in FORMATS.
    """
    match name:
        case "teks":
            return Teks(write, lang=lang, columns=columns, paint=paint)
        case "ringkas":
            return Ringkas(write, lang=lang)
        case "json":
            return Json(write)
        case "jsonl":
            return JsonLines(write)
        case _:
            raise ValueError(name)
