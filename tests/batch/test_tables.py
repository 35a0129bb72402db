"""Tables of texts become batches, whatever program wrote them; forms stay forms, and what is no table is told."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.batch.kernel import Kernel
from linter.batch.schema import INPUT
from linter.batch.tables import ROWS, is_table, read_table
from linter.model import UserError

Rows = Sequence[Sequence[Any]]

TABLE = [
    ["Kode", "Rumusan", "Jenis Teks", "Unit Kerja", "Jabatan"],
    ["A-1", "Menyusun laporan – triwulan, semester; tahunan", "Rencana Kinerja", "Dinas Arsip", "Arsiparis"],
    ["A-2", 'Arsip "vital" terjaga', "", "", ""],
    ["", "", "", "", ""],
    ["A-3", "Jumlah arsip\nyang tertata", "indikator", "Dinas Arsip", ""],
]
READ = {
    "id": ["A-1", "A-2", "A-3"],
    "text": ["Menyusun laporan – triwulan, semester; tahunan", 'Arsip "vital" terjaga', "Jumlah arsip\nyang tertata"],
    "part": ["rencana_kinerja", None, "indikator"],
    "jabatan": ["Arsiparis", None, None],
    "unit": ["Dinas Arsip", None, "Dinas Arsip"],
}


def to_csv(rows: Rows, separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def to_xlsx(*sheets: Rows) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append([cell if cell != "" else None for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_parquet(columns: dict[str, Any], **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """A function from a name and bytes to the path of a file with them."""

    def write(name: str, data: bytes) -> str:
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return write


def read(path: str) -> dict[str, list[Any]]:
    """Return the columns of a table that are not all null."""
    table = pa.Table.from_batches(read_table(path), INPUT)
    return {name: cells for name, cells in table.to_pydict().items() if any(cells)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_a_csv_of_any_country_is_read(file: Any, separator: str, encoding: str) -> None:
    path = file("tabel.csv", to_csv(TABLE, separator, encoding))
    assert is_table(path)
    assert read(path) == READ


def test_a_workbook_is_read_from_its_first_sheet_of_texts(file: Any) -> None:
    path = file("tabel.xlsx", to_xlsx([["Keterangan"], ["Data contoh"]], [["Data rumusan 2026"], [], *TABLE]))
    assert is_table(path)
    assert read(path) == READ


def test_numbers_of_a_workbook_are_read_as_they_are_shown(file: Any) -> None:
    book = openpyxl.Workbook()
    book.active["B2"], book.active["C2"], book.active["D2"] = "id", "teks", "target"
    book.active["B3"], book.active["C3"], book.active["D3"] = 7, "Persentase arsip tertata", 0.9
    book.active["D3"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    assert read(file("angka.xlsx", out.getvalue())) == {
        "id": ["7"], "text": ["Persentase arsip tertata"], "target": ["90%"],
    }  # fmt: skip


def test_a_parquet_file_is_read_by_its_own_names_or_ours(file: Any) -> None:
    columns = {
        "Kode": pa.array([11, 12], pa.int64()),
        "Rencana Kinerja": pa.array(["Izin terbit", None]).dictionary_encode(),
        "Jenis Teks": ["Rencana Kinerja", None],
        "unit_kerja": pa.array(["Dinas Arsip", "Dinas Pasar"], pa.large_string()),
        "lain": [[1], [2]],
        "target": pa.array([90, 90], pa.int16()).dictionary_encode(),
    }
    path = file("tabel.parquet", to_parquet(columns))
    assert is_table(path)
    assert read(path) == {
        "id": ["11", "12"], "text": ["Izin terbit", None], "part": ["rencana_kinerja", None],
        "unit": ["Dinas Arsip", "Dinas Pasar"], "target": ["90", "90"],
    }  # fmt: skip


def test_rows_without_ids_have_their_number_in_the_file(file: Any) -> None:
    rows = [["Teks"], ["Izin terbit"], [""], ["Arsip tertata"]]
    assert read(file("a.csv", to_csv(rows))) == {"id": ["2", "4"], "text": ["Izin terbit", "Arsip tertata"]}
    assert read(file("a.xlsx", to_xlsx([["Data"], *rows])))["id"] == ["3", "5"]
    numbered = read(file("a.parquet", to_parquet({"teks": [f"Izin {n}" for n in range(ROWS + 2)]}, row_group_size=100)))
    assert numbered["id"] == [str(n) for n in range(1, ROWS + 3)]


def test_the_better_title_wins(file: Any) -> None:
    rows = [["Jenjang", "Nama Jabatan", "Kalimat", "teks"], ["Ahli Muda", "Arsiparis", "bukan ini", "Arsip tertata"]]
    assert read(file("a.csv", to_csv(rows))) == {"id": ["2"], "text": ["Arsip tertata"], "jabatan": ["Arsiparis"]}


@pytest.mark.parametrize(
    ("headings", "table"),
    [
        (["teks"], True),
        (["id", "Rencana Kinerja", "OPD"], True),
        (["Kode", "Rumusan", "Jabatan", "Unit Kerja"], True),
        (["Kode", "Pernyataan", "Aspek", "Target"], True),
        (INPUT.names, True),
        (["id", "text", "aspek", "target", "rk"], True),
        (["Rencana Kinerja"], False),
        (["No", "Rencana Kinerja", "Aspek", "Indikator", "Target"], False),
        (["No", "Rencana Hasil Kerja", "Unit Kerja"], False),
        (["No", "Rencana Kinerja", "Indikator", "Target", "Teks"], False),
        (["Nama", "Alamat"], False),
        ([], False),
    ],
    ids=lambda value: "|".join(value) if isinstance(value, list) else None,
)
def test_a_table_of_texts_is_told_from_a_form(file: Any, headings: list[str], table: bool) -> None:
    rows = [headings, ["1", *["isi"] * (len(headings) - 1)]]
    assert is_table(file("a.csv", to_csv(rows, ";"))) is table
    assert is_table(file("a.xlsx", to_xlsx(rows))) is table


def test_a_form_under_a_title_is_no_table(file: Any) -> None:
    form = [
        ["RENCANA KINERJA"],
        ["No", "Rencana Hasil Kerja", "Aspek", "Indikator", "Target"],
        ["1", "a", "b", "c", "d"],
    ]
    assert not is_table(file("skp.csv", to_csv(form)))


def test_only_tables_are_tables(file: Any, tmp_path: Path) -> None:
    (tmp_path / "folder.parquet").mkdir()
    for path in (
        str(tmp_path),
        str(tmp_path / "folder.parquet"),
        str(tmp_path / "tidak-ada.csv"),
        file("a.txt", b"teks\nx"),
    ):
        assert not is_table(path)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", to_csv([["Nama", "Unit", "198001012005011001"], ["x", "y", "z"]]),
         "tabel ini tanpa kolom teks; judul yang terlihat: 'Nama', 'Unit'"),
        ("a.xlsx", to_xlsx([["Nama", "Unit"]]), "tabel ini tanpa kolom teks; judul yang terlihat: 'Nama', 'Unit'"),
        ("a.parquet", to_parquet({"nama": ["x"], "unit": ["y"]}),
         "tabel ini tanpa kolom teks; judul yang terlihat: 'nama', 'unit'"),
        ("a.csv", b"", "tabel ini tanpa kolom teks"),
        ("a.csv", b'id,teks\n1,Izin, terbit, dan dikirim\n',
         "baris tabel ke-2 memuat 4 sel, padahal judulnya 2; apit teks yang memuat pemisah dengan tanda kutip ganda"),
        ("a.csv", b'id,teks\n1,"Izin terbit\n', "2: tanda kutip ganda dibuka dan tidak ditutup"),
        ("a.csv", b"PAR1\0", "isi berkas ini berkas Parquet, bukan teks"),
        ("a.xlsx", b"PK\x03\x04", "berkas ini rusak, atau bukan buku kerja Excel"),
        ("a.parquet", b"PAR1PAR1", "berkas ini rusak, atau bukan berkas Parquet"),
        ("a.parquet", to_parquet({"teks": [["a"]]}), "kolom 'teks' bukan teks (list<element: string>)"),
        ("a.pdf", b"%PDF-", "tabel teks dibaca dari .csv, .tsv, .xlsx, atau .parquet"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(file: Any, name: str, data: bytes, said: str) -> None:
    path = file(name, data)
    with pytest.raises(UserError) as caught:
        list(read_table(path))
    assert str(caught.value).removeprefix(f"{path}:").partition(" (beri judul")[0].strip() == said
    assert "\n" not in caught.value.said("en")


def test_rows_come_while_the_file_is_read(file: Any) -> None:
    """A fault at the end of a long file does not keep the rows before it; no batch is larger than it may be."""
    rows = [["id", "teks"], *([n, f"Izin ke-{n} terbit"] for n in range(3 * ROWS))]
    batches = read_table(file("a.csv", to_csv(rows) + b'9,"Izin'))
    first = next(batches)
    assert first["id"].to_pylist() == [str(n) for n in range(ROWS)]
    with pytest.raises(UserError, match="tanda kutip ganda dibuka"):
        list(batches)
    sizes = [batch.num_rows for batch in read_table(file("a.parquet", to_parquet({"teks": ["a"] * (2 * ROWS + 1)})))]
    assert sum(sizes) == 2 * ROWS + 1
    assert max(sizes) <= ROWS


def test_a_small_file_that_unfolds_to_gigabytes_is_refused(file: Any) -> None:
    """Parquet keeps a text once for all its rows; a hostile one keeps a long one."""
    index = pa.array([0] * 10_000, pa.int32())
    path = file("a.parquet", to_parquet({"teks": pa.DictionaryArray.from_arrays(index, ["a" * 1_000_000])}))
    assert Path(path).stat().st_size < 100_000
    with pytest.raises(UserError, match="sel-sel berkas ini terlalu panjang"):
        next(read_table(path))


def test_what_is_read_can_be_scored(file: Any) -> None:
    """Bytes that are no UTF-8 pass the reader, and the kernel says in which row they stand."""
    broken = pa.array([b"Izin terbit", b"Izin \xff"], pa.binary())
    path = file("a.parquet", to_parquet({"teks": broken, "part": pa.array([b"\xff", None], pa.binary())}))
    (told,) = map(Kernel().score, read_table(path))
    assert told["galat"].to_pylist() == ["bukan-utf8", "bukan-utf8"]
    (told,) = map(Kernel().score, read_table(file("a.csv", to_csv(TABLE))))
    assert told["status"].to_pylist() == ["ok", "ok", "ok"]
    assert told["part"].to_pylist() == ["rencana_kinerja", "rencana_kinerja", "indikator"]


WHOLE = {
    ".csv": to_csv(TABLE), ".xlsx": to_xlsx(TABLE), ".parquet": to_parquet({"id": ["1", "2"], "teks": ["Izin terbit", None]}),
}  # fmt: skip


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_files_are_read_or_refused(tmp_path: Path, suffix: str, data: st.DataObject) -> None:
    raw = bytearray(WHOLE[suffix])
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=4)):
        raw[at] = data.draw(st.integers(0, 255))
    path = tmp_path / f"rusak{suffix}"
    path.write_bytes(raw[: data.draw(st.sampled_from([len(raw), len(raw) // 2, 7]))])
    assert is_table(str(path)) in (True, False)
    try:
        assert all(batch.schema == INPUT for batch in read_table(str(path)))
    except UserError as error:
        assert "\n" not in str(error)
