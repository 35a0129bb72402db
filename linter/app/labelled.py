"""Texts with labels that people gave: those of the corpus that is shipped, and JSON Lines in the same form."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linter.io.data import data_dir, walk
from linter.io.files import TextSource, text_of
from linter.io.lines import number_lines
from linter.model import Item, Said, UserError


class Labels(msgspec.Struct, frozen=True):
    """What a person said of a text; a statement has a class, an indicator the facts of an indicator.

    ``class_`` may also be "indikator" or "bukan_pernyataan"; ``clear`` is false where two careful people could differ.
    """

    clear: bool = True
    class_: str | None = msgspec.field(default=None, name="class")
    semu: bool = False
    measure: bool | None = None
    form: str | None = None
    circular: bool | None = None
    vague: bool | None = None
    multi: bool | None = None
    time: bool | None = None
    aspect: str | None = None
    target_ok: bool | None = None
    absolute: bool | None = None


class _Line(Labels, frozen=True):
    id: str = ""
    text: str | None = None
    indikator: str | None = None
    rk: str | None = None
    aspek: str | None = None
    target: str | None = None


def corpus() -> Iterator[tuple[Item, Labels]]:
    """Yield every text of the labelled corpus that is shipped."""
    for name, file in walk(data_dir("corpus") / "gold", ".jsonl"):
        yield from labelled(text_of(file.read_bytes(), f"corpus/gold/{name}"))


def labelled(source: TextSource) -> Iterator[tuple[Item, Labels]]:
    """Yield the texts of JSON Lines with their labels; raises UserError with the line where one cannot be read."""
    decoder = msgspec.json.Decoder(_Line)
    with source.open() as stream:
        for number, text in number_lines(stream, source.path):
            if text.strip():
                yield _labelled(text, number, source.path, decoder)


def _labelled(text: str, number: int, path: str, decoder: msgspec.json.Decoder[_Line]) -> tuple[Item, Labels]:
    try:
        line = decoder.decode(text)
    except msgspec.DecodeError:
        said = Said("baris ini bukan teks berlabel (JSON)", "this line is no labelled text (JSON)")
        raise UserError(said, path=path, line=number) from None
    at = {"line": number, "column": 1}
    if line.indikator is not None:
        part, said_ = "indikator", line.indikator
    else:
        part, said_ = "rencana_kinerja", line.text or ""
    return Item(said_, part, at, line.id, rk=line.rk, aspek=line.aspek, target=line.target), line
