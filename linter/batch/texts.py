"""Texts of a table as units of work: record batches through the kernel, their rows gathered into documents by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import msgspec

from linter.batch.kernel import LONGEST, Kernel
from linter.batch.records import DocumentRecord, LeftRecord, NoteRecord, Part, PlanRecord
from linter.batch.schema import pa
from linter.model import RuleInfo, Said
from linter.report.notes import without_blanks

_SHOWN_FAULTS = 100
"""Rows of a batch that could not be judged that are told one by one."""


_ROW = Said("baris {id} tidak dapat dinilai: {fault}", "row {id} cannot be judged: {fault}")
_MORE = Said("dan {n} baris lagi tidak dapat dinilai", "and {n} more rows cannot be judged")
_WORDS = {
    "tanpa-teks": Said("teksnya kosong; isi atau hapus barisnya", "it has no text; fill it in or remove the row"),
    "bukan-utf8": Said(
        "teksnya bukan UTF-8; simpan tabel sebagai UTF-8", "its text is no UTF-8; save the table as UTF-8"
    ),
    "terlalu-panjang": Said(
        f"sebuah sel lebih dari {LONGEST} karakter; bagi menjadi beberapa baris",
        f"a cell has more than {LONGEST} characters; part it into several rows",
    ),
    "part-tidak-dikenal": Said(
        "isi kolom 'part' tidak dikenal; misalnya rencana_kinerja atau indikator",
        "the value of 'part' is not known; write rencana_kinerja or indikator, for example",
    ),
    "bagian-tidak-dikenal": Said(
        "isi kolom 'bagian' harus utama atau tambahan", "the value of 'bagian' must be utama or tambahan"
    ),
    "asal-tidak-dikenal": Said(
        "isi kolom 'asal' harus sendiri, pk, katalog, atau direktif",
        "the value of 'asal' must be sendiri, pk, katalog or direktif",
    ),
    "regime-tidak-dikenal": Said(
        "isi kolom 'regime' tidak dikenal; lihat rules/regimes", "the value of 'regime' is not known; see rules/regimes"
    ),
    "aturan-gagal": Said(
        "sebuah ukuran dari paket terpasang gagal pada teks ini", "a measure of an installed package fails on this text"
    ),
}
"""What is said of each of the kernel's FAULTS."""


class TextWork(msgspec.Struct, frozen=True):
    """Some rows of the table *path* (an Arrow stream of INPUT); ``number`` counts the batches of the table."""

    path: str
    number: int
    rows: bytes

    @classmethod
    def of(cls, path: str, number: int, batch: pa.RecordBatch) -> TextWork:
        """Return the work that the rows of *batch* are."""
        stream = pa.BufferOutputStream()
        with pa.ipc.new_stream(stream, batch.schema) as writer:
            writer.write_batch(batch)
        return cls(path, number, stream.getvalue().to_pybytes())


class Texts:
    """The kernel of a process, and what it needs to tell of notes: the rules in words."""

    def __init__(self, kernel: Kernel, rules: Mapping[str, RuleInfo], lang: str) -> None:
        self._kernel = kernel
        self._lang = lang
        self._messages = {
            code: without_blanks(rule.message.said(lang)) for code, rule in rules.items() if rule.message is not None
        }

    def part(self, work: TextWork) -> Part:
        """Return what becomes of the rows: a document for each run of rows with one id, post and unit."""
        with pa.ipc.open_stream(work.rows) as reader:
            (batch,) = list(reader)
        told = self._kernel.score(batch).to_pylist()
        rows = list(zip(batch.to_pylist(), told, strict=True))
        documents = tuple(
            self._document(work.path, n, [*some])
            for n, (_, some) in enumerate(groupby(rows, key=lambda row: _owner(row[0])), 1)
        )
        return Part(
            documents,
            tuple(_left(work.path, rows, self._lang)),
            tuple(sorted({t["regime"] for t in told if t["regime"]})),
        )

    def _document(self, path: str, number: int, rows: list[tuple[dict[str, Any], dict[str, Any]]]) -> DocumentRecord:
        first = rows[0][0]
        plans, notes, clean = list[PlanRecord](), list[NoteRecord](), 0
        classes: dict[str, int] = {}
        for row, told in rows:
            notes += self._notes(row, told)
            if told["status"] == "ok" and told["part"] == "rencana_kinerja":
                plans.append(_plan(row, told))
                classes[told["class"] or "null"] = classes.get(told["class"] or "null", 0) + 1
                clean += all(finding["severity"] == "info" for finding in told["findings"])
        return DocumentRecord(
            path=path,
            number=number,
            kind="daftar",
            post=first["jabatan"] or "",
            unit=first["unit"] or "",
            level="",
            person="",
            regime=next((told["regime"] for _, told in rows if told["regime"]), ""),
            clean=clean,
            statements=len(plans),
            mandatory=sum(note.force == "wajib" and note.severity != "info" for note in notes),
            index=None,
            classes=classes,
            plans=tuple(plans),
            notes=tuple(notes),
        )

    def _notes(self, row: Mapping[str, Any], told: Mapping[str, Any]) -> Iterator[NoteRecord]:
        for one in told["findings"]:
            message = self._messages.get(one["code"], "")
            yield NoteRecord(
                told["key"], one["code"], one["severity"], one["force"], told["part"], row["id"] or "",
                row["text"], one["start"], one["end"], message, "",
            )  # fmt: skip


def _owner(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["id"], row["jabatan"], row["unit"]


def _plan(row: Mapping[str, Any], told: Mapping[str, Any]) -> PlanRecord:
    confidence = round(told["confidence"] or 0.0, 4)
    return PlanRecord(
        row["id"] or "", row["text"], row["asal"] or "sendiri", row["bagian"] or "", told["class"] or "",
        bool(told["semu"]), confidence, "",
    )  # fmt: skip


def _left(path: str, rows: list[tuple[dict[str, Any], dict[str, Any]]], lang: str) -> Iterator[LeftRecord]:
    """Yield the rows that could not be judged, the first of many."""
    faults = [(row["id"], told["galat"]) for row, told in rows if told["status"] != "ok"]
    for id_, fault in faults[:_SHOWN_FAULTS]:
        yield LeftRecord(path, _ROW.said(lang).format(id=id_, fault=_WORDS[fault].said(lang)), True)
    if len(faults) > _SHOWN_FAULTS:
        yield LeftRecord(path, _MORE.said(lang).format(n=len(faults) - _SHOWN_FAULTS), True)
