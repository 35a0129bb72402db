"""The arguments of what hands files back: ``skplint annotate`` and ``skplint review``."""

from __future__ import annotations

import argparse
from functools import partial

from linter.cli.arguments.groups import beside, configuring, judging
from linter.cli.arguments.parser import Commands, Parser, examples, one_of
from linter.cli.speech import Say

SHEETS = ("html", "docx")


def annotate(commands: Commands, say: Say) -> None:
    """Add ``annotate``."""
    parser = commands.add_parser(
        "annotate",
        say=say,
        usage=say("skplint annotate [OPSI] BERKAS …", "skplint annotate [OPTIONS] PATH …"),
        help=say("tulis catatan ke dalam salinan berkas", "write the notes into a copy"),
        description=say(
            "Menulis catatan ke dalam salinan draf.xlsx, yaitu draf-catatan.xlsx; aslinya tidak disentuh.\n"
            "Buku kerja mendapat komentar pada selnya, warna, dan lembar Catatan; dokumen Word mendapat\n"
            "komentar; CSV mendapat satu kolom; teks, Markdown dan YAML mendapat baris catatan. Salinan\n"
            "yang dianotasi lagi diperbarui catatannya; komentar Anda sendiri tetap.\n"
            "Kode keluar: 0 semua salinan ditulis, 2 ada yang tidak.",
            "Writes the notes into a copy of draft.xlsx, which is draft-catatan.xlsx; the original is not\n"
            "touched. A workbook gets comments at its cells, colours and a sheet of notes; a Word document\n"
            "comments; CSV a column; text, Markdown and YAML lines of notes. A copy that is annotated again\n"
            "gets new notes and keeps your own comments.\n"
            "Exit codes: 0 all copies were written, 2 some were not.",
        ),
        epilog=examples(say, "skplint annotate skp.xlsx", "skplint annotate draf/ --output hasil --profile reviu"),
    )
    _paths(parser, say)
    parser.options.add_argument(
        "--index",
        action="store_true",
        help=say("sebut juga indeks rumusan 0–100", "also tell the index of wording 0–100"),
    )
    _judged(parser, say)


def review(commands: Commands, say: Say) -> None:
    """Add ``review``."""
    parser = commands.add_parser(
        "review",
        say=say,
        usage=say("skplint review [OPSI] BERKAS …", "skplint review [OPTIONS] PATH …"),
        help=say("buat Lembar Reviu untuk ditandatangani", "make review sheets to be signed"),
        description=say(
            "Membuat Lembar Reviu setiap SKP. Tanpa putusan: halaman draf-reviu.html, tempat setiap catatan\n"
            "diterima atau ditolak, lalu dicetak atau disimpan putusannya. Dengan --decisions (halaman itu,\n"
            "atau salinan .xlsx dari skplint annotate yang kolom Putusannya diisi): Lembar Reviu yang hanya\n"
            "memuat catatan yang diterima, sebagai .html dan .docx.\n"
            "Kode keluar: 0 semua ditulis, 2 ada yang tidak.",
            "Makes a review sheet of each SKP. Without decisions: the page draft-reviu.html, on which each\n"
            "note is accepted or rejected, to be printed or to save the decisions. With --decisions (from\n"
            "that page, or a copy by skplint annotate whose column Decision is filled in): the sheet with\n"
            "only the notes that were accepted, as .html and .docx.\n"
            "Exit codes: 0 all were written, 2 some were not.",
        ),
        epilog=examples(
            say,
            "skplint review skp.xlsx",
            "skplint review skp.xlsx --decisions putusan-reviu.json",
            "skplint review skp.xlsx --decisions skp-catatan.xlsx --format docx --place Kota",
        ),
    )
    _paths(parser, say)
    group = parser.add_argument_group(say("lembar reviu", "review sheet"))
    group.add_argument(
        "--decisions",
        action="append",
        metavar=say("BERKAS", "FILE"),
        help=say("putusan penilai atas tiap catatan; boleh diulang", "what the reviewer decided; repeatable"),
    )
    group.add_argument(
        "--accept-all",
        action="store_true",
        help=say("terima semua catatan yang tidak ditolak", "accept all notes that are not rejected"),
    )
    group.add_argument(
        "--format",
        action="append",
        type=partial(one_of, say, SHEETS),
        metavar="html|docx",
        help=say("(bawaan: html; dengan putusan html dan docx)", "(default: html; with decisions html and docx)"),
    )
    for name, word_id, word_en, what_id, what_en in (
        ("--place", "TEMPAT", "PLACE", "tempat di atas tanda tangan", "place above the signature"),
        ("--date", "TANGGAL", "DATE", "tanggal di atas tanda tangan", "date above the signature"),
    ):
        group.add_argument(name, default="", metavar=say(word_id, word_en), help=say(what_id, what_en))
    _judged(parser, say)


def watch(commands: Commands, say: Say) -> None:
    """Add ``watch``."""
    parser = commands.add_parser(
        "watch",
        say=say,
        usage=say("skplint watch [OPSI] FOLDER …", "skplint watch [OPTIONS] DIR …"),
        help=say("periksa lagi setiap kali buku kerja disimpan", "check again whenever a workbook is saved"),
        description=say(
            "Mengawasi buku kerja, tabel dan dokumen dalam FOLDER. Setiap kali satu disimpan, catatannya\n"
            "ditampilkan dan salinannya yang bercatatan (draf-catatan.xlsx) diperbarui, dalam waktu kurang\n"
            "dari sedetik. Aslinya tidak disentuh. Berhenti dengan Ctrl+C.",
            "Watches the workbooks, tables and documents in DIR. Whenever one is saved its notes are shown\n"
            "and its marked copy (draft-catatan.xlsx) is made anew, in less than a second. The original is\n"
            "not touched. Stop with Ctrl+C.",
        ),
        epilog=examples(say, "skplint watch draf/", "skplint watch skp.xlsx --output catatan"),
    )
    _paths(parser, say)
    _judged(parser, say)


def _paths(parser: Parser, say: Say) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar=say("BERKAS", "PATH"), help=say("berkas atau folder", "file or folder")
    )
    parser.options.add_argument(
        "--output",
        metavar="FOLDER",
        help=say("tulis ke folder ini, bukan di samping aslinya", "write to this folder, not beside the original"),
    )


def _judged(parser: Parser, say: Say) -> None:
    judging(parser, say)
    beside(parser, say)
    configuring(parser, say)
    parser.set_defaults(parser=parser, stdin_filename=argparse.SUPPRESS)
