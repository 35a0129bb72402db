"""The commands under a configuration, from files to what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from linter.cli import main

FAULTY = "Menata gudang\n"


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file below the current folder; there is a draft with a fault already."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draf.txt").write_text(FAULTY, encoding="utf-8")

    def file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return file


@pytest.fixture
def run(write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command and give its code and what it printed."""
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments: str) -> Result:
        code = main(arguments)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return command


@pytest.mark.parametrize(
    ("toml", "options", "code"),
    [
        ("", (), 1),
        ("ignore = ['C001']", (), 0),
        ("ignore = ['C001']", ("--ignore", "P"), 1),
        ("ignore = ['C001']", ("--no-config",), 1),
        ("fail-on = 'never'", (), 0),
        ("fail-on = 'never'", ("--fail-on", "error"), 1),
        ("select = ['M']", (), 0),
        ("select = ['M']", ("--select", "C"), 1),
        ("[[per-path]]\nmatch = ['draf.txt']\nignore = ['C001']", (), 0),
        ("[[per-path]]\nmatch = ['draf.txt']\nignore = ['C001']", ("--ignore", "P"), 0),
        ("[[per-path]]\nmatch = ['draf.txt']\nselect = ['M']", ("--select", "C"), 1),
        ("\ufeffignore = ['C001']\r\n", (), 0),
    ],
)
def test_the_file_holds_unless_an_option_says_otherwise(
    run: Run, write: Write, toml: str, options: tuple[str, ...], code: int
) -> None:
    write("skplint.toml", toml)
    assert run("check", "draf.txt", *options).code == code


LEFT_NONE = "pilihan aturan ini tidak menyisakan satu pun (kurangi isi ignore, atau tambah isi select)"


@pytest.mark.parametrize(
    ("toml", "options", "place"),
    [
        ("", ("--select", "C", "--ignore", "C"), ""),
        ("", ("--ignore", "semua"), ""),
        ("select = ['C']\nignore = ['C']", (), "skplint.toml:2:1: "),
        ("[[per-path]]\nmatch = ['x']\nselect = ['C']\nignore = ['C']", (), "skplint.toml:4:1: "),
    ],
)
def test_a_choice_that_leaves_no_rule_is_no_silent_pass(
    run: Run, write: Write, toml: str, options: tuple[str, ...], place: str
) -> None:
    write("skplint.toml", toml)
    assert run("check", "draf.txt", *options) == (2, "", f"skplint: {place}{LEFT_NONE}\n")


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_file_for_which_table_and_option_leave_no_rule_is_not_checked(run: Run, write: Write, command: str) -> None:
    write("skplint.toml", "[[per-path]]\nmatch = ['*.csv', 'a.txt']\nselect = ['C']")
    write("x.csv", "NO;RENCANA HASIL KERJA\n1;Menata gudang\n")
    write("a.txt", FAULTY)
    result = run(command, "x.csv", "draf.txt", "a.txt", "--ignore", "C")
    assert result.code == 2
    for name in ("x.csv", "a.txt"):
        assert f"{name}: pilihan aturan ini tidak menyisakan satu pun" in " ".join(result.out.split())


def test_an_empty_choice_in_the_file_is_none(run: Run, write: Write) -> None:
    write("skplint.toml", "select = []\nignore = []")
    assert run("check", "draf.txt").code == 1


@pytest.mark.parametrize("named", ["", "rules = ['aturan']"])
def test_the_word_lists_of_rules_are_neither_mended_nor_counted(
    run: Run, write: Write, tmp_path: Path, named: str
) -> None:
    write("skplint.toml", named)
    option = () if named else ("--rules", "aturan")
    words = write("aturan/lists/kata-kami.txt", "analisa\nsubkegiatan\n")
    write("draf.txt", "Analisa jabatan tersusun\n")
    assert "1 perubahan dibuat dalam 1 berkas" in run("fix", ".", *option).out
    assert words.read_text("utf-8") == "analisa\nsubkegiatan\n"
    if named:  # parse has no option for rules
        assert "dari 3 kata" in run("parse", "--vocabulary", ".").out


