"""What the API answers: the wire format of the JSON reports, with what else is asked for; its schemas for OpenAPI."""

from __future__ import annotations

from typing import Any

import msgspec

from linter.model import RuleInfo
from linter.report import wire


class CheckAnswer(msgspec.Struct, frozen=True):
    """Every text that was asked for, in its order."""

    items: list[wire.Item]


class Voted(msgspec.Struct, frozen=True):
    """One class rule: whether it holds of the text, and whether it decided."""

    code: str
    name: str
    class_: wire.Class = msgspec.field(name="class")
    held: bool
    decided: bool


class Explained(msgspec.Struct, frozen=True):
    """A checked text with how each class rule fared, by priority."""

    item: wire.Item
    trace: list[Voted]


class ExplainAnswer(msgspec.Struct, frozen=True):
    """Every statement that was asked for, explained."""

    items: list[Explained]


class WordRead(msgspec.Struct, frozen=True):
    """A word of a text: its place (code points), tag, root and affixes; guessed where its root is in no list."""

    text: str
    start: int
    end: int
    tag: str
    root: str
    affixes: tuple[str, ...]
    guessed: bool


class Parsed(msgspec.Struct, frozen=True):
    """How a text is built."""

    text: str
    parse: wire.Parse
    words: list[WordRead]


class ParseAnswer(msgspec.Struct, frozen=True):
    """Every text that was asked for, taken apart."""

    items: list[Parsed]


class RulesAnswer(msgspec.Struct, frozen=True):
    """The rules that are in use."""

    rules: list[RuleInfo]


class ErrorAnswer(msgspec.Struct, frozen=True):
    """Why a request was not answered, in a sentence, and what to do."""

    error: str
    hint: str | None = None


def schemas() -> dict[str, Any]:
    """Return the JSON Schemas of all answers by name, as ``components/schemas`` of OpenAPI."""
    kinds = (CheckAnswer, ExplainAnswer, ParseAnswer, RulesAnswer, RuleInfo, ErrorAnswer)
    _, found = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    return dict(sorted(found.items()))
