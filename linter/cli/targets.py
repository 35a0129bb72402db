"""Where reports and baselines go: never over a file that is the user's own, nor to where it would be read as a draft."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.cli.shell import Shell
from linter.documents.walk import OURS
from linter.io.files import why_not
from linter.io.ours import is_report
from linter.model import Said, UserError
from linter.report import BINARY_FORMATS

Target = tuple[str, str | None]
"""A format and its file; None is the standard output, which only one of them can have."""

BASELINE = "baseline"
_RECOGNISED = {
    "csv": (".csv", ".tsv"),
    "xlsx": (".xlsx",),
    **dict.fromkeys(("json", "sarif", "gitlab", "rdjson", BASELINE), (".json",)),
}
"""Endings of drafts that a report may have also among drafts, since as such it can be no draft."""

_OTHER_NAME = Said("pilih nama lain untuk laporan", "choose another name for the report")


def targets_of(options: argparse.Namespace, shell: Shell) -> list[Target]:
    """Return each format with its file; stops with an error of usage where two would go to one place."""
    formats: list[Target] = options.format or [("teks", None)]
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
    return targets


def guard(targets: Iterable[Target], inputs: Sequence[str], baseline: str | None = None) -> None:
    """Raise UserError where a report, or a *baseline* that is to be written, may not go to the file that was named.

    That is an input of this run, a draft or any other file that is not ours, a place where it would be read as a draft
    next time, a folder that does not exist, or the file of another report. That a baseline replaces none but a baseline
    is for its reader to say.
    """
    taken: dict[object, str] = {}
    for name, file in (*targets, (BASELINE, baseline)):
        if file is None:
            continue
        _guard(name, file, inputs)
        if (same := _identity(file)) in taken:
            raise UserError(
                Said(
                    f"{taken[same]} dan {name} menuju berkas yang sama", f"{taken[same]} and {name} go to the same file"
                ),
                path=file,
            )
        taken[same] = name


def _guard(name: str, file: str, inputs: Sequence[str]) -> None:
    try:
        real = Path(os.path.realpath(file))
        size = real.stat().st_size if real.is_file() else 0
    except (OSError, ValueError) as error:
        raise UserError(why_not(error), path=file) from None
    if not real.parent.is_dir():
        hint = Said("buat folder itu dahulu", "create that folder first")
        raise UserError(Said("foldernya belum ada", "its folder does not exist"), path=file, hint=hint)
    if any(path != "-" and _identity(path) == _identity(file) for path in inputs):
        raise UserError(
            Said("berkas ini termasuk yang diperiksa", "this file is among those that are checked"),
            path=file,
            hint=_OTHER_NAME,
        )
    if size and name != BASELINE and not is_report(file):
        raise UserError(
            Said(
                "berkas ini sudah ada dan bukan tulisan skplint, jadi tidak ditimpa",
                "this file exists and was not written by skplint, so it is not replaced",
            ),
            path=file,
            hint=_OTHER_NAME,
        )
    folders = {Path(os.path.realpath(path)) for path in inputs if Path(path).is_dir()}
    named = Path(os.path.realpath(Path(file).parent), Path(file).name)  # a link is read by its own name
    for place in (named, real):
        ending = place.suffix.lower()
        if folders.isdisjoint(place.parents) or ending not in OURS or ending in _RECOGNISED.get(name, ()):
            continue
        raise UserError(
            Said(
                f"berkas {ending} di dalam folder yang diperiksa akan terbaca sebagai draf nanti",
                f"a file {ending} inside the folder that is checked would be read as a draft later",
            ),
            path=file,
            hint=Said("pilih akhiran lain, atau folder lain", "choose another ending, or another folder"),
        )


def _identity(file: str) -> object:
    """Return what the names of one file have in common: links of both kinds lead to the same."""
    try:
        status = Path(file).stat()
        return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(file)
    except OSError:
        return os.path.realpath(file)
    except ValueError:  # no name that a file can have
        return file
