"""The totals of a run."""

from linter.model import NotChecked, Said
from linter.report import Tally


def test_counts_statements_notes_and_classes(samples):
    tally = Tally()
    tally.document()
    for checked in samples.TEXT:
        tally.item(checked)
    summary = tally.summary()
    assert (summary.documents, summary.items, summary.statements) == (1, 8, 8)
    assert (summary.errors, summary.warnings, summary.infos, summary.suppressed) == (3, 3, 1, 2)
    assert summary.by_class == {"aktivitas": 4, "kategori": 1, "pencapaian": 3}


def test_an_info_or_a_silenced_note_leaves_a_statement_clean(samples):
    tally = Tally()
    for checked in samples.TEXT:
        tally.item(checked)
    # baris 6 without a note, baris 10 with an info, baris 13 with a silenced error
    assert tally.summary().clean == 3


def test_indicators_and_documents_are_no_statements(samples):
    tally = Tally()
    for checked in samples.WORKBOOK:
        tally.item(checked)
    summary = tally.summary()
    assert (summary.items, summary.statements, summary.clean) == (6, 2, 2)
    assert summary.by_class == {"null": 1, "pencapaian": 1}


def test_failed_and_skipped_inputs_are_counted_apart():
    tally = Tally()
    tally.not_checked(NotChecked("a.pdf", Said("rusak")))
    tally.not_checked(NotChecked("b.md", Said("bukan draf"), fatal=False))
    summary = tally.summary()
    assert (summary.not_checked, summary.skipped) == (1, 1)
