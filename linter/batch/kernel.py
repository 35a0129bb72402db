"""The kernel: record batches of texts in, record batches of judgements out; it serves one process, a pool and a cluster."""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import accumulate, chain, repeat
from typing import NamedTuple

import msgspec

from linter import __version__
from linter.app.analyser import Analyser
from linter.app.instep import BLOCK
from linter.app.keys import content_key
from linter.app.settings import Settings
from linter.batch.schema import FINDING, INPUT, OUTPUT, as_text, pa
from linter.cache import ResultCache
from linter.model import TEXT_PARTS, Checked, Header, Item, Said, UserError, level

LONGEST = 99_999
"""Code points of the longest cell that is judged."""
REMEMBERED = 65_536
"""Results that a kernel remembers from one batch to the next."""

FAULTS = (
    "tanpa-teks", "bukan-utf8", "terlalu-panjang", "part-tidak-dikenal", "bagian-tidak-dikenal", "asal-tidak-dikenal",
    "regime-tidak-dikenal", "aturan-gagal",
)  # fmt: skip
"""Why a row is not judged: its text is null, a cell is no UTF-8 or longer than LONGEST, a name is not one of those that
the column may hold, or a measure of an installed plugin fails on it."""

_AT = {"line": 1, "column": 1}
_SECTIONS = frozenset({None, "", "utama", "tambahan"})
_ORIGINS = frozenset({None, "", "sendiri", "pk", "katalog", "direktif"})
_ASKED = INPUT.names[1:]

Cells = tuple[str | None, ...]
"""A row of the input without its id: what it is judged by, and remembered by."""
Spot = tuple[str, str, str, int, int]
"""A finding as FINDING has it."""


class Asked(NamedTuple):
    """The cells of a row by name."""

    text: str | None
    part: str | None
    aspek: str | None
    target: str | None
    rk: str | None
    bagian: str | None
    asal: str | None
    jabatan: str | None
    unit: str | None
    regime: str | None


class Told(NamedTuple):
    """What is said of a row: the fields of OUTPUT that depend on it."""

    status: str
    galat: str | None
    part: str | None = None
    class_: str | None = None
    semu: bool | None = None
    confidence: float | None = None
    level: str | None = None
    decided_by: str | None = None
    runners: tuple[str, ...] = ()
    findings: tuple[Spot, ...] = ()
    key: str | None = None
    regime: str | None = None


