"""skplint score: what is written, that nothing stops it, and that a stopped run ends with the same bytes."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from drafts import NAME, draft, office

from linter.cli import main
from linter.io.atomic import AtomicFile

pq = pytest.importorskip("pyarrow.parquet")

FILES = ("catatan.csv", "catatan.parquet", "laporan.html", "ringkasan.json", "ringkasan.xlsx", "rumusan.parquet")


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def score(tmp_path: Path, capfd: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``skplint score`` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        code = main(["score", *arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


def outputs(folder: str) -> dict[str, bytes]:
    """Return every file of a folder of results but the parts it was made from."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and ".skplint" not in path.parts
    }


def test_one_bad_file_stops_nothing_and_is_told(score: Callable[..., Result]) -> None:
    office(Path("draf"))
    result = score("draf", "--output", "hasil")
    assert result.code == 2
    assert "rusak.xlsx" in result.err
    assert "foto.jpg" not in result.err
    assert set(outputs("hasil")) == set(FILES)
    summary = json.loads(Path("hasil/ringkasan.json").read_text(encoding="utf-8"))
    assert (summary["total"]["documents"], summary["total"]["statements"]) == (18, 36)
    assert [(one["path"], one["fatal"]) for one in summary["left"]] == [
        ("draf/foto.jpg", False),
        ("draf/rusak.xlsx", True),
    ]
    assert "18 dokumen" in result.out


