"""The arguments of ``skplint lsp``."""

from __future__ import annotations

import argparse

from linter.cli.arguments.parser import Commands, examples
from linter.cli.speech import Say


def lsp(commands: Commands, say: Say) -> None:
    """Add ``lsp``."""
    parser = commands.add_parser(
        "lsp",
        say=say,
        usage="skplint lsp [--version]",
        help=say("layanan untuk editor", "server for editors"),
        description=say(
            "Melayani sebuah editor lewat masukan dan keluaran standar (Language Server Protocol):\n"
            "catatan saat mengetik, penjelasan, perbaikan, warna, dan isian. Editor yang menjalankannya;\n"
            "cara memasangnya: docs/editor.md. Perlu: pip install 'skplint[lsp]'.",
            "Serves an editor over the standard streams (Language Server Protocol): notes while typing,\n"
            "grounds, fixes, colours, completion. Editors start it; how to set them up: docs/editor.md.\n"
            "Needs: pip install 'skplint[lsp]'.",
        ),
        epilog=examples(say, "skplint lsp", "skplint lsp --version"),
    )
    group = parser.add_argument_group(say("layanan", "server"))
    group.add_argument(
        "--version",
        action="store_true",
        help=say("tampilkan versi bila layanan ini dapat dijalankan", "show the version where the server can be run"),
    )
    parser.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)  # what many editors add
    parser.set_defaults(parser=parser, no_config=True)
