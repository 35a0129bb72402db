"""skplint check."""

import io
import json
import sys

import pytest

from linter.cli import main
from linter.model import Said
from linter.report import BINARY_FORMATS, FORMATS


def test_the_code_of_the_pipeline_is_the_exit_code(skplint, app):
    for code in (0, 1, 2):
        app.code = code
        assert skplint("check", "draf.txt").code == code


def test_without_a_path_this_folder_is_checked(skplint, app):
    skplint("check")
    assert app.asked[-1] == ((".",), None, "error")


def test_the_options_become_settings(skplint, app):
    skplint(
        "check", "a", "b", "--select", "C,P001", "--select", "X", "--ignore", "C002", "--profile", "reviu",
        "--regime", "p8", "--rules", "r1", "--rules", "r2", "--part", "indikator", "--aspek", "Waktu",
        "--target", "12 laporan", "--lang", "en",
        "--fail-on", "warning", "--stdin-filename", "x.csv", "--no-cache", "--jobs", "4",
    )  # fmt: skip
    settings, called = app.asked
    assert settings == app.Settings(
        select=("C", "P001", "X"), ignore=("C002",), profile="reviu", regime="p8", rule_dirs=("r1", "r2"),
        part="indikator", aspek="Waktu", target="12 laporan", lang="en",
    )  # fmt: skip
    assert called == (("a", "b"), "x.csv", "warning")


def test_teks_is_the_default_and_is_plain_in_a_pipe(skplint):
    out = skplint("check", "draf.txt").out
    assert "Perlu diperbaiki  C001 verba-aktivitas" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_lists_what_was_not_checked(skplint, name):
    out = skplint("check", "draf.txt", "--format", name).out
    assert "lama.doc" in out and "format ini belum dapat dibaca" in out


def test_formats_go_to_their_files_and_one_to_the_screen(skplint, tmp_path):
    lines, whole = tmp_path / "a.jsonl", tmp_path / "b.json"
    result = skplint(
        "check", "draf.txt", "--format", "ringkas", "--format", f"jsonl={lines}", "--format", f"json={whole}"
    )
    assert result.out.startswith("draf.txt:1:1: error C001")
    assert json.loads(lines.read_bytes().splitlines()[0])["class"] == "aktivitas"
    assert json.loads(whole.read_bytes())["summary"]["errors"] == 1


@pytest.mark.parametrize("name", [*FORMATS, *BINARY_FORMATS])
def test_a_report_in_a_file_is_that_of_the_screen(skplint, capfdbinary, tmp_path, name):
    file = tmp_path / "laporan"
    skplint("check", "draf.txt", "--format", f"{name}={file}")
    main(["check", "draf.txt", "--format", name])
    sys.stdout.flush()
    assert file.read_bytes() == capfdbinary.readouterr().out


