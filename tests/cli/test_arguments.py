"""Usage, help and errors in the chosen language."""

import argparse
import ast
import inspect
import re

import pytest

from linter.cli.arguments import parse_arguments
from linter.cli.arguments.parser import Parser
from linter.cli.speech import chosen, english, indonesian, translated
from linter.report import BINARY_FORMATS, FORMATS

ENGLISH_OF_ARGPARSE = ("usage", "positional", "optional", "show this", "error:", "argument", "invalid", "expected")


@pytest.mark.parametrize("command", [[], ["check"], ["explain"], ["parse"], ["rules"], ["rules", "list"], ["fix"]])
def test_help_is_indonesian_throughout(skplint, command):
    result = skplint(*command, "--help")
    assert result.code == 0 and result.err == ""
    assert result.out.startswith("Pemakaian: skplint")
    assert not [word for word in ENGLISH_OF_ARGPARSE if word in result.out.lower()]


@pytest.mark.parametrize("arguments", [["--lang", "en", "--help"], ["check", "--lang=en", "--help"]])
def test_help_in_english(skplint, arguments):
    result = skplint(*arguments)
    assert result.out.startswith("Usage: skplint")
    assert "opsi" not in result.out and "Contoh" not in result.out


def test_help_of_check_has_examples(skplint):
    assert "Contoh:\n  skplint check draf.txt\n" in skplint("check", "--help").out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_help_of_check_names_every_format(skplint, lang):
    words = set(re.findall(r"\w+", skplint("check", "--help", "--lang", lang).out))
    assert {*FORMATS, *BINARY_FORMATS} <= words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "“chek” tidak dikenal; maksud Anda “check”?"),
        (["rules", "lst"], "“lst” tidak dikenal; maksud Anda “list”?"),
        (["check", "--frmat", "json"], "“--frmat” tidak dikenal; maksud Anda “--format”?"),
        (["check", "--format", "jsn"], "--format: “jsn” tidak dikenal; maksud Anda “json”?"),
        (["check", "--format"], "--format: perlu satu nilai"),
        (["check", "--format", "json="], "--format: sesudah json= perlu nama berkas"),
        (["check", "--fail-on", "eror"], "--fail-on: “eror” tidak dikenal; maksud Anda “error”?"),
        (["check", "--part", "indiktor"], "--part: “indiktor” tidak dikenal; maksud Anda “indikator”?"),
        (["check", "--part", "dokumen"], "--part: “dokumen” tidak dikenal"),
        (["check", "--lang", "fr"], "--lang: “fr” tidak dikenal; pilihannya: id, en"),
        (["check", "--jobs", "0"], "--jobs: perlu bilangan bulat mulai 1"),
        (["check", "--no-cache=ya"], "--no-cache: tidak menerima nilai: 'ya'"),
        (["parse"], "belum diisi: RUMUSAN"),
        (["fix"], "belum diisi: BERKAS"),
        (["fix", "--dif", "draf.txt"], "“--dif” tidak dikenal; maksud Anda “--diff”?"),
        (["rules"], "belum diisi: TINDAKAN"),
        (["rules", "impact", "bawaan"], "belum diisi: BARU\n"),
        (["check", "draf.txt", "--profile"], "--profile: perlu satu nilai"),
        (["config", "show", "a", "--color", "never", "b"], "“b” berlebih di sini"),
        (["check", "--select", ""], "--select: sebutkan paling sedikit satu aturan, mis. C001"),
        (["check", "--ignore=,"], "--ignore: sebutkan paling sedikit satu aturan, mis. C001"),
    ],
)
def test_wrong_usage_is_exit_2_and_says_what_was_meant(skplint, arguments, said):
    result = skplint(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"skplint: {said}")
    assert "Bantuan: skplint" in result.err


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("check a.txt --profile dasar b.csv", {"paths": ["a.txt", "b.csv"], "profile": "dasar"}),
        ("check --profile=dasar a.txt --no-cache b.csv", {"paths": ["a.txt", "b.csv"], "profile": "dasar"}),
        ("check a.txt --lang id -- --b.csv", {"paths": ["a.txt", "--b.csv"]}),
        ("check --select C", {"paths": [], "select": ["C"]}),
        ("check - --target -5", {"paths": ["-"], "target": "-5"}),
        ("explain P901 --rules kami P001", {"text": ["P901", "P001"], "rules": ["kami"]}),
        ("rules test P901 --rules kami P001", {"codes": [["P901"], ["P001"]], "rules": ["kami"]}),
        ("rules impact bawaan kami --select P901 a.txt", {"old": "bawaan", "new": "kami", "paths": ["a.txt"]}),
        ("rules impact bawaan --format json kami", {"old": "bawaan", "new": "kami", "paths": []}),
        ("parse Arsip --color never tertata -- --rapi", {"text": ["Arsip", "tertata", "--rapi"], "color": "never"}),
    ],
)
def test_arguments_may_stand_behind_options(line, named):
    options = parse_arguments(line.split())
    assert {key: getattr(options, key) for key in named} == named


