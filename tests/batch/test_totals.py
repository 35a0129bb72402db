"""What a batch is added up to: counts, remarks to units, alike wordings, agreement."""

from __future__ import annotations

import pytest

from linter.batch.alike import Wordings
from linter.batch.compare import agreement, drift, kappa
from linter.batch.kernel import FAULTS
from linter.batch.records import DocumentRecord, NoteRecord, PlanRecord
from linter.batch.texts import _WORDS
from linter.batch.totals import Totals
from linter.model.batch import Alike, Basis, Batch, Counts


def plan(
    text: str = "Arsip vital tersimpan sesuai ketentuan", confidence: float = 0.9, asal: str = "sendiri"
) -> PlanRecord:
    return PlanRecord("SKP!C10", text, asal, "utama", "pencapaian", False, confidence, "aktivitas")


def note(code: str, severity: str = "warning", text: str = "x", message: str = "Pesan tentang teksnya.") -> NoteRecord:
    return NoteRecord(f"{code:0>16}", code, severity, "pedoman", "rencana_kinerja", "SKP!C10", text, 0, 1, message, "")


def document(
    unit: str = "Bidang A",
    post: str = "Arsiparis",
    level: str = "ahli_pertama",
    plans: tuple[PlanRecord, ...] = (),
    notes: tuple[NoteRecord, ...] = (),
    index: float | None = 80.0,
    **more: object,
) -> DocumentRecord:
    told = {"path": "a.xlsx", "number": 1, "kind": "skp", "person": "", "regime": "p6-2022-kuantitatif", "clean": 1,
            "statements": 2, "mandatory": 0, "classes": {"pencapaian": 2}}  # fmt: skip
    told |= more
    return DocumentRecord(post=post, unit=unit, level=level, index=index, plans=plans, notes=notes, **told)  # type: ignore[arg-type]


def totals(*documents: DocumentRecord) -> Totals:
    found = Totals()
    for n, one in enumerate(documents, 1):
        found.add(one, f"SKP {n}")
    return found


def test_counts_by_unit_and_level_add_up() -> None:
    found = totals(
        document("B", notes=(note("C001", "error"), note("S001"), note("S001"))),
        document("A", level="pelaksana", notes=(note("S001"),)),
        document("B", index=None),
    )
    total = found.total
    assert (total.documents, total.statements, total.clean) == (3, 6, 3)
    assert (total.rules, total.by_document) == ({"C001": 1, "S001": 3}, {"C001": 1, "S001": 2})
    assert [(unit.name, unit.counts.documents) for unit in found.units] == [("A", 1), ("B", 2)]
    assert [(level.name, level.counts.documents) for level in found.levels] == [("ahli_pertama", 2), ("pelaksana", 1)]
    assert [(rule.code, rule.notes, rule.documents, rule.units) for rule in found.rules({}, "id")] == [
        ("S001", 3, 2, 2), ("C001", 1, 1, 1),
    ]  # fmt: skip


def test_nothing_is_said_of_the_spread_below_five_persons() -> None:
    four = totals(*(document(index=float(n)) for n in range(4)))
    five = totals(*(document(index=float(n)) for n in range(5)))
    assert four.units[0].counts.spread is None
    spread = five.units[0].counts.spread
    assert spread is not None
    assert (spread.n, spread.low, spread.quarter, spread.median, spread.three_quarters, spread.high) == (
        5,
        0,
        1,
        2,
        3,
        4,
    )


def test_the_histogram_has_bins_of_five_points() -> None:
    bins = totals(*(document(index=value) for value in (0.0, 4.9, 5.0, 99.9, 100.0))).histogram
    assert (len(bins), bins[0], bins[1], bins[19], sum(bins)) == (20, 2, 1, 2, 5)
    assert totals(document(index=None)).histogram == ()


def test_a_note_of_most_of_a_unit_is_one_remark() -> None:
    several = [document(notes=(note("S001"),)) for _ in range(3)] + [document() for _ in range(2)]
    assert [(one.unit, one.code, one.documents, one.of) for one in totals(*several).shared({}, "id")] == [
        ("Bidang A", "S001", 3, 5)
    ]
    assert totals(*several[:4]).shared({}, "id") == ()


