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
    assert (changes[0]["before"]["class"], changes[0]["after"]["class"]) == ("pencapaian", "aktivitas")
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


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A folder with a rule, a profile and a regime that the built-in rules do not know."""
    files = {
        "kelas/C900-piket-harian.yaml": (TEMPLATE / "kelas/C900-piket-harian.yaml").read_text("utf-8"),
        "lists/contoh/kata-giliran.txt": (TEMPLATE / "lists/contoh/kata-giliran.txt").read_text("utf-8"),
        "profiles/kami.yaml": "name: kami\nextends: reviu\ntitle: {id: Kami}\nabout: {id: Milik kami}\nignore: [E001]\n",
        "regimes/kami-2026.yaml": (TEMPLATE / "regimes/dinas-2026.yaml")
        .read_text("utf-8")
        .replace("dinas-2026", "kami-2026"),
    }
    for name, text in files.items():
        (tmp_path / "kami" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kami" / name).write_text(text, "utf-8")
    (tmp_path / "piket.txt").write_text("Piket loket pelayanan\n", "utf-8")
    return "kami"


@pytest.mark.parametrize(
    "choice",
    [("--select", "C900"), ("--select", "piket-harian"), ("--profile", "kami"), ("--regime", "kami-2026"),
     ("--config", "pilihan.toml")],
)  # fmt: skip
def test_what_only_one_side_knows_can_be_chosen(
    skplint: Run, own: str, tmp_path: Path, choice: tuple[str, ...]
) -> None:
    (tmp_path / "pilihan.toml").write_text('select = ["C900"]\n', "utf-8")
    for names, sign in ((("bawaan", own), "+"), ((own, "bawaan"), "–")):
        result = skplint("rules", "impact", *names, "piket.txt", "--no-plugins", *choice)
        assert (result.code, result.err) == (1, ""), result
        assert f"{sign} C900 Sebaiknya diperbaiki" in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bawaan", "kami", "--select", "C901"), "aturan 'C901' tidak dikenal (mungkin maksudnya 'C001')"),
        (("bawaan", "kami", "--profile", "kita"), "profil 'kita' tidak dikenal"),
        (("bawan", "kami"), "bawan: tidak ada folder atau berkas aturan dengan nama ini; atau tulis 'bawaan' atau 'paket' "
                            "(mungkin maksudnya 'bawaan')"),
        (("paket", "kami", "--no-plugins"), "'paket' berarti dengan paket yang terpasang"),
    ],
)  # fmt: skip
def test_what_neither_side_knows_is_an_error(skplint: Run, own: str, arguments: tuple[str, ...], said: str) -> None:
    result = skplint("rules", "impact", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_rule_that_changes_no_text_is_shown_and_is_no_finding(skplint: Run, own: str) -> None:
    result = skplint("rules", "impact", "bawaan", own, "draf.txt")
    assert result.code == 0
    assert result.out.splitlines()[1].split() == ["C900", "–", "0", "–", "–"]
    assert result.out.endswith("0 dari 3 teks berubah.\n")


def test_a_draft_is_judged_with_its_header_as_check_does(skplint: Run, own: str, tmp_path: Path) -> None:
    duty = "Melakukan pengelolaan arsip dinamis di lingkungan kantor kecamatan"
    draft = {"regime": "kami-2026", "uraian_tugas": [duty], "utama": [{"rhk": duty}]}
    (tmp_path / "draf.yaml").write_text(yaml.safe_dump(draft), "utf-8")
    (path,) = RULES.glob("kelas/C012-*.yaml")
    milder = path.read_text("utf-8").replace("severity: warning", "severity: info")
    (tmp_path / own / "kelas" / path.name).write_text(milder, "utf-8")
    result = skplint("rules", "impact", "bawaan", own, "draf.yaml")
    assert (result.code, result.err) == (1, "")
    assert "– C012 Sebaiknya diperbaiki\n  + C012 Pertimbangkan\n" in result.out


def test_a_draft_under_a_regime_that_neither_side_knows_is_not_read(skplint: Run, tmp_path: Path) -> None:
    (tmp_path / "draf.yaml").write_text("regime: kami-2026\nutama: [{rhk: Data lengkap}]\n", "utf-8")
    result = skplint("rules", "impact", "bawaan", "bawaan", "draf.yaml")
    assert (result.code, "rezim 'kami-2026' tidak dikenal" in result.err) == (2, True)


def test_what_the_configuration_leaves_out_and_changes_holds(skplint: Run, own: str, tmp_path: Path) -> None:
    for name in ("satu.txt", "dua.txt", "arsip.txt"):
        (tmp_path / "draf" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "draf" / name).write_text("Piket loket pelayanan\n", "utf-8")
    config = 'exclude = ["arsip.txt"]\n[[per-path]]\nmatch = ["dua.txt"]\nignore = ["C900"]\n'
    (tmp_path / "draf" / "skplint.toml").write_text(config, "utf-8")
    *changes, totals = skplint("rules", "impact", "bawaan", own, "draf", "--format", "json").out.splitlines()
    notes = {change["path"]: list(change["after"]["notes"]) for change in map(json.loads, changes)}
    assert ("C900" in notes["draf/satu.txt"], "C900" in notes["draf/dua.txt"]) == (True, False)
    assert json.loads(totals)["texts"] == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "a", "class": "aktifitas"}',
         "baris 2, kolom 24: isi 'class' tidak sah (pilihannya: aktivitas, bukan_pernyataan, indikator, kategori, pencapaian)"),
        ('{"indikator": "a", "aspect": "mutu"}',
         "baris 2, kolom 30: isi 'aspect' tidak sah (pilihannya: biaya, kualitas, kuantitas, waktu)"),
        ('{"text": "a", "semu": "ya"}', "baris 2, kolom 23: isi 'semu' harus berupa true atau false, bukan teks"),
        ('{"class": "aktivitas"}', "baris 2: baris ini tanpa 'text' atau 'indikator'"),
        ('{"text": "a" "class": null}', "baris 2, kolom 14: penulisan JSON di sini tidak dapat dibaca"),
        ("[" * 5000, "baris 2, kolom"),
    ],
)  # fmt: skip
def test_a_line_with_a_wrong_label_is_not_read(skplint: Run, tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "label.jsonl").write_text('{"text": "Data lengkap", "subject": null}\n' + line + "\n", "utf-8")
    result = skplint("rules", "impact", "bawaan", "bawaan", "label.jsonl", "--format", "json")
    unread, totals = map(json.loads, result.out.splitlines())
    assert (result.code, totals["texts"]) == (2, 1)
    assert (unread["path"], unread["status"]) == ("label.jsonl", "not_checked")
    assert unread["reason"].startswith(said) and said in result.err
