"""``skplint fix``: what is safe is mended in the file itself, and what was done is told."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.cli import FAILED, FINDINGS, OK
from linter.cli.shell import Shell, complain, read_stdin, write_stderr
from linter.model import NotChecked, UserError
from linter.report.blocks import unchecked
from linter.report.diff import unified
from linter.report.harmless import harmless
from linter.report.layout import BLANK, Line, indent, paragraph, plain, render
from linter.report.place import spoken

if TYPE_CHECKING:
    from linter.app import Fixed, Held


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Mend the files, or with --diff show what would be mended, and return the exit code. Raises UserError.

    0: done, and nothing is left of the safety that was asked for. 1: with --diff there is something to mend, or something
    must be mended by hand. 2: something was not read or not saved. What is told goes to the standard error where the
    standard output has a diff or a mended text.
    """
    from linter.app import Analyser, Fixer, fix_inputs, save
    from linter.cli.settings import settings

    analyser = Analyser(settings(options))
    fixer = Fixer(analyser, preview=options.preview, config=options.configuration, options=options.given)
    tell = _Teller(options, shell)
    given = fix_inputs(options.paths, fixer, stdin=read_stdin, stdin_name=options.stdin_filename)
    for path, outcome in given:
        if isinstance(outcome, NotChecked):
            tell.not_checked.append(outcome)
            continue
        if options.diff:
            tell.diff(outcome)
        elif path == "-":
            shell.write_bytes(outcome.after.data)
        elif outcome.changed:
            try:
                save(outcome, path)
            except UserError as error:
                tell.failed = True
                complain(error.said(shell.lang))
                continue
        tell.file(outcome)
    return tell.end()


_UTF8 = ("utf-8", "utf-8-sig")


class _Teller:
    """Tells of each file and of all of them, and knows the exit code."""

    def __init__(self, options: argparse.Namespace, shell: Shell) -> None:
        self._shell = shell
        self._diff: bool = options.diff
        self._apart = options.diff or "-" in options.paths
        self._preview: bool = options.preview
        self._files = self._edits = self._offered = self._due = 0
        self.failed = False
        self.not_checked: list[NotChecked] = []

    def diff(self, fixed: Fixed) -> None:
        """Show what would be changed, as a patch where the file is UTF-8; on a terminal nothing can steer it."""
        shell = self._shell
        before, after = fixed.before, fixed.after
        if fixed.changed and before.codec not in _UTF8:
            complain(
                shell.say(
                    f"{fixed.path} bukan UTF-8: diff ini hanya untuk dibaca, tidak untuk patch",
                    f"{fixed.path} is no UTF-8: this diff is for reading only, not for patch",
                )
            )
        mark = "\ufeff" if before.codec == "utf-8-sig" and not shell.terminal else ""
        for text, role in unified(harmless(fixed.path), mark + before.text, mark + after.text):
            line = text.rstrip("\r\n") if shell.terminal else text.removesuffix("\n")
            said = "\n".join(map(harmless, line.split("\n"))) if shell.terminal else line
            shell.write(f"{shell.paint(said, role) if role else said}\n")

    def file(self, fixed: Fixed) -> None:
        """Tell how many edits of which rules were made, and what was not made and why."""
        self._files += fixed.changed
        self._edits += len(fixed.made)
        self._offered += fixed.offered
        self._due += sum(held.due for held in fixed.held)
        if not fixed.made and not fixed.held:
            return
        codes = Counter(made.step.code for made in fixed.made)
        named = ", ".join(f"{code} {number}×" for code, number in sorted(codes.items()))
        said = f"{self._changes(len(fixed.made))}: {named}" if named else self._changes(0)
        room = self._shell.columns
        out = paragraph(said, room, lead=f"{harmless(fixed.path)}: ", lead_role="strong")
        for held in fixed.held:
            out += indent(self._held(held), 2)
        self._show(out)

    def _held(self, held: Held) -> list[Line]:
        step, shell = held.step, self._shell
        removed = shell.words.removed
        change = f"{step.code} “{step.old.strip()}” → {f'“{step.new}”' if step.new.strip() else removed}"
        said = f"{change}: {held.reason.said(shell.lang)}"
        lead = f"{'✗' if held.due else '–'} {spoken(held.at, shell.words)}: "
        return paragraph(said, shell.columns - 2, lead=lead, lead_role="warning" if held.due else "dim")

    def end(self) -> int:
        """Tell the totals and return the exit code."""
        say, shell = self._shell.say, self._shell
        read = self._edits or self._due or self._offered or not self.not_checked
        out: list[Line] = []
        if read:
            where = say(f" dalam {self._files} berkas", f" in {self._files} file(s)") if self._files else ""
            out += paragraph(f"{self._changes(self._edits)}{where}.", shell.columns, role="strong")
        if self._due:
            out += paragraph(
                say(f"{self._due} perlu diubah dengan tangan (✗).", f"{self._due} must be changed by hand (✗)."),
                shell.columns,
            )
        if self._offered:
            out += paragraph(
                say(
                    f"{self._offered} lagi perlu dilihat dahulu: skplint fix --diff --preview",
                    f"{self._offered} more want a look first: skplint fix --diff --preview",
                ),
                shell.columns,
            )
        if read:
            out += paragraph(
                say("Catatan selebihnya: skplint check", "All other notes: skplint check"), shell.columns, role="dim"
            )
        if self.not_checked:
            out += [*([BLANK] if out else []), *unchecked(self.not_checked, shell.words, shell.columns)]
        self._show(out)
        if self.failed or any(nc.fatal for nc in self.not_checked):
            return FAILED
        return FINDINGS if self._due or (self._diff and self._edits) else OK

    def _changes(self, number: int) -> str:
        say = self._shell.say
        if self._diff:
            return say(f"{number} perubahan akan dibuat", f"{number} change(s) to make")
        return say(f"{number} perubahan dibuat", f"{number} change(s) made")

    def _show(self, lines: Iterable[Line]) -> None:
        if self._apart:
            write_stderr(render(lines, plain))
        else:
            self._shell.show(lines)