def test_a_workbook_does_not_go_to_a_terminal(skplint, app, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    result = skplint("check", "draf.txt", "--format", "xlsx", "--color", "never")
    assert (result.code, result.out, app.asked) == (2, "", [])
    assert "pakai --format xlsx=BERKAS" in result.err


def test_rules_and_the_least_grave_note_that_counts_reach_the_formats(skplint):
    (run,) = json.loads(skplint("check", "draf.txt", "--format", "sarif").out)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["C001"]
    assert "<failure" in skplint("check", "draf.txt", "--format", "junit").out
    assert "<failure" not in skplint("check", "draf.txt", "--format", "junit", "--fail-on", "never").out


def test_output_takes_the_format_without_a_file(skplint, tmp_path):
    file = tmp_path / "laporan.json"
    assert skplint("check", "draf.txt", "--format", "json", "--output", str(file)).out == ""
    assert json.loads(file.read_bytes())["version"] == 1


def test_a_file_is_never_coloured(skplint, tmp_path):
    file = tmp_path / "laporan"
    skplint("check", "draf.txt", "--output", str(file), "--color", "always")
    assert b"\x1b" not in file.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "json", "--format", "jsonl"],
        ["--format", "json", "--format", "jsonl", "--output", "x"],
        ["--format", "json=x", "--output", "y"],
        ["--format", "json=x", "--format", "jsonl=./x"],
        ["--format", "json=x", "--baseline", "x", "--update-baseline"],
    ],
)
def test_two_reports_cannot_share_a_place(skplint, app, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    result = skplint("check", "draf.txt", *arguments)
    assert result.code == 2
    assert app.asked == []


def test_a_report_never_overwrites_a_draft(skplint, app, tmp_path):
    draft = tmp_path / "draf.csv"
    draft.write_text("isi")
    for arguments in ([str(draft), "--output", str(draft)], [str(tmp_path), "--format", f"ringkas={draft}"]):
        result = skplint("check", *arguments)
        assert (result.code, draft.read_text()) == (2, "isi")
        assert "pilih nama lain untuk laporan" in result.err


def test_an_older_report_in_the_folder_is_replaced(skplint, tmp_path):
    older = tmp_path / "laporan.json"
    for path in ("draf.txt", "lain.txt"):
        assert skplint("check", str(tmp_path), path, "--format", f"json={older}").code == 1
    assert json.loads(older.read_bytes())["version"] == 1


OTHERS = [
    "rahasia",
    '{"a": 1}',
    "[project]\n",
    "<?xml version='1.0'?><testsuites name='pytest'/>",
    "Berkas;Tempat\n",
    "\x00",
]


@pytest.mark.parametrize("name", [*FORMATS, *BINARY_FORMATS])
@pytest.mark.parametrize("text", OTHERS)
def test_a_file_of_the_user_is_never_replaced(skplint, app, tmp_path, name, text):
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    result = skplint("check", "draf.txt", "--format", f"{name}={file}")
    assert (result.code, file.read_text(), app.asked) == (2, text, [])
    assert "bukan tulisan skplint, jadi tidak ditimpa (pilih nama lain untuk laporan)" in result.err


@pytest.mark.parametrize("name", [*FORMATS, *BINARY_FORMATS])
@pytest.mark.parametrize("older", [*FORMATS, *BINARY_FORMATS])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_report_of_ours_in_any_format_is_replaced_and_so_is_an_empty_file(skplint, tmp_path, name, older, lang):
    file = tmp_path / "laporan"
    file.touch()
    for one in (older, name):
        assert skplint("check", "draf.txt", "--lang", lang, "--format", f"{one}={file}").code == 1


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_report_never_goes_to_a_draft_by_another_name(skplint, app, tmp_path, link):
    draft, other = tmp_path / "draf.txt", tmp_path / "laporan"
    draft.touch()
    getattr(other, link)(draft)
    assert skplint("check", str(draft), "--output", str(other)).code == 2
    other.unlink()
    draft.unlink()
    (tmp_path / "unit").mkdir()
    other.symlink_to(tmp_path / "unit" / "nanti.skp")
    assert skplint("check", str(tmp_path / "unit"), "--output", str(other)).code == 2
    inner = tmp_path / "unit" / "tautan.txt"
    inner.symlink_to(tmp_path / "di-luar")
    assert skplint("check", str(tmp_path / "unit"), "--output", str(inner)).code == 2
    assert app.asked == []


@pytest.mark.parametrize(
    "target", ["teks=notes.txt", "ringkas=x.skp", "jsonl=n.tsv", "json=a.yaml", "csv=n.xlsx", "sarif=dalam/n.pdf"]
)
def test_a_report_that_would_be_read_as_a_draft_is_refused_at_once(skplint, app, tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dalam").mkdir()
    result = skplint("check", ".", "--format", target)
    assert (result.code, app.asked) == (2, [])
    assert "akan terbaca sebagai draf nanti (pilih akhiran lain, atau folder lain)" in result.err
    assert skplint("check", "dalam", "--format", target.replace("dalam/", "")).code == 1


@pytest.mark.parametrize("target", ["csv=n.csv", "csv=n.tsv", "xlsx=n.xlsx", "sarif=n.json", "ringkas=n.log"])
def test_a_report_that_is_told_from_a_draft_may_stand_among_drafts(skplint, tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    assert [skplint("check", ".", "--format", target).code for _ in range(2)] == [1, 1]


@pytest.mark.parametrize("name", ["catatan.csv", "catatan.xlsx"])
def test_an_older_table_of_ours_among_the_drafts_is_replaced(skplint, tmp_path, name):
    table, draft = tmp_path / name, tmp_path / f"draf-{name}"
    draft.write_bytes(b"PK\x03\x04 NO;RENCANA HASIL KERJA")
    arguments = ("check", str(tmp_path), "--format", f"{table.suffix[1:]}={table}")
    assert [skplint(*arguments).code for _ in range(2)] == [1, 1]
    assert skplint("check", str(table), *arguments[2:]).code == 2
    assert skplint(*arguments[:3], f"{table.suffix[1:]}={draft}").code == 2


def test_a_run_that_fails_leaves_the_older_report(skplint, app, tmp_path, monkeypatch):
    older = tmp_path / "laporan.txt"
    older.write_text("lama")
    monkeypatch.setattr(app, "check_inputs", lambda *_, **__: 1 / 0)
    assert skplint("check", "draf.txt", "--output", str(older)).code == 2
    assert [file.read_text() for file in tmp_path.iterdir()] == ["lama"]


def test_a_report_without_a_folder_is_refused_before_the_work(skplint, app, tmp_path):
    result = skplint("check", "draf.txt", "--output", str(tmp_path / "tidak" / "ada.txt"))
    assert result.code == 2 and "foldernya belum ada" in result.err
    assert app.asked == []


def test_the_standard_input_is_bytes(skplint, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Menyusun laporan é tepat waktu".encode())))
    assert "laporan é" in skplint("check", "-").out


def test_a_user_error_is_one_line_and_exit_2(skplint, app, user_error):
    hint = Said("maksud Anda code?", "did you mean code?")
    app.error = user_error(
        Said("kunci\ntidak dikenal \x1b[31m", "what key"), path="r.yaml", line=3, column=1, hint=hint
    )
    result = skplint("check", "draf.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err == "skplint: r.yaml:3:1: kunci tidak dikenal ␛[31m (maksud Anda code?)\n"


def test_a_bug_is_shown_and_does_not_read_as_findings(skplint, app):
    app.error = RuntimeError("ups")
    result = skplint("check", "draf.txt")
    assert result.code == 2
    assert "Traceback" in result.err and "RuntimeError: ups" in result.err


def test_an_interruption_is_130(skplint, app):
    app.error = KeyboardInterrupt()
    assert skplint("check", "draf.txt").code == 130
