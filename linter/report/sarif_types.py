"""The part of SARIF 2.1.0 that is written, as types; names and meanings are those of the OASIS standard, §3."""

from __future__ import annotations

import msgspec


class _Part(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """What all objects have in common: keys in camel case, nothing that is absent."""


class Message(_Part, frozen=True):
    """A text, and the same in Markdown."""

    text: str
    markdown: str | None = None


class ArtifactLocation(_Part, frozen=True):
    """A file, by its URI reference."""

    uri: str


class Region(_Part, frozen=True):
    """A span of a file: 1-based, columns in code points (``columnKind``), the end column exclusive (§3.30)."""

    start_line: int
    start_column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


class PhysicalLocation(_Part, frozen=True):
    """A file and a region in it."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class LogicalLocation(_Part, frozen=True):
    """A place without lines: a cell, a row of a table."""

    fully_qualified_name: str


class Location(_Part, frozen=True):
    """A place, by its file and, where the file has no lines, by its name within the file."""

    physical_location: PhysicalLocation
    logical_locations: tuple[LogicalLocation, ...] = ()


class Suppression(_Part, frozen=True):
    """That a note was waived, in the draft itself (inSource) or by a baseline (external), and the reason given."""

    kind: str
    status: str
    justification: str | None = None


class Replacement(_Part, frozen=True):
    """What to delete, and what to put in its place (a ``Message`` serves: both have a text)."""

    deleted_region: Region
    inserted_content: Message | None = None


class ArtifactChange(_Part, frozen=True):
    """The replacements in one file."""

    artifact_location: ArtifactLocation
    replacements: tuple[Replacement, ...]


class Fix(_Part, frozen=True):
    """A change that mends a result."""

    description: Message
    artifact_changes: tuple[ArtifactChange, ...]


class ResultProperties(_Part, frozen=True):
    """What SARIF has no words for."""

    part: str
    regime: str
    force: str
    why: str
    basis: tuple[str, ...]
    suggestions: tuple[str, ...] = ()


class Result(_Part, frozen=True):
    """A note. ``suppressions`` is there also where it is empty: all results have it or none (§3.27.23)."""

    rule_id: str
    level: str
    message: Message
    locations: tuple[Location, ...]
    suppressions: tuple[Suppression, ...]
    rule_index: int | None = None
    partial_fingerprints: dict[str, str] = {}
    fixes: tuple[Fix, ...] = ()
    properties: ResultProperties | None = None


class Configuration(_Part, frozen=True):
    """The level of a rule's results where nothing else is said."""

    level: str


class RuleProperties(_Part, frozen=True):
    """What SARIF has no words for: the state of a rule, since when it is there, how strong its basis is."""

    status: str
    since: str
    force: str


class Rule(_Part, frozen=True):
    """A rule that can give results (a ``reportingDescriptor``)."""

    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration
    properties: RuleProperties


class Driver(_Part, frozen=True):
    """The program."""

    name: str
    version: str
    language: str
    rules: tuple[Rule, ...]


class Tool(_Part, frozen=True):
    """The program and its extensions, of which there are none."""

    driver: Driver


class Descriptor(_Part, frozen=True):
    """The kind of a notification."""

    id: str


class Notification(_Part, frozen=True):
    """An input that was not checked."""

    descriptor: Descriptor
    level: str
    message: Message
    locations: tuple[Location, ...]


class Invocation(_Part, frozen=True):
    """How the run went."""

    execution_successful: bool
    tool_execution_notifications: tuple[Notification, ...] = ()


class RunProperties(_Part, frozen=True):
    """What the run was judged by; a document may name another regime, which its results have."""

    regime: str
    profile: str
    rules: str
