"""The index over real drafts: the points of a note are what its mending brings, and the headline is that of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.app import Analyser, check_inputs
from linter.app.gather import Case
from linter.app.resources import Resources
from linter.engine import score
from linter.model import Checked, Document, Header, Index, Item, NotChecked, Reviewed
from linter.report.base import Run, Summary

ROOT = Path(__file__).resolve().parents[2]
PLANS = (
    "Menyusun laporan keuangan", "Terlaksananya temu teknis penyuluh dengan baik", "Apel pagi",
    "Surat masuk diteruskan dengan cepat dan rapi", "Peta desa dicetak dalam 20 menit",
    "Laporan tersusun dan disampaikan tepat waktu, dan di verifikasi", "Ijin terbit dalam dua hari kerja",
)  # fmt: skip
MEASURES = (
    ("Jumlah laporan", "90%"), ("Laporan keuangan", "1 dokumen"), ("Persentase izin yang terbit", "90–95%"),
    ("Jumlah temu teknis yang diadakan", "12 kali"), ("Semua berkas selalu lengkap", "100%"), ("Waktu", "12 bulan"),
)  # fmt: skip


class Keep:
    """A reporter that keeps whole files and the totals."""

    def __init__(self) -> None:
        self.files: list[tuple[Reviewed, ...]] = []
        self.summary: Summary | None = None

    def begin(self, run: Run) -> None: ...

    def document(self, doc: Document) -> None: ...

    def item(self, doc: Document, checked: Checked) -> None: ...

    def not_checked(self, nc: NotChecked) -> None: ...

    def end(self, summary: Summary) -> None:
        self.summary = summary

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        self.files.append(documents)


@pytest.fixture(scope="module")
def analyser(resources: Resources) -> Analyser:
    return Analyser(resources=resources)


def kept(analyser: Analyser, *paths: Path) -> Keep:
    keep = Keep()
    check_inputs(list(map(str, paths)), analyser, [keep], stdin=bytes)
    return keep


def without(document: Reviewed, key: str, analyser: Analyser) -> float:
    """Return the index where the note *key* is mended."""
    rules = analyser.resources.rules
    rest = (document.header, document.items, document.notes, rules.index, rules.rules, "id")
    index = score(*rest, mended=frozenset({key})).index
    assert index is not None
    return index.value


def agrees(document: Reviewed, analyser: Analyser) -> bool:
    index = document.score.index
    assert index is not None
    return all(
        without(document, taken.key, analyser) - index.value == pytest.approx(taken.points) for taken in index.taken
    )


def test_every_note_on_the_corpus_takes_what_it_says(analyser: Analyser) -> None:
    keep = kept(analyser, ROOT / "corpus" / "contoh")
    documents = [document for file in keep.files for document in file]
    assert len(documents) == 3
    assert sum(len(document.score.index.taken) for document in documents if document.score.index) > 10
    assert all(agrees(document, analyser) for document in documents)
    assert keep.summary is not None
    assert (sum(d.score.clean for d in documents), sum(d.score.statements for d in documents)) == (
        keep.summary.clean, keep.summary.statements,
    )  # fmt: skip


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.sampled_from(PLANS), st.lists(st.sampled_from(MEASURES), max_size=3)), min_size=1, max_size=5)
)
def test_every_note_on_a_made_up_form_takes_what_it_says(
    analyser: Analyser, rows: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    assert agrees(reviewed(rows, analyser), analyser)


Rows = Sequence[tuple[str, Sequence[tuple[str, str]]]]


def reviewed(rows: Rows, analyser: Analyser) -> Reviewed:
    header = Header(post="Analis", unit="Bidang Arsip", kind="skp", fields=frozenset({"pegawai", "pejabat_penilai"}))
    case = Case(Document("skp.xlsx", "xlsx", iter(()), header), 1, "id")
    for checked in analyser.check_draft(header, tuple(texts(rows))):
        case.add(checked)
    return case.reviewed(analyser.resources.rules)


def texts(rows: Rows) -> Iterator[Item]:
    for n, (plan, measures) in enumerate(rows, 1):
        yield Item(text=plan, part="rencana_kinerja", at={"row": n, "column": 1}, id=f"rk{n}", row=n, section="utama")
        for m, (measure, target) in enumerate(measures, 1):
            yield Item(
                text=measure, part="indikator", at={"row": n, "column": 1 + m}, id=f"rk{n}.i{m}", parent=f"rk{n}",
                row=n, rk=plan, target=target, section="utama",
            )  # fmt: skip


def index_of(rows: Rows, analyser: Analyser) -> Index:
    found = reviewed(rows, analyser).score.index
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("bad", "good", "code"),
    [
        ([("Ijin terbit dalam dua hari kerja", [])], [("Izin terbit dalam dua hari kerja", [])], "E001"),
        (
            [("Izin terbit dalam dua hari kerja", [("Jumlah izin yang terbit", "90%")])],
            [("Izin terbit dalam dua hari kerja", [("Jumlah izin yang terbit", "90 izin")])],
            "X003",
        ),
        (
            [("Menyusun laporan keuangan tepat waktu", [])],
            [("Laporan keuangan disampaikan tepat waktu", [])],
            "C001",
        ),
    ],
)
def test_mending_one_fault_raises_the_index_by_the_points_that_were_shown(
    analyser: Analyser, bad: Rows, good: Rows, code: str
) -> None:
    before, after = index_of(bad, analyser), index_of(good, analyser)
    (taken,) = (one for one in before.taken if one.code == code)
    assert taken.points > 0
    assert after.value - before.value == pytest.approx(taken.points)
