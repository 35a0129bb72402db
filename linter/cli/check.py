"""``skplint check``: drafts in, reports out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.shell import Shell, read_stdin
from linter.model import RuleInfo, Said, UserError
from linter.report import Reporter, make
from linter.report.layout import Line, render, table

if TYPE_CHECKING:
    from linter.app.meter import Meter

DRAFTS = (".txt", ".skp", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx", ".pdf", ".md", ".yaml", ".yml")
"""What a folder is searched for: a report must not land on one of these, nor be read as a draft next time."""


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Check the inputs, write the reports, return the exit code of the pipeline.

    A report that goes to a file is written whole at the end. Raises UserError.
    """
    paths = options.paths or ["."]
    targets = _targets(options)
    for _, file in targets:
        if file is not None:
            _guard(file, paths)
    from linter.app import Analyser, check_inputs
    from linter.cli.settings import settings

    meter = _meter() if options.profile_rules else None
    analyser = Analyser(settings(options), meter=meter)
    reporters: list[Reporter] = []
    files: list[tuple[str, list[str]]] = []
    for name, file in targets:
        if file is None:
            reporters.append(make(name, shell.write, lang=shell.lang, columns=shell.columns, paint=shell.paint))
        else:
            pieces: list[str] = []
            files.append((file, pieces))
            reporters.append(make(name, pieces.append, lang=shell.lang))
    code = check_inputs(
        paths,
        analyser,
        reporters,
        stdin=read_stdin,
        stdin_name=options.stdin_filename,
        fail_on=options.fail_on or options.configuration.values.fail_on,
        config=options.configuration,
        options=options.given,
    )
    _save(files)
    if meter is not None:
        sys.stderr.write(render(_costs(meter, analyser.rules, shell), shell.paint))
    return code


def _meter() -> Meter:
    from linter.app.meter import Meter

    return Meter(time.perf_counter_ns)


def _costs(meter: Meter, rules: Sequence[RuleInfo], shell: Shell) -> list[Line]:
    """Return a table of what each rule cost, the dearest first."""
    say, names = shell.say, {rule.code: rule.name for rule in rules}
    heads = (("kode", "code"), ("diuji", "asked"), ("berlaku", "held"), ("ms", "ms"), ("%", "%"), ("nama", "name"))
    total = sum(cost.nanoseconds for cost in meter.costs.values()) or 1
    rows = [
        (
            code,
            str(c.asked),
            str(c.held),
            f"{c.nanoseconds / 1e6:.2f}",
            f"{100 * c.nanoseconds / total:.1f}",
            names[code],
        )
        for code, c in sorted(meter.costs.items(), key=lambda entry: -entry[1].nanoseconds)
    ]
    return table([say(*head) for head in heads], rows, shell.columns, ("strong",))


def _targets(options: argparse.Namespace) -> list[tuple[str, str | None]]:
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
    for path in map(Path, paths):
        inside = path.is_dir() and target.suffix.lower() in DRAFTS and path.resolve() in target.resolve().parents
        if inside or (path.exists() and path.samefile(target)):
            raise UserError(
                Said(
                    "berkas ini termasuk yang diperiksa; pilih nama lain untuk laporan",
                    "this file is among those that are checked; choose another name for the report",
                ),
                path=file,
            )


def _save(files: list[tuple[str, list[str]]]) -> None:
    if not files:
        return
    from linter.io.atomic import write_atomic

    for file, pieces in files:
        write_atomic(file, "".join(pieces).encode("utf-8", "replace"))
