"""The commands and their options."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import NoReturn

from linter import __version__
from linter.cli.config_commands import config, init
from linter.cli.fix_commands import fix
from linter.cli.options import beside, colour, configuring, judging, output, text
from linter.cli.parser import Commands, Parser, examples, one_of, unknown
from linter.cli.rule_commands import rules
from linter.cli.speech import LANGUAGES, Say, chosen
from linter.cli.values import count, flag_later


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Return the options of a command; None where no command was named, after the help was shown on stderr.

    Every result has ``command``, ``say``, ``lang``, ``lang_of_environment``, ``later`` (the command is not built yet) and
    ``parser``. The language is that of --lang, else that of SKPLINT_LANG, else None: a configuration may say it. The
    locale is not asked, since Indonesian drafts are written on computers of any language. Raises SystemExit after help (0)
    and after an error in the arguments (2).
    """
    lang = os.environ.get("SKPLINT_LANG") or None
    say = chosen(arguments, lang or LANGUAGES[0])
    parser = _skplint(say)
    options = argparse.Namespace(lang=None)
    _, extra = parser.parse_known_args(arguments, options)
    options.lang_of_environment = bool(lang and not options.lang)
    options.lang = options.lang or lang
    if options.command is None and not extra:
        parser.print_help(sys.stderr)
        return None
    if extra and not options.later:
        _refuse(options.parser, extra)
    if options.lang not in (None, *LANGUAGES):
        parser.error(f"SKPLINT_LANG: {unknown(say, options.lang, LANGUAGES)}")
    return options


def _skplint(say: Say) -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
        say=say,
        prog="skplint",
        usage=say("skplint PERINTAH [OPSI]", "skplint COMMAND [OPTIONS]"),
        description=say(
            "Memeriksa rumusan kinerja (SKP): apakah menyebut pencapaian, bukan aktivitas,\n"
            "dan apakah indikatornya dapat diukur. Semua berjalan di komputer ini saja.",
            "Checks performance statements (SKP): do they name results rather than\n"
            "activities, and can their indicators be measured. All runs on this computer.",
        ),
        epilog=examples(
            say,
            "skplint check draf.xlsx",
            "skplint check . --format ringkas",
            'skplint explain "Menyusun laporan keuangan"',
            "skplint explain C001",
        ),
    )
    parser.options.add_argument(
        "--version", action="version", version=f"skplint {__version__}", help=say("tampilkan versi", "show the version")
    )
    parser.set_defaults(later=False, parser=parser, say=say)
    commands = parser.add_subparsers(
        prog="skplint", title=say("perintah", "commands"), dest="command", metavar=say("PERINTAH", "COMMAND")
    )
    for add in (_check, fix, _explain, _parse, rules, config, init, _later):
        add(commands, say)
    return parser


def _refuse(parser: Parser, extra: list[str]) -> NoReturn:
    """Stop with an error about the first option that is not known, else about the first argument too many."""
    option = next((argument.partition("=")[0] for argument in extra if argument.startswith("-")), None)
    if option is not None:
        parser.error(unknown(parser.say, option, parser.option_names()))
    say, word = parser.say, extra[0]
    parser.error(
        say(
            f"“{word}” berlebih di sini; kalimat yang berisi spasi perlu diapit tanda kutip",
            f"“{word}” is one argument too many; a text with spaces needs quotes around it",
        )
    )


def _check(commands: Commands, say: Say) -> None:
    parser = commands.add_parser(
        "check",
        say=say,
        usage=say("skplint check [OPSI] [BERKAS …]", "skplint check [OPTIONS] [PATH …]"),
        help=say("periksa draf", "check drafts"),
        description=say(
            "Memeriksa berkas atau folder. Tanpa BERKAS: folder ini. Tanda - berarti masukan\n"
            "standar. Kode keluar: 0 tanpa catatan setingkat --fail-on, 1 ada catatan itu,\n"
            "2 ada yang tidak dapat diperiksa.",
            "Checks files or folders. Without PATH: this folder. A dash - is the standard\n"
            "input. Exit codes: 0 no notes of the level --fail-on, 1 such notes, 2 something\n"
            "could not be checked.",
        ),
        epilog=examples(
            say,
            "skplint check draf.txt",
            "skplint check draf.xlsx --format teks --format jsonl=catatan.jsonl",
            "skplint check . --format ringkas --fail-on warning",
            "skplint check . --format xlsx=catatan.xlsx --format sarif=catatan.sarif",
            "echo 'Jumlah laporan' | skplint check - --part indikator --target '12 laporan'",
        ),
    )
    parser.add_argument(
        "paths", nargs="*", metavar=say("BERKAS", "PATH"), help=say("berkas atau folder", "file or folder")
    )
    output(parser, say)
    judging(parser, say)
    configuring(parser, say)
    beside(parser, say)
    _reading(parser, say)
    parser.set_defaults(parser=parser)


