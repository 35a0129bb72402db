"""Reads Parquet files as record batches for the kernel, streaming, with a bound on what a small file can unfold to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from linter.batch.schema import INPUT, as_text, pa
from linter.batch.titles import NAMES, ROWS, load_titles, no_texts, places_of, plain_name
from linter.io.files import open_binary, shown
from linter.model import Said, UserError

_BUFFER = 1 << 20
_MOST = 256 << 20
"""Bytes of text in a batch: a text that is stored once can stand in any number of rows."""


def read_parquet(path: str) -> Iterator[pa.RecordBatch]:
    """Yield the rows of the Parquet file *path* as INPUT, at most ROWS at a time; a row group is never held whole.

    Raises UserError for a file that cannot be read or has no column of texts.
    """
    name = shown(path)
    with open_binary(path) as stream:
        try:
            yield from _batches(stream, name)
        except UserError as error:
            raise UserError(error.message, path=name, hint=error.hint) from None
        except (pa.ArrowException, OSError, ValueError):
            raise UserError(_BROKEN, path=name) from None


def _batches(stream: BinaryIO, path: str) -> Iterator[pa.RecordBatch]:
    import pyarrow.parquet as pq

    about = pq.ParquetFile(stream)
    names = about.schema_arrow.names
    titles = {name: names[place] for name, place in places_of(names, load_titles()).items()}
    if "text" not in titles:
        raise no_texts(names, path)
    plain = {about.schema.column(n).path for n in range(len(about.schema))}
    file = pq.ParquetFile(
        stream,
        metadata=about.metadata,
        buffer_size=_BUFFER,
        pre_buffer=False,
        read_dictionary=[title for title in titles.values() if title in plain],  # so that repeats take no room
    )
    first = 1
    for batch in file.iter_batches(ROWS, columns=list(titles.values())):
        yield _as_input(batch, titles, first)
        first += batch.num_rows


def _as_input(batch: pa.RecordBatch, titles: Mapping[str, str], first: int) -> pa.RecordBatch:
    """Return *batch*, whose columns have these *titles*, as INPUT; its first row is the one with the number *first*."""
    found = {name: batch.column(batch.schema.names.index(title)) for name, title in titles.items()}
    if sum(map(_unfolded, found.values())) > _MOST:
        raise UserError(_TOO_LONG)

    def column(name: str) -> pa.Array:
        if name in found:
            texts = as_text(found[name], titles[name])
            return _named(texts) if name in NAMES else texts
        if name == "id":
            return pa.array(map(str, range(first, first + batch.num_rows)), pa.string())
        return pa.nulls(batch.num_rows, pa.string())

    return pa.RecordBatch.from_arrays([column(name) for name in INPUT.names], schema=INPUT)


def _unfolded(column: pa.Array) -> int:
    """Return the bytes that the texts of a column take where each row has its own; 0 for other values."""
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(column.type) or pa.types.is_primitive(column.type.value_type):
        return 0
    lengths: Any = pc.binary_length(column.dictionary)
    return int(pc.sum(lengths.cast(pa.int64()).take(column.indices)).as_py() or 0)


def _named(column: pa.Array) -> pa.Array:
    try:
        return pa.array(map(plain_name, column.to_pylist()), pa.string())
    except UnicodeDecodeError:  # the kernel says in which rows
        return column


_BROKEN = Said("berkas ini rusak, atau bukan berkas Parquet", "this file is broken, or no Parquet file")
_TOO_LONG = Said(
    "sel-sel berkas ini terlalu panjang: lebih dari 256 MB teks dalam 8.192 baris",
    "the cells of this file are too long: more than 256 MB of text in 8,192 rows",
)
