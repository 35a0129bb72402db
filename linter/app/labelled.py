"""Texts with labels that people gave: those of the corpus that is shipped, and JSON Lines in the same form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from linter.io.data import data_dir, walk
from linter.io.files import TextSource, text_of
from linter.io.jsonsafe import load_json_tree
from linter.io.lines import number_lines
from linter.model import Item, Said, UserError
from linter.model.shape import fit

Class = Literal["pencapaian", "aktivitas", "kategori", "indikator", "bukan_pernyataan"]
Form = Literal["ukuran", "pencapaian", "aktivitas", "kategori", "produk"]
Aspect = Literal["kuantitas", "kualitas", "waktu", "biaya"]


class Labels(msgspec.Struct, frozen=True):
    """What a person said of a text; a statement has a class, an indicator the facts of an indicator.

    ``class_`` may also be "indikator" or "bukan_pernyataan"; ``clear`` is false where two careful people could differ.
    """

    clear: bool = True
    class_: Class | None = msgspec.field(default=None, name="class")
    semu: bool = False
    measure: bool | None = None
    form: Form | None = None
    circular: bool | None = None
    vague: bool | None = None
    multi: bool | None = None
    time: bool | None = None
    aspect: Aspect | None = None
    target_ok: bool | None = None
    absolute: bool | None = None
    notes: dict[str, bool] = {}
    """Code → whether a careful reader found the note of that rule right on this text."""


class _Line(Labels, frozen=True):
    id: str = ""
    text: str | None = None
    indikator: str | None = None
    rk: str | None = None
    aspek: str | None = None
    target: str | None = None


_DECODER = msgspec.json.Decoder(_Line)


class _Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reader said of one note: the id of the text, the rule, right or not; why, where it is not."""

    id: str
    code: str
    right: bool
    why: str | None = None


def corpus() -> Iterator[tuple[Item, Labels]]:
    """Yield every text of the labelled corpus that is shipped, with what readers said of the notes on it."""
    judged = judgements(text_of(file.read_bytes(), name) for name, file in walk(data_dir("corpus") / "notes", ".jsonl"))
    for name, file in walk(data_dir("corpus") / "gold", ".jsonl"):
        for item, labels in labelled(text_of(file.read_bytes(), f"corpus/gold/{name}")):
            found = judged.get(item.id)
            yield item, msgspec.structs.replace(labels, notes=found) if found else labels


def judgements(sources: Iterable[TextSource]) -> dict[str, dict[str, bool]]:
    """Return id of a text → code → whether the note was right, from JSON Lines; raises UserError with the line."""
    found: dict[str, dict[str, bool]] = {}
    for source in sources:
        with source.open() as stream:
            for number, text in number_lines(stream, source.path):
                if text.strip():
                    note = _judged(text, number, source.path)
                    found.setdefault(note.id, {})[note.code] = note.right
    return found


def _judged(text: str, number: int, path: str) -> _Note:
    try:
        return msgspec.json.decode(text, type=_Note)
    except (msgspec.DecodeError, RecursionError) as error:
        message = Said("baris ini bukan penilaian catatan", "this line is no judgement of a note")
        raise UserError(message, path=path, line=number) from error


def labelled(source: TextSource) -> Iterator[tuple[Item, Labels]]:
    """Yield the texts of JSON Lines with their labels; raises UserError with the line where one cannot be read.

    A line has a ``text`` or an ``indikator``; a label has one of the values that it can have. Further keys are left alone.
    """
    with source.open() as stream:
        for number, text in number_lines(stream, source.path):
            if text.strip():
                yield _labelled(text, number, source.path)


def _labelled(text: str, number: int, path: str) -> tuple[Item, Labels]:
    try:
        line = _DECODER.decode(text)
    except (msgspec.DecodeError, RecursionError):
        line = _read_slowly(text, number, path)
    at = {"line": number, "column": 1}
    said = line.text if line.indikator is None else line.indikator
    if said is None:
        message = Said("baris ini tanpa 'text' atau 'indikator'", "this line has neither 'text' nor 'indikator'")
        raise UserError(message, path=path, line=number)
    part = "rencana_kinerja" if line.indikator is None else "indikator"
    return Item(said, part, at, line.id, rk=line.rk, aspek=line.aspek, target=line.target), line


def _read_slowly(text: str, number: int, path: str) -> _Line:
    """Return the line as the reader that knows places reads it; raises UserError that says what is wrong, and where."""
    try:
        return fit(load_json_tree(text, path), _Line)
    except UserError as error:
        raise UserError(error.message, path=path, line=number, column=error.column, hint=error.hint) from None
