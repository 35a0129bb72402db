"""The arguments of ``skplint check``, ``explain`` and ``parse``."""

from __future__ import annotations

from functools import partial

from linter.cli.arguments.groups import beside, colour, configuring, judging, output, text
from linter.cli.arguments.parser import Commands, Parser, examples, one_of
from linter.cli.arguments.values import count
from linter.cli.speech import Say


def check(commands: Commands, say: Say) -> None:
    """Add ``check``."""
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
    reading.add_argument(
        "--redact",
        action="store_true",
        help=say("samarkan nama dan NIP dalam laporan", "hide names and NIP in the reports"),
    )


def explain(commands: Commands, say: Say) -> None:
    """Add ``explain``."""
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
        epilog=examples(
            say,
            'skplint explain "Menyusun laporan keuangan"',
            "skplint explain C001",
            'skplint explain --contoh "verifikasi berkas"',
        ),
    )
    text(parser, say, say("RUMUSAN|KODE", "TEXT|CODE"))
    parser.options.add_argument(
        "--contoh",
        "--examples",
        dest="near",
        action="store_true",
        help=say("rumusan baik dari korpus tentang hal yang sama", "good statements of the corpus about the same"),
    )
    judging(parser, say)
    configuring(parser, say)
    colour(parser.options, say)
    parser.set_defaults(parser=parser)


def parse(commands: Commands, say: Say) -> None:
    """Add ``parse``."""
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
