"""The report for people: each statement with its parts marked, what was noted and why, and a better sentence."""

from __future__ import annotations

from linter.model import Checked, Document, NotChecked
from linter.report.base import SHOWN_WHEN_CLEAN, Run, Summary, Tally, Write, active, regimes_of
from linter.report.blocks import clean_item, noted_item, totals, unchecked
from linter.report.criteria import criteria_lines
from linter.report.harmless import harmless, width
from linter.report.layout import BLANK, DEFAULT_WIDTH, Line, Paint, indent, paragraph, plain, render
from linter.report.words import words

MIN_WIDTH = 40
UNDER = 4
"""Columns by which an indicator stands under its rencana kinerja."""


class Teks:
    """Writes the human report, *columns* wide (at least 40), and coloured by *paint*.

    A rule is explained at its first note in a document; later notes of it only say what is wrong and what is better.
    """

    def __init__(self, write: Write, *, lang: str = "id", columns: int = DEFAULT_WIDTH, paint: Paint = plain) -> None:
        self._write = write
        self.words = words(lang)
        self.room = max(columns, MIN_WIDTH)
        self._paint = paint
        self._run: Run | None = None
        self._title: list[Line] = []
        self._tally: Tally | None = None
        self._told: set[str] = set()
        self._above: str | None = None
        self._roomy = True
        self._first_code: str | None = None
        self._unchecked: list[NotChecked] = []

    def begin(self, run: Run) -> None:
        self._run = run

    def document(self, doc: Document) -> None:
        self.end_document()
        title = self.words.standard_input if doc.path == "-" else harmless(doc.path)
        self._title = [((title, "strong"),), (("═" * min(width(title), self.room), "strong"),)]
        self._tally, self._told, self._above, self._roomy = Tally(), set(), None, True
        self._tally.document()

    def item(self, doc: Document, checked: Checked) -> None:
        if self._tally:
            self._tally.item(checked)
        self._open(checked.regime)
        item, notes = checked.item, active(checked)
        if item.part == "rencana_kinerja":
            self._above = item.id or None
        if checked.criteria:
            self._row(checked)
            return
        silenced = len(notes) < len(checked.findings)
        if not notes and not silenced and item.part not in SHOWN_WHEN_CLEAN:
            return
        by = UNDER if item.part == "indikator" and (item.parent or item.rk) else 0
        if by and item.parent != self._above:
            self._above = item.parent
            self.put(self._reminder(item.rk))
        room = self.room - by
        if not notes:
            self.put(indent(clean_item(checked, self.words, room), by))
            self._roomy = False
            return
        self._first_code = self._first_code or notes[0].code
        block = indent(noted_item(checked, self.words, room, self._told), by)
        self.put([*([] if self._roomy else [BLANK]), *block, BLANK])
        self._roomy = True

    def _row(self, checked: Checked) -> None:
        """Write what is said of a rencana kinerja with its indicators: the notes, and how it stands in each criterion."""
        room = self.room - UNDER
        noted = bool(checked.findings)
        block = noted_item(checked, self.words, room, self._told) if noted else []
        block += indent(criteria_lines(checked, self.words, room - 2), 2)
        self.put([*([BLANK] if noted and not self._roomy else []), *indent(block, UNDER), BLANK])
        self._roomy = True

    def not_checked(self, nc: NotChecked) -> None:
        self._unchecked.append(nc)

    def end(self, summary: Summary) -> None:
        self.end_document()
        said, room = self.words, self.room
        lines: list[Line] = []
        if summary.documents > 1:
            lead = said.all_documents.format(documents=summary.documents)
            lines += totals(summary, said, room, lead)
        elif not summary.documents:
            lines.append(((said.nothing_at_all, "strong"),))
        failed = unchecked(self._unchecked, said, room)
        lines += [*([BLANK] if lines and failed else []), *failed]
        if lines:
            lines.append(BLANK)
        if summary.infos and summary.statements:
            lines += paragraph(said.infos_apart, room, role="dim")
        if self._first_code:
            lines += paragraph(said.explain_hint.format(code=self._first_code), room, role="dim")
        if self._run:
            run = self._run
            regime = regimes_of(run, summary.regimes)
            judged = said.judged_by.format(regime=regime, profile=run.profile, engine=run.engine, rules=run.rules)
            lines += paragraph(judged, room, role="dim")
        self.put(lines)

    def _reminder(self, rk: str | None) -> list[Line]:
        """Return the line that names a rencana kinerja which does not stand right above its indicator."""
        if not rk:
            return []
        said = self.words.under.format(rk=rk)
        return [*([] if self._roomy else [BLANK]), *paragraph(said, self.room, role="dim")]

    def _open(self, regime: str | None = None) -> None:
        """Write the title of the document where that is still to be done, with the *regime* where it is not the run's."""
        if not self._title:
            return
        lines, self._title = self._title, []
        if self._run and regime and regime != self._run.regime:
            lines.append(((harmless(self.words.regime.format(regime=regime)), "dim"),))
        self.put([*lines, BLANK])

    def end_document(self) -> None:
        """End the document that is open with its headline."""
        if self._tally is None:
            return
        self._open()
        summary = self._tally.summary()
        lines = totals(summary, self.words, self.room)
        self.put([*([] if self._roomy else [BLANK]), *lines, BLANK])
        self._tally = None

    def put(self, lines: list[Line] | tuple[Line, ...]) -> None:
        """Write *lines* as they are painted."""
        if lines:
            self._write(render(lines, self._paint))