def test_config_names_the_one_file_that_holds(run: Run, write: Write) -> None:
    write("skplint.toml", "ignore = ['C001']")
    write("lain.toml", "fail-on = 'warning'")
    assert run("check", "draf.txt", "--config", "lain.toml").code == 1
    missing = run("check", "draf.txt", "--config", "tiada.toml")
    assert (missing.code, missing.err) == (2, "skplint: tiada.toml: berkas atau folder ini tidak ditemukan\n")


def test_standard_input_is_where_its_name_says(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a/skplint.toml", "ignore = ['C001']")
    for name, code in (("a/x.txt", 0), ("x.txt", 1)):
        with (tmp_path / "draf.txt").open(encoding="utf-8") as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            assert run("check", "-", "--stdin-filename", name).code == code


def test_the_language_of_the_file_is_that_of_reports_and_errors(run: Run, write: Write) -> None:
    write("skplint.toml", "lang = 'en'")
    assert "C001" in (said := run("explain", "Menata gudang").out) and "Decided by" in said
    assert "Ditentukan oleh" in run("explain", "Menata gudang", "--lang", "id").out
    assert run("check", "draf.txt", "--select", "C9").err.startswith("skplint: the rule 'C9' is not known")


def test_a_wrong_file_is_one_line_and_exit_2(run: Run, write: Write) -> None:
    write("skplint.toml", "profil = 'dasar'\n")
    for command in (("check", "draf.txt"), ("explain", "C001"), ("parse", "x"), ("rules", "list"), ("config", "show")):
        result = run(*command)
        assert (result.code, result.out) == (2, "")
        assert result.err == "skplint: skplint.toml:1:1: kunci 'profil' tidak dikenal (mungkin maksudnya 'profile')\n"
    assert run("check", "draf.txt", "--lang", "en").err.endswith(
        "key 'profil' is not known (perhaps 'profile' was meant)\n"
    )


def test_parse_knows_the_words_of_the_institution(run: Run, write: Write) -> None:
    write("skplint.toml", "roots = { gavuk = 'verba' }\nabbreviations = { spjx = 'surat pertanggungjawaban' }")
    lines = [line.split() for line in run("parse", "Tergavuknya SPJX").out.splitlines()]
    assert ["Tergavuknya", "V_NYA", "ter-", "+", "gavuk", "+", "-nya", "–"] in lines
    assert ["SPJX", "N", "surat", "(surat", "pertanggungjawaban)", "–"] in lines


def test_the_list_of_rules_is_what_the_profile_leaves_on(run: Run, write: Write) -> None:
    def listed(*options: str) -> set[str]:
        return {line.split()[0] for line in run("rules", "list", *options).out.splitlines()[1:]}

    everything = listed("--all")
    assert listed("--profile", "dasar") < listed() <= everything
    assert {"C001", "C100"} <= listed("--profile", "dasar") and "S001" not in listed("--profile", "dasar")
    assert listed("--ignore", "C") == {code for code in listed() if not code.startswith("C")}
    write("skplint.toml", "select = ['S001', 'M']\nignore = ['M002']")
    assert listed() == {"S001"} | {code for code in everything if code[0] == "M" and code != "M002"}
    assert listed("--all") == everything


def test_the_configuration_is_shown_with_where_it_comes_from(run: Run, write: Write) -> None:
    write("dasar.toml", "terms = ['laik fungsi']\n")
    write(
        "skplint.toml",
        "extends = 'dasar.toml'\nterms = ['tertib ukur']\n\n[[per-path]]\nmatch = ['a/**']\nignore = ['S001']\n",
    )
    result = run("config", "show", "a/x.txt", "--profile", "dasar")
    lines = {line.split()[0]: " ".join(line.split()) for line in result.out.splitlines() if line.strip()}
    assert result.code == 0
    assert lines["Pengaturan:"] == "Pengaturan: skplint.toml"
    assert lines["profile"] == 'profile --profile "dasar"'
    assert lines["terms"] == 'terms dasar.toml:1, skplint.toml:2 ["laik fungsi", "tertib ukur"]'
    assert lines["ignore"] == 'ignore skplint.toml:4 [[per-path]] ["S001"]'
    assert lines["lang"] == 'lang bawaan "id"'
    assert lines["skplint.toml:4"] == 'skplint.toml:4 berlaku: a/** ignore = ["S001"]'
    english = run("config", "show", "b/x.txt", "--lang", "en").out
    assert 'lang           --lang                        "en"' in english
    assert "does not apply: a/**" in english


@pytest.mark.parametrize(
    ("environment", "options", "shown"),
    [("en", (), "SKPLINT_LANG"), ("en", ("--lang", "id"), "--lang"), ("", (), "skplint.toml:1")],
)
def test_the_language_of_the_environment_stands_between_option_and_file(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, environment: str, options: tuple[str, ...], shown: str
) -> None:
    write("skplint.toml", "lang = 'id'\n")
    monkeypatch.setenv("SKPLINT_LANG", environment)
    lines = run("config", "show", *options).out.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("lang ")] == [shown]