def test_wrong_usage_in_english(skplint):
    assert skplint("check", "--lang", "en", "--frmat").err == (
        "skplint: “--frmat” is not known; did you mean “--format”?\nHelp: skplint check --help\n"
    )


def test_without_a_command_the_help_goes_to_stderr(skplint):
    result = skplint()
    assert (result.code, result.out) == (2, "")
    assert "perintah:" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "html"],
        ["check", "--format", "html=a"],
    ],
)  # fmt: skip
def test_what_is_not_built_yet_says_so(skplint, arguments):
    result = skplint(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "belum tersedia di versi ini" in result.err


def test_the_language_is_chosen_before_a_double_dash():
    assert chosen(["check", "--lang", "en"]) is english
    assert chosen(["check", "--lang=en", "--lang=id"]) is indonesian
    assert chosen(["parse", "--", "--lang", "en"]) is indonesian


def test_a_message_that_is_not_known_stays():
    assert translated("something new", indonesian) == "something new"


@pytest.fixture
def parser(capsys):
    """A parser with every kind of argument that argparse knows; give what it says of wrong ones, in one language."""

    def said(say, line):
        parser = Parser(say=say, prog="uji")
        parser.add_argument("--dua", nargs=2)
        parser.add_argument("--banyak", nargs="+")
        parser.add_argument("--boleh", nargs="?")
        parser.add_argument("--angka", type=int)
        parser.add_argument("--warna", choices=["merah", "putih"])
        one = parser.add_mutually_exclusive_group(required=True)
        one.add_argument("--teks")
        one.add_argument("--berkas")
        parser.add_argument("isi")
        with pytest.raises(SystemExit) as stop:
            parser.parse_args(line.split())
        assert stop.value.code == 2
        return capsys.readouterr().err.splitlines()[0]

    return said


@pytest.mark.parametrize(
    ("line", "id", "en"),
    [
        ("x --teks", "--teks: perlu satu nilai", "--teks: needs a value"),
        ("x --teks a --dua b", "--dua: perlu 2 nilai", "--dua: needs 2 values"),
        ("x --teks a --banyak", "--banyak: perlu paling sedikit satu nilai", "--banyak: needs at least one value"),
        ("x --teks a --angka z", "--angka: nilai tidak sah: 'z'", "--angka: not a valid value: 'z'"),
        (
            "x --teks a --berkas b",
            "--berkas: tidak dapat dipakai bersama --teks",
            "--berkas: cannot be used together with --teks",
        ),
        ("x", "pilih salah satu: --teks --berkas", "one of these is needed: --teks --berkas"),
        ("--teks a", "belum diisi: isi", "still missing: isi"),
        ("x y --teks a", "tidak dikenal: y", "not known: y"),
        ("x --teks a --help=b", "-h/--help: tidak menerima nilai: 'b'", "-h/--help: takes no value: 'b'"),
        (
            "x --teks a --warna mera",
            "“mera” tidak dikenal; maksud Anda “merah”?",
            "“mera” is not known; did you mean “merah”?",
        ),
        (
            "x --teks a --warna merah'",
            "“merah'” tidak dikenal; maksud Anda “merah”?",
            "“merah'” is not known; did you mean “merah”?",
        ),
    ],
)
def test_wrong_arguments_of_every_kind_are_told_in_both_languages(parser, line, id, en):
    assert parser(indonesian, line) == f"skplint: {id}"
    assert parser(english, line) == f"skplint: {en}"


NEVER_SHOWN = (
    # of the help, where our own words stand
    "usage: ", "positional arguments", "options", "subcommands", "show ", " (default: ", "%(heading)s",
    # frames around a message
    "argument %(argument_name)s: ", "%(prog)s: ",
    # faults of the program, and features that it does not use: files as values, deprecated options
    "cannot ", "conflicting ", "dest= ", "invalid option string", "invalid conflict_resolution", "mutually exclusive",
    "'required' is", ".__call__", "%r is not callable", "unknown parser", "unexpected option string", 'argument "-"',
    "can't open", "command '", "option '", "argument '",
)  # fmt: skip


def messages_of_argparse():
    """Return every text that argparse of this Python can say, with its fields filled in."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call)]
    texts = {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }
    return sorted(
        re.sub(r"%(\(\w+\))?r", "'x'", re.sub(r"%(\(\w+\))?s", "2", text))
        for text in texts
        if not text.startswith(NEVER_SHOWN)
    )


def test_nothing_that_argparse_says_of_wrong_arguments_stays_as_it_is(capsys):
    messages = messages_of_argparse()
    assert "expected one argument" in messages and "unrecognized arguments: 2" in messages
    for message in messages:
        with pytest.raises(SystemExit):
            Parser(prog="uji").error(f"argument --x: {message}")
        said = capsys.readouterr().err
        assert not set(re.findall("[a-z]{3,}", message)) & set(re.findall("[a-z]{3,}", said.split("Bantuan")[0])), said
