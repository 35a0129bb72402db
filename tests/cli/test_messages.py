"""What the real command says of wrong arguments and faulty inputs, in Indonesian and in English."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.app.resources import Resources, load_resources

RULE = """\
code: C900
name: uji
kind: flag
part: rencana_kinerja
severity: info
status: stable
since: "0.1"
when: {fact: form, is: verba_aktif}
message: {id: Ada kata itu.}
why: {id: Karena demikian.}
examples: {bad: [{text: "[[Menata]] arsip"}], good: [{text: Arsip tertata}]}
"""


@pytest.fixture
def real(
    run_here: Callable, resources: Resources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, list[str]]]:
    """Run a command line in a folder of its own; give the code and all lines. The built-in rules are loaded once."""

    def load(dirs: tuple[str, ...], **options: bool) -> Resources:
        return load_resources(dirs, **options) if dirs else resources

    monkeypatch.setattr("linter.app.analyser.load_resources", load)
    monkeypatch.chdir(tmp_path)

    def run(line: str, *more: str) -> tuple[int, list[str]]:
        result = run_here(*shlex.split(line), *more)
        return result.code, (result.out + result.err).splitlines()

    return run


def told(lines: list[str], wanted: str) -> bool:
    """Tell whether one of *lines* is the one that is wanted, or begins like it up to its …"""
    if wanted.endswith("…"):
        return any(line.startswith(wanted[:-1]) for line in lines)
    return wanted in lines


@pytest.mark.table("messages.yaml")
def test_a_fault_is_told_in_the_language(
    real: Callable,
    tmp_path: Path,
    case: str,
    arguments: str,
    files: dict[str, str] | None,
    rule: list[str] | None,
    id: str,
    en: str,
) -> None:
    inputs = dict(files or {})
    if rule:
        assert rule[0] in RULE
        inputs["aturan/C900-uji.yaml"] = RULE.replace(rule[0], rule[1], 1)
    for name, content in inputs.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content.encode("latin-1"))
    for lang, wanted, other in (("id", id, en), ("en", en, id)):
        code, lines = real(arguments, "--lang", lang)
        assert code == 2
        assert told(lines, wanted), lines
        assert not told(lines, other), lines


def test_an_example_that_fails_is_explained_in_the_language(real: Callable, tmp_path: Path) -> None:
    (tmp_path / "C900-uji.yaml").write_text(RULE.replace("Arsip tertata", "Menyapu teras"), "utf-8")
    code, lines = real("rules test C900 --rules .")
    assert (code, lines[1]) == (1, "  catatan yang tidak diharapkan: Menyapu teras")
    assert lines[2].startswith("    catatan C900 pada contoh yang baik; dibaca aktivitas oleh C")
    code, lines = real("rules test C900 --rules . --lang en")
    assert (code, lines[1]) == (1, "  a note that was not expected: Menyapu teras")
    assert lines[2].startswith("    a note C900 on a good example; read as aktivitas by C")


@pytest.mark.parametrize(("lang", "said"), [("id", "Alasan: tidak dituliskan"), ("en", "Reason: none given")])
def test_a_silence_without_a_reason_says_so_in_the_language(
    real: Callable, tmp_path: Path, lang: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text("# skplint: abaikan C001\nMenyusun laporan\n")
    assert any(said in line for line in real("check a.txt", "--lang", lang)[1])


@pytest.mark.parametrize(
    ("environment", "line", "said"),
    [
        ("", "chek", "tidak dikenal"),
        ("en", "chek", "is not known"),
        ("en", "check tidak-ada.txt", "there is no such file or folder"),
        ("en", "check tidak-ada.txt --lang id", "berkas atau folder ini tidak ditemukan"),
        ("id", "--lang en check tidak-ada.txt", "there is no such file or folder"),
        ("en", "--lang id check tidak-ada.txt --lang=en", "there is no such file or folder"),
        ("fr", "check a.txt", "skplint: SKPLINT_LANG: “fr” tidak dikenal; pilihannya: id, en"),
        ("fr", "check tidak-ada.txt --lang en", "there is no such file or folder"),
    ],
)
def test_the_language_of_the_environment_holds_where_no_option_says_otherwise(
    real: Callable, monkeypatch: pytest.MonkeyPatch, environment: str, line: str, said: str
) -> None:
    monkeypatch.setenv("SKPLINT_LANG", environment)
    code, lines = real(line)
    assert code == 2
    assert any(said in one for one in lines), lines


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL", "LANGUAGE"])
def test_the_locale_does_not_choose_the_language(
    real: Callable, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "en_US.UTF-8")
    assert real("chek")[1][0] == "skplint: “chek” tidak dikenal; maksud Anda “check”?"
