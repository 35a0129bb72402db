"""What other programs start: the hooks of pre-commit, the action of GitHub, the template for GitLab."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from linter.cli import main

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


@pytest.mark.parametrize(
    "name", ["skp_2026.xlsx", "unit/draf-a.yaml", "SKP Kabid.docx", "a/b.skp", "draf.md", "skp.csv"]
)
def test_drafts_are_checked(name):
    assert re.search(HOOKS["skplint"]["files"], name)


@pytest.mark.parametrize(
    "name", ["layanan.yaml", "README.md", "data/anggaran.xlsx", "aturan/rumusan/P901-a.yaml", "skpd.py"]
)
def test_other_files_are_not(name):
    assert not re.search(HOOKS["skplint"]["files"], name)
    assert not re.search(HOOKS["skplint-fix"]["files"], name)


def test_rules_are_tested_where_one_changed():
    pattern = HOOKS["skplint-rules"]["files"]
    assert re.search(pattern, "aturan-kami/rumusan/P901-sebutan-opd.yaml")
    assert re.search(pattern, "rules/lists/kata-kabur.txt")
    assert not re.search(pattern, "draf/skp.yaml")


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_one_process_with_a_command_that_is_there(name):
    hook = HOOKS[name]
    assert hook["require_serial"] is True
    program, *arguments = shlex.split(hook["entry"])
    assert program == "skplint"
    assert main([*arguments, *hook.get("args", []), "--help"]) == 0


def test_the_pipelines_write_reports_that_are_there(tmp_path):
    gitlab = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text("utf-8"))["skplint"]
    command = gitlab["script"][-1].replace("$SKPLINT_PATHS", "draf.skp")
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert "--format github" in action["runs"]["steps"][-1]["run"]
    formats = [piece for piece in shlex.split(command) if "=" in piece]
    written = {piece.split("=")[1] for piece in formats}
    assert written == set(gitlab["artifacts"]["reports"].values())
    draft = tmp_path / "draf.skp"
    draft.write_text("Menyusun laporan kas\n", "utf-8")
    for piece in formats:
        name, file = piece.split("=")
        assert main(["check", str(draft), "--no-config", "--format", f"{name}={tmp_path / file}"]) == 1
        assert "C001" in (tmp_path / file).read_text("utf-8")
