"""The options of ``skplint fix``."""

from __future__ import annotations

from linter.cli.arguments.groups import beside, colour, configuring, judging
from linter.cli.arguments.parser import Commands, Parser, examples
from linter.cli.speech import Say


def fix(commands: Commands, say: Say) -> None:
    """Add the command that mends files in place."""
    parser = commands.add_parser(
        "fix",
        say=say,
        usage=say("skplint fix [OPSI] BERKAS …", "skplint fix [OPTIONS] PATH …"),
        help=say(
            "perbaiki yang aman diperbaiki, di berkasnya sendiri", "mend what is safe to mend, in the file itself"
        ),
        description=say(
            "Memperbaiki draf di tempat: hanya perbaikan aman (ejaan); yang lain dalam berkas tidak\n"
            "tersentuh. Perbaikan yang perlu dilihat dahulu ikut diterapkan dengan --preview. Untuk\n"
            "berkas teks: .txt, .skp, .csv, .tsv, .yaml, .yml, .json; tanda - berarti masukan standar,\n"
            "hasilnya ke keluaran standar. Catatan lainnya: skplint check.\n"
            "Kode keluar: 0 selesai; 1 ada yang perlu diubah dengan tangan, atau dengan --diff ada\n"
            "yang dapat diperbaiki; 2 ada yang tidak dapat dibaca atau disimpan.",
            "Mends drafts in place: only what is safe (spelling); nothing else in the file is touched.\n"
            "With --preview also what wants a look first. For text files: .txt, .skp, .csv, .tsv, .yaml,\n"
            ".yml, .json; a dash - is the standard input, the result goes to the standard output. All\n"
            "other notes: skplint check.\n"
            "Exit codes: 0 done; 1 something must be changed by hand, or with --diff there is something\n"
            "to mend; 2 something could not be read or saved.",
        ),
        epilog=examples(
            say,
            "skplint fix --diff draf.txt",
            "skplint fix draf.txt",
            "skplint fix --diff --preview .",
            "skplint fix --select E001 draf.csv draf.yaml",
            "skplint fix - < draf.txt > draf-baru.txt",
        ),
    )
    parser.add_argument(
        "paths", nargs="+", metavar=say("BERKAS", "PATH"), help=say("berkas atau folder", "file or folder")
    )
    _mending(parser, say)
    judging(parser, say)
    beside(parser, say)
    configuring(parser, say)
    parser.set_defaults(parser=parser)


def _mending(parser: Parser, say: Say) -> None:
    """Add what is mended and how it is shown."""
    group = parser.add_argument_group(say("perbaikan", "mending"))
    group.add_argument(
        "--diff",
        action="store_true",
        help=say("tunjukkan perubahannya, jangan simpan apa pun", "show the changes and save nothing"),
    )
    group.add_argument(
        "--preview",
        action="store_true",
        help=say("juga perbaikan yang perlu dilihat dahulu", "also what wants a look first"),
    )
    group.add_argument(
        "--stdin-filename",
        metavar=say("NAMA", "NAME"),
        help=say(
            "nama untuk masukan standar; menentukan cara membacanya", "name of the standard input; says how to read it"
        ),
    )
    colour(group, say)
