"""``skplint init --draf``: the frame of an SKP draft, drawn from what stands above it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from linter.cli import OK
from linter.cli.shell import Shell
from linter.config import display
from linter.io.atomic import write_atomic
from linter.model import Outline, Said, UserError

_FORMS = (".xlsx", ".yaml", ".yml")
_QUALITATIVE = Said(
    "bentuk XLSX baru ada untuk pendekatan kuantitatif", "the form as XLSX is there for the quantitative approach alone"
)


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Write the draft; raises UserError where it cannot be drawn, or a file of that name exists."""
    file = Path(options.draf)
    suffix = file.suffix.lower()
    if suffix not in _FORMS:
        said = Said("draf ditulis sebagai .xlsx atau .yaml", "a draft is written as .xlsx or .yaml")
        raise UserError(said, path=options.draf)
    if os.path.lexists(file):
        raise UserError(
            Said("sudah ada; isinya tidak diganti", "exists already; it is not replaced"), path=options.draf
        )
    outline = _outline(options)
    write_atomic(file, _written(outline, suffix, options))
    name, count = display(str(file)), len(outline.shares)
    shell.write(
        shell.say(
            f"{name} ditulis: {count} rencana untuk dirumuskan; periksa dengan: skplint check {name}\n",
            f"{name} written: {count} plans to be worded; check them with: skplint check {name}\n",
        )
    )
    return OK


def _outline(options: argparse.Namespace) -> Outline:
    from linter.app.drafting import Wanted, complete, outline_of

    wanted = Wanted(options.jabatan, options.unit, options.baris)
    drawn = outline_of(options.dari, wanted) if options.dari else Outline(post=wanted.post, unit=wanted.unit)
    return complete(drawn)


def _written(outline: Outline, suffix: str, options: argparse.Namespace) -> bytes:
    from linter.app.drafting import units
    from linter.report.newdraft import to_xlsx, to_yaml

    if suffix != ".xlsx":
        return to_yaml(outline, source=Path(options.dari).name if options.dari else None).encode()
    if not outline.regime.endswith("kuantitatif"):
        hint = Said("pakai .yaml", "use .yaml")
        raise UserError(_QUALITATIVE, path=options.draf, hint=hint)
    return to_xlsx(outline, units=units())
