"""Neovim as it comes, without a plugin: it attaches, shows the notes where they are, and mends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_shows_and_mends(tmp_path: Path) -> None:
    draft, said = tmp_path / "draf.skp", tmp_path / "said.txt"
    draft.write_text("😀 Laporan kas tersusun sesuai jadual\nMenyusun laporan kas\n", "utf-8")
    command = tmp_path / "skplint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m linter "$@"\n')
    command.chmod(0o755)
    subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-c", f"luafile {Path(__file__).with_name('neovim.lua')}"],
        env={**os.environ, "SKPLINT": str(command), "DRAFT": str(draft), "SAID": str(said)},
        cwd=tmp_path,
        timeout=90,
        check=True,
    )
    lines = said.read_text("utf-8").splitlines()
    begin = len("😀 Laporan kas tersusun sesuai ".encode())
    assert f"before 0:{begin}-{begin + len('jadual')} E001" in lines
    assert any(line.startswith("before 1:0-8 C001") for line in lines)
    assert not any(line.startswith("after") and "E001" in line for line in lines)
    assert any(line.startswith("after 1:0-8 C001") for line in lines)
    assert any(line.startswith("hover **C001**") for line in lines)
    assert "line 😀 Laporan kas tersusun sesuai jadwal" in lines
