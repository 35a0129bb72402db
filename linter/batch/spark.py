"""The kernel under Spark: ``frame.mapInArrow(map_batches, spark_schema())`` gives the same rows as on one computer."""

from __future__ import annotations

from collections.abc import Iterator

from linter.batch.kernel import score_batch
from linter.batch.schema import OUTPUT, pa

_TYPES = {pa.string(): "string", pa.bool_(): "boolean", pa.float32(): "float", pa.int32(): "int"}


def map_batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the judgement of each batch of texts (INPUT) as OUTPUT; the rules are loaded once a process.

    Raises UserError where a batch has no ``id`` or ``text``.
    """
    return map(score_batch, batches)


def spark_schema() -> str:
    """Return OUTPUT in the words of Spark ("`id` string, `status` string, …"); Spark itself is not needed for it."""
    return ", ".join(f"`{field.name}` {_ddl(field.type)}" for field in OUTPUT)


def _ddl(type_: pa.DataType) -> str:
    if pa.types.is_list(type_):
        return f"array<{_ddl(type_.value_type)}>"
    if pa.types.is_struct(type_):
        fields = (type_.field(n) for n in range(type_.num_fields))
        return f"struct<{', '.join(f'`{field.name}`: {_ddl(field.type)}' for field in fields)}>"
    return _TYPES[type_]
