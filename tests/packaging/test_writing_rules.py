"""docs/menulis-aturan.md, walked through: each command as it stands, each file as it is shown."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from linter.cli import main
from linter.io.yamlsafe import load_tree

TEMPLATE = Path(__file__).parents[2] / "docs" / "paket-aturan"
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
    assert re.fullmatch(r"\d+ aturan sah, 1 dari aturan-kami\n", said["rules check"])
    assert "SKPD" in said["check draf.txt"] and "ditulis 'perangkat daerah'" in said["check draf.txt"]
    assert "P901 sebutan-opd" in said["explain P901"]
    page = Path("halaman/P901-sebutan-opd.md").read_text("utf-8")
    assert "\n# P901 sebutan-opd\n" in page and "**SKPD**" in page


def test_what_is_shown_of_a_rule_is_what_the_tool_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows the file after editing; what nobody is told to edit stands there as ``rules new`` wrote it."""
    monkeypatch.chdir(tmp_path)
    command = next(block for kind, block in BLOCKS if kind == "sh")
    assert main(shlex.split(command)[1:]) == 0
    shown_text = next(block for kind, block in BLOCKS if kind == "yaml")
    path = Path(shown_text.partition("\n")[0].removeprefix("# "))
    written, shown = (load_tree(text, "").data for text in (path.read_text("utf-8"), shown_text))
    for key in ("code", "name", "kind", "severity", "status", "when"):
        assert written[key] == shown[key], key
    assert list(written) == [key for key in shown if key != "basis"]
    for kind, examples in written["examples"].items():
        assert examples == shown["examples"][kind][: len(examples)]


def test_what_the_tool_writes_passes_its_own_examples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command = next(block for kind, block in BLOCKS if kind == "sh")
    assert main(shlex.split(command)[1:]) == 0
    assert main(["rules", "test", "P901", "--rules", "aturan-kami"]) == 0, capfd.readouterr().out


def test_the_template_of_a_package_can_be_used_as_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What docs/paket-aturan/README.md says of a copy without Python."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TEMPLATE / "src" / "aturan_contoh" / "rules", "aturan-kami")
    Path("aturan-kami/rumusan/P900-huruf-kapital.yaml").unlink()
    profile = Path("aturan-kami/profiles/instansi.yaml")
    profile.write_text(profile.read_text("utf-8").replace("P900, ", ""), "utf-8")
    Path("draf.txt").write_text("Piket loket pelayanan\n", "utf-8")
    readme = (TEMPLATE / "README.md").read_text("utf-8")
    (command,) = re.findall(r"`skplint (check [^`]*--rules[^`]*)`", readme)
    main([*shlex.split(command), "--no-plugins", "--format", "ringkas"])
    assert "C900 piket-harian" in capfd.readouterr().out
