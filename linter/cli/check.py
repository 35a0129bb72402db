"""``skplint check``: drafts in, reports out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.shell import Shell, complain, read_stdin
from linter.io.ours import is_report
from linter.model import RuleInfo, Said, UserError
from linter.report import BINARY_FORMATS, Reporter, make, make_binary
from linter.report.layout import Line, render, table

if TYPE_CHECKING:
    from linter.app.baseline import Baseline
    from linter.app.meter import Meter

DRAFTS = (".txt", ".skp", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx", ".pdf", ".md", ".yaml", ".yml")
"""What a folder is searched for: a report must not land on one of these, nor be read as a draft next time."""


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Check the inputs, write the reports, return the exit code of the pipeline.

    A report that goes to a file is written beside it and put in its place at the end. Raises UserError.
    """
    paths = options.paths or ["."]
    targets = _targets(options, shell)
    for _, file in targets:
        if file is not None:
            _guard(file, paths)
    from linter.app import Analyser, check_inputs
    from linter.cli.settings import settings

    meter = _meter() if options.profile_rules else None
    asked = settings(options)
    analyser = Analyser(asked, meter=meter)
    rules = analyser.rules
    baseline = _baseline(asked.baseline, options)
    with ExitStack() as files:
        reporters = [_reporter(name, file, rules, options, shell, files) for name, file in targets]
        code = check_inputs(
            paths,
            analyser,
            reporters,
            stdin=read_stdin,
            stdin_name=options.stdin_filename,
            fail_on=options.fail_on,
            baseline=baseline,
            config=options.configuration,
            options=options.given,
        )
    if baseline is not None and asked.baseline is not None:
        _tell(baseline, asked.baseline, options)
    if meter is not None:
        sys.stderr.write(render(_costs(meter, rules, shell), shell.paint))
    return code


def _baseline(file: str | None, options: argparse.Namespace) -> Baseline | None:
    """Return the old notes in *file*, none of them where they are to be written anew. Raises UserError."""
    if file is None:
        if options.update_baseline:
            options.parser.error(
                options.say("--update-baseline perlu --baseline BERKAS", "--update-baseline needs --baseline FILE")
            )
        return None
    from linter.app.baseline import Baseline, read_baseline

    return Baseline() if options.update_baseline else read_baseline(file, options.lang)


def _tell(baseline: Baseline, file: str, options: argparse.Namespace) -> None:
    """Write the baseline where that was asked for, else say how many of its notes are no more.

    That is said only of a file that was named for this run; one in the configuration is about all drafts of its folder.
    """
    if options.update_baseline:
        n = baseline.write(file)
        complain(options.say(f"{n} catatan ditulis ke {file}", f"{n} notes written to {file}"))
    elif baseline.stale and options.baseline is not None:
        complain(
            options.say(
                f"{baseline.stale} catatan lama tidak muncul lagi; perbarui dengan --update-baseline",
                f"{baseline.stale} old notes are no more; renew the file with --update-baseline",
            )
        )


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
    more = {"lang": shell.lang, "rules": rules, "fail_on": options.fail_on}
    if file is None:
        return make(name, shell.write, columns=shell.columns, paint=shell.paint, **more)
    return make(name, lambda text: write_bytes(text.encode("utf-8", "replace")), **more)


def _targets(options: argparse.Namespace, shell: Shell) -> list[tuple[str, str | None]]:
    """Return each format with its file; None is the standard output, which only one of them can have."""
    formats: list[tuple[str, str | None]] = options.format or [("teks", None)]
    loose = [name for name, file in formats if file is None]
    if options.output and not loose:
        options.parser.error(
            options.say("--output tidak punya format; tulis --format NAMA", "--output has no format; add --format NAME")
        )
    if len(loose) > 1:
        several = ", ".join(loose)
        options.parser.error(
            options.say(
                f"hanya satu format yang dapat ditulis ke tempat yang sama ({several}); pakai --format NAMA=BERKAS",
                f"only one format can go to the same place ({several}); use --format NAME=FILE",
            )
        )
    targets = [(name, file or options.output) for name, file in formats]
    for name, file in targets:
        if name in BINARY_FORMATS and file is None and shell.terminal:
            options.parser.error(
                options.say(
                    f"{name} tidak dapat ditampilkan di layar; pakai --format {name}=BERKAS",
                    f"{name} cannot be shown on a terminal; use --format {name}=FILE",
                )
            )
    files = [str(Path(file).resolve()) for _, file in targets if file]
    if len(set(files)) < len(files):
        options.parser.error(options.say("dua format menuju berkas yang sama", "two formats go to the same file"))
    return targets


def _guard(file: str, paths: list[str]) -> None:
    """Raise UserError where a report would overwrite a draft, or has no folder to stand in."""
    target = Path(file)
    if not target.parent.is_dir():
        hint = Said("buat folder itu dahulu", "create that folder first")
        raise UserError(Said("foldernya belum ada", "its folder does not exist"), path=file, hint=hint)
    if not target.exists():
        return
    older = is_report(file)
    for path in map(Path, paths):
        inside = (
            path.is_dir()
            and not older
            and target.suffix.lower() in DRAFTS
            and path.resolve() in target.resolve().parents
        )
        if inside or (path.exists() and path.samefile(target)):
            raise UserError(
                Said(
                    "berkas ini termasuk yang diperiksa; pilih nama lain untuk laporan",
                    "this file is among those that are checked; choose another name for the report",
                ),
                path=file,
            )