class Kernel:
    """Rules and words, loaded once, and a bounded memory of what was said of which content."""

    def __init__(
        self, settings: Settings | None = None, analyser: Analyser | None = None, cache: ResultCache | None = None
    ) -> None:
        """Load the rules for *settings*, unless an *analyser* is there already; raises UserError as an Analyser does.

        What a *cache* knows is not judged again: its keys hold all that a judgement depends on.
        """
        self._analyser = analyser or Analyser(settings)
        self._cache = cache
        basis = f"{__version__}\0{self.digest}\0{_judged_by(self._analyser.settings)}"
        self._salt = blake2b(basis.encode(), digest_size=32).digest()
        self._remembered: OrderedDict[bytes, Told] = OrderedDict()

    @property
    def digest(self) -> str:
        """The digest of the rules and words (16 hex digits), as it stands in ``rules``."""
        return self._analyser.resources.digest

    def score(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the judgement of each row of *batch*; see ``score_batch``."""
        places: dict[Cells, int] = {}
        rows = zip(*(_cells(batch, name) for name in _ASKED), strict=False)  # a column that is not there has no end
        indices = [places.setdefault(cells, len(places)) for cells in rows]
        told = _columns(self._all_told(list(places)))
        if len(told) < len(indices):
            told = told.take(pa.array(indices, pa.int32()))
        n = batch.num_rows
        basis = (__version__, self.digest)
        columns = [
            _column(batch, "id", pa.string()),
            *told.columns,
            *(pa.array([value] * n, pa.string()) for value in basis),
        ]
        return pa.RecordBatch.from_arrays(columns, schema=OUTPUT)

    def _all_told(self, rows: list[Cells]) -> list[Told]:
        """Return what is said of each row, from memory or cache where its content was met before."""
        keys = [self._key(cells) for cells in rows]
        known = self._remembered
        new = [key for key in keys if key is not None and key not in known]
        cached = self._cache.get(new) if self._cache is not None and new else {}
        found, fresh = list[Told](), dict[bytes, bytes]()
        for n, (key, cells) in enumerate(zip(keys, rows, strict=True)):
            if n % BLOCK == 0:
                near = zip(keys[n : n + BLOCK], rows[n : n + BLOCK], strict=True)
                self._read_ahead(c for k, c in near if k is not None and k not in known and k not in cached)
            if key is None:  # bytes that are no text, see _cells
                found.append(Told("galat", "bukan-utf8"))
                continue
            told = known.get(key)
            if told is not None:
                known.move_to_end(key)
            else:
                told = _uncached(cached.get(key))
                if told is None:
                    told = self._judged(Asked(*cells))
                    if self._cache is not None:
                        fresh[key] = msgspec.msgpack.encode(told)
                known[key] = told
                if len(known) > REMEMBERED:
                    known.popitem(last=False)
            found.append(told)
        if self._cache is not None:
            self._cache.put(fresh)
            self._cache.used(cached)
        return found

    def _read_ahead(self, rows: Iterable[Cells]) -> None:
        """Read what those of *rows* speak of that can be judged, see ``in_step``."""
        asked = [Asked(*cells) for cells in rows]
        sound = (one for one in asked if not self._fault(one, one.part or self._analyser.settings.part))
        self._analyser.reader.ahead(text for one in sound for text in (one.text, one.rk) if text)

    def _key(self, cells: Cells) -> bytes | None:
        """Return 16 bytes for all that the judgement of a row depends on; None for one that is no text."""
        try:
            return blake2b(msgspec.msgpack.encode(cells), digest_size=16, key=self._salt).digest()
        except UnicodeEncodeError:
            return None

    def _judged(self, asked: Asked) -> Told:
        settings = self._analyser.settings
        part = asked.part or settings.part
        fault = self._fault(asked, part)
        if fault or asked.text is None:
            return Told("galat", fault)
        item = Item(
            text=asked.text,
            part=part,
            at=_AT,
            section=asked.bagian or None,
            rk=asked.rk,
            aspek=settings.aspek if asked.aspek is None else asked.aspek,
            target=settings.target if asked.target is None else asked.target,
            asal=asked.asal or "sendiri",
        )
        try:
            checked = self._analyser.check(item, Header(post=asked.jabatan, unit=asked.unit), asked.regime or None)
        except UserError:
            return Told("galat", "aturan-gagal")
        return _compact(checked)

    def _fault(self, asked: Asked, part: str) -> str | None:
        """Return why a row cannot be judged, None where it can."""
        if asked.text is None:
            return "tanpa-teks"
        if any(cell is not None and len(cell) > LONGEST for cell in asked):
            return "terlalu-panjang"
        if part not in TEXT_PARTS:
            return "part-tidak-dikenal"
        if asked.bagian not in _SECTIONS:
            return "bagian-tidak-dikenal"
        if asked.asal not in _ORIGINS:
            return "asal-tidak-dikenal"
        known = self._analyser.resources.rules.regimes
        return "regime-tidak-dikenal" if asked.regime and asked.regime not in known else None


def _judged_by(settings: Settings) -> Settings:
    """Return the settings without what says only where they were written."""
    return msgspec.structs.replace(settings, places=(), rule_dirs=())


def _uncached(value: bytes | None) -> Told | None:
    """Return what a cache knows; None where it knows nothing, or what it has is no such thing."""
    try:
        return msgspec.msgpack.decode(value, type=Told) if value is not None else None
    except msgspec.MsgspecError:
        return None


def score_batch(batch: pa.RecordBatch, kernel: Kernel | None = None) -> pa.RecordBatch:
    """Return what is said of each row of *batch* (INPUT; columns but id and text may be missing), in its order, as OUTPUT.

    No content makes it fail: a row that cannot be judged says why. What is said of a row depends on that row and the
    rules alone. Without a *kernel* it is the one of this process, with default settings. Raises UserError where ``id`` or
    ``text`` is missing, or a column holds no plain values.
    """
    return (kernel or _default()).score(batch)


@functools.cache
def _default() -> Kernel:
    return Kernel()


def _column(batch: pa.RecordBatch, name: str, type_: pa.DataType) -> pa.Array:
    """Return a column as text; raises UserError where it is missing (or there twice) or no text."""
    index = batch.schema.get_field_index(name)
    if index < 0:
        raise UserError(Said(f"kolom '{name}' tidak ada", f"there is no column '{name}'"))
    return as_text(batch.column(index), name, type_)


def _cells(batch: pa.RecordBatch, name: str) -> Iterable[str | None]:
    """Return the cells of a column, without end where it is optional and not there; bytes that are no UTF-8 as surrogates."""
    if name != "text" and batch.schema.get_field_index(name) < 0:
        return repeat(None)
    column = _column(batch, name, pa.large_string())
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        cells = column.cast(pa.large_binary()).to_pylist()
        return [None if cell is None else cell.decode("utf-8", "surrogateescape") for cell in cells]


def _compact(checked: Checked) -> Told:
    verdict, item = checked.verdict, checked.item
    key = checked.key or content_key(item)
    found = tuple((f.code, f.severity, f.force, f.start, f.end) for f in checked.findings)
    if verdict is None:
        return Told("ok", None, item.part, findings=found, key=key, regime=checked.regime)
    return Told(
        "ok",
        None,
        item.part,
        verdict.class_,
        verdict.semu,
        verdict.confidence,
        level(verdict.confidence),
        verdict.decided_by,
        tuple(runner.code for runner in verdict.runners_up),
        found,
        key,
        checked.regime,
    )


def _columns(told: Sequence[Told]) -> pa.RecordBatch:
    """Return what is said of rows as a batch of the fields of OUTPUT that depend on them."""
    fields = [field for field in OUTPUT if field.name not in ("id", "engine", "rules")]
    values = zip(*told, strict=True) if told else repeat((), len(fields))
    arrays = [
        _findings(cells) if field.name == "findings" else pa.array(cells, field.type)
        for field, cells in zip(fields, values, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields))


def _findings(rows: Sequence[tuple[Spot, ...]]) -> pa.ListArray:
    """Return the findings of *rows*, built column by column, which is far quicker than from dictionaries."""
    spots = list(chain.from_iterable(rows))
    values = zip(*spots, strict=True) if spots else repeat((), len(FINDING))
    arrays = [pa.array(cells, field.type) for field, cells in zip(FINDING, values, strict=True)]
    offsets = pa.array([0, *accumulate(map(len, rows))], pa.int32())
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(arrays, fields=list(FINDING)))