def _reading(parser: Parser, say: Say) -> None:
    """Add what is read besides the drafts, and how the work is done."""
    reading = parser.add_argument_group(say("masukan dan kinerja", "input and performance"))
    reading.add_argument(
        "--stdin-filename",
        metavar=say("NAMA", "NAME"),
        help=say(
            "nama untuk masukan standar; menentukan cara membacanya", "name of the standard input; says how to read it"
        ),
    )
    reading.add_argument(
        "--no-cache", action="store_true", help=say("jangan pakai simpanan hasil", "do not use the cache")
    )
    reading.add_argument(
        "--jobs", type=partial(count, say), metavar="N", help=say("banyak proses", "number of processes")
    )
    reading.add_argument(
        "--baseline",
        metavar=say("BERKAS", "FILE"),
        help=say("abaikan catatan lama yang ada di berkas ini", "silence the old notes in this file"),
    )
    reading.add_argument(
        "--update-baseline",
        action="store_true",
        help=say("tulis semua catatan sekarang ke berkas --baseline", "write all notes of now to the file --baseline"),
    )
    reading.add_argument(
        "--profile-rules",
        action="store_true",
        help=say("tampilkan waktu dan banyaknya tiap aturan berlaku", "show time and hits of each rule"),
    )
    reading.add_argument("--redact", action=flag_later(say), help=argparse.SUPPRESS)


def _explain(commands: Commands, say: Say) -> None:
    parser = commands.add_parser(
        "explain",
        say=say,
        usage=say("skplint explain [OPSI] RUMUSAN | KODE", "skplint explain [OPTIONS] TEXT | CODE"),
        help=say("jelaskan sebuah rumusan atau sebuah aturan", "explain a statement or a rule"),
        description=say(
            "Menjelaskan kelas sebuah rumusan: aturan yang menentukan, aturan lain yang\n"
            "berlaku, catatan dan contoh yang lebih baik. Untuk kode: halaman aturannya.",
            "Explains the class of a statement: the rule that decided, the others that hold,\n"
            "the notes and better sentences. For a code: the page of that rule.",
        ),
        epilog=examples(say, 'skplint explain "Menyusun laporan keuangan"', "skplint explain C001"),
    )
    text(parser, say, say("RUMUSAN|KODE", "TEXT|CODE"))
    judging(parser, say)
    configuring(parser, say)
    colour(parser.options, say)
    parser.set_defaults(parser=parser)


def _parse(commands: Commands, say: Say) -> None:
    parser = commands.add_parser(
        "parse",
        say=say,
        usage=say(
            "skplint parse [OPSI] RUMUSAN\n       skplint parse --vocabulary BERKAS …",
            "skplint parse [OPTIONS] TEXT\n       skplint parse --vocabulary PATH …",
        ),
        help=say("uraikan sebuah rumusan menjadi verba, objek dan keterangan", "take a statement apart"),
        description=say(
            "Menguraikan sebuah rumusan atau indikator: bagian-bagiannya, pohon menurut tata bahasa,\n"
            "lalu setiap kata dengan jenis, akar dan imbuhannya. Dengan --part target: nilai, satuan,\n"
            "batas dan tanggalnya. Dengan --vocabulary: berapa kata dalam draf yang dikenal, dan mana\n"
            "yang hanya diduga.",
            "Takes a statement or an indicator apart: its parts, the tree of the grammar, then each\n"
            "word with its tag, root and affixes. With --part target: values, unit, bounds and dates.\n"
            "With --vocabulary: how many words of drafts are known, and which are only guessed.",
        ),
        epilog=examples(
            say,
            'skplint parse "Permohonan izin diproses paling lambat 5 hari kerja"',
            'skplint parse --part target "3,5 (skala 1–4)"',
            "skplint parse --vocabulary draf.csv",
        ),
    )
    text(parser, say, say("RUMUSAN", "TEXT"))
    parser.options.add_argument(
        "--part",
        type=partial(one_of, say, ("rencana_kinerja", "indikator", "target")),
        default="rencana_kinerja",
        metavar="rencana_kinerja|indikator|target",
        help=say("apa yang diuraikan (bawaan: rencana_kinerja)", "what is taken apart (default: rencana_kinerja)"),
    )
    parser.options.add_argument(
        "--vocabulary",
        action="store_true",
        help=say("hitung kata yang dikenal dalam berkas", "count the known words of files"),
    )
    configuring(parser, say)
    colour(parser.options, say)
    parser.set_defaults(parser=parser)


def _later(commands: Commands, say: Say) -> None:
    for name, what_id, what_en in (
        ("annotate", "tulis catatan ke dalam salinan berkas", "write the notes into a copy"),
        ("watch", "periksa lagi setiap kali berkas berubah", "check again whenever a file changes"),
        ("score", "nilai banyak SKP sekaligus", "score many SKP"),
        ("lsp", "layanan untuk editor", "server for editors"),
        ("serve", "halaman web di komputer ini", "web page on this computer"),
    ):
        _unbuilt(commands, say, name, say(what_id, what_en))


def _unbuilt(commands: Commands, say: Say, name: str, what: str) -> None:
    what = f"{what} {say('(belum tersedia)', '(not available yet)')}"
    parser = commands.add_parser(name, say=say, help=what, description=what)
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    parser.set_defaults(parser=parser, later=True)
