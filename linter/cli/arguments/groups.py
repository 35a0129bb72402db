"""Groups of options that several commands share."""

from __future__ import annotations

import argparse
from functools import partial

from linter.cli.arguments.parser import Parser, one_of
from linter.cli.arguments.values import format_spec, listed, part
from linter.cli.speech import Say


def output(parser: Parser, say: Say) -> None:
    """Add where reports go and what makes the exit code 1."""
    group = parser.add_argument_group(say("keluaran", "output"))
    group.add_argument(
        "--format",
        action="append",
        type=partial(format_spec, say),
        metavar=say("NAMA[=BERKAS]", "NAME[=FILE]"),
        help=say(
            "teks (bawaan), ringkas, json, jsonl, csv, xlsx, sarif, github, gitlab, rdjson atau junit; "
            "boleh diulang, lalu ke berkas masing-masing",
            "teks (default), ringkas, json, jsonl, csv, xlsx, sarif, github, gitlab, rdjson or junit; "
            "repeatable, then each to its own file",
        ),
    )
    group.add_argument(
        "--output", metavar=say("BERKAS", "FILE"), help=say("tulis ke berkas, bukan ke layar", "write to a file")
    )
    group.add_argument(
        "--fail-on",
        type=partial(one_of, say, ("error", "warning", "info", "never")),
        metavar="error|warning|info|never",
        help=say(
            "tingkat catatan yang memberi kode keluar 1 (bawaan: error)", "what makes exit code 1 (default: error)"
        ),
    )
    group.add_argument(
        "--index",
        action="store_true",
        help=say(
            "tambahkan indeks rumusan 0–100 dengan hitungannya (teks, json)",
            "add the index of wording 0–100 with its arithmetic (teks, json)",
        ),
    )
    colour(group, say)


def colour(group: argparse._ArgumentGroup, say: Say) -> None:
    """Add --color."""
    group.add_argument(
        "--color",
        type=partial(one_of, say, ("auto", "always", "never")),
        default="auto",
        metavar="auto|always|never",
        help=say("warna (bawaan: auto; NO_COLOR dihormati)", "colour (default: auto; NO_COLOR is honoured)"),
    )


def judging(parser: Parser, say: Say, *, rules: bool = True) -> None:
    """Add what chooses the rules and the regulation; without *rules* no further folder of rules."""
    group = parser.add_argument_group(say("penilaian", "judging"))
    for name, what_id, what_en in (
        ("--select", "hanya aturan ini: kode, nama atau keluarga, dipisah koma", "only these: codes, names, families"),
        ("--ignore", "tanpa aturan ini", "without these rules"),
    ):
        group.add_argument(
            name, action="extend", type=partial(listed, say), metavar=say("ATURAN", "RULES"), help=say(what_id, what_en)
        )
    group.add_argument(
        "--profile",
        metavar="dasar|lengkap|reviu",
        help=say("(bawaan: lengkap)", "(default: lengkap)"),
    )
    group.add_argument(
        "--regime",
        metavar=say("NAMA", "NAME"),
        help=say(
            "peraturan yang berlaku; bila tidak diisi, dikenali dari formulir", "regulation; else told by the form"
        ),
    )
    if rules:
        rule_dirs(group, say)
    else:
        plugins(group, say)


def configuring(parser: Parser, say: Say) -> None:
    """Add which configuration file holds; an option given beside it wins over the file."""
    group = parser.add_argument_group(say("pengaturan", "configuration")).add_mutually_exclusive_group()
    group.add_argument(
        "--config",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "pakai berkas pengaturan ini (bawaan: skplint.toml terdekat ke atas)",
            "use this configuration file (default: the nearest skplint.toml upward)",
        ),
    )
    group.add_argument(
        "--no-config", action="store_true", help=say("jangan pakai berkas pengaturan", "use no configuration file")
    )


def rule_dirs(group: argparse._ArgumentGroup, say: Say) -> None:
    """Add --rules and --no-plugins."""
    group.add_argument(
        "--rules",
        action="append",
        metavar="FOLDER",
        help=say(
            "aturan tambahan di atas aturan bawaan; boleh diulang", "rules on top of the built-in ones; repeatable"
        ),
    )
    plugins(group, say)


def plugins(group: argparse._ArgumentGroup, say: Say) -> None:
    """Add --no-plugins."""
    group.add_argument(
        "--no-plugins",
        action="store_true",
        help=say("tanpa aturan dari paket yang terpasang", "without the rules of installed packages"),
    )


def beside(parser: Parser, say: Say) -> None:
    """Add what a text in itself does not say: its part and the cells beside it."""
    group = parser.add_argument_group(say("untuk masukan berupa teks", "for text"))
    group.add_argument(
        "--part",
        type=partial(part, say),
        metavar=say("BAGIAN", "PART"),
        help=say("rencana_kinerja (bawaan), indikator, target, …", "rencana_kinerja (default), indikator, target, …"),
    )
    group.add_argument("--aspek", metavar="ASPEK", help=say("aspek di samping teks", "the aspect beside the text"))
    group.add_argument("--target", metavar="TARGET", help=say("target di samping teks", "the target beside the text"))


def text(parser: Parser, say: Say, metavar: str) -> None:
    """Add the statement as an argument."""
    parser.add_argument(
        "text",
        nargs="+",
        metavar=metavar,
        help=say("tanda - membaca masukan standar, satu rumusan sebaris", "a dash - reads the standard input by lines"),
    )
