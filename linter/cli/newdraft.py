"""``skplint init --draf``: the frame of an SKP draft, drawn from what stands above it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from linter.cli import OK
from linter.cli.shell import Shell
from linter.config import display
from linter.io.atomic import write_atomic
from linter.io.files import shown
from linter.model import Outline, Said, UserError

_FORMS = (".xlsx", ".yaml", ".yml")
_NO_FORM = Said(
    "formulir XLSX baru ada untuk pendekatan kuantitatif menurut Permen PANRB 6/2022",
    "the form as XLSX is that of the quantitative approach of Permen PANRB 6/2022",
)


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Write the draft; raises UserError where it cannot be drawn, or a file of that name exists."""
    file = Path(options.draf)
    suffix = file.suffix.lower()
    if suffix not in _FORMS:
        said = Said("draf ditulis sebagai .xlsx atau .yaml", "a draft is written as .xlsx or .yaml")
        raise UserError(said, path=shown(options.draf))
    if os.path.lexists(file):
        said = Said("sudah ada; isinya tidak diganti", "exists already; it is not replaced")
        raise UserError(said, path=shown(options.draf))
    from linter.app.drafting import Wanted, outline_of

    outline = outline_of(options.dari, Wanted(options.jabatan, options.unit, options.baris))
    write_atomic(file, _written(outline, suffix, options, shell.lang))
    name, count = display(str(file)), len(outline.shares)
    plans = shell.say(f"{count} rencana untuk dirumuskan", f"{count} plans to be worded")
    what = plans if count else shell.say("kerangka kosong", "an empty frame")
    shell.write(
        shell.say(
            f"{name} ditulis: {what}; periksa dengan: skplint check {name}\n",
            f"{name} written: {what}; check it with: skplint check {name}\n",
        )
    )
    return OK


def _written(outline: Outline, suffix: str, options: argparse.Namespace, lang: str) -> bytes:
    from linter.app.drafting import has_form, units
    from linter.report.newdraft import to_xlsx, to_yaml

    if suffix != ".xlsx":
        return to_yaml(outline, source=shown(Path(options.dari).name) if options.dari else None, lang=lang).encode()
    if not has_form(outline):
        raise UserError(_NO_FORM, path=shown(options.draf), hint=Said("pakai .yaml", "use .yaml"))
    return to_xlsx(outline, units=units(), lang=lang)
