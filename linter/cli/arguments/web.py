"""The arguments of ``skplint serve``."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from linter.cli.arguments.groups import configuring, judging
from linter.cli.arguments.parser import Commands, examples
from linter.cli.arguments.values import port
from linter.cli.speech import Say


def serve(commands: Commands, say: Say) -> None:
    """Add ``serve``."""
    parser = commands.add_parser(
        "serve",
        say=say,
        usage=say("skplint serve [OPSI]", "skplint serve [OPTIONS]"),
        help=say("halaman web di komputer ini, dan API JSON", "web page on this computer, and JSON API"),
        description=say(
            "Membuka halaman untuk layar proyektor, tanpa internet: sebuah rumusan diuraikan sambil\n"
            "diketik. Juga API JSON di /api/v1 (OpenAPI: /api/v1/openapi.json). Yang dikirim tidak\n"
            "disimpan. Perlu: pip install 'skplint[web]'.",
            "Opens a page for a projector, without internet: a statement is taken apart while it is\n"
            "typed. Also a JSON API under /api/v1 (OpenAPI: /api/v1/openapi.json). Nothing that is\n"
            "sent is kept. Needs: pip install 'skplint[web]'.",
        ),
        epilog=examples(
            say,
            "skplint serve --open",
            "skplint serve --port 8080 --regime p6-2022-kualitatif",
            "skplint serve --pelajaran materi",
            "skplint serve --kelas --host 0.0.0.0",
        ),
    )
    group = parser.add_argument_group(say("layanan", "server"))
    group.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=say("ALAMAT", "ADDRESS"),
        help=say("(bawaan: 127.0.0.1, komputer ini saja)", "(default: 127.0.0.1, this computer alone)"),
    )
    group.add_argument(
        "--port",
        type=partial(port, say),
        default=8000,
        metavar="N",
        help=say("(bawaan: 8000; 0: yang sedang bebas)", "(default: 8000; 0: one that is free)"),
    )
    group.add_argument("--open", action="store_true", help=say("buka di peramban", "open it in the browser"))
    group.add_argument(
        "--pelajaran",
        type=Path,
        metavar="FOLDER",
        help=say("pelajaran sendiri (.md); yang senama menggantikan", "lessons of your own (.md); a namesake replaces"),
    )
    group.add_argument(
        "--kelas",
        action="store_true",
        help=say(
            "jawaban ponsel peserta dihitung tanpa nama (/kelas)", "count the answers of phones without names (/kelas)"
        ),
    )
    judging(parser, say)
    configuring(parser, say)
    parser.set_defaults(parser=parser)
