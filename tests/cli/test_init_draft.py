"""``skplint init --draf``: a draft below a superior's SKP or a matrix, that can be filled in and checked."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
import yaml

from linter.cli import main

SUPERIOR = """\
regime: p6-2022-kuantitatif
periode: {mulai: 2026-01-01, akhir: 2026-12-31}
pegawai: {jabatan: Kepala Bidang Arsip, unit_kerja: Bidang Arsip, nama: Melati, nip: "198501012010011001"}
pejabat_penilai: {jabatan: Kepala Dinas}
utama:
  - {id: u1, rhk: "Arsip statis ditemukan dalam 15 menit", indikator: [{teks: "Waktu temu", target: "15 menit"}]}
  - {id: u2, rhk: "Arsip \\"vital\\" desa: terselamatkan", indikator: [{teks: "Jumlah desa", target: "90 desa"}]}
tambahan:
  - {rhk: "Lomba arsip terselenggara tanpa keluhan", indikator: [{teks: "Jumlah keluhan", target: "0"}]}
"""
MATRIX = """\
matriks:
  unit_kerja: Bidang Arsip
  hasil:
    - {id: h1, teks: "Arsip statis terlayani"}
    - {id: h2, teks: "Arsip vital terselamatkan"}
    - {id: h3, teks: "Desa tertib arsip"}
  peran:
    - {jabatan: Arsiparis Ahli Muda, nama: Melati, sel: {h1: "Permintaan arsip dilayani dalam 15 menit", h2: "x", h3: "….."}}
    - {jabatan: Pengelola Arsip, nama: Mawar, sel: {h1: "x", h2: "Arsip vital dialihmediakan tanpa cacat"}}
    - {jabatan: Pengelola Arsip, nama: Kenanga, sel: {h3: "Daftar arsip desa mutakhir"}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "atasan.yaml").write_text(SUPERIOR, "utf-8")
    (tmp_path / "matriks.yaml").write_text(MATRIX, "utf-8")
    return tmp_path


def notes(*paths: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["check", *paths, "--no-config", "--format", "jsonl"]) in (0, 1)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_draft_in_yaml_has_the_plans_above_and_asks_for_each(folder: Path) -> None:
    assert main(["init", "--draf", "draf.yaml", "--dari", "atasan.yaml", "--jabatan", "Arsiparis Ahli Muda"]) == 0
    text = (folder / "draf.yaml").read_text("utf-8")
    draft = yaml.safe_load(text)
    assert [plan["rhk_atasan"] for plan in draft["utama"]] == [
        "Arsip statis ditemukan dalam 15 menit",
        'Arsip "vital" desa: terselamatkan',
    ]
    assert draft["pegawai"] == {"jabatan": "Arsiparis Ahli Muda", "unit_kerja": "Bidang Arsip"}
    assert draft["pejabat_penilai"] == {"jabatan": "Kepala Bidang Arsip"}
    assert text.count("# Apa yang harus dihasilkan Arsiparis Ahli Muda agar") == 2
    assert "Melati" not in text
    assert "1985" not in text


def test_the_draft_can_be_checked_and_what_is_left_to_write_is_told(folder: Path, capsys) -> None:
    main(["init", "--draf", "draf.yaml", "--dari", "atasan.yaml"])
    told = notes("draf.yaml", capsys=capsys)
    blanks = [item for item in told if item["text"] == "….."]
    assert len(blanks) == 2 * (1 + 3 * 2)
    assert {f["code"] for item in blanks for f in item["findings"]} == {"P008"}


def test_a_draft_as_a_form_is_read_back_with_what_was_filled_in(folder: Path, capsys) -> None:
    assert main(["init", "--draf", "draf.xlsx", "--dari", "atasan.yaml", "--jabatan", "Arsiparis Ahli Muda"]) == 0
    book = openpyxl.load_workbook(folder / "draf.xlsx")
    sheet = book.active
    first = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "1")
    assert sheet.cell(first, 2).value == "Arsip statis ditemukan dalam 15 menit"
    for column, text in ((3, "Permintaan arsip dilayani dalam 15 menit"), (5, "Persentase permintaan tepat waktu")):
        sheet.cell(first, column).value = text
    sheet.cell(first, 6).value, sheet.cell(first, 7).value = "90–95", "%"
    book.save(folder / "draf.xlsx")
    told = notes("draf.xlsx", capsys=capsys)
    plan = next(item for item in told if item["part"] == "rencana_kinerja")
    assert plan["text"] == "Permintaan arsip dilayani dalam 15 menit"
    assert plan["class"] == "pencapaian"
    above = next(item for item in told if item["part"] == "rk_atasan")
    assert above["text"] == "Arsip statis ditemukan dalam 15 menit"
    (target,) = (item for item in told if item["part"] == "target")
    assert target["text"] == "90–95"
    indicator = next(item for item in told if item["part"] == "indikator")
    assert indicator["indicator"]["target_ok"] is True
    assert {item["regime"] for item in told} == {"p6-2022-kuantitatif"}
    assert not [f for item in told for f in item["findings"] if f["code"] in ("D001", "D009")]