def test_a_baseline_of_the_file_is_written_and_read(run: Run, write: Write) -> None:
    write("skplint.toml", "baseline = 'catatan-lama.json'\n")
    assert "1 catatan ditulis ke catatan-lama.json;" in run("check", "draf.txt", "--update-baseline").err
    write("baru.txt", "Merawat taman kota\n")
    assert run("check", "draf.txt").code == 0
    assert run("check", "baru.txt") == run("check", "baru.txt", "--baseline", "catatan-lama.json")._replace(err="")
    assert run("check", "draf.txt", "--no-config").code == 1


def test_the_configuration_as_json(run: Run, write: Write) -> None:
    write("skplint.toml", "exclude = ['arsip/']\n")
    shown = json.loads(run("config", "show", "arsip/x.txt", "--format", "json").out)
    assert (shown["version"], shown["config"], shown["path"], shown["excluded"]) == (
        1,
        "skplint.toml",
        "arsip/x.txt",
        True,
    )
    assert shown["keys"]["exclude"] == {
        "value": ["arsip/"],
        "from": [{"kind": "file", "place": {"path": "skplint.toml", "line": 1, "column": 1}}],
    }
    assert shown["keys"]["fail-on"] == {"value": "error", "from": [{"kind": "default"}]}
    assert "dilewati" in run("config", "show", "arsip/x.txt").out


def test_without_a_file_the_configuration_says_so(run: Run) -> None:
    assert run("config", "show", "--no-config").out.startswith("Pengaturan: tidak ada berkas; semuanya bawaan\n")


def test_init_writes_a_file_that_changes_nothing_and_replaces_none(run: Run, write: Write, tmp_path: Path) -> None:
    first = run("init")
    assert (first.code, first.out) == (0, "skplint.toml ditulis; semua kuncinya masih berupa komentar\n")
    text = (tmp_path / "skplint.toml").read_text("utf-8")
    assert "# " in text and "dasar: Kelas rencana kinerja dan kesalahan yang jelas." in text
    assert [line for line in text.splitlines() if line and not line.startswith("#")] == []
    again = run("init", "--lang", "en")
    assert (again.code, again.err) == (2, "skplint: skplint.toml: exists already; it is not replaced\n")
    assert (tmp_path / "skplint.toml").read_text("utf-8") == text
    assert run("check", "draf.txt").code == 1


def test_init_explains_the_keys_in_the_language(run: Run, tmp_path: Path) -> None:
    assert run("init", "--lang", "en").code == 0
    text = (tmp_path / "skplint.toml").read_text("utf-8")
    assert "# Without these rules: codes, names, or letters of families.\n#ignore" in text
    assert "#     dasar: The class of a statement and clear faults." in text


def test_init_hides_no_table_in_a_pyproject_and_makes_no_folder(run: Run, write: Write, tmp_path: Path) -> None:
    write("a/pyproject.toml", "[tool.skplint]\n")
    assert run("init", "a").err.startswith("skplint: a/pyproject.toml: sudah memuat [tool.skplint]")
    assert run("init", "b").err == "skplint: b: folder ini belum ada\n"
    assert not (tmp_path / "a/skplint.toml").exists()
