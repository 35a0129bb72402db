"""The pipeline on real files: exit codes, what was not checked, and that no person is named in what comes out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.app import Analyser, Settings, check_inputs
from linter.app.resources import Resources
from linter.report import FORMATS, make

Check = Callable[..., tuple[int, list[dict[str, Any]]]]
CLEAN = "Tagihan listrik dibayar paling lambat tanggal 20\n"
DOUBTFUL = "Data lengkap; gedung terawat\n"
HINT = "Laporan bulanan\n"
FAULTY = "Menata gudang\n"


@pytest.fixture
def check(analyser: Analyser) -> Check:
    """Check paths and give the exit code with the lines of the JSON Lines report."""

    def run(*paths: object, stdin: bytes = b"", **options: Any) -> tuple[int, list[dict[str, Any]]]:
        out: list[str] = []
        reporters = [make("jsonl", out.append)]
        code = check_inputs([str(p) for p in paths], analyser, reporters, stdin=lambda: stdin, **options)
        return code, [json.loads(line) for line in "".join(out).splitlines()]

    return run


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file and give its path."""

    def write(name: str, data: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (CLEAN, {"error": 0, "warning": 0, "info": 0, "never": 0}),
        (HINT, {"error": 0, "warning": 0, "info": 1, "never": 0}),
        (DOUBTFUL, {"error": 0, "warning": 1, "info": 1, "never": 0}),
        (FAULTY, {"error": 1, "warning": 1, "info": 1, "never": 0}),
        (CLEAN + FAULTY, {"error": 1, "warning": 1, "info": 1, "never": 0}),
        ("", {"error": 0, "warning": 0, "info": 0, "never": 0}),
        ("# hanya catatan\n\n", {"error": 0, "warning": 0, "info": 0, "never": 0}),
    ],
)
def test_the_exit_code_is_1_where_a_note_is_as_grave_as_asked(
    check: Check, file: Callable[..., Path], text: str, codes: dict[str, int]
) -> None:
    path = file("draf.txt", text)
    assert {level: check(path, fail_on=level)[0] for level in codes} == codes


def test_a_silenced_note_does_not_count(check: Check, file: Callable[..., Path]) -> None:
    code, (line,) = check(file("draf.txt", "# skplint: abaikan C001 -- mandat gubernur\n" + FAULTY), fail_on="info")
    assert code == 0
    assert line["findings"][0]["suppressed"] == "mandat gubernur"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draf.exe", b"MZ\x90\x00"),
        ("draf.yaml", "rhk: [\n"),
        ("draf.yaml", "pegawai: {nma: x}\nutama: []\n"),
        ("draf.txt", b"\xff\xfe\x00\xd8"),
        ("draf.xyz", FAULTY),
        ("draf.csv", b"\x00\x01\x02"),
    ],
)
def test_an_input_that_was_named_and_not_checked_is_2(
    check: Check, file: Callable[..., Path], name: str, data: str | bytes
) -> None:
    path = file(name, data)
    code, lines = check(path, fail_on="never")
    assert code == 2
    (line,) = lines
    assert (line["status"], line["path"]) == ("not_checked", str(path))
    assert line["reason"].strip()
    assert "\n" not in line["reason"]


def test_a_file_that_is_not_there_is_2(check: Check, tmp_path: Path) -> None:
    code, (line,) = check(tmp_path / "tidak-ada.txt")
    assert (code, line["status"]) == (2, "not_checked")


def test_not_checked_outweighs_a_fault_and_the_rest_is_checked_all_the_same(
    check: Check, file: Callable[..., Path], tmp_path: Path
) -> None:
    code, lines = check(tmp_path / "tidak-ada.txt", file("draf.txt", FAULTY))
    assert code == 2
    assert [line.get("class", line.get("status")) for line in lines] == ["not_checked", "aktivitas"]


OTHER = "p8-2021-dasar"
TWO = f'regime: {OTHER}\nutama:\n  - rhk: "Menata gudang"\n'


def told_of_regimes(format_: str, analyser: Analyser, *paths: Path) -> str:
    """Return what a format says of drafts, without line ends in its sentences."""
    out: list[str] = []
    check_inputs([str(path) for path in paths], analyser, [make(format_, out.append)], stdin=bytes)
    return "".join(out) if format_ in ("json", "sarif") else " ".join("".join(out).split())