def test_the_form_offers_aspects_and_units_and_asks_the_question(folder: Path) -> None:
    main(["init", "--draf", "draf.xlsx", "--dari", "atasan.yaml", "--jabatan", "Arsiparis Ahli Muda"])
    sheet = openpyxl.load_workbook(io.BytesIO((folder / "draf.xlsx").read_bytes())).active
    rules = sheet.data_validations.dataValidation
    lists = [rule for rule in rules if rule.type == "list"]
    assert '"Kuantitas,Kualitas,Waktu,Biaya"' in {rule.formula1 for rule in lists}
    units = next(rule.formula1 for rule in lists if "orang" in rule.formula1)
    assert units.startswith('"%,')
    assert len(units) <= 257
    asked = [rule.prompt for rule in rules if rule.prompt and rule.prompt.startswith("Apa yang harus dihasilkan")]
    assert len(asked) == 2
    assert all(len(rule.prompt or "") <= 255 for rule in rules)


def test_of_a_matrix_the_cells_of_one_row_are_taken(folder: Path) -> None:
    assert main(["init", "--draf", "draf.yaml", "--dari", "matriks.yaml", "--jabatan", "arsiparis ahli muda"]) == 0
    text = (folder / "draf.yaml").read_text("utf-8")
    plans = yaml.safe_load(text)["utama"]
    assert [(plan["rhk"], plan["rhk_atasan"]) for plan in plans] == [
        ("Permintaan arsip dilayani dalam 15 menit", "Arsip statis terlayani"),
        ("…..", "Desa tertib arsip"),
    ]
    assert "Rumusan ini dari matriks" in text
    assert "Melati" not in text


def test_where_a_matrix_has_several_the_user_is_asked_which(folder: Path, capsys) -> None:
    assert main(["init", "--draf", "draf.yaml", "--dari", "matriks.yaml", "--jabatan", "Pengelola Arsip"]) == 2
    assert "--baris: 2 Pengelola Arsip; 3 Pengelola Arsip" in capsys.readouterr().err
    assert main(["init", "--draf", "draf.yaml", "--dari", "matriks.yaml", "--baris", "3"]) == 0
    assert yaml.safe_load((folder / "draf.yaml").read_text("utf-8"))["utama"][0]["rhk"] == "Daftar arsip desa mutakhir"


