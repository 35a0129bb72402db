"""SARIF 2.1.0, the OASIS standard for results of analysis, written as it comes."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Checked, Document, Finding, Item, NotChecked, RuleInfo
from linter.report import sarif_types as sarif
from linter.report.base import Run, Summary, Write
from linter.report.encode import Encoder
from linter.report.notes import changes, offered, one_line, without_blanks
from linter.report.place import spoken
from linter.report.region import is_literal, region
from linter.report.rulepage import markdown, plain
from linter.report.uri import uri
from linter.report.words import Words, words

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "skplintContent/v1"
_HEAD = '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{'
# A lone carriage return ends a line too, which is not SARIF's default (§3.14.24).
_UNITS = '"columnKind":"unicodeCodePoints","newlineSequences":["\\r\\n","\\n","\\r"]'


class Sarif:
    """Writes one run with one result a line; notes on inputs that were not checked are its notifications.

    *rules* are all that were loaded; those that can give a note are listed, and results point at them.
    """

    def __init__(self, write: Write, *, lang: str = "id", rules: Sequence[RuleInfo] = ()) -> None:
        self._write = write
        self._words = words(lang)
        self._text = Encoder().text
        self._rules = tuple(rule for rule in rules if rule.severity is not None)
        self._index = {rule.code: index for index, rule in enumerate(self._rules)}
        self._notifications: list[sarif.Notification] = []
        self._successful = True
        self._any = False

    def begin(self, run: Run) -> None:
        said = self._words
        driver = sarif.Driver("skplint", run.engine, said.lang, tuple(_rule(rule, said) for rule in self._rules))
        properties = sarif.RunProperties(run.regime, run.profile, run.rules)
        self._write(f'{_HEAD}"tool":{self._text(sarif.Tool(driver))},"language":"{said.lang}",{_UNITS},')
        self._write(f'"properties":{self._text(properties)},"results":[')

    def document(self, doc: Document) -> None:
        pass

    def item(self, doc: Document, checked: Checked) -> None:
        for note in checked.findings:
            self._write((",\n" if self._any else "\n") + self._text(self._result(doc.path, checked, note)))
            self._any = True

    def not_checked(self, nc: NotChecked) -> None:
        self._successful = self._successful and not nc.fatal
        self._notifications.append(
            sarif.Notification(
                sarif.Descriptor("not-checked" if nc.fatal else "skipped"),
                "error" if nc.fatal else "note",
                sarif.Message(one_line(nc.reason.said(self._words.lang))),
                (sarif.Location(sarif.PhysicalLocation(sarif.ArtifactLocation(uri(nc.path)))),),
            )
        )

    def end(self, summary: Summary) -> None:
        invocation = sarif.Invocation(self._successful, tuple(self._notifications))
        self._write(f'\n],"invocations":[{self._text(invocation)}]}}]}}\n')

    def _result(self, path: str, checked: Checked, note: Finding) -> sarif.Result:
        item = checked.item
        return sarif.Result(
            rule_id=note.code,
            rule_index=self._index.get(note.code),
            level=LEVELS[note.severity],
            message=sarif.Message(one_line(note.message)),
            locations=(_location(path, item, note, self._words),),
            suppressions=_suppressions(note),
            partial_fingerprints={FINGERPRINT: f"{checked.key}/{note.code}"} if checked.key else {},
            fixes=_fixes(path, item, note, self._words),
            properties=sarif.ResultProperties(
                item.part, checked.regime, note.force, note.why, note.basis, note.suggestions
            ),
        )


def _location(path: str, item: Item, note: Finding, words: Words) -> sarif.Location:
    file = sarif.ArtifactLocation(uri(path))
    where = _region(item, note.start, note.end)
    if where is not None:
        return sarif.Location(sarif.PhysicalLocation(file, where))
    place = spoken(item.at, words)
    return sarif.Location(sarif.PhysicalLocation(file), (sarif.LogicalLocation(place),) if place else ())


def _region(item: Item, start: int, end: int) -> sarif.Region | None:
    where = region(item, start, end)
    if where is None:
        return None
    if where.start is None:
        return sarif.Region(where.line, end_line=where.last)
    return sarif.Region(where.line, where.start, where.end_line, where.end)


def _suppressions(note: Finding) -> tuple[sarif.Suppression, ...]:
    if note.suppressed is None:
        return ()
    return (sarif.Suppression("external" if note.old else "inSource", "accepted", note.suppressed or None),)


def _fixes(path: str, item: Item, note: Finding, words: Words) -> tuple[sarif.Fix, ...]:
    """Return the fix where it can be applied as it stands, to a source in which the text stands as it is."""
    fix = offered(note)
    if fix is None or not is_literal(item):
        return ()
    replacements = tuple(
        sarif.Replacement(where, sarif.Message(edit.text) if edit.text else None)
        for edit in fix.edits
        if (where := _region(item, edit.start, edit.end))
    )
    change = sarif.ArtifactChange(sarif.ArtifactLocation(uri(path)), replacements)
    return (sarif.Fix(sarif.Message(words.change + changes(fix, item.text, words)), (change,)),)


def _rule(rule: RuleInfo, words: Words) -> sarif.Rule:
    message = without_blanks(rule.message.said(words.lang)) if rule.message else rule.name
    why = without_blanks(rule.why.said(words.lang)) if rule.why else message
    return sarif.Rule(
        id=rule.code,
        name=rule.name,
        short_description=sarif.Message(one_line(message)),
        full_description=sarif.Message(one_line(why)),
        help=sarif.Message(plain(rule, words), markdown(rule, words)),
        default_configuration=sarif.Configuration(LEVELS[rule.severity or "info"]),
        properties=sarif.RuleProperties(rule.status, rule.since, rule.force),
    )
