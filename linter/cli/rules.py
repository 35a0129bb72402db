"""``skplint rules``: the list of the rules, the check of rule files, the run of their examples."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli import FAILED, FINDINGS, OK
from linter.cli.explain import own_code_hint
from linter.cli.shell import Shell, complain
from linter.model import UserError
from linter.report.harmless import width
from linter.report.layout import BLANK, Line, clip, indent, paragraph, table
from linter.report.notes import without_blanks

if TYPE_CHECKING:
    from linter.app import ExampleOutcome, Settings
    from linter.model import RuleInfo

KINDS = {
    "noisy": ("catatan yang tidak diharapkan", "a note that was not expected"),
    "missing": ("catatan tidak muncul", "the note did not come"),
    "misplaced": ("catatan di tempat lain", "the note is elsewhere"),
    "mislabelled": ("kelas lain", "another class"),
    "reworded": ("kalimat lain", "another sentence"),
}
"""What went wrong with an example, in Indonesian and English."""


COLUMNS = (
    ("kode", "code"),
    ("nama", "name"),
    ("tingkat", "severity"),
    ("sifat", "force"),
    ("urutan", "priority"),
    ("status", "status"),
    ("isi", "what"),
)
LEAST_WHAT = 24
UNBOUNDED = 10_000
"""Columns of the last column: never fewer than the first, and in a pipe, where lines are searched, never cut."""


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Run the action that the options name. Raises UserError."""
    match options.action:
        case "list":
            return _list(options, shell)
        case "check":
            return _check(options, shell)
        case "test":
            return _test(options, shell)
        case "new":
            from linter.cli.ruletools import new as action
        case "export":
            from linter.cli.export import run as action
        case _:
            from linter.cli.impact import run as action
    return action(options, shell)


def _list(options: argparse.Namespace, shell: Shell) -> int:
    from linter.app import Analyser
    from linter.cli.settings import settings

    say = shell.say
    header = [say(*pair) for pair in COLUMNS]
    analyser = Analyser(settings(options))
    rows = [_row(card, shell) for card in analyser.rules if options.all or card.code in analyser.chosen]
    fixed = sum(max(width(row[c]) for row in (header, *rows)) + 2 for c in range(len(header) - 1))
    left = max(shell.columns - fixed, LEAST_WHAT) if shell.terminal else UNBOUNDED
    shell.show(table(header, [(*row[:-1], clip(row[-1], left)) for row in rows], fixed + left, ("strong",)))
    return OK


def _row(card: RuleInfo, shell: Shell) -> tuple[str, ...]:
    class_ = card.class_ or shell.words.no_class
    reading = shell.say(f"bacaan: {class_}", f"reading: {class_}")
    force = shell.words.force.get(card.force, card.force)
    what = without_blanks(card.message.said(shell.lang)) if card.message else reading
    priority = "–" if card.priority is None else str(card.priority)
    return (card.code, card.name, card.severity or "–", force, priority, card.status, what)


def _check(options: argparse.Namespace, shell: Shell) -> int:
    from linter.app import Analyser

    asked = _settings(options, tuple(options.dirs))
    analyser = Analyser(asked)
    notices = analyser.review()
    for notice in notices:
        place = ":".join(str(part) for part in (notice.path, notice.line, notice.column) if part is not None)
        hint = f" ({notice.hint.said(shell.lang)})" if notice.hint else ""
        shell.show(
            paragraph(f"{notice.message.said(shell.lang)}{hint}", shell.columns, lead=f"{place}: ", lead_role="dim")
        )
    valid, better, own = len(analyser.rules), len(notices), _brought(analyser.rules, asked.rule_dirs)
    brought_id = "".join(f", {number} dari {folder}" for folder, number in own.items())
    brought_en = "".join(f", {number} from {folder}" for folder, number in own.items())
    shell.write(
        shell.say(
            f"{valid} aturan sah{brought_id}" + (f"; {better} hal sebaiknya dibenahi\n" if better else "\n"),
            f"{valid} rules are valid{brought_en}" + (f"; {better} things had better be mended\n" if better else "\n"),
        )
    )
    return FINDINGS if notices else OK


def _brought(rules: Sequence[RuleInfo], folders: Sequence[str]) -> dict[str, int]:
    """Return how many of the rules in force each of the folders (or rule files) brought."""
    return {
        folder: sum(info.path == folder or info.path.startswith(f"{folder}/") for info in rules) for folder in folders
    }


def _settings(options: argparse.Namespace, dirs: tuple[str, ...] = (), codes: tuple[str, ...] = ()) -> Settings:
    """Return settings with the rules and words of the configuration, but none of its choices: examples stand for all."""
    from linter.app import Settings
    from linter.cli.settings import settings

    s = settings(options)
    return Settings(rule_dirs=(*dirs, *s.rule_dirs), select=codes, words=s.words, lang=s.lang, plugins=s.plugins)


def _test(options: argparse.Namespace, shell: Shell) -> int:
    """Run the examples and show those that fail, by rule; nothing that ran is no success."""
    from linter.app import test_rules

    codes = tuple(code for listed in options.codes for code in listed)
    failed: dict[str, list[ExampleOutcome]] = {}
    total = wrong = 0
    try:
        outcomes_of_all = test_rules(_settings(options, codes=codes))
    except UserError as error:
        hints = (own_code_hint(code) for code in codes if f"'{code}'" in error.message.id)
        raise UserError(error.message, path=error.path, line=error.line, column=error.column,
                        hint=next(filter(None, hints), error.hint)) from None  # fmt: skip
    for outcome in outcomes_of_all:
        total += 1
        if outcome.kind != "ok":
            wrong += 1
            failed.setdefault(f"{outcome.code} {outcome.name}", []).append(outcome)
    if not total:
        complain(shell.say("tidak ada contoh yang dijalankan", "no example was run"))
        return FAILED
    for title, outcomes in failed.items():
        shell.show([((title, "strong"),), *indent(_failures(outcomes, shell), 2), BLANK])
    shell.write(
        shell.say(
            f"{total} contoh dijalankan, {total - wrong} sesuai, {wrong} tidak sesuai\n",
            f"{total} examples run, {total - wrong} as expected, {wrong} not\n",
        )
    )
    for kind in KINDS:
        number = sum(outcome.kind == kind for outcomes in failed.values() for outcome in outcomes)
        if number:
            shell.write(f"  {number} {shell.say(*KINDS[kind])}\n")
    return FINDINGS if wrong else OK


def _failures(outcomes: list[ExampleOutcome], shell: Shell) -> list[Line]:
    out: list[Line] = []
    for outcome in outcomes:
        what = shell.say(*KINDS[outcome.kind]) if outcome.kind in KINDS else outcome.kind
        out += paragraph(outcome.text, shell.columns - 2, lead=f"{what}: ", lead_role="error")
        if outcome.detail:
            out += indent(paragraph(outcome.detail.said(shell.lang), shell.columns - 4, role="dim"), 2)
    return out
