"""Writes what a batch comes to: the notes as Parquet and CSV, the counts as a workbook, the report as a page, all as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from linter.batch.records import DocumentRecord
from linter.io.atomic import AtomicFile, write_atomic
from linter.io.files import why_not
from linter.io.writable import writable
from linter.model import Said, UserError
from linter.model.batch import Batch
from linter.report.batchreport import to_html
from linter.report.csv import BOM, csv_line
from linter.report.summarybook import to_xlsx

NOTES, SUMMARY, REPORT = "catatan", "ringkasan", "laporan"
"""The names of the files, without their endings."""
NOTE_SCHEMA = pa.schema(
    [
        pa.field("dokumen", pa.string(), metadata={"about": "nama samaran dokumen dalam laporan"}),
        pa.field("berkas", pa.string()),
        pa.field("unit", pa.string()),
        pa.field("jabatan", pa.string()),
        pa.field("jenjang", pa.string()),
        pa.field("bagian", pa.string()),
        pa.field("tempat", pa.string()),
        pa.field("kode", pa.string()),
        pa.field("tingkat", pa.string(), metadata={"about": "error, warning, info"}),
        pa.field("sifat", pa.string(), metadata={"about": "wajib, konsistensi, pedoman, saran"}),
        pa.field("rumusan", pa.string()),
        pa.field("mulai", pa.int32(), metadata={"about": "titik kode dalam rumusan, mulai 0"}),
        pa.field("akhir", pa.int32()),
        pa.field("catatan", pa.string()),
        pa.field("saran", pa.string()),
        pa.field("kunci", pa.string(), metadata={"about": "sidik catatan, untuk putusan penilai"}),
    ]
)
"""One row a note; ``mulai`` and ``akhir`` are code points of ``rumusan``."""
_ROWS = 50_000

Named = Iterable[tuple[str, DocumentRecord]]
"""Documents with the names that the report gives them."""


def write_notes(output: str, documents: Named, basis: Sequence[tuple[str, str]]) -> int:
    """Write catatan.parquet and catatan.csv into *output* and return how many notes there are.

    *basis* goes into the metadata of the table. Both files are written whole or not at all. Raises UserError.
    """
    schema = NOTE_SCHEMA.with_metadata(dict(basis))
    place = Path(output, f"{NOTES}.parquet")
    number = 0
    try:
        with AtomicFile(Path(output, f"{NOTES}.csv")) as table, AtomicFile(place) as stream:
            table.write((BOM + csv_line(schema.names)).encode())
            with pq.ParquetWriter(pa.PythonFile(_Stream(stream), mode="w"), schema, compression="zstd") as writer:
                rows = _rows(documents)
                while some := list(islice(rows, _ROWS)):
                    number += len(some)
                    columns = zip(zip(*some, strict=True), schema, strict=True)
                    arrays = [pa.array(column, type=field.type) for column, field in columns]
                    writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
                    lines = (csv_line(writable(str(cell)) for cell in row) for row in some)
                    table.write("".join(lines).encode("utf-8", "replace"))
    except OSError as error:
        raise UserError(why_not(error), path=str(place)) from None
    return number


class _Stream:
    """An AtomicFile as pyarrow writes to it."""

    def __init__(self, file: AtomicFile) -> None:
        self._file = file
        self._at = 0
        self.closed = False

    def write(self, data: bytes) -> int:
        self._file.write(bytes(data))
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None: ...

    def close(self) -> None:
        self.closed = True


def _rows(documents: Named) -> Iterator[tuple[object, ...]]:
    for name, doc in documents:
        for note in doc.notes:
            yield (
                name, doc.path, doc.unit, doc.post, doc.level, note.part, note.place, note.code, note.severity, note.force,
                _text(note.text), note.start, note.end, _text(note.message), _text(note.better), note.key,
            )  # fmt: skip


def _text(text: str) -> str:
    """Return *text* without what is no character in UTF-8 (halves of a pair of surrogates)."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def write_summary(output: str, batch: Batch, lang: str) -> None:
    """Write ringkasan.xlsx, ringkasan.json and laporan.html into *output*; raises UserError."""
    write_atomic(Path(output, f"{SUMMARY}.xlsx"), to_xlsx(batch, lang=lang))
    write_atomic(Path(output, f"{SUMMARY}.json"), msgspec.json.format(msgspec.json.encode(batch), indent=1) + b"\n")
    write_atomic(Path(output, f"{REPORT}.html"), to_html(batch, lang=lang))


def read_summary(path: str) -> Batch:
    """Return the batch of an earlier run from its ringkasan.json; raises UserError where it is none."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Batch)
    except OSError as error:
        raise UserError(why_not(error), path=path) from None
    except (msgspec.MsgspecError, UnicodeError):
        message = Said("ini bukan ringkasan.json dari skplint score", "this is no ringkasan.json by skplint score")
        raise UserError(message, path=path) from None
