"""What the commands that hand files back have in common: one run over the inputs, and a line for each file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from linter.cli import FAILED, OK
from linter.cli.shell import Shell, complain, read_stdin, write_stderr
from linter.model import NotChecked, Reviewed
from linter.report.blocks import unchecked
from linter.report.harmless import harmless
from linter.report.layout import Line, indent, paragraph, render

if TYPE_CHECKING:
    from linter.app import Analyser
    from linter.app.handback import Written
    from linter.report import Reporter


def hand_back(options: argparse.Namespace, analyser: Analyser, reporter: Reporter) -> None:
    """Check the inputs and give whole files to *reporter*. Raises UserError."""
    from linter.app import check_inputs

    check_inputs(
        options.paths,
        analyser,
        [reporter],
        stdin=read_stdin,
        config=options.configuration,
        options=options.given,
    )


class Teller:
    """Tells of each file in a line or two, and knows the exit code."""

    def __init__(
        self,
        options: argparse.Namespace,
        shell: Shell,
        decisions: Mapping[str, bool] | None = None,
        *,
        deciding: bool = False,
        accept_all: bool = False,
    ) -> None:
        self._options = options
        self._shell = shell
        self._decisions = decisions
        self._deciding = deciding
        self._accept_all = accept_all
        self._seen: set[str] = set()
        self._written = 0
        self._not_checked: list[NotChecked] = []

    def tell(self, found: Written | NotChecked) -> None:
        """Tell of one file; what was not checked waits for the end."""
        if isinstance(found, NotChecked):
            self._not_checked.append(found)
            return
        self._written += 1
        shell, room = self._shell, self._shell.columns
        where = ", ".join(map(harmless, found.written))
        lines = paragraph(where, room, lead=f"{harmless(found.path)} → ", role="strong")
        lines += indent(paragraph(self._said(found.documents), room - 2), 2)
        for told in found.told:
            lines += indent(paragraph(told.said(shell.lang), room - 2, role="dim"), 2)
        shell.show(lines)

    def end(self) -> int:
        """Tell what was not dealt with and what comes next, and return the exit code."""
        shell = self._shell
        failed = any(one.fatal for one in self._not_checked)
        lines = unchecked(self._not_checked, shell.words, shell.columns)
        if lines:
            write_stderr(render(lines, shell.paint))
        strange = set(self._decisions or {}) - self._seen
        if strange:
            complain(
                shell.say(
                    f"{len(strange)} putusan tidak berpadanan dengan catatan mana pun: rumusannya sudah berubah, "
                    "atau berkasnya lain",
                    f"{len(strange)} decisions belong to no note: the wording has changed, or the file is another one",
                )
            )
        if self._deciding and self._written:
            shell.show(self._next())
        return FAILED if failed else OK

    def _next(self) -> list[Line]:
        said = self._shell.say(
            "Buka halaman itu di peramban, terima atau tolak tiap catatan, lalu cetak; atau simpan putusannya dan jalankan: "
            "skplint review BERKAS --decisions putusan-reviu.json",
            "Open the page in a browser, accept or reject each note, then print; or save the decisions and run: "
            "skplint review FILE --decisions putusan-reviu.json",
        )
        return paragraph(said, self._shell.columns, role="dim")

    def _said(self, documents: Sequence[Reviewed]) -> str:
        """Return the headline of a file, how many notes there are, and what was decided about them."""
        words, say = self._shell.words, self._shell.say
        clean, statements = (sum(getattr(doc.score, name) for doc in documents) for name in ("clean", "statements"))
        keys = [note.key for doc in documents for note in doc.notes]
        told = [words.headline.format(clean=clean, statements=statements)] if statements else []
        told.append(say(f"{len(keys)} catatan", f"{len(keys)} notes"))
        if self._decisions is not None:
            self._seen.update(keys)
            said = [self._decisions.get(key, True if self._accept_all else None) for key in keys]
            yes, no, none = said.count(True), said.count(False), said.count(None)
            told.append(
                say(
                    f"{yes} diterima, {no} ditolak, {none} belum diputuskan",
                    f"{yes} accepted, {no} rejected, {none} not decided",
                )
            )
        return "; ".join(told)
