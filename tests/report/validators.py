"""Strict readers of the machine formats: each takes a report, refuses one that breaks its specification, and returns it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import openpyxl
from lxml import etree
from sarif_pydantic import Sarif

SCHEMAS = Path(__file__).with_name("schemas")


class Place(NamedTuple):
    """A span as a format gives it: line (1-based), start and end (0-based) in its units, or None for the whole line."""

    line: int
    start: int | None
    end: int | None


def schema(name: str) -> jsonschema.Draft202012Validator:
    """Return the validator of schemas/NAME.json."""
    rules = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    return jsonschema.Draft202012Validator(rules)


def strict_json(text: str) -> Any:
    """Return a JSON text in which no key stands twice, as UTF-8 has it."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    return json.loads(text.encode("utf-8"), object_pairs_hook=once)


def sarif(text: str) -> Any:
    """Return a SARIF log: fits the schema, sarif-pydantic and what neither can say."""
    log = strict_json(text)
    schema("sarif").validate(log)
    Sarif.model_validate(log)
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"].get("rules", [])]
        assert len(set(rules)) == len(rules)
        for result in run["results"]:
            if "ruleIndex" in result:
                assert rules[result["ruleIndex"]] == result["ruleId"]
            for place in sarif_places(result):
                assert place.start is None or place.end is None or place.start <= place.end
        assert len({"suppressions" in result for result in run["results"]}) <= 1, "§3.27.23"
    return log


def sarif_places(result: dict[str, Any]) -> Iterator[Place]:
    """Yield the regions of a result."""
    for location in result["locations"]:
        if region := location["physicalLocation"].get("region"):
            start, end = region.get("startColumn"), region.get("endColumn")
            yield Place(region["startLine"], start and start - 1, end and end - 1)


def gitlab(text: str) -> Any:
    """Return a Code Quality report in which no fingerprint comes twice."""
    issues = strict_json(text)
    schema("gitlab").validate(issues)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


def gitlab_place(issue: dict[str, Any]) -> Place:
    """Return the place of an issue."""
    location = issue["location"]
    if "lines" in location:
        return Place(location["lines"]["begin"], None, None)
    begin, end = location["positions"]["begin"], location["positions"]["end"]
    assert begin["line"] == end["line"] and begin["column"] <= end["column"]
    return Place(begin["line"], begin["column"] - 1, end["column"] - 1)


def rdjson(text: str) -> Any:
    """Return a DiagnosticResult."""
    result = strict_json(text)
    schema("rdjson").validate(result)
    return result


def rdjson_place(range_: dict[str, Any]) -> Place:
    """Return the place of a range, in bytes."""
    start, end = range_["start"], range_.get("end", range_["start"])
    assert ("column" in start) == ("column" in end)
    if "column" not in start:
        return Place(start["line"], None, None)
    return Place(start["line"], start["column"] - 1, end["column"] - 1)


_COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")
_ESCAPE = re.compile("%(25|0D|0A|3A|2C)")
_KEYS = {"file", "line", "col", "endLine", "endColumn", "title"}


def github(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return level, properties and message of each command, read as the runner does."""
    assert text == "" or text.endswith("\n")
    commands = []
    for line in re.split("\r\n|\r|\n", text)[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        assert len(properties) == len(match[2].split(",")) and properties.keys() <= _KEYS
        values = {key: _unescaped(value) for key, value in properties.items()}
        if "col" in values:  # the runner refuses columns over several lines, and an end before the start
            assert values["line"] == values["endLine"] and int(values["col"]) <= int(values["endColumn"])
        commands.append((match[1], values, _unescaped(match[3])))
    return commands


def _unescaped(text: str) -> str:
    assert "%" not in _ESCAPE.sub("", text), "a bare % is not data"
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def github_place(values: dict[str, str]) -> Place | None:
    """Return the place of a command."""
    if "line" not in values:
        return None
    if "col" not in values:
        return Place(int(values["line"]), None, None)
    return Place(int(values["line"]), int(values["col"]) - 1, int(values["endColumn"]) - 1)


_INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase"},
    "properties": {"property"},
    "testcase": {"properties", "skipped", "error", "failure", "system-out"},
}


def junit(text: str) -> Any:
    """Return the root of a JUnit report whose counts are right."""
    root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= _INSIDE.get(element.tag, set()), element.tag
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for counted, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(counted)) == len(suite.findall(f"testcase/{tag}"))
        for case in suite.iter("testcase"):
            assert case.get("name") and "classname" in case.attrib
            assert len(case.xpath("failure|error|skipped")) <= 1
    return root


FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(text: str) -> list[list[str]]:
    """Return the rows of a CSV report; no cell of it could become a formula."""
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))
    assert len({len(row) for row in rows}) == 1
    pieces = [piece for row in rows for cell in row for piece in re.split("[,;\t\r\n]", cell)]
    assert not [piece for piece in pieces if piece.lstrip('"').startswith(FORMULA[:4])], (
        "whatever a program takes for the separator"
    )
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    return rows


def workbook(data: bytes) -> list[list[str]]:
    """Return the rows of all sheets of an XLSX report; every cell is a text and says so."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                sheet = etree.fromstring(archive.read(name))
                assert not sheet.xpath("//*[local-name()='f' or local-name()='hyperlink']")
                assert set(sheet.xpath("//*[local-name()='c']/@t")) == {"inlineStr"}
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return [[cell or "" for cell in row] for sheet in book for row in sheet.iter_rows(values_only=True)]
