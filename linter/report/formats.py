"""The formats by name; each is imported when it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import RuleInfo
from linter.report.base import Reporter, Write, WriteBytes
from linter.report.layout import DEFAULT_WIDTH, Paint, plain

FORMATS = ("teks", "ringkas", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit", "csv")
BINARY_FORMATS = ("xlsx",)
"""The formats of text, and those of bytes."""


def make(
    name: str,
    write: Write,
    *,
    lang: str = "id",
    columns: int = DEFAULT_WIDTH,
    paint: Paint = plain,
    rules: Sequence[RuleInfo] = (),
    fail_on: str = "error",
    index: bool = False,
) -> Reporter:
    """Return the reporter of a format of text.

    *columns* (the width) and *paint* matter to teks only, *rules* (those that were loaded) to sarif, *fail_on* (error,
    warning, info or never) to junit, *index* (whether it is shown) to teks and json. Raises ValueError for a name that is
    not in FORMATS.
    """
    match name:
        case "teks" if index:
            from linter.report.indexed import Indexed

            return Indexed(write, lang=lang, columns=columns, paint=paint)
        case "teks":
            from linter.report.teks import Teks

            return Teks(write, lang=lang, columns=columns, paint=paint)
        case "ringkas":
            from linter.report.ringkas import Ringkas

            return Ringkas(write, lang=lang)
        case "json":
            from linter.report.json import Json

            return Json(write, index=index)
        case "jsonl":
            from linter.report.jsonl import JsonLines

            return JsonLines(write)
        case "sarif":
            from linter.report.sarif import Sarif

            return Sarif(write, lang=lang, rules=rules)
        case "junit":
            from linter.report.junit import JUnit

            return JUnit(write, lang=lang, fail_on=fail_on)
        case _:
            return _plain_one(name, write, lang)


def _plain_one(name: str, write: Write, lang: str) -> Reporter:
    """Return the reporter of a format that needs nothing but the language."""
    match name:
        case "github":
            from linter.report.github import GitHub

            return GitHub(write, lang=lang)
        case "gitlab":
            from linter.report.gitlab import GitLab

            return GitLab(write, lang=lang)
        case "rdjson":
            from linter.report.rdjson import RdJson

            return RdJson(write, lang=lang)
        case "csv":
            from linter.report.csv import Csv

            return Csv(write, lang=lang)
        case _:
            raise ValueError(name)


def make_binary(name: str, write: WriteBytes, *, lang: str = "id") -> Reporter:
    """Return the reporter of a format of bytes; raises ValueError for a name that is not in BINARY_FORMATS."""
    if name not in BINARY_FORMATS:
        raise ValueError(name)
    from linter.report.xlsx import Xlsx

    return Xlsx(write, lang=lang)
