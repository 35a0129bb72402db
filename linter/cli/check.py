"""``skplint check``: drafts in, reports out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from linter.cli import FAILED, OK
from linter.cli.shell import Shell, complain, read_stdin
from linter.cli.targets import guard, targets_of
from linter.model import RuleInfo
from linter.report import BINARY_FORMATS, Reporter, make, make_binary
from linter.report.layout import Line, render, table

if TYPE_CHECKING:
    from linter.app.baseline import Baseline
    from linter.app.meter import Meter


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Check the inputs, write the reports, return the exit code of the pipeline.

    A report that goes to a file is written beside it and put in its place at the end. Raises UserError.
    """
    paths = options.paths or ["."]
    targets = targets_of(options, shell)
    from linter.app import Analyser, check_inputs
    from linter.cli.settings import settings

    asked = settings(options)
    notes = _old_notes(asked.baseline, options)
    guard(targets, paths, notes.file if notes and options.update_baseline else None)
    meter = _meter() if options.profile_rules else None
    analyser = Analyser(asked, meter=meter)
    rules = analyser.rules
    with ExitStack() as files:
        reporters = [_reporter(name, file, rules, options, shell, files) for name, file in targets]
        if options.redact:
            from linter.report.redact import redacting

            reporters = [redacting(reporter) for reporter in reporters]
        code = check_inputs(
            paths,
            analyser,
            reporters,
            stdin=read_stdin,
            stdin_name=options.stdin_filename,
            fail_on=options.fail_on,
            baseline=notes.seen if notes else None,
            config=options.configuration,
            options=options.given,
        )
    if notes is not None:
        code = _account(notes, code, options)
    if meter is not None:
        sys.stderr.write(render(_costs(meter, rules, shell), shell.paint))
    return code


class _Notes(NamedTuple):
    """A baseline: its file, the notes of this run, and where it is to be renewed those that the file had."""

    file: str
    seen: Baseline
    had: Baseline | None = None


def _old_notes(file: str | None, options: argparse.Namespace) -> _Notes | None:
    """Return the old notes in *file*; where they are to be renewed they cover nothing. Raises UserError."""
    if options.update_baseline:
        if file is None:
            options.parser.error(
                options.say("--update-baseline perlu --baseline BERKAS", "--update-baseline needs --baseline FILE")
            )
        if _only_some_rules(options):
            options.parser.error(
                options.say(
                    "--update-baseline tidak dapat bersama --select atau --ignore: catatan lain akan hilang dari berkasnya",
                    "--update-baseline cannot go with --select or --ignore: all other notes would be lost from the file",
                )
            )
    if file is None:
        return None
    from linter.app.baseline import Baseline, read_baseline

    if not options.update_baseline:
        return _Notes(file, read_baseline(file, options.lang))
    there = Path(file).is_file() and Path(file).stat().st_size
    return _Notes(file, Baseline(), read_baseline(file) if there else Baseline())


def _only_some_rules(options: argparse.Namespace) -> bool:
    return not options.given.keys().isdisjoint({"select", "ignore"})


def _account(notes: _Notes, code: int, options: argparse.Namespace) -> int:
    """Renew the baseline where that was asked for, else say how many of its notes are no more; return the exit code.

    The latter is said only of a file that was named for this run, after everything was checked by all rules: one in the
    configuration is about all drafts of its folder.
    """
    say, seen = options.say, notes.seen
    if notes.had is None:
        if seen.stale and options.baseline is not None and code != FAILED and not _only_some_rules(options):
            complain(
                say(
                    f"{seen.stale} catatan lama tidak muncul lagi; perbarui dengan --update-baseline",
                    f"{seen.stale} old notes are no more; renew the file with --update-baseline",
                )
            )
        return code
    if code == FAILED:
        complain(
            say(
                f"{notes.file} tidak ditulis, karena ada yang tidak dapat diperiksa",
                f"{notes.file} was not written, since something could not be checked",
            )
        )
        return FAILED
    written, dropped = seen.write(notes.file), seen.dropped(notes.had)
    complain(
        say(
            f"{written} catatan ditulis ke {notes.file}; {dropped} catatan lama dihapus",
            f"{written} notes written to {notes.file}; {dropped} old ones dropped",
        )
    )
    return OK


def _meter() -> Meter:
    from linter.app.meter import Meter

    return Meter(time.perf_counter_ns)


def _costs(meter: Meter, rules: Sequence[RuleInfo], shell: Shell) -> list[Line]:
    """Return a table of what each rule cost, the dearest first."""
    say, names = shell.say, {rule.code: rule.name for rule in rules}
    heads = (("kode", "code"), ("diuji", "asked"), ("berlaku", "held"), ("ms", "ms"), ("%", "%"), ("nama", "name"))
    total = sum(cost.nanoseconds for cost in meter.costs.values()) or 1
    rows = []
    for code, c in sorted(meter.costs.items(), key=lambda entry: -entry[1].nanoseconds):
        spent, share = f"{c.nanoseconds / 1e6:.2f}", f"{100 * c.nanoseconds / total:.1f}"
        rows.append((code, str(c.asked), str(c.held), spent, share, names[code]))
    return table([say(*head) for head in heads], rows, shell.columns, ("strong",))


def _reporter(
    name: str,
    file: str | None,
    rules: Sequence[RuleInfo],
    options: argparse.Namespace,
    shell: Shell,
    files: ExitStack,
) -> Reporter:
    """Return the reporter of a format that writes to *file*, which is opened in *files*, or to the standard output."""
    write_bytes = shell.write_bytes
    if file is not None:
        from linter.io.atomic import AtomicFile

        write_bytes = files.enter_context(AtomicFile(file)).write
    if name in BINARY_FORMATS:
        return make_binary(name, write_bytes, lang=shell.lang)
    more = {"lang": shell.lang, "rules": rules, "fail_on": options.fail_on, "index": options.index}
    if file is None:
        return make(name, shell.write, columns=shell.columns, paint=shell.paint, **more)
    return make(name, lambda text: write_bytes(text.encode("utf-8", "replace")), **more)