def test_the_notes_are_the_same_in_both_tables_and_those_of_check(score: Callable[..., Result], capfd: Any) -> None:
    office(Path("draf"), units=1, staff=3)
    score("draf", "--output", "hasil")
    table = pq.read_table("hasil/catatan.parquet").to_pylist()
    with Path("hasil/catatan.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["kunci"] for row in rows] == [row["kunci"] for row in table]
    main(["check", "draf", "--format", "json", "--fail-on", "never"])
    whole = json.loads(capfd.readouterr().out)
    keys = [note["key"] for document in whole["documents"] for note in document["notes"]]
    assert sorted(keys) == sorted(row["kunci"] for row in table)
    spans = {row["rumusan"][row["mulai"] : row["akhir"]] for row in table if row["kode"] == "C001"}
    assert spans == {"Menyusun"}


def test_the_result_does_not_depend_on_the_number_of_processes(score: Callable[..., Result]) -> None:
    office(Path("draf"))
    for jobs in ("1", "2"):
        assert score("draf", "--output", f"hasil-{jobs}", "--jobs", jobs, "--copies", "--sheets").code == 2
    one, two = outputs("hasil-1"), outputs("hasil-2")
    assert one == two
    assert {name.split("/")[0] for name in one} == {*FILES, "salinan", "lembar-reviu"}
    assert sum(name.startswith("salinan/") for name in one) == 18


def test_what_was_done_is_not_done_again_and_what_changed_is(score: Callable[..., Result]) -> None:
    office(Path("draf"))
    first = score("draf", "--output", "hasil")
    assert "sudah selesai" not in first.out
    before = outputs("hasil")
    again = score("draf", "--output", "hasil")
    assert "20 berkas sudah selesai sebelumnya" in again.out
    assert outputs("hasil") == before
    draft(Path("draf/unit-1/000.xlsx"), 100, "Bidang 1", plans=2)
    changed = score("draf", "--output", "hasil")
    assert "14 berkas sudah selesai sebelumnya" in changed.out
    assert len(list(Path("hasil/.skplint").glob("*.part"))) == 4
    score("draf", "--output", "baru")
    assert outputs("hasil") == outputs("baru")


def test_copies_of_drafts_that_are_gone_go_too_unless_somebody_changed_them(score: Callable[..., Result]) -> None:
    office(Path("draf"), units=1, staff=4)
    score("draf", "--output", "hasil", "--copies")
    for n in (1, 2):
        Path(f"draf/unit-0/00{n}.xlsx").unlink()
    book = openpyxl.load_workbook("hasil/salinan/unit-0/001-catatan.xlsx")
    book.save("hasil/salinan/unit-0/001-catatan.xlsx")
    score("draf", "--output", "hasil", "--copies")
    left = sorted(path.name for path in Path("hasil/salinan/unit-0").iterdir())
    assert left == ["000-catatan.xlsx", "001-catatan.xlsx", "003-catatan.xlsx"]


def test_a_large_folder_is_done_in_pieces_and_not_linked(
    score: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    from linter.app import unit
    from linter.batch import plan

    monkeypatch.setattr(unit, "MOST_FILES", 4)
    monkeypatch.setattr(plan, "MOST_FILES", 4)
    monkeypatch.setattr(plan, "PIECE", 2)
    office(Path("draf"), units=1, staff=6)
    score("draf", "--output", "hasil", "--jobs", "1")
    assert len(list(Path("hasil/.skplint").glob("*.part"))) == 4
    summary = json.loads(Path("hasil/ringkasan.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in summary["left"] if "tidak dihubungkan" in one["reason"]] == ["draf/unit-0"]


def test_names_stand_in_copies_and_sheets_and_nowhere_else(score: Callable[..., Result]) -> None:
    office(Path("draf"), units=1, staff=2)
    result = score("draf", "--output", "hasil", "--copies", "--sheets")
    for path in Path("hasil").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if zipfile.is_zipfile(path):
                archive = zipfile.ZipFile(path)
                data = b"".join(archive.read(name) for name in archive.namelist())
            handed_back = {"salinan", "lembar-reviu"} & set(path.parts)
            assert (NAME.encode() in data) == bool(handed_back), path
            assert (b"19870314201902" in data) == bool(handed_back), path
    assert NAME not in result.out + result.err


def test_the_folder_of_results_is_no_input(score: Callable[..., Result]) -> None:
    office(Path("draf"), units=1, staff=2)
    for _ in range(2):
        score("draf", "--output", "draf/hasil", "--copies")
        summary = json.loads(Path("draf/hasil/ringkasan.json").read_text(encoding="utf-8"))
        assert {one["path"] for one in summary["documents"]} == {"draf/unit-0/000.xlsx", "draf/unit-0/001.xlsx"}


def test_an_earlier_run_and_reviewers_are_compared(score: Callable[..., Result]) -> None:
    office(Path("draf"), units=1, staff=3)
    score("draf", "--output", "lalu")
    notes = pq.read_table("lalu/catatan.parquet").to_pylist()
    keys = [row["kunci"] for row in notes if row["kode"] == "C001"]
    for name, decided in (("a", [True, True]), ("b", [True, False])):
        told = {"version": 1, "tool": "skplint", "decisions": dict(zip(keys, decided, strict=True))}
        Path(f"{name}.json").write_text(json.dumps(told), encoding="utf-8")
    draft(Path("draf/unit-0/002.xlsx"), 2, "Bidang 0", plans=1)
    score(
        "draf", "--output", "kini", "--since", "lalu/ringkasan.json", "--decisions", "a.json", "--decisions", "b.json"
    )
    summary = json.loads(Path("kini/ringkasan.json").read_text(encoding="utf-8"))
    drift = {one["what"]: (one["before"], one["now"]) for one in summary["drift"]}
    assert drift["documents"] == (3, 3)
    assert drift["C001"] == (2, 1)
    (agreed,) = (one for one in summary["agreement"] if one["code"] == "C001")
    assert (agreed["decided"], agreed["accepted"]) == (2, 1.0)


def test_documents_are_known_again_by_a_key_alone(score: Callable[..., Result]) -> None:
    office(Path("draf"), units=1, staff=3)
    Path("kunci").write_bytes(b"rahasia kantor ini")
    score("draf", "--output", "lalu", "--key", "kunci")
    draft(Path("draf/unit-0/002.xlsx"), 2, "Bidang 0", plans=1)
    Path("draf/unit-0/000.xlsx").rename("draf/unit-0/009.xlsx")
    score("draf", "--output", "kini", "--key", "kunci", "--since", "lalu/ringkasan.json")
    drift = {
        one["what"]: (one["before"], one["now"])
        for one in json.loads(Path("kini/ringkasan.json").read_bytes())["drift"]
    }
    assert drift["notes_fewer"] == (3, 1)
    assert drift["notes_same"] == (3, 2)
    score("draf", "--output", "tanpa", "--since", "lalu/ringkasan.json")
    assert not any(
        "SKP dengan" in one["what"] for one in json.loads(Path("tanpa/ringkasan.json").read_bytes())["drift"]
    )
    Path("kunci").write_bytes(b"pendek")
    assert "kurang dari 16" in score("draf", "--output", "lain", "--key", "kunci").err


TABLE = """id;teks;unit;jabatan
a;Menyusun laporan keuangan;Bidang A;Bendahara
a;Arsip vital tersimpan sesuai ketentuan;Bidang A;Bendahara
b;Rapat bulanan;Bidang B;Analis
c;;Bidang B;Analis
"""


def test_a_table_of_texts_is_scored_by_unit(score: Callable[..., Result]) -> None:
    Path("teks.csv").write_text(TABLE, encoding="utf-8")
    result = score("teks.csv", "--output", "hasil")
    assert result.code == 2
    assert "baris c tidak dapat dinilai: teksnya kosong" in result.err
    summary = json.loads(Path("hasil/ringkasan.json").read_text(encoding="utf-8"))
    units = {one["name"]: one["counts"]["classes"] for one in summary["units"]}
    assert units == {"Bidang A": {"aktivitas": 1, "pencapaian": 1}, "Bidang B": {"kategori": 1}}
    plans = pq.read_table("hasil/rumusan.parquet").to_pylist()
    assert [(row["tempat"], row["kelas"]) for row in plans] == [
        ("a", "aktivitas"),
        ("a", "pencapaian"),
        ("b", "kategori"),
    ]


def test_a_large_table_is_done_in_batches_that_are_found_done(
    score: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    from linter.batch import tables

    monkeypatch.setattr(tables, "ROWS", 100)
    rows = "".join(f"r{n};Menyusun laporan nomor {n % 7};Bidang {n % 3};Analis {n % 2}\n" for n in range(1_000))
    Path("teks.csv").write_text("id;teks;unit;jabatan\n" + rows, encoding="utf-8")
    score("teks.csv", "--output", "satu", "--jobs", "1")
    score("teks.csv", "--output", "dua", "--jobs", "2")
    assert outputs("satu") == outputs("dua")
    assert len(list(Path("satu/.skplint").glob("*.part"))) == 10
    before = outputs("satu")
    score("teks.csv", "--output", "satu")
    assert outputs("satu") == before
    assert pq.read_table("satu/rumusan.parquet").num_rows == 1_000


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["draf", "--output", "berkas"], "berkas"),
        (["draf", "--output", "."], "sudah berisi hal lain"),
        (["draf", "--output", "hasil", "--since", "tiada.json"], "tidak ditemukan"),
        (["draf", "--output", "hasil", "--since", "berkas"], "bukan ringkasan.json"),
        (["draf", "--output", "hasil", "--profile", "tiada"], "tiada"),
    ],
)
def test_what_cannot_be_done_is_one_line(score: Callable[..., Result], arguments: list[str], told: str) -> None:
    office(Path("draf"), units=1, staff=1)
    Path("berkas").write_text("{}", encoding="utf-8")
    result = score(*arguments)
    assert result.code == 2
    assert told in result.err
    assert "Traceback" not in result.err


def test_an_empty_folder_gives_a_report_that_says_so(score: Callable[..., Result]) -> None:
    Path("draf").mkdir()
    result = score("draf", "--output", "hasil")
    assert result.code == 2
    assert "tidak berisi berkas" in result.err
    assert Path("hasil/laporan.html").stat().st_size > 500


def test_what_a_killed_run_left_half_written_goes(score: Callable[..., Result]) -> None:
    office(Path("draf"), units=1, staff=2)
    score("draf", "--copies", "--output", "hasil")
    whole = outputs("hasil")
    (copies,) = {Path("hasil", name).parent for name in whole if name.startswith("salinan")}
    for folder in (Path("hasil"), copies, Path("hasil/.skplint")):
        AtomicFile(folder / "putus.xlsx").__enter__().write(b"PK")  # and the process is gone
    assert len(list(Path("hasil").rglob(".skplint-*"))) == 3
    score("draf", "--copies", "--output", "hasil")
    assert outputs("hasil") == whole
    assert not list(Path("hasil").rglob(".skplint-*"))


@pytest.mark.slow
def test_a_killed_run_goes_on_and_ends_with_the_same_bytes(tmp_path: Path) -> None:
    office(tmp_path / "draf", units=5, staff=4)
    arguments = ["score", "draf", "--jobs", "2", "--copies", "--output"]

    def begin(output: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "linter", *arguments, output]
        return subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    assert begin("utuh").wait() == 2
    chance = random.Random(20260105)
    for _ in range(3):
        process = begin("terhenti")
        time.sleep(chance.uniform(0.5, 4))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert begin("terhenti").wait() == 2
    assert outputs(str(tmp_path / "terhenti")) == outputs(str(tmp_path / "utuh"))
