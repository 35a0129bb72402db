"""Writes what a batch comes to: the notes as Parquet and CSV, the counts as a workbook, the report as a page, all as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from linter.batch.records import DocumentRecord
from linter.io.atomic import AtomicFile, write_atomic
from linter.io.files import why_not
from linter.io.ours import may_be_replaced
from linter.io.writable import writable
from linter.model import Said, UserError
from linter.model.batch import Batch
from linter.report.batchreport import to_html
from linter.report.csv import BOM, csv_line
from linter.report.summarybook import to_xlsx

NOTES, PLANS, SUMMARY, REPORT = "catatan", "rumusan", "ringkasan", "laporan"
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
PLAN_SCHEMA = pa.schema(
    [
        *(NOTE_SCHEMA.field(name) for name in ("dokumen", "berkas", "unit", "jabatan", "jenjang", "tempat")),
        pa.field("bagian", pa.string(), metadata={"about": "utama, tambahan"}),
        pa.field("asal", pa.string(), metadata={"about": "sendiri, pk, katalog, direktif"}),
        pa.field("rumusan", pa.string()),
        pa.field(
            "kelas", pa.string(), metadata={"about": "pencapaian, aktivitas, kategori; kosong bila bukan rumusan"}
        ),
        pa.field("semu", pa.bool_()),
        pa.field("keyakinan", pa.float32(), metadata={"about": "0–1"}),
        pa.field("lain", pa.string(), metadata={"about": "kelas lain yang mungkin"}),
    ]
)
"""One row a rencana kinerja."""
_ROWS = 50_000

Named = Iterable[tuple[str, DocumentRecord]]
"""Documents with the names that the report gives them."""


def write_tables(output: str, documents: Named, basis: Sequence[tuple[str, str]]) -> int:
    """Write catatan.parquet, catatan.csv and rumusan.parquet into *output* and return how many notes there are.

    *basis* goes into the metadata of the tables. Each file is written whole or not at all. Raises UserError.
    """
    metadata = dict(basis)
    try:
        with ExitStack() as files:
            lines = files.enter_context(AtomicFile(Path(output, f"{NOTES}.csv")))
            lines.write((BOM + csv_line(NOTE_SCHEMA.names)).encode())
            notes = files.enter_context(_Table(Path(output, f"{NOTES}.parquet"), NOTE_SCHEMA.with_metadata(metadata)))
            plans = files.enter_context(_Table(Path(output, f"{PLANS}.parquet"), PLAN_SCHEMA.with_metadata(metadata)))
            for name, document in documents:
                for note in _notes(name, document):
                    notes.add(note)
                    lines.write(csv_line(writable(str(cell)) for cell in note).encode("utf-8", "replace"))
                for plan in _plans(name, document):
                    plans.add(plan)
    except OSError as error:
        raise UserError(why_not(error), path=output) from None
    return notes.number


class _Table:
    """A Parquet file that is written row by row, whole or not at all."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._file = AtomicFile(path)
        self._schema = schema
        self._rows: list[tuple[object, ...]] = []
        self.number = 0

    def __enter__(self) -> _Table:
        stream = pa.PythonFile(_Stream(self._file.__enter__()), mode="w")
        self._writer = pq.ParquetWriter(stream, self._schema, compression="zstd")
        return self

    def add(self, row: tuple[object, ...]) -> None:
        """Add a row."""
        self._rows.append(row)
        self.number += 1
        if len(self._rows) == _ROWS:
            self._flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._writer.close()
        self._file.__exit__(kind, error, trace)

    def _flush(self) -> None:
        columns = zip(*self._rows, strict=True) if self._rows else ((),) * len(self._schema)
        arrays = [pa.array(column, type=field.type) for column, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


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


def _notes(name: str, doc: DocumentRecord) -> Iterator[tuple[object, ...]]:
    for note in doc.notes:
        yield (
            name, _text(doc.path), _text(doc.unit), _text(doc.post), doc.level, note.part, note.place, note.code,
            note.severity, note.force, _text(note.text), note.start, note.end, _text(note.message), _text(note.better),
            note.key,
        )  # fmt: skip


def _plans(name: str, doc: DocumentRecord) -> Iterator[tuple[object, ...]]:
    for plan in doc.plans:
        yield (
            name, _text(doc.path), _text(doc.unit), _text(doc.post), doc.level, plan.place, plan.section, plan.asal,
            _text(plan.text), plan.class_ or None, plan.semu, plan.confidence, plan.second or None,
        )  # fmt: skip


def _text(text: str) -> str:
    """Return *text* without what is no character in UTF-8 (halves of a pair of surrogates)."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def write_summary(output: str, batch: Batch, lang: str) -> None:
    """Write ringkasan.xlsx, ringkasan.json and laporan.html into *output*; raises UserError."""
    write_atomic(Path(output, f"{SUMMARY}.xlsx"), to_xlsx(batch, lang=lang))
    write_atomic(Path(output, f"{SUMMARY}.json"), msgspec.json.format(msgspec.json.encode(batch), indent=1) + b"\n")
    write_atomic(Path(output, f"{REPORT}.html"), to_html(batch, lang=lang))


def remove_old(output: str, folders: Iterable[str], written: Collection[str]) -> None:
    """Remove copies and sheets of drafts that are no more, and so the names in them; those that somebody changed stay."""
    for folder in folders:
        for path in Path(output, folder).rglob("*"):
            if str(path) not in written and path.is_file() and may_be_replaced(str(path)):
                with suppress(OSError):
                    path.unlink()


def read_summary(path: str) -> Batch:
    """Return the batch of an earlier run from its ringkasan.json; raises UserError where it is none."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Batch)
    except OSError as error:
        raise UserError(why_not(error), path=path) from None
    except (msgspec.MsgspecError, UnicodeError):
        message = Said("ini bukan ringkasan.json dari skplint score", "this is no ringkasan.json by skplint score")
        raise UserError(message, path=path) from None
