"""skplint annotate and skplint review on real files: what is written, what is never touched, who is named where."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import docx
import openpyxl
import pytest
import yaml

import linter.app
from linter.app import Analyser
from linter.app.resources import Resources
from linter.cli import main

NAME, NIP = "Kenari Rekaan", "198703142019021001"
"""A name and a NIP that nobody has: they must appear in what is handed back, and nowhere else."""

HEADINGS = ("NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
            "INDIKATOR KINERJA INDIVIDU", "TARGET")  # fmt: skip


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def skplint(tmp_path: Path, resources: Resources, capfd: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in an empty folder, with what it says on both streams."""
    monkeypatch.setattr(linter.app, "Analyser", lambda settings, **more: Analyser(settings, resources, **more))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


def workbook(path: str, *persons: str, statement: str = "Menyusun materi sosialisasi") -> None:
    """Write the SKP of one person or more, one below the other on a sheet of their own."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, name in enumerate(persons or (NAME,), 1):
        sheet = book.create_sheet(f"SKP {n}")
        for row in (
            ("SASARAN KINERJA PEGAWAI",),
            ("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",),
            ("PEGAWAI YANG DINILAI", "", "", "PEJABAT PENILAI KINERJA"),
            ("Nama", name, "", "Nama", "Penilai Rekaan"),
            ("NIP", NIP[:-1] + str(n), "", "NIP", "198001012005011001"),
            ("Jabatan", f"Arsiparis Ahli Pertama {n}", "", "Jabatan", "Kepala Bidang Arsip"),
            ("Unit Kerja", "Bidang Arsip", "", "Unit Kerja", "Bidang Arsip"),
            HEADINGS,
            ("A. KINERJA UTAMA",),
            (1, "Arsip terkelola sesuai kaidah", statement, "Kuantitas", "Jumlah materi sosialisasi", "4 materi"),
            (2, "Arsip terkelola sesuai kaidah", f"Arsip vital {n} tersimpan sesuai ketentuan", "Kualitas",
             "Persentase arsip vital yang tersimpan sesuai ketentuan", "90–95%"),
        ):  # fmt: skip
            sheet.append(row)
    book.save(path)


def comments(path: str) -> dict[str, str]:
    book = openpyxl.load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_a_copy_has_the_notes_at_their_cells_and_the_original_is_untouched(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    before = Path("skp.xlsx").read_bytes()
    result = skplint("annotate", "skp.xlsx")
    assert (result.code, result.err) == (0, "")
    assert "skp.xlsx → skp-catatan.xlsx" in result.out
    assert "1 dari 2 rumusan tanpa catatan" in result.out
    assert Path("skp.xlsx").read_bytes() == before
    assert "C001" in comments("skp-catatan.xlsx")["SKP 1!C10"]
    listed = openpyxl.load_workbook("skp-catatan.xlsx")["Catatan"]
    assert listed["A1"].value == "Catatan skplint"
    assert any(row[0].value == "SKP 1!C10" and row[8].value == "C001" for row in listed.iter_rows())


def test_a_copy_is_renewed_unless_somebody_worked_in_it(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    assert skplint("annotate", "skp.xlsx").code == 0
    assert skplint("annotate", "skp.xlsx").code == 0
    book = openpyxl.load_workbook("skp-catatan.xlsx")
    book.save("skp-catatan.xlsx")
    mine = Path("skp-catatan.xlsx").read_bytes()
    result = skplint("annotate", "skp.xlsx")
    assert result.code == 2
    assert "berkas tujuan sudah ada dan sudah diubah" in result.err
    assert Path("skp-catatan.xlsx").read_bytes() == mine


def test_a_folder_skips_the_copies_beside_their_originals(skplint: Callable[..., Result]) -> None:
    Path("draf").mkdir()
    workbook("draf/skp.xlsx")
    Path("draf/daftar.txt").write_text("Menyusun laporan\n", encoding="utf-8")
    for _ in range(2):
        result = skplint("annotate", "draf")
        assert result.code == 0
        assert sorted(entry.name for entry in Path("draf").iterdir()) == [
            "daftar-catatan.txt", "daftar.txt", "skp-catatan.xlsx", "skp.xlsx",
        ]  # fmt: skip
    assert result.err.count("salinan bercatatan") == 2
    checked = skplint("check", "draf", "--format", "json", "--fail-on", "never")
    assert {item["path"] for item in json.loads(checked.out)["items"]} == {"draf/daftar.txt", "draf/skp.xlsx"}


def test_folders_keep_their_order_in_the_folder_for_copies(skplint: Callable[..., Result]) -> None:
    for folder in ("draf/a", "draf/b"):
        Path(folder).mkdir(parents=True)
        Path(folder, "daftar.txt").write_text("Menyusun laporan\n", encoding="utf-8")
    assert skplint("annotate", "draf", "--output", "hasil").code == 0
    assert sorted(map(str, Path("hasil").rglob("*.txt"))) == [
        "hasil/a/daftar-catatan.txt",
        "hasil/b/daftar-catatan.txt",
    ]


def test_two_drafts_of_one_name_do_not_share_a_sheet(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    Path("skp.txt").write_text("Menyusun laporan\n", encoding="utf-8")
    assert skplint("review", "skp.xlsx", "skp.txt").code == 0
    assert sorted(path.name for path in Path().glob("*.html")) == ["skp-reviu-2.html", "skp-reviu.html"]


@pytest.mark.parametrize("name", ["skp.json", "skp.pdf", "skp.xls", "-"])
def test_what_cannot_hold_notes_is_told_and_exits_2(
    skplint: Callable[..., Result], name: str, monkeypatch: Any
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Menyusun laporan\n")))
    if name == "skp.json":
        Path(name).write_text('{"utama": [{"rhk": "Menyusun laporan"}]}', encoding="utf-8")
    elif name != "-":
        Path(name).write_bytes(b"%PDF-1.4 rusak")
    result = skplint("annotate", name)
    assert result.code == 2
    assert len(result.err.strip().splitlines()) >= 1
    assert not list(Path().glob("*-catatan*"))


def test_notes_of_links_stand_in_the_copy_too(skplint: Callable[..., Result]) -> None:
    staff = {"jabatan": "Arsiparis", "unit_kerja": "Bidang Arsip"}
    chief = {"jabatan": "Kepala Bidang Arsip", "unit_kerja": "Bidang Arsip"}
    row = {"rhk": "Arsip vital tersimpan sesuai ketentuan", "rhk_atasan": "Jalan kabupaten dalam kondisi mantap"}
    own = {"rhk": "Layanan arsip memenuhi standar pelayanan"}
    drafts = {
        "staf.yaml": {"pegawai": staff, "pejabat_penilai": {"jabatan": "Kepala Bidang Arsip"}, "utama": [row]},
        "kepala.yaml": {"pegawai": chief, "utama": [own]},
    }
    Path("unit").mkdir()
    for name, draft in drafts.items():
        Path("unit", name).write_text(yaml.safe_dump(draft, sort_keys=False), encoding="utf-8")
    assert skplint("annotate", "unit").code == 0
    assert "R015" in Path("unit/staf-catatan.yaml").read_text(encoding="utf-8")


def test_marking_a_decided_copy_again_keeps_what_was_decided(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx", statement="Menyusun materi sosialisasi dengan optimal")
    skplint("annotate", "skp.xlsx")
    decided("skp-catatan.xlsx", "Terima", "Tolak")
    assert skplint("annotate", "skp-catatan.xlsx", "--output", "lagi").code == 0
    sheet = openpyxl.load_workbook("lagi/skp-catatan-catatan.xlsx")["Catatan"]
    assert [row[9].value for row in sheet.iter_rows() if row[8].value in ("C001", "S001")] == ["Terima", "Tolak"]


# -- review sheets


def decided(name: str, *words: str) -> list[str]:
    """Fill the column Putusan of a marked copy with *words*, row by row, and return the messages of the notes."""
    book = openpyxl.load_workbook(name)
    sheet = book["Catatan"]
    head = next(row[0].row for row in sheet.iter_rows() if row[9].value == "Putusan")
    rows = [row for row in sheet.iter_rows(min_row=head + 1) if row[10].value]
    for row, word in zip(rows, words, strict=False):
        row[9].value = word
    book.save(name)
    return [str(row[4].value) for row in rows]


def test_only_accepted_notes_are_printed(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx", statement="Menyusun materi sosialisasi dengan optimal")
    assert skplint("annotate", "skp.xlsx").code == 0
    first, second, *_ = decided("skp-catatan.xlsx", "Terima", "Tolak")
    result = skplint("review", "skp.xlsx", "--decisions", "skp-catatan.xlsx")
    assert result.code == 0
    assert "1 diterima, 1 ditolak" in result.out
    page = Path("skp-reviu.html").read_text(encoding="utf-8").replace("&#39;", "'")
    document = zipfile.ZipFile("skp-reviu.docx").read("word/document.xml").decode().replace("&apos;", "'")
    for text in (page, document):
        assert first in text
        assert second not in text
        assert NAME in text
        assert NIP in text


def test_the_page_to_decide_on_and_its_decisions(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    result = skplint("review", "skp.xlsx")
    assert result.code == 0
    assert "terima atau tolak" in result.out
    whole = json.loads(skplint("check", "skp.xlsx", "--format", "json", "--fail-on", "never").out)
    keys = {note["code"]: note["key"] for note in whole["documents"][0]["notes"]}
    assert all(key in Path("skp-reviu.html").read_text(encoding="utf-8") for key in keys.values())
    decisions = {"version": 1, "tool": "skplint", "decisions": {keys["C001"]: True}}
    Path("putusan-reviu.json").write_text(json.dumps(decisions), encoding="utf-8")
    result = skplint("review", "skp.xlsx", "--decisions", "putusan-reviu.json", "--format", "html")
    assert result.code == 0
    assert "1 diterima" in result.out
    assert "Rumusan ini menyebut kegiatan" in Path("skp-reviu.html").read_text(encoding="utf-8")


def test_decisions_that_belong_to_no_note_are_told(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    decisions = {"version": 1, "tool": "skplint", "decisions": {"0" * 16: True}}
    Path("putusan.json").write_text(json.dumps(decisions), encoding="utf-8")
    result = skplint("review", "skp.xlsx", "--decisions", "putusan.json")
    assert "1 putusan tidak berpadanan" in result.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{}", "tidak memuat putusan"),
        (b"\xff\xfe", "tidak memuat putusan"),
        (b'{"version": 1, "tool": "skplint", "decisions": {"abc": true}}', "tidak memuat putusan"),
        (b"PK\x03\x04 rusak", "rusak"),
    ],
)
def test_a_file_without_decisions_is_refused(skplint: Callable[..., Result], content: bytes, told: str) -> None:
    workbook("skp.xlsx")
    Path("putusan.json").write_bytes(content)
    result = skplint("review", "skp.xlsx", "--decisions", "putusan.json")
    assert result.code == 2
    assert told in result.err
    assert not Path("skp-reviu.html").exists()


def test_a_word_that_is_no_decision_is_named_with_its_row(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    skplint("annotate", "skp.xlsx")
    decided("skp-catatan.xlsx", "mungkin")
    result = skplint("review", "skp.xlsx", "--decisions", "skp-catatan.xlsx")
    assert result.code == 2
    assert "'mungkin' bukan putusan" in result.err


def test_two_files_must_not_decide_one_note_differently(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    skplint("annotate", "skp.xlsx")
    shutil.copy("skp-catatan.xlsx", "lain.xlsx")
    decided("skp-catatan.xlsx", "Terima")
    decided("lain.xlsx", "Tolak")
    result = skplint("review", "skp.xlsx", "--decisions", "skp-catatan.xlsx", "--decisions", "lain.xlsx")
    assert (result.code, "lain" in result.err) == (2, True)


def test_each_person_of_a_file_has_a_sheet(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx", "Orang Satu", "Orang Dua")
    assert skplint("review", "skp.xlsx", "--accept-all").code == 0
    assert sorted(path.name for path in Path().glob("*.docx")) == ["skp-reviu-1.docx", "skp-reviu-2.docx"]
    texts = [zipfile.ZipFile(f"skp-reviu-{n}.docx").read("word/document.xml").decode() for n in (1, 2)]
    assert ["Orang Satu" in text for text in texts] == [True, False]
    assert ["Orang Dua" in text for text in texts] == [False, True]


def test_a_sheet_of_ours_is_no_draft(skplint: Callable[..., Result]) -> None:
    Path("draf").mkdir()
    workbook("draf/skp.xlsx")
    skplint("review", "draf", "--accept-all")
    whole = json.loads(skplint("check", "draf", "--format", "json", "--fail-on", "never").out)
    assert {item["path"] for item in whole["items"]} == {"draf/skp.xlsx"}


def test_a_sheet_that_somebody_worked_in_is_kept(skplint: Callable[..., Result]) -> None:
    workbook("skp.xlsx")
    assert [skplint("review", "skp.xlsx", "--accept-all").code for _ in range(2)] == [0, 0]
    signed = docx.Document("skp-reviu.docx")
    signed.add_paragraph("Disetujui")
    signed.save("skp-reviu.docx")
    result = skplint("review", "skp.xlsx", "--accept-all")
    assert (result.code, "sudah diubah" in result.err) == (2, True)
    assert docx.Document("skp-reviu.docx").paragraphs[-1].text == "Disetujui"


# -- personal data


FORMATS = ("teks", "ringkas", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit", "csv")


def test_name_and_nip_stand_in_what_is_handed_back_and_nowhere_else(skplint: Callable[..., Result]) -> None:
    workbook("draf.xlsx")
    reports = [f"--format={name}=laporan.{name}" for name in (*FORMATS, "xlsx")]
    said = [skplint("check", "draf.xlsx", *reports, "--index", "--fail-on", "never")]
    said += [skplint("annotate", "draf.xlsx", "--index"), skplint("review", "draf.xlsx", "--accept-all")]
    assert [result.code for result in said] == [0, 0, 0]
    kept = {"draf.xlsx", "draf-catatan.xlsx", "draf-reviu.html", "draf-reviu.docx"}
    for path in Path().rglob("*"):
        if path.is_dir():
            continue
        texts = path.read_bytes()
        if zipfile.is_zipfile(path):
            archive = zipfile.ZipFile(path)
            texts = b"".join(archive.read(name) for name in archive.namelist())
        named = [NAME.encode() in texts, NIP.encode() in texts]
        assert named == [path.name in kept] * 2, path
        assert not any(word.lower() in path.name.lower() for word in (*NAME.split(), NIP))
    for result in said:
        assert not any(word in result.out + result.err for word in (NAME, NIP))


def test_redacted_reports_hide_what_the_texts_and_file_names_say(skplint: Callable[..., Result]) -> None:
    name = f"SKP {NAME.upper().replace(' ', '_')}.xlsx"
    workbook(
        name,
        f"Dr. {NAME}, S.Kom., M.M.",
        statement=f"Menyusun laporan {NAME} ({NIP[:8]} {NIP[8:14]} 1 001) tepat waktu",
    )
    reports = [f"--format={one}=laporan.{one}" for one in (*FORMATS, "xlsx")]
    result = skplint("check", name, *reports, "--index", "--redact", "--fail-on", "never")
    assert result.code == 0
    for one in (*FORMATS, "xlsx"):
        path = Path(f"laporan.{one}")
        archive = zipfile.ZipFile(path) if one == "xlsx" else None
        texts = b"".join(archive.read(part) for part in archive.namelist()) if archive else path.read_bytes()
        text = texts.decode("utf-8", "replace").lower()
        assert not any(word in text for word in (NAME.lower(), "kenari", "kenari_rekaan", NIP, NIP[8:14])), one
    lines = [json.loads(line) for line in Path("laporan.jsonl").read_text(encoding="utf-8").splitlines()]
    whole = next(line for line in lines if line["text"].startswith("Menyusun"))
    assert whole["text"].startswith("Menyusun laporan •••••• •••••• (")
    (verb, noted) = (whole["parse"]["verb"], whole["findings"][0])
    assert whole["text"][verb["start"] : verb["end"]] == "Menyusun"
    assert noted["code"] == "C001"


def test_name_and_nip_stand_in_no_error(skplint: Callable[..., Result]) -> None:
    workbook("draf.xlsx")
    data = Path("draf.xlsx").read_bytes()
    Path("rusak.xlsx").write_bytes(data[: len(data) // 2])
    Path("lain.csv").write_text(f"Nama,{NAME}\nNIP,{NIP}\nKolom,{NAME}\n1,2\n", encoding="utf-8")
    for command in ("check", "annotate", "review"):
        result = skplint(command, "rusak.xlsx", "lain.csv")
        assert result.code == 2
        assert not any(word in result.out + result.err for word in (NAME, NIP))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_opens_the_copy_and_shows_the_notes(skplint: Callable[..., Result], tmp_path: Path) -> None:
    workbook("skp.xlsx")
    skplint("annotate", "skp.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fods", "skp-catatan.xlsx"], check=True, capture_output=True
    )
    shown = Path("skp-catatan.fods").read_text(encoding="utf-8")
    assert shown.count("<office:annotation ") == len(comments("skp-catatan.xlsx"))
    assert "Rumusan ini menyebut kegiatan" in shown