def test_the_regimes_that_were_used_are_named(analyser: Analyser, file: Callable[..., Path]) -> None:
    plain, draft = file("a.txt", FAULTY), file("b.yaml", TWO)
    used = ["p6-2022-kuantitatif", OTHER]
    assert f"Dinilai menurut {used[0]}, {used[1]}, profil" in told_of_regimes("teks", analyser, plain, draft)
    assert f"Dinilai menurut {OTHER}, profil" in told_of_regimes("teks", analyser, draft)
    assert json.loads(told_of_regimes("json", analyser, plain, draft))["summary"]["regimes"] == used
    (run,) = json.loads(told_of_regimes("sarif", analyser, plain, draft))["runs"]
    assert [result["properties"]["regime"] for result in run["results"]] == used
    suites = told_of_regimes("junit", analyser, plain, draft).split("<testsuite ")[1:]
    assert [f'name="regime" value="{regime}"' in suite for regime, suite in zip(used, suites, strict=True)] == [
        True
    ] * 2


def test_a_regime_that_the_run_sets_is_the_one_that_is_named(resources: Resources, file: Callable[..., Path]) -> None:
    analyser = Analyser(Settings(regime="p6-2022-kualitatif"), resources)
    said = told_of_regimes("teks", analyser, file("b.yaml", TWO))
    assert "p6-2022-kualitatif" in said and OTHER not in said


def test_an_unknown_regime_in_a_draft_is_2(check: Check, file: Callable[..., Path]) -> None:
    code, lines = check(file("draf.yaml", 'regime: p6-2023\nutama:\n  - rhk: "Data lengkap"\n'))
    assert code == 2
    assert "p6-2023" in lines[-1]["reason"]


def test_standard_input(check: Check) -> None:
    code, (line,) = check("-", stdin=FAULTY.encode())
    assert (code, line["class"], line["text"]) == (1, "aktivitas", "Menata gudang")
    code, (line,) = check("-", stdin=b'utama:\n  - rhk: "Menata gudang"\n', stdin_name="draf.yaml")
    assert (code, line["at"]["line"]) == (1, 2)


def test_a_folder_is_read_recursively_and_foreign_files_are_no_failure(
    check: Check, file: Callable[..., Path], tmp_path: Path
) -> None:
    file("a/draf.txt", FAULTY)
    file("b/c/draf.skp", CLEAN)
    file("b/foto.jpg", b"\xff\xd8\xff")
    code, lines = check(tmp_path)
    assert code == 1
    assert [line["class"] for line in lines if "class" in line] == ["aktivitas", "pencapaian"]


def test_every_reporter_is_told(analyser: Analyser, file: Callable[..., Path]) -> None:
    outs: list[list[str]] = [[], [], []]
    names = ("teks", "ringkas", "json")
    reporters = [make(name, out.append) for name, out in zip(names, outs, strict=True)]
    code = check_inputs([str(file("draf.txt", FAULTY))], analyser, reporters, stdin=bytes)
    assert code == 1
    assert all("C001" in "".join(out) for out in outs)


NAME, NIP, BOSS = "Sri Wahyuningsih Kusumo", "198704122010012003", "Drs. Bambang Tirtayasa"
DRAFT = f"""
regime: p6-2022-kuantitatif
pegawai: {{nama: {NAME}, nip: "{NIP}", jabatan: Arsiparis Ahli Muda, unit_kerja: Dinas Arsip}}
pejabat_penilai: {{nama: "{BOSS}", nip: "196801011990031001", jabatan: Kepala Dinas Arsip}}
utama:
  - rhk: "Menata arsip inaktif"
    indikator:
      - {{aspek: kuantitas, teks: "Jumlah arsip yang ditata", target: "12 boks"}}
"""
TABLE = f"""Nama,{NAME},Nama,{BOSS}
NIP,{NIP},NIP,196801011990031001
Jabatan,Arsiparis Ahli Muda,Jabatan,Kepala Dinas Arsip
NO,RENCANA HASIL KERJA,ASPEK,INDIKATOR KINERJA INDIVIDU,TARGET
1,Menata arsip inaktif,Kuantitas,Jumlah arsip yang ditata,12 boks
"""


@pytest.mark.parametrize(("name", "data"), [("draf.yaml", DRAFT), ("draf.csv", TABLE)])
@pytest.mark.parametrize("format_", FORMATS)
def test_no_report_names_a_person(
    analyser: Analyser, file: Callable[..., Path], name: str, data: str, format_: str
) -> None:
    out: list[str] = []
    check_inputs([str(file(name, data))], analyser, [make(format_, out.append)], stdin=bytes)
    report = "".join(out)
    assert "C001" in report
    for person in (NAME, "Wahyuningsih", NIP, BOSS, "Tirtayasa", "196801011990031001"):
        assert person not in report


def test_an_error_in_a_draft_names_no_person(check: Check, file: Callable[..., Path]) -> None:
    code, (line,) = check(file("draf.yaml", DRAFT.replace("jabatan: Arsiparis", "jabatn: Arsiparis")))
    assert code == 2
    assert NAME not in line["reason"] and NIP not in line["reason"]
