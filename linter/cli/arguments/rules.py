"""The command ``rules`` and its actions: their options and their help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from linter.cli.arguments.groups import colour, configuring, judging, rule_dirs
from linter.cli.arguments.parser import Commands, Parser, examples, one_of
from linter.cli.arguments.values import listed, part
from linter.cli.speech import Say

if TYPE_CHECKING:
    import argparse


def rules(commands: Commands, say: Say) -> None:
    """Add the command with all its actions."""
    actions_ = "list|new|check|test|export|impact"
    parser = commands.add_parser(
        "rules",
        say=say,
        usage=say(f"skplint rules {actions_} [OPSI]", f"skplint rules {actions_} [OPTIONS]"),
        help=say("daftar, buat, periksa, uji dan bandingkan aturan", "list, write, check, test and compare rules"),
        description=say("Bekerja dengan aturan.", "Works with the rules."),
        epilog=examples(
            say,
            "skplint rules list --select C,S",
            'skplint rules new P901 sebutan-opd --bad "Pegawai [[OPD]] memahami aturan cuti"',
            "skplint rules test P901 --rules aturan-kami",
            "skplint rules impact bawaan aturan-kami",
        ),
    )
    actions = parser.add_subparsers(
        prog="skplint rules",
        title=say("tindakan", "actions"),
        dest="action",
        metavar=say("TINDAKAN", "ACTION"),
        required=True,
    )
    for add in (_list, _new, _check, _test, _export, _impact):
        sub = add(actions, say)
        if add is not _new:
            configuring(sub, say)
        colour(sub.options, say)
        sub.set_defaults(parser=sub)


def _list(actions: Commands, say: Say) -> Parser:
    parser = actions.add_parser("list", say=say, help=say("tampilkan aturan yang dipakai", "list the rules in use"))
    parser.options.add_argument(
        "--all",
        action="store_true",
        help=say("juga aturan yang tidak dipakai profil atau pilihan ini", "also those that are off"),
    )
    judging(parser, say)
    return parser


def _new(actions: Commands, say: Say) -> Parser:
    parser = actions.add_parser(
        "new",
        say=say,
        usage=say("skplint rules new KODE NAMA [OPSI]", "skplint rules new CODE NAME [OPTIONS]"),
        help=say("buat berkas aturan baru", "write a new rule file"),
        description=say(
            "Membuat berkas aturan yang siap disunting. Nomor 900 ke atas milik instansi. Kata yang\n"
            "diapit [[ ]] dalam --bad menjadi pola pertama aturan itu.",
            "Writes a rule file to be edited. Numbers from 900 belong to institutions. The words\n"
            "between [[ ]] in --bad become the first pattern of the rule.",
        ),
        epilog=examples(
            say,
            'skplint rules new P901 sebutan-opd --bad "Pegawai [[OPD]] memahami aturan cuti" \\',
            '    --good "Pegawai perangkat daerah memahami aturan cuti"',
        ),
    )
    parser.add_argument("code", metavar=say("KODE", "CODE"), help=say("misalnya P901", "P901, say"))
    parser.add_argument("name", metavar=say("NAMA", "NAME"), help=say("misalnya sebutan-opd", "sebutan-opd, say"))
    parser.options.add_argument(
        "--folder",
        default="aturan-kami",
        metavar="FOLDER",
        help=say("folder aturan (bawaan: aturan-kami)", "folder of rules (default: aturan-kami)"),
    )
    parser.options.add_argument(
        "--part",
        type=partial(part, say),
        default="rencana_kinerja",
        metavar=say("BAGIAN", "PART"),
        help=say("bagian yang dilihat (bawaan: rencana_kinerja)", "part to look at (default: rencana_kinerja)"),
    )
    for name, id_, en in (
        ("--bad", "contoh yang mendapat catatan; boleh diulang", "example that gets the note; repeatable"),
        ("--good", "contoh yang tidak; boleh diulang", "example that does not; repeatable"),
    ):
        parser.options.add_argument(
            name, action="append", default=[], metavar=say("RUMUSAN", "TEXT"), help=say(id_, en)
        )
    return parser


def _check(actions: Commands, say: Say) -> Parser:
    parser = actions.add_parser(
        "check",
        say=say,
        help=say("periksa berkas aturan", "check rule files"),
        description=say(
            "Memuat aturan (kesalahan: kode keluar 2), lalu menyebut yang sebaiknya dibenahi: kutipan yang\n"
            "tidak terdaftar, daftar kata yang tidak dipakai, contoh yang kurang (kode keluar 1).",
            "Loads the rules (an error: exit code 2), then names what should be mended: citations that no\n"
            "source lists, word lists that nothing uses, too few examples (exit code 1).",
        ),
        epilog=examples(say, "skplint rules check aturan-kami"),
    )
    parser.add_argument("dirs", nargs="*", metavar="FOLDER", help=say("folder aturan", "folder of rules"))
    rule_dirs(parser.options, say)
    return parser


def _test(actions: Commands, say: Say) -> Parser:
    parser = actions.add_parser(
        "test",
        say=say,
        help=say("jalankan contoh di dalam aturan", "run the rules' examples"),
        epilog=examples(say, "skplint rules test C001", "skplint rules test --rules aturan-kami"),
    )
    _codes(parser, say)
    rule_dirs(parser.options, say)
    return parser


def _export(actions: Commands, say: Say) -> Parser:
    parser = actions.add_parser(
        "export",
        say=say,
        help=say("tulis halaman setiap aturan", "write a page for each rule"),
        description=say(
            "Menulis halaman aturan, sama dengan skplint explain KODE. Dengan --output FOLDER: satu\n"
            "berkas Markdown setiap aturan, dan README.md sebagai daftar isi bila semua aturan ditulis.\n"
            "Berkas yang tidak ditulis perintah ini tidak pernah ditimpa.",
            "Writes the pages of rules, the same as skplint explain CODE. With --output FOLDER: one\n"
            "Markdown file a rule, and README.md as the index where all rules are written. A file that\n"
            "this command did not write is never replaced.",
        ),
        epilog=examples(
            say,
            "skplint rules export C001 --output C001.md",
            "skplint rules export --output docs/aturan",
            "skplint rules export --format json",
        ),
    )
    _codes(parser, say)
    parser.options.add_argument(
        "--format",
        type=partial(one_of, say, ("md", "json")),
        default="md",
        metavar="md|json",
        help=say("bentuk (bawaan: md)", "form (default: md)"),
    )
    parser.options.add_argument(
        "--output",
        metavar=say("FOLDER|BERKAS", "FOLDER|FILE"),
        help=say("tujuan; bawaan: layar", "where to; default: screen"),
    )
    _regime(parser.options, say)
    rule_dirs(parser.options, say)
    return parser


def _impact(actions: Commands, say: Say) -> Parser:
    parser = actions.add_parser(
        "impact",
        say=say,
        usage=say("skplint rules impact LAMA BARU [BERKAS …]", "skplint rules impact OLD NEW [PATH …]"),
        help=say("bandingkan dua perangkat aturan", "compare two sets of rules"),
        description=say(
            "Menilai teks yang sama dengan aturan LAMA dan BARU, lalu menyebut setiap rumusan yang dinilai lain\n"
            "dan ketepatan aturan menurut label. LAMA dan BARU: bawaan (aturan bawaan saja), paket (bawaan dan\n"
            "paket terpasang), atau folder maupun berkas aturan di atas keduanya. Tanpa BERKAS: korpus berlabel.\n"
            "Kode keluar: 0 tidak ada yang dinilai lain, 1 ada.",
            "Judges the same texts with the rules OLD and NEW, then names every statement that is judged\n"
            "otherwise and the precision of the rules by the labels. OLD and NEW: bawaan (the built-in rules\n"
            "alone), paket (with installed packages), or a folder or rule file on top of both. Without PATH:\n"
            "the labelled corpus. Exit code: 0 nothing is judged otherwise, 1 something is.",
        ),
        epilog=examples(
            say,
            "skplint rules impact bawaan aturan-kami",
            "skplint rules impact aturan-lama/C001-verba-aktivitas.yaml aturan-kami draf/",
        ),
    )
    for name, metavar in (("old", say("LAMA", "OLD")), ("new", say("BARU", "NEW"))):
        parser.add_argument(
            name, metavar=metavar, help=say("bawaan, paket, folder, atau berkas", "bawaan, paket, folder, or file")
        )
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar=say("BERKAS", "PATH"),
        help=say("draf, atau .jsonl berlabel", "drafts, or labelled .jsonl"),
    )
    parser.options.add_argument(
        "--format",
        type=partial(one_of, say, ("teks", "json")),
        default="teks",
        metavar="teks|json",
        help=say("bentuk (bawaan: teks)", "form (default: teks)"),
    )
    judging(parser, say, rules=False)
    parser.set_defaults(profile="reviu")
    return parser


def _codes(parser: Parser, say: Say) -> None:
    parser.add_argument(
        "codes", nargs="*", type=partial(listed, say), metavar=say("KODE", "CODE"), help=say("hanya ini", "only these")
    )


def _regime(group: argparse._ArgumentGroup, say: Say) -> None:
    group.add_argument(
        "--regime", metavar=say("NAMA", "NAME"), help=say("peraturan yang berlaku", "regulation in force")
    )
