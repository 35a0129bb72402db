"""docs/menulis-aturan.md, walked through: each command as it stands, each file as it is shown."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from linter.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "menulis-aturan.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(sh|yaml)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_steps_lead_to_a_rule_with_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draf.txt").write_text("Aset SKPD tercatat lengkap pada akhir triwulan\n", "utf-8")
    said: dict[str, str] = {}
    for kind, block in BLOCKS:
        if kind == "yaml":
            path = Path(block.partition("\n")[0].removeprefix("# "))
            assert path.exists() is (path.name != "sumber.yaml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(block, "utf-8")
            continue
        for line in block.splitlines():
            command, _, comment = line.partition("  # ")
            words = shlex.split(command)
            assert words.pop(0) == "skplint"
            code = main([*words, "--no-plugins"] if words[1] != "new" else words)
            out, err = capfd.readouterr()
            assert code == (1 if "kode keluar 1" in comment else 0), (line, out, err)
            said[" ".join(words[:2])] = out
    assert "6 contoh dijalankan, 6 sesuai" in said["rules test"]
    assert re.fullmatch(r"\d+ aturan sah\n", said["rules check"])
    assert "SKPD" in said["check draf.txt"] and "ditulis 'perangkat daerah'" in said["check draf.txt"]
    assert "P901 sebutan-opd" in said["explain P901"]
    page = Path("halaman/P901-sebutan-opd.md").read_text("utf-8")
    assert page.startswith("# P901 sebutan-opd\n") and "**SKPD**" in page


def test_what_is_shown_of_a_rule_is_what_the_tool_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The rule that ``rules new`` writes passes its own examples as it stands."""
    monkeypatch.chdir(tmp_path)
    (_, first), *_ = [block for block in BLOCKS if block[0] == "sh"]
    assert main(shlex.split(first)[1:]) == 0
    assert main(["rules", "test", "P901", "--rules", "aturan-kami"]) == 0, capfd.readouterr().out
