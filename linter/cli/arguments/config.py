"""The arguments of ``skplint config`` and ``skplint init``."""

from __future__ import annotations

from functools import partial

from linter.cli.arguments.groups import colour, configuring, judging
from linter.cli.arguments.parser import Commands, Parser, examples, one_of
from linter.cli.speech import Say


def config(commands: Commands, say: Say) -> None:
    """Add ``config show``."""
    about = say("tampilkan pengaturan yang berlaku dan asalnya", "show the configuration and where it comes from")
    parser = commands.add_parser(
        "config",
        say=say,
        usage=say("skplint config show [OPSI] [BERKAS]", "skplint config show [OPTIONS] [PATH]"),
        help=about,
        description=say("Menampilkan pengaturan.", "Shows the configuration."),
        epilog=examples(say, "skplint config show", "skplint config show tambahan/draf.csv"),
    )
    actions = parser.add_subparsers(
        prog="skplint config",
        title=say("tindakan", "actions"),
        dest="action",
        metavar=say("TINDAKAN", "ACTION"),
        required=True,
    )
    for sub in (parser, _show(actions, say, about)):
        sub.set_defaults(parser=sub)


def _show(actions: Commands, say: Say, about: str) -> Parser:
    parser = actions.add_parser(
        "show",
        say=say,
        help=about,
        description=say(
            "Menampilkan setiap kunci, nilainya, dan dari mana nilai itu: bawaan, berkas, tabel\n"
            "[[per-path]], atau opsi. Dengan BERKAS: yang berlaku untuk berkas itu.",
            "Shows each key, its value, and where it comes from: the default, a file, a\n"
            "[[per-path]] table, or an option. With PATH: what holds for that file.",
        ),
        epilog=examples(say, "skplint config show", "skplint config show tambahan/draf.csv --format json"),
    )
    parser.add_argument(
        "paths",
        nargs="?",
        type=lambda path: [path],
        metavar=say("BERKAS", "PATH"),
        help=say("berkas atau folder", "file or folder"),
    )
    parser.options.add_argument(
        "--format",
        type=partial(one_of, say, ("teks", "json")),
        default="teks",
        metavar="teks|json",
        help=say("bentuk keluaran (bawaan: teks)", "form of the output (default: teks)"),
    )
    judging(parser, say)
    configuring(parser, say)
    colour(parser.options, say)
    return parser


def init(commands: Commands, say: Say) -> None:
    """Add ``init``."""
    parser = commands.add_parser(
        "init",
        say=say,
        usage=say("skplint init [FOLDER] | --draf BERKAS [OPSI]", "skplint init [FOLDER] | --draf FILE [OPTIONS]"),
        help=say("tulis skplint.toml, atau kerangka draf SKP", "write a skplint.toml, or the frame of an SKP draft"),
        description=say(
            "Menulis skplint.toml ke FOLDER (bawaan: folder ini): semua kunci dengan penjelasan dan\n"
            "nilai bawaannya, sebagai komentar. Dengan --draf: kerangka draf SKP dalam XLSX atau YAML,\n"
            "dengan rencana atasan di tempatnya, pertanyaan untuk setiap rencana, dan pilihan aspek dan\n"
            "satuan. Berkas yang sudah ada tidak diganti.",
            "Writes a skplint.toml into FOLDER (default: this folder): all keys with what they mean\n"
            "and their defaults, commented out. With --draf: the frame of an SKP draft as XLSX or YAML,\n"
            "the superior's plans in place, a question for each plan, aspects and units to choose from.\n"
            "A file that exists is not replaced.",
        ),
        epilog=examples(
            say,
            "skplint init",
            "skplint init skp-2026",
            "skplint init --draf draf.xlsx --dari skp-kabid.xlsx --jabatan 'Analis Kebijakan'",
            "skplint init --draf draf.yaml --dari matriks.xlsx --baris 7",
        ),
    )
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help=say("foldernya", "the folder"))
    group = parser.add_argument_group(say("kerangka draf", "frame of a draft"))
    file, name = say("BERKAS", "FILE"), say("NAMA", "NAME")
    group.add_argument(
        "--draf", metavar=file, help=say("draf yang ditulis: .xlsx atau .yaml", "the draft to write: .xlsx or .yaml")
    )
    group.add_argument(
        "--dari",
        metavar=file,
        help=say(
            "SKP (kinerja utama) atau PK atasan, atau matriks",
            "SKP (main results) or contract of the superior, or matrix",
        ),
    )
    group.add_argument("--jabatan", metavar=name, help=say("jabatan pemilik draf", "the post of the draft's owner"))
    group.add_argument("--unit", metavar=name, help=say("unit kerjanya", "the unit"))
    group.add_argument(
        "--baris", type=int, metavar="N", help=say("baris pegawai itu dalam matriks", "the row of the matrix")
    )
    parser.set_defaults(parser=parser)
