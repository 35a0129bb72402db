"""A rule that is changed in YAML, and no Python: what check, explain, the page and rules impact say follows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from linter.cli import main
from linter.io.yamlsafe import load_tree

RULES = Path(__file__).resolve().parents[2] / "rules"
TEMPLATE = Path(__file__).resolve().parents[2] / "docs" / "paket-aturan" / "src" / "aturan_contoh" / "rules"
DRAFT = "Menyusun jadwal piket\nMengikuti rapat kerja\nData penduduk mutakhir setiap triwulan\n"


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def skplint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder that has a draft."""
    (tmp_path / "draf.txt").write_text(DRAFT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> Result:
        code = main(arguments)
        return Result(code, *capfd.readouterr())

    return run


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., str]:
    """Write C001 with some keys changed into a folder, and give the folder."""

    def write(**keys: Any) -> str:
        (path,) = RULES.glob("kelas/C001-*.yaml")
        data = {**load_tree(path.read_text("utf-8"), "C001").data, **keys}
        target = tmp_path / "aturan" / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        return "aturan"

    return write


def test_another_message(skplint: Run, changed: Callable[..., str]) -> None:
    rules = changed(message={"id": "Kalimat ini baru menyebut pekerjaan: '{verb}'."})
    ways = (
        ("check", "draf.txt", "--format", "ringkas", "--no-plugins"),
        ("explain", "Menyusun jadwal piket", "--no-plugins"),
        ("explain", "C001", "--no-plugins"),
        ("rules", "export", "C001", "--no-plugins"),
    )
    for way in ways:
        before, after = skplint(*way), skplint(*way, "--rules", rules)
        assert "menyebut kegiatan" in before.out and "baru menyebut pekerjaan" not in before.out, way
        assert "baru menyebut pekerjaan" in after.out and "menyebut kegiatan" not in after.out, way
        assert before.code == after.code


def test_another_condition(skplint: Run, changed: Callable[..., str]) -> None:
    rules = changed(when={"all": [{"fact": "form", "is": "verba_aktif"}, {"fact": "verb_root", "is": "susun"}]})
    before, after = (skplint("check", "draf.txt", "--format", "ringkas", *more) for more in ((), ("--rules", rules)))
    assert [line.split(":")[1] for line in before.out.splitlines() if " C001 " in line] == ["1", "2"]
    assert [line.split(":")[1] for line in after.out.splitlines() if " C001 " in line] == ["1"]
    assert "verb_root adalah “susun”" in skplint("explain", "C001", "--rules", rules).out
    assert "- `verb_root` adalah “susun”" in skplint("rules", "export", "C001", "--rules", rules).out
    impact = skplint("rules", "impact", "bawaan", rules, "draf.txt")
    assert (impact.code, "1 dari 3 teks berubah." in impact.out) == (1, True)
    assert "Mengikuti rapat kerja" in impact.out and "jadwal piket" not in impact.out


def test_another_severity(skplint: Run, changed: Callable[..., str]) -> None:
    rules = changed(severity="info", severity_when=[])
    assert skplint("check", "draf.txt").code == 1
    assert skplint("check", "draf.txt", "--rules", rules).code == 0
    assert "Pertimbangkan" in skplint("explain", "C001", "--rules", rules).out
    assert "C001 Pertimbangkan" in skplint("rules", "impact", "bawaan", rules, "draf.txt").out


def test_the_same_rules_change_nothing(skplint: Run, changed: Callable[..., str]) -> None:
    impact = skplint("rules", "impact", "bawaan", changed(), "draf.txt")
    assert (impact.code, impact.out) == (0, "0 dari 3 teks berubah.\n")


def test_impact_gives_the_precision_on_labelled_texts(
    skplint: Run, changed: Callable[..., str], tmp_path: Path
) -> None:
    labelled = [
        {"text": "Menyusun jadwal piket", "class": "aktivitas"},
        {"text": "Merekap data penduduk", "class": "aktivitas"},
        {"text": "Data penduduk mutakhir setiap triwulan", "class": "pencapaian"},
        {"text": "Nelayan menguasai cara mengawetkan ikan", "class": "pencapaian"},
    ]
    (tmp_path / "label.jsonl").write_text("".join(json.dumps(row) + "\n" for row in labelled), "utf-8")
    rules = changed(when={"fact": "form", "in": ["verba_aktif", "klausa_aktif"]}, priority=951)
    out = skplint("rules", "impact", "bawaan", rules, "label.jsonl", "--format", "json").out.splitlines()
    *changes, totals = map(json.loads, out)
    assert [change["text"] for change in changes] == ["Nelayan menguasai cara mengawetkan ikan"]
    assert (changes[0]["before"]["class_"], changes[0]["after"]["class_"]) == ("pencapaian", "aktivitas")
    before, after = totals["rules"]["C001"]
    assert (before["spoke"], before["right"], after["spoke"], after["right"]) == (2, 2, 3, 2)
    assert (totals["texts"], totals["changed"], totals["good"]) == (4, 1, 2)
    assert totals["accused"] == [{}, {"error": 1}]


def test_a_rule_of_ones_own_in_a_folder(skplint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "kami"
    for name in ("kelas/C900-piket-harian.yaml", "lists/contoh/kata-giliran.txt", "sources/sumber.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((TEMPLATE / name).read_bytes())
    (tmp_path / "piket.txt").write_text("Piket loket pelayanan\n", "utf-8")
    assert "C900" not in skplint("check", "piket.txt", "--format", "ringkas").out
    assert "C900 piket-harian" in skplint("check", "piket.txt", "--format", "ringkas", "--rules", "kami").out
    assert skplint("explain", "C900").code == 2
    assert "giliran jaga, bukan hasil kerja" in skplint("explain", "C900", "--rules", "kami").out
    assert "# C900 piket-harian" in skplint("rules", "export", "C900", "--rules", "kami").out
    assert skplint("rules", "test", "C900", "--rules", "kami").code == 0
    assert skplint("rules", "check", "kami").code == 0
    assert "C900 Sebaiknya diperbaiki" in skplint("rules", "impact", "bawaan", "kami", "piket.txt").out
