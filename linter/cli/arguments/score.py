"""The arguments of ``skplint score``."""

from __future__ import annotations

from functools import partial

from linter.cli.arguments.groups import beside, colour, configuring, judging
from linter.cli.arguments.parser import Commands, examples
from linter.cli.arguments.values import count
from linter.cli.speech import Say


def score(commands: Commands, say: Say) -> None:
    """Add ``score``."""
    parser = commands.add_parser(
        "score",
        say=say,
        usage=say("skplint score [OPSI] BERKAS … --output FOLDER", "skplint score [OPTIONS] PATH … --output DIR"),
        help=say("nilai banyak SKP sekaligus, dengan laporan", "score many SKP, with a report"),
        description=say(
            "Memeriksa folder atau berkas sebanyak apa pun dan menulis ke FOLDER: laporan.html (untuk\n"
            "diedarkan dan dicetak), ringkasan.xlsx, catatan.parquet dan catatan.csv, ringkasan.json.\n"
            "Satu berkas yang rusak tidak menghentikan apa pun dan disebut dalam laporan. Bila terhenti,\n"
            "jalankan lagi dengan perintah yang sama: yang sudah selesai tidak diulang, hasilnya sama.\n"
            "Kode keluar: 0 semua diperiksa, 2 ada yang tidak.",
            "Checks folders or files, however many, and writes to DIR: laporan.html (to be circulated and\n"
            "printed), ringkasan.xlsx, catatan.parquet and catatan.csv, ringkasan.json. One broken file\n"
            "stops nothing and is named in the report. A run that was stopped goes on with the same\n"
            "command: what was done is not done again, and the result is the same.\n"
            "Exit codes: 0 all was checked, 2 some was not.",
        ),
        epilog=examples(
            say,
            "skplint score draf/ --output hasil",
            "skplint score draf/ --output hasil --copies --sheets --profile reviu",
            "skplint score draf/ --output hasil --since bulan-lalu/ringkasan.json",
        ),
    )
    parser.add_argument(
        "paths", nargs="+", metavar=say("BERKAS", "PATH"), help=say("berkas atau folder", "file or folder")
    )
    group = parser.add_argument_group(say("keluaran", "output"))
    group.add_argument("--output", required=True, metavar="FOLDER", help=say("folder hasil", "folder of the results"))
    group.add_argument(
        "--copies", action="store_true", help=say("juga salinan bercatatan", "marked copies of the files too")
    )
    group.add_argument("--sheets", action="store_true", help=say("juga Lembar Reviu", "review sheets too"))
    group.add_argument(
        "--decisions",
        action="append",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "putusan penilai atas tiap catatan, satu berkas setiap penilai; boleh diulang",
            "what reviewers decided, a file a reviewer; repeatable",
        ),
    )
    group.add_argument(
        "--since",
        metavar=say("BERKAS", "FILE"),
        help=say("ringkasan.json yang lalu, sebagai pembanding", "an earlier ringkasan.json to compare with"),
    )
    group.add_argument(
        "--key",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "berkas rahasia (sedikitnya 16 bita) untuk nama samaran yang tetap dari kali ke kali",
            "secret file (16 bytes at least) for pseudonyms that hold from run to run",
        ),
    )
    group.add_argument(
        "--jobs", type=partial(count, say), metavar="N", help=say("banyak proses", "number of processes")
    )
    group.add_argument(
        "--no-cache",
        action="store_true",
        help=say(
            "nilai juga teks tabel yang sudah pernah dinilai", "judge texts of tables that were judged before too"
        ),
    )
    colour(group, say)
    judging(parser, say)
    beside(parser, say)
    configuring(parser, say)
    parser.set_defaults(parser=parser)
