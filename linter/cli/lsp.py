"""``skplint lsp``: the server that editors start."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from linter import __version__
from linter.cli.shell import Shell
from linter.model import Said, UserError

_MISSING = Said("layanan untuk editor belum terpasang", "the server for editors is not installed")


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Serve an editor until it ends, or say which version would; return the exit code.

    Raises UserError where pygls is missing.
    """
    if find_spec("pygls") is None:
        command = "python -m pip install 'skplint[lsp]'"
        raise UserError(_MISSING, hint=Said(f"pasang: {command}", f"install it: {command}"))
    if options.version:
        shell.write(f"skplint lsp {__version__}\n")
        return 0
    from linter.lsp.server import serve

    return serve()
