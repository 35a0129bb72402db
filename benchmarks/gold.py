"""The labelled corpus, for measuring: statements and indicators as the files have them."""

from __future__ import annotations

import msgspec

from linter.io.data import data_dir, walk


class Span(msgspec.Struct, frozen=True):
    """A qualifier: its text and its type."""

    text: str
    type: str


class Statement(msgspec.Struct, frozen=True):
    """A labelled statement; ``class_`` is also "indikator" or "bukan_pernyataan", which have no class in a report."""

    id: str
    text: str
    class_: str = msgspec.field(name="class")
    clear: bool = True
    semu: bool = False
    subject: str | None = None
    verb: str | None = None
    object: str | None = None
    qualifiers: tuple[Span, ...] = ()

    @property
    def expected(self) -> str:
        """The class that a report should give, "tanpa kelas" where it should give none."""
        return self.class_ if self.class_ in ("pencapaian", "aktivitas", "kategori") else "tanpa kelas"


class Indicator(msgspec.Struct, frozen=True):
    """A labelled indicator."""

    id: str
    indikator: str
    rk: str | None = None
    aspek: str | None = None
    target: str | None = None
    measure: bool = False
    form: str = ""
    circular: bool = False
    vague: bool = False
    multi: bool = False
    time: bool = False
    aspect: str = ""
    target_ok: bool | None = None
    absolute: bool = False
    clear: bool = True


def statements() -> tuple[Statement, ...]:
    """Return the labelled statements, the quoted tables included."""
    return tuple(
        msgspec.json.decode(line, type=Statement)
        for name, file in walk(data_dir("corpus") / "gold", ".jsonl")
        if not name.startswith("indicators")
        for line in file.read_bytes().splitlines()
        if line.strip()
    )


def indicators() -> tuple[Indicator, ...]:
    """Return the labelled indicators."""
    return tuple(
        msgspec.json.decode(line, type=Indicator)
        for name, file in walk(data_dir("corpus") / "gold", ".jsonl")
        if name.startswith("indicators")
        for line in file.read_bytes().splitlines()
        if line.strip()
    )