def test_statements_of_low_confidence_are_left_to_a_person() -> None:
    found = totals(document(plans=(plan("Rapat", 0.6), plan("Jelas", 0.9), plan("Warisan", 0.5, "pk")))).doubtful
    assert [(one.document, one.text, one.likely, one.second) for one in found] == [
        ("SKP 1", "Rapat", "pencapaian", "aktivitas")
    ]


def test_coverage_counts_the_goals_of_a_contract() -> None:
    contract = document(kind="pk", goals=("Sasaran satu", "Sasaran dua"), notes=(note("D017", text="Sasaran dua"),))
    (found,) = totals(contract, document()).coverage
    assert (found.goals, found.served, found.missing) == (2, 1, ("Sasaran dua",))
    assert totals(contract).total.documents == 0


# -- wordings


def alike(*documents: DocumentRecord) -> tuple[Alike, ...]:
    wordings = Wordings()
    for n, one in enumerate(documents, 1):
        wordings.add(one, f"SKP {n}")
    return wordings.alike()


SAME = (plan("Laporan keuangan daerah tersusun tepat waktu"),)
NEAR = (plan("Laporan keuangan daerah tersusun tepat pada waktu"),)


def test_the_same_wording_under_different_posts_is_found() -> None:
    (found,) = alike(document(post="Arsiparis", plans=SAME), document(post="Bendahara", plans=SAME))
    assert (found.likeness, found.documents, found.posts) == (100.0, ("SKP 1", "SKP 2"), ("arsiparis", "bendahara"))


def test_peers_of_one_post_are_no_copies() -> None:
    assert alike(document(plans=SAME), document(plans=SAME)) == ()
    assert alike(document(plans=SAME), document(plans=NEAR)) == ()


def test_nearly_the_same_wording_is_found_and_figures_veto() -> None:
    (found,) = alike(document(post="A", plans=SAME), document(post="B", plans=NEAR))
    assert 92 <= found.likeness < 100
    one, other = (plan(f"Arsip inaktif ditemukan dalam {n} menit sejak diminta") for n in (10, 15))
    assert alike(document(post="A", plans=(one,)), document(post="B", plans=(other,))) == ()


def test_inherited_and_short_wordings_are_not_compared() -> None:
    inherited = (plan("Laporan keuangan daerah tersusun tepat waktu", asal="pk"),)
    assert alike(document(post="A", plans=inherited), document(post="B", plans=inherited)) == ()
    short = (plan("Arsip tertata rapi"),)
    assert alike(document(post="A", plans=short), document(post="B", plans=short)) == ()


# -- comparisons


def test_agreement_is_the_share_that_was_accepted() -> None:
    found = agreement([("a", "C001"), ("b", "C001"), ("c", "S001")], [{"a": True, "b": False, "x": True}])
    assert [(one.code, one.decided, one.accepted, one.kappa) for one in found] == [("C001", 2, 0.5, None)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([(True, True)] * 4, None),
        ([(True, True), (False, False)], 1.0),
        ([(True, False), (False, True)], -1.0),
        # Cohen's own kind of table: 20 both yes, 5 and 10 mixed, 15 both no: po .70, pe .50
        ([(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15, 0.4),
    ],
)
def test_kappa(pairs: list[tuple[bool, bool]], expected: float | None) -> None:
    assert kappa(pairs) == (expected if expected is None else pytest.approx(expected))


def test_drift_names_what_changed() -> None:
    was = Counts(3, 9, 5, 0, {"pencapaian": 5, "aktivitas": 4}, {}, {"C001": 4}, {})
    now = Counts(3, 9, 7, 0, {"pencapaian": 7, "aktivitas": 2}, {}, {"C001": 2, "S001": 1}, {})
    before = Batch(Basis("0", "0", (), ""), was, (), (), (), (), (), (), (), (), (), (), ())
    assert {one.what: (one.before, one.now) for one in drift(before, now, ())} == {
        "documents": (3, 3), "statements": (9, 9), "clean": (5, 7), "aktivitas": (4, 2), "pencapaian": (5, 7),
        "C001": (4, 2), "S001": (0, 1),
    }  # fmt: skip


def test_every_fault_of_the_kernel_is_told_in_words() -> None:
    assert _WORDS.keys() == set(FAULTS)
