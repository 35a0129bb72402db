"""``skplint serve``: the page on a projector and the JSON API, on this computer."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from threading import Thread

from linter.cli import OK
from linter.cli.shell import Shell
from linter.model import Said, UserError

_MISSING = Said("halaman web belum terpasang", "the web page is not installed")
_NEEDED = ("fastapi", "uvicorn", "python_multipart", "markdown_it")


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Serve until it is stopped; return the exit code. Raises UserError where the extra is missing or the port is taken."""
    if not all(map(find_spec, _NEEDED)):
        command = "python -m pip install 'skplint[web]'"
        raise UserError(_MISSING, hint=Said(f"pasang: {command}", f"install it: {command}"))
    from linter.cli.settings import settings
    from linter.web.app import make_app
    from linter.web.engines import Engines
    from linter.web.guard import EVERYWHERE, bracketed
    from linter.web.serving import bound, serve

    engines = Engines(settings(options))
    app = make_app(engines, options.host, options.pelajaran, classroom_on=options.kelas)
    socket = bound(options.host, options.port)
    near = "127.0.0.1" if options.host in EVERYWHERE else options.host
    address = f"http://{bracketed(near)}:{socket.getsockname()[1]}/"
    shell.write(shell.say(f"Halaman: {address} (berhenti: Ctrl+C)\n", f"Page: {address} (stop: Ctrl+C)\n"))
    sys.stdout.flush()
    if options.open:
        import webbrowser

        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    Thread(target=engines.warm, daemon=True).start()
    serve(app, socket)
    return OK
