"""``skplint score``: many SKP at once, with progress on a terminal, and a report at the end."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from hashlib import blake2b

from linter.cli import FAILED, OK
from linter.cli.shell import Shell, complain, write_stderr
from linter.io.files import read_bytes
from linter.model import NotChecked, Said, UserError
from linter.report.blocks import unchecked
from linter.report.harmless import harmless
from linter.report.layout import indent, paragraph, render

_NOT_INSTALLED = Said(
    "skplint score perlu pyarrow; pasang dahulu: pip install 'skplint[batch]'",
    "skplint score needs pyarrow; install first: pip install 'skplint[batch]'",
)
_SHORTEST_KEY = 16
_TOLD = 20
"""Inputs that were not checked that are listed; all of them stand in the report."""


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Do the run and tell what it came to; return 0, or 2 where something was not checked. Raises UserError."""
    try:
        from linter.batch.outputs import read_summary
        from linter.batch.run import Outcome, score
        from linter.batch.worker import Asked
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        raise UserError(_NOT_INSTALLED) from None
    from linter.cli.settings import settings
    from linter.documents.decisions import read_decisions

    reviewers = [read_decisions((file,)) for file in options.decisions or ()]
    asked = Asked(
        settings=settings(options),
        configuration=options.configuration,
        given=tuple(sorted(options.given.items())),
        inputs=tuple(options.paths),
        output=options.output,
        copies=options.copies,
        sheets=options.sheets,
        decisions=tuple(sorted(read_decisions(options.decisions).items())) if options.sheets and reviewers else None,
        key=_key(options.key),
        cached=not options.no_cache,
    )
    before = read_summary(options.since) if options.since else None
    outcome: Outcome = score(asked, options.jobs, _progress(shell), before, reviewers)
    batch = outcome.batch
    lines = paragraph(
        shell.words.headline.format(clean=batch.total.clean, statements=batch.total.statements),
        shell.columns,
        role="strong",
    )
    lines += paragraph(
        shell.say(
            f"{len(batch.documents)} dokumen, {outcome.notes} catatan → {options.output}/laporan.html, ringkasan.xlsx, "
            "catatan.parquet, catatan.csv",
            f"{len(batch.documents)} documents, {outcome.notes} notes → {options.output}/laporan.html, ringkasan.xlsx, "
            "catatan.parquet, catatan.csv",
        ),
        shell.columns,
    )
    if outcome.resumed:
        lines += paragraph(
            shell.say(
                f"{outcome.resumed} berkas sudah selesai sebelumnya dan tidak diulang",
                f"{outcome.resumed} files were done before and were not done again",
            ),
            shell.columns,
            role="dim",
        )
    for path, told in outcome.told[:_TOLD]:
        lines += indent(paragraph(told, shell.columns - 2, lead=f"{harmless(path)}: ", role="dim"), 2)
    shell.show(lines)
    fatal = [NotChecked(one.path, Said(one.reason, one.reason)) for one in batch.left if one.fatal]
    if fatal:
        write_stderr(render(unchecked(fatal[:_TOLD], shell.words, shell.columns), shell.paint))
    if len(fatal) > _TOLD:
        more = len(fatal) - _TOLD
        complain(shell.say(f"dan {more} lagi; semuanya ada di laporan", f"and {more} more; all are in the report"))
    return FAILED if fatal else OK


def _key(path: str | None) -> bytes | None:
    """Return the key in the file *path*; raises UserError where it is too short to be a secret."""
    if path is None:
        return None
    data = read_bytes(path)
    if len(data) < _SHORTEST_KEY:
        message = Said("kunci ini kurang dari 16 bita", "this key has fewer than 16 bytes")
        raise UserError(message, path=path)
    return blake2b(data, digest_size=32).digest()


def _progress(shell: Shell) -> Callable[[int, int], None]:
    """Return what tells on a terminal how many files are done, how fast, and how long it will still take."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    begun: list[tuple[float, int]] = []

    def tell(done: int, total: int) -> None:
        now = time.monotonic()
        begun.append((now, done)) if not begun else None
        since, first = begun[0]
        rate = (done - first) / (now - since) if now > since else 0.0
        left = f"{(total - done) / rate / 60:.0f}" if rate else "…"
        said = shell.say(
            f"{done} dari {total} berkas; {rate:.1f} berkas/detik; sisa {left} menit",
            f"{done} of {total} files; {rate:.1f} files/s; {left} minutes left",
        )
        sys.stderr.write(f"\r\x1b[2K{said}" + ("\n" if done == total else ""))
        sys.stderr.flush()

    return tell
