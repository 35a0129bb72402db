"""Usage, help and errors in the chosen language."""

import pytest

from linter.cli.speech import chosen, english, indonesian, translated

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
    ],
)
def test_wrong_usage_is_exit_2_and_says_what_was_meant(skplint, arguments, said):
    result = skplint(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"skplint: {said}")
    assert "Bantuan: skplint" in result.err


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
        ["annotate", "a.xlsx", "--output", "x"], ["watch", "."],
        ["score", ".", "--output", "x"],
        ["init"], ["config", "show"], ["lsp"], ["serve", "--port", "8000", "--open"], ["rules", "new"],
        ["rules", "export", "--to", "x"], ["rules", "impact"], ["check", "--config", "x"], ["check", "--baseline", "x"],
        ["check", "--redact"], ["check", "--profile-rules"], ["check", "--format", "sarif"],
        ["check", "--format", "xlsx=a"],
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
    assert translated("something new") == "something new"
