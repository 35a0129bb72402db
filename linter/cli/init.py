"""``skplint init``: a first skplint.toml, all of it comments; with ``--draf`` the frame of a draft."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from linter.cli import OK
from linter.cli.shell import Shell
from linter.config import OWN_NAME, PYPROJECT, display, has_section, is_folder
from linter.config.template import template
from linter.io.atomic import write_atomic
from linter.model import Said, UserError

_WITH_DRAFT = ("dari", "jabatan", "unit", "baris")


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Write the file; raises UserError where the folder has a configuration, or is none."""
    if options.draf is not None:
        if options.folder != ".":
            raise UserError(Said("sebutkan FOLDER atau --draf, bukan keduanya", "name a FOLDER or --draf, not both"))
        from linter.cli.newdraft import run as draft

        return draft(options, shell)
    alone = [name for name in _WITH_DRAFT if getattr(options, name) is not None]
    if alone:
        said = Said(f"--{alone[0]} hanya berlaku bersama --draf", f"--{alone[0]} goes with --draf only")
        raise UserError(said, hint=Said("mis. --draf draf.xlsx", "such as --draf draf.xlsx"))
    from linter.app.resources import load_profiles

    folder = Path(options.folder)
    file = folder / OWN_NAME
    if not is_folder(folder):
        raise UserError(Said("folder ini belum ada", "there is no such folder"), path=options.folder)
    if os.path.lexists(file):
        said = Said("sudah ada; isinya tidak diganti", "exists already; it is not replaced")
        raise UserError(said, path=display(str(file)))
    if has_section(folder / PYPROJECT):
        said = Said(
            f"sudah memuat [tool.skplint], yang akan dikalahkan oleh {OWN_NAME}",
            f"has a [tool.skplint] already, which {OWN_NAME} would hide",
        )
        raise UserError(said, path=display(str(folder / PYPROJECT)))
    ladder = ((profile.name, profile.about) for profile in load_profiles())
    write_atomic(file, template(ladder, shell.lang).encode())
    name = display(str(file))
    shell.write(
        shell.say(
            f"{name} ditulis; semua kuncinya masih berupa komentar\n",
            f"{name} written; all its keys are commented out\n",
        )
    )
    return OK
