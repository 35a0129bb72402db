"""JUnit XML, which build servers show as tests: a suite for a document, a case for each text that is judged."""

from __future__ import annotations

import io
import re
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from linter.io.writable import whole
from linter.model import WEIGHTS, Checked, Document, Finding, Item, NotChecked
from linter.report.base import SHOWN_WHEN_CLEAN, THRESHOLDS, Run, Summary, Write, active, regimes_of
from linter.report.notes import one_line, refusal, sentence
from linter.report.place import compiled, spoken
from linter.report.region import region
from linter.report.words import words

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_MEMORY = 1 << 22
_CHUNK = 1 << 16
LONGEST_NAME = 120
"""A case is named by its place and this many characters of its text."""


class _Stream(io.TextIOBase):
    """The end that the XML goes to, as the generator wants it."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def write(self, text: str) -> int:
        self._write(text)
        return len(text)


class JUnit:
    """Writes ``<testsuites>`` with a ``<testsuite>`` for each document.

    A case fails where a note reaches *fail_on*, so that the build and the exit code agree; milder notes stand in
    ``system-out``. A case that does not fail, but only because of notes that were waived, is skipped. The counts of a
    suite stand before its cases, which therefore wait: in memory, and on the disk where they are many.
    """

    def __init__(self, write: Write, *, lang: str = "id", fail_on: str = "error") -> None:
        self._words = words(lang)
        self._least = THRESHOLDS[fail_on]
        self._write = write
        self._xml = XMLGenerator(_Stream(write), "utf-8", short_empty_elements=True)
        self._run: Run | None = None
        self._path: str | None = None
        self._reset()

    def begin(self, run: Run) -> None:
        self._run = run
        self._xml.startDocument()
        self._xml.startElement("testsuites", _safe({"name": "skplint"}))
        self._write_break(self._xml)

    def document(self, doc: Document) -> None:
        self._close()
        self._path = doc.path

    def item(self, doc: Document, checked: Checked) -> None:
        item = checked.item
        self._regimes.add(checked.regime)
        if not checked.findings and item.part not in SHOWN_WHEN_CLEAN:
            return
        grave = [note for note in checked.findings if WEIGHTS[note.severity] >= self._least]
        failing = [note for note in grave if note.suppressed is None]
        milder = [note for note in active(checked) if WEIGHTS[note.severity] < self._least]
        where = region(item, 0, 0)
        name = f"{spoken(item.at, self._words) or item.id}: {one_line(item.text)[:LONGEST_NAME]}"
        self._open_case(doc.path, name, where.line if where else None)
        if failing:
            codes = " ".join(dict.fromkeys(note.code for note in failing))
            said = "\n".join(self._said(doc.path, item, note) for note in failing)
            self._leaf("failure", said, message=one_line(failing[0].message), type=codes)
            self._counts["failures"] += 1
        elif grave:
            reasons = [f"{n.code} {n.name}: {one_line(n.suppressed or self._words.no_reason)}" for n in grave]
            self._leaf("skipped", "", message="; ".join(reasons))
            self._counts["skipped"] += 1
        if milder:
            self._leaf("system-out", "\n".join(self._said(doc.path, item, note) for note in milder))
        self._close_case()

    def _said(self, path: str, item: Item, note: Finding) -> str:
        place = ":".join(filter(None, (path, compiled(item, note.start))))
        return f"{place}: {note.severity} {note.code} {note.name}: {sentence(note, item, self._words)}"

    def not_checked(self, nc: NotChecked) -> None:
        if nc.path != self._path:
            self._close()
        self._path = nc.path
        self._open_case(nc.path, self._words.not_checked if nc.fatal else self._words.skipped, None)
        if nc.fatal:
            self._leaf("error", "", message=refusal(nc, self._words), type="not-checked")
        else:
            self._leaf("skipped", "", message=refusal(nc, self._words))
        self._counts["errors" if nc.fatal else "skipped"] += 1
        self._close_case()

    def end(self, summary: Summary) -> None:
        self._close()
        self._xml.endElement("testsuites")
        self._xml.endDocument()
        self._write("\n")

    def _open_case(self, path: str, name: str, line: int | None) -> None:
        self._counts["tests"] += 1
        attributes = {"name": name, "classname": path, "file": path}
        if line is not None:
            attributes["line"] = str(line)
        self._cases.startElement("testcase", _safe(attributes))

    def _leaf(self, element: str, content: str, **attributes: str) -> None:
        self._cases.startElement(element, _safe(attributes))
        if content:
            self._cases.characters(_xml_text(content))
        self._cases.endElement(element)

    def _close_case(self) -> None:
        self._cases.endElement("testcase")
        self._write_break(self._cases)

    def _close(self) -> None:
        """Write the suite of the document that is open."""
        if self._path is None:
            return
        counts = {name: str(number) for name, number in self._counts.items()}
        self._xml.startElement("testsuite", _safe({"name": self._path, **counts}))
        self._write_break(self._xml)
        self._properties()
        self._written.seek(0)
        with io.TextIOWrapper(self._written, "utf-8", newline="") as cases:
            for chunk in iter(partial(cases.read, _CHUNK), ""):
                self._write(chunk)
        self._xml.endElement("testsuite")
        self._write_break(self._xml)
        self._path = None
        self._reset()

    def _properties(self) -> None:
        assert self._run is not None, "begin() comes first"
        run = self._run
        self._xml.startElement("properties", _safe({}))
        for name, value in (
            ("regime", regimes_of(run, sorted(self._regimes))), ("profile", run.profile), ("engine", run.engine),
            ("rules", run.rules),
        ):  # fmt: skip
            self._xml.startElement("property", _safe({"name": name, "value": value}))
            self._xml.endElement("property")
        self._xml.endElement("properties")
        self._write_break(self._xml)

    def _reset(self) -> None:
        self._regimes: set[str] = set()
        self._counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
        self._written: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 – _close() closes it
        self._cases = XMLGenerator(self._written, "utf-8", short_empty_elements=True)

    @staticmethod
    def _write_break(xml: XMLGenerator) -> None:
        """Put what comes next on a line of its own."""
        xml.characters("\n")


def _safe(attributes: dict[str, str]) -> AttributesImpl[str]:
    return AttributesImpl({name: _xml_text(value) for name, value in attributes.items()})


def _xml_text(text: str) -> str:
    """Return *text* with U+FFFD for each character that XML 1.0 cannot hold (§2.2)."""
    return _NOT_XML.sub("\ufffd", whole(text))
