"""The extension for VS Code: it is of this version, its snippets are what they promise, and it can be built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from linter import __version__
from linter.app import Analyser
from linter.cli import main

FOLDER = Path(__file__).resolve().parents[2] / "editors" / "vscode"
BUILT = ("node_modules", "dist", "schemas", "*.vsix")


def snippet(language: str, name: str) -> str:
    """Return the text that a snippet gives where every place is left as it stands."""
    body = "\n".join(json.loads((FOLDER / "snippets" / f"{language}.json").read_text("utf-8"))[name]["body"])
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}", r"\1", body.replace("$CURRENT_YEAR", "2026"))
    return re.sub(r"\$\d+", "", re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text))


def test_it_is_of_this_version() -> None:
    manifest = json.loads((FOLDER / "package.json").read_text("utf-8"))
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
    assert manifest["version"] == lock["version"] == lock["packages"][""]["version"] == __version__


def test_the_snippet_of_a_draft_is_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "skp.yaml"
    draft.write_text(snippet("yaml", "Draf SKP"), "utf-8")
    assert main(["check", str(draft), "--no-config"]) in (0, 1)
    assert "Apa yang tercapai" in capsys.readouterr().out


def test_the_snippet_of_a_rule_is_a_rule_and_its_examples_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "S901-nama-aturan.yaml").write_text(snippet("yaml", "Aturan sendiri"), "utf-8")
    assert main(["rules", "test", "S901", "--rules", str(tmp_path)]) == 0
    assert "2 contoh" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["Layanan diproses", "Dokumen tersusun", "Perubahan penerima"])
def test_a_snippet_of_a_statement_is_a_result(analyser: Analyser, name: str) -> None:
    checked = analyser.check_text(snippet("skp", name))
    assert checked.verdict is not None
    assert (checked.verdict.class_, checked.verdict.semu) == ("pencapaian", False)


def test_the_snippet_of_a_silence_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "a.skp"
    draft.write_text(snippet("skp", "Abaikan aturan") + "\nMenyusun laporan kas\n", "utf-8")
    assert main(["check", str(draft), "--no-config", "--select", "C001"]) == 0
    assert "alasannya" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("npm") is None, reason="there is no npm here")
def test_it_is_built_and_its_own_tests_pass(tmp_path: Path) -> None:
    there = tmp_path / "editors" / "vscode"
    shutil.copytree(FOLDER, there, ignore=shutil.ignore_patterns(*BUILT))
    shutil.copytree(FOLDER.parents[1] / "rules" / "schema", tmp_path / "rules" / "schema")

    def npm(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["npm", *arguments], cwd=there, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL
        )

    installed = npm("ci", "--no-audit", "--no-fund")
    if installed.returncode and re.search(r"ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT", installed.stderr):
        pytest.skip("the registry of npm cannot be reached")
    assert installed.returncode == 0, installed.stderr
    for script in ("test", "package"):
        done = npm("run", script)
        assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(there / "skplint.vsix") as archive:
        names = set(archive.namelist())
        manifest = json.loads(archive.read("extension/package.json"))
    contributes = manifest["contributes"]
    used = [contributes["grammars"][0]["path"], manifest["main"], *(s["path"] for s in contributes["snippets"])]
    used += [entry["url"] for entry in contributes["yamlValidation"]]
    assert {f"extension/{path.removeprefix('./')}" for path in used} <= names
    assert not [name for name in names if "node_modules" in name or name.endswith(".ts")]