def test_without_anything_above_it_is_an_empty_frame(folder: Path, capsys) -> None:
    assert main(["init", "--draf", "a.yaml"]) == 0
    assert main(["init", "--draf", "a.xlsx"]) == 0
    assert {item["text"] for item in notes("a.yaml", capsys=capsys) if item["part"] == "pengisi"} == {"….."}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--draf", "atasan.yaml"], "sudah ada"),
        (["--draf", "a.csv"], ".xlsx atau .yaml"),
        (["--draf", "a.yaml", "--dari", "tiada.xlsx"], "tidak ditemukan"),
        (["--draf", "a.yaml", "--dari", "matriks.yaml", "--jabatan", "Arsiparis Ahli Mda"], "mungkin maksudnya"),
        (["--draf", "a.yaml", "--dari", "matriks.yaml", "--baris", "9"], "--baris"),
        (["--draf", "a.yaml", "--dari", "kosong.txt"], "kosong.txt"),
        (["--draf", "tiada/a.yaml"], "tiada"),
        (["--dari", "atasan.yaml"], "--draf"),
        (["--draf", ""], ".xlsx atau .yaml"),
        (["--draf", "a.yaml", "--dari", ""], "kosong"),
        (["--draf", "a.yaml", "--dari", "atasan.yaml", "--baris", "1"], "matriks"),
        (["--draf", "a.yaml", "--dari", "satu.yaml", "--baris", "9"], "tidak ada dalam matriks"),
        (["--draf", "a.yaml", "--dari", "dua"], "beberapa SKP"),
        (["--draf", "a.yaml", "--dari", "rezim.yaml"], "p9-2030"),
        (["folder", "--draf", "a.yaml"], "bukan keduanya"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, arguments: list[str], said: str, capsys) -> None:
    (folder / "kosong.txt").write_text("", "utf-8")
    (folder / "satu.yaml").write_text(MATRIX.replace("Mawar", "Melati").replace("Kenanga", "Melati"), "utf-8")
    (folder / "rezim.yaml").write_text(SUPERIOR.replace("p6-2022-kuantitatif", "p9-2030"), "utf-8")
    (folder / "dua").mkdir()
    for name in ("a.yaml", "b.yaml"):
        (folder / "dua" / name).write_text(SUPERIOR, "utf-8")
    assert main(["init", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "a.yaml").exists()


def test_the_form_is_that_of_2022(folder: Path, capsys) -> None:
    for regime in ("p6-2022-kualitatif", "p8-2021-dasar"):
        (folder / "q.yaml").write_text(SUPERIOR.replace("p6-2022-kuantitatif", regime), "utf-8")
        assert main(["init", "--draf", "a.xlsx", "--dari", "q.yaml"]) == 2
        assert ".yaml" in capsys.readouterr().err
        assert main(["init", "--draf", f"{regime}.yaml", "--dari", "q.yaml"]) == 0
    qualitative = yaml.safe_load((folder / "p6-2022-kualitatif.yaml").read_text("utf-8"))
    assert qualitative["utama"][0]["indikator"] == [{"teks": "….."}]


@pytest.mark.parametrize(
    "post", ["Analis\nKebijakan", "Analis\x07K", "Analis\udcffK", "A\x7f\ufffe", "😀" * 200, '"A": {b}']
)
def test_whatever_a_post_is_called_the_draft_can_be_read(folder: Path, post: str, capsys) -> None:
    for name in ("draf.yaml", "draf.xlsx"):
        assert main(["init", "--draf", name, "--dari", "atasan.yaml", "--jabatan", post]) == 0
        assert main(["check", name, "--no-config"]) in (0, 1), capsys.readouterr()
    assert capsys.readouterr().err == ""


def test_plans_with_odd_characters_are_kept(folder: Path, capsys) -> None:
    (folder / "atasan.txt").write_bytes(b"Kepuasan pemu\x02staka meningkat & <terukur>\n")
    assert main(["init", "--draf", "draf.xlsx", "--dari", "atasan.txt"]) == 0
    (above,) = (item for item in notes("draf.xlsx", capsys=capsys) if item["part"] == "rk_atasan")
    assert above["text"] == "Kepuasan pemu␂staka meningkat & <terukur>"


def test_a_day_that_is_none_is_left_out(folder: Path) -> None:
    (folder / "a.yaml").write_text(SUPERIOR.replace("2026-12-31", "2026-02-30"), "utf-8")
    assert main(["init", "--draf", "draf.xlsx", "--dari", "a.yaml"]) == 0
    assert main(["init", "--draf", "draf.yaml", "--dari", "a.yaml"]) == 0
    assert "# periode:" in (folder / "draf.yaml").read_text("utf-8")


def test_one_who_stands_in_several_blocks_of_a_matrix_is_one(folder: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["MATRIKS PEMBAGIAN PERAN DAN HASIL"],
        ["1. TERWUJUDNYA PASAR YANG TERTIB"],
        ["JABATAN DAN NAMA PEGAWAI", "OUTCOME ANTARA/ PRODUK/ LAYANAN TIM KERJA PADA UNIT KERJA"],
        ["Kepala Pasar\nMawar", "Pasar bersih"],
        ["Juru Pungut\nMelati", "Retribusi tersetor setiap hari"],
        ["2. TERWUJUDNYA PEDAGANG YANG NYAMAN"],
        ["Kepala Pasar\nMawar", "Keluhan tertangani"],
        ["Juru Pungut\nMelati", "Karcis terbit tanpa salah"],
    ):
        book.active.append(row)
    book.save(folder / "m.xlsx")
    assert main(["init", "--draf", "draf.yaml", "--dari", "m.xlsx", "--jabatan", "Juru Pungut"]) == 0
    plans = yaml.safe_load((folder / "draf.yaml").read_text("utf-8"))["utama"]
    assert [plan["rhk"] for plan in plans] == ["Retribusi tersetor setiap hari", "Karcis terbit tanpa salah"]


def test_english_is_spoken_where_it_is_asked_for(folder: Path, capsys) -> None:
    assert main(["init", "--draf", "draf.yaml", "--dari", "atasan.yaml", "--lang", "en"]) == 0
    assert "2 plans to be worded" in capsys.readouterr().out
    assert "# What must you bring about" in (folder / "draf.yaml").read_text("utf-8")
