"""The two fixed shapes of a batch of texts: what the kernel takes and what it gives, field by field."""

from __future__ import annotations

from linter.model import Said, UserError

__all__ = ["FINDING", "INPUT", "OUTPUT", "as_text", "pa"]

_NOT_INSTALLED = Said(
    "untuk menilai tabel teks, pasang dahulu: pip install 'skplint[batch]'",
    "to judge tables of texts install first: pip install 'skplint[batch]'",
)

try:
    import pyarrow as pa
except ImportError:
    raise UserError(_NOT_INSTALLED) from None

_TEXT = pa.string()

INPUT = pa.schema(
    [
        pa.field("id", _TEXT),  # names the row; it comes back as it is, and nothing is read from it
        pa.field("text", _TEXT),  # the text to judge, whole and unstripped
        pa.field("part", _TEXT),  # one of linter.model.TEXT_PARTS; null or "": that of the settings, rencana_kinerja
        pa.field("aspek", _TEXT),  # beside an indicator: its aspect
        pa.field("target", _TEXT),  # beside an indicator: its target
        pa.field("rk", _TEXT),  # above an indicator or a target: the rencana kinerja
        pa.field("bagian", _TEXT),  # utama or tambahan
        pa.field("asal", _TEXT),  # sendiri (null or ""), pk, katalog or direktif
        pa.field("jabatan", _TEXT),  # the post of the writer
        pa.field("unit", _TEXT),  # the unit of the writer
        pa.field("regime", _TEXT),  # the rules in force; null or "": those of the settings
    ]
)
"""What the kernel takes. Only ``id`` and ``text`` must be there; a null says that nothing is known."""

FINDING = pa.struct(
    [
        pa.field("code", _TEXT),  # of the rule
        pa.field("severity", _TEXT),  # error, warning or info
        pa.field("force", _TEXT),  # of the rule in the regime: wajib, pedoman …
        pa.field("start", pa.int32()),  # the marked words are [start, end) of the text, in code points
        pa.field("end", pa.int32()),
    ]
)

OUTPUT = pa.schema(
    [
        pa.field("id", _TEXT),  # that of the input
        pa.field("status", _TEXT),  # ok, or galat for a row that could not be judged
        pa.field("galat", _TEXT),  # why: one of linter.batch.kernel.FAULTS; null where it was judged
        pa.field("part", _TEXT),  # as it was judged; null, like all down to key, in a row that was not
        pa.field("class", _TEXT),  # pencapaian, aktivitas, kategori, or null for none
        pa.field("semu", pa.bool_()),  # a result in form, an activity in substance; null for parts without a class
        pa.field("confidence", pa.float32()),  # 0–1; null for parts without a class
        pa.field("level", _TEXT),  # tinggi, sedang or rendah; null for parts without a class
        pa.field("decided_by", _TEXT),  # the code of the rule that decided the class
        pa.field("runners", pa.list_(_TEXT)),  # the codes of rules for another class that also held; never null
        pa.field("findings", pa.list_(FINDING)),  # as they stand in the text; never null
        pa.field("key", _TEXT),  # 16 hex digits of the content, see linter.app.keys
        pa.field("regime", _TEXT),  # the one that the row was judged under
        pa.field("engine", _TEXT),  # the version of skplint; never null
        pa.field("rules", _TEXT),  # 16 hex digits of rules and words; never null
    ]
)
"""What the kernel gives, a row for each row of the input in its order; no text and no message."""


def as_text(column: pa.Array, name: str, type_: pa.DataType = _TEXT) -> pa.Array:
    """Return *column*, whatever holds its values (dictionary, numbers, dates, bytes), as text of *type_*.

    Bytes that are no UTF-8 stay as they are. Raises UserError for lists and the like, with the *name* of the column.
    """
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    try:
        return column.cast(type_, safe=False)
    except pa.ArrowException:
        kind = str(column.type)[:40]
        message = Said(f"kolom '{name}' bukan teks ({kind})", f"the column '{name}' is no text ({kind})")
        raise UserError(message) from None
