"""``skplint lsp``: the server that editors start."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from linter.cli.shell import Shell
from linter.model import Said, UserError

_MISSING = Said("layanan untuk editor belum terpasang", "the server for editors is not installed")


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Serve an editor until it ends; return the exit code. Raises UserError where pygls is missing."""
    if find_spec("pygls") is None:
        command = "python -m pip install 'skplint[lsp]'"
        raise UserError(_MISSING, hint=Said(f"pasang: {command}", f"install it: {command}"))
    from linter.lsp.server import serve

    return serve()
