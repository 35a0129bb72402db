"""The index of wording: what a note takes is what comes back without it, and the arithmetic adds up."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.app.gather import Case
from linter.app.resources import Resources
from linter.engine import score
from linter.model import Checked, Document, Finding, Header, Index, Item, Noted, Reviewed, Verdict

RK_CODES = ("C001", "C005", "P001", "S001", "S002", "T001", "R001", "E002", "E004", "D007", "D003")
IKI_CODES = ("M001", "M003", "M008", "X003", "X001", "T002", "A001", "S001", "D013")


def finding(code: str, severity: str = "warning", start: int = 0) -> Finding:
    return Finding(code, code.lower(), severity, "pedoman", start, start + 1, "…")


def text(n: int, part: str, codes: tuple[str, ...], **more: object) -> Checked:
    item = Item(text=f"teks {n}", part=part, at={"row": n, "column": 1}, row=n, parent="a", aspek="Mutu", target="90%")
    item = msgspec.structs.replace(item, **more)
    verdict = Verdict("pencapaian", confidence=0.9, decided_by="C102") if part == "rencana_kinerja" else None
    findings = tuple(finding(code, "info" if code == "E004" else "warning", n) for n, code in enumerate(codes))
    return Checked(item, "p6-2022-kuantitatif", verdict, findings=findings, key=f"{n:04}")


def reviewed(resources: Resources, *checked: Checked, kind: str = "skp") -> Reviewed:
    case = Case(Document("a.xlsx", "xlsx", iter(()), Header(post="Analis", kind=kind)), 1, "id")
    for one in checked:
        case.add(one)
    return case.reviewed(resources.rules)


def index_of(document: Reviewed) -> Index:
    assert document.score.index is not None
    return document.score.index


def without(document: Reviewed, key: str, resources: Resources) -> Index:
    """Return the index of *document* where the note *key* is mended: its text is judged as before."""
    rules = resources.rules
    rest = (document.header, document.items, document.notes, rules.index, rules.rules, "id")
    found = score(*rest, mended=frozenset({key})).index
    assert found is not None
    return found


def added_up(index: Index) -> Fraction:
    """Add the index up from the shares of its texts, as a reader of the report would."""
    judged = [(group, [text.share for text in group.texts if text.share is not None]) for group in index.groups]
    weights = sum((Fraction(str(group.weight)) for group, shares in judged if shares), Fraction(0))
    return (
        sum(
            (Fraction(str(group.weight)) * Fraction(sum(shares)) / len(shares) for group, shares in judged if shares),
            Fraction(0),
        )
        * 100
        / weights
    )


@given(
    plans=st.lists(st.sets(st.sampled_from(RK_CODES)), min_size=1, max_size=4),
    measures=st.lists(st.sets(st.sampled_from(IKI_CODES)), max_size=5),
)
def test_the_points_of_a_note_are_the_index_without_it_less_the_index(
    resources: Resources, plans: list[set[str]], measures: list[set[str]]
) -> None:
    texts = [text(n, "rencana_kinerja", tuple(sorted(codes))) for n, codes in enumerate(plans)]
    texts += [text(100 + n, "indikator", tuple(sorted(codes))) for n, codes in enumerate(measures)]
    document = reviewed(resources, *texts)
    index = index_of(document)
    assert float(added_up(index)) == pytest.approx(index.value)
    for taken in index.taken:
        assert without(document, taken.key, resources).value - index.value == pytest.approx(taken.points)
    if not any(taken.shared for taken in index.taken):
        assert index.value + sum(taken.points for taken in index.taken) == pytest.approx(100)


def test_notes_that_take_the_same_points_are_marked_as_sharing_them(resources: Resources) -> None:
    document = reviewed(resources, text(1, "rencana_kinerja", ("S001", "S002", "S005")))
    taken = index_of(document).taken
    assert [(one.code, one.points, one.shared) for one in taken] == [
        ("S001", 0.0, True), ("S002", 0.0, True), ("S005", 0.0, True),
    ]  # fmt: skip
    two = index_of(reviewed(resources, text(1, "rencana_kinerja", ("S001", "S002")))).taken
    assert [one.shared for one in two] == [False, False]
    assert all(one.points > 0 for one in two)


def test_several_notes_of_one_rule_take_their_points_once(resources: Resources) -> None:
    one = index_of(reviewed(resources, text(1, "rencana_kinerja", ("S001",))))
    twice = index_of(reviewed(resources, text(1, "rencana_kinerja", ("S001", "S001"))))
    assert one.value == twice.value
    assert all(taken.shared and taken.points == 0 for taken in twice.taken)


def test_what_cannot_be_judged_leaves_the_denominator(resources: Resources) -> None:
    bare = text(1, "rencana_kinerja", (), parent=None)
    doubtful = msgspec.structs.replace(bare, verdict=Verdict("pencapaian", confidence=0.5))
    shown = index_of(reviewed(resources, doubtful)).groups[0].texts[0]
    assert {slot.name: slot.points for slot in shown.slots} == {
        "bentuk": None, "satu-hasil": 1.0, "kejelasan": 2.0, "keterkaitan": None, "bahasa": 1.0,
    }  # fmt: skip
    assert shown.share == 1.0


def test_inherited_wording_is_not_scored_against_the_writer(resources: Resources) -> None:
    for asal in ("pk", "katalog", "direktif"):
        document = reviewed(resources, text(1, "rencana_kinerja", ("C001",), asal=asal), kind="daftar")
        assert document.score.index is None
    both = reviewed(resources, text(1, "rencana_kinerja", ("C001",), asal="pk"), text(2, "rencana_kinerja", ()))
    assert index_of(both).value == 100
    assert "warisan" in index_of(both).groups[0].texts[0].why


def test_a_document_that_is_no_form_is_not_scored_as_one(resources: Resources) -> None:
    for kind, mean in (("daftar", None), ("skp", 1.0)):
        index = index_of(reviewed(resources, text(1, "rencana_kinerja", ()), kind=kind))
        assert [(g.name, g.mean) for g in index.groups] == [
            ("rencana_kinerja", 1.0), ("indikator", None), ("dokumen", mean),
        ]  # fmt: skip


def test_a_matrix_has_no_index(resources: Resources) -> None:
    assert reviewed(resources, text(1, "sel_matriks", ("C001",)), kind="matriks").score.index is None


def test_the_best_band_is_not_said_beside_an_error(resources: Resources) -> None:
    good = [text(n, "rencana_kinerja", ()) for n in range(20)]
    bad = text(99, "rencana_kinerja", ("E002",))
    wrong = msgspec.structs.replace(bad, findings=(finding("E002", "error"),))
    assert index_of(reviewed(resources, *good, bad)).band == "Siap"
    assert index_of(reviewed(resources, *good, wrong)).band == "Perbaikan kecil"


def test_the_lowest_band_is_no_grade(resources: Resources) -> None:
    worst = [text(1, "rencana_kinerja", ("C001", "P001", "S001", "S002", "R001", "D007", "D003"))]
    index = index_of(reviewed(resources, *worst))
    assert (index.value < 50, index.band) == (True, "Bahas dalam dialog kinerja")
    said = msgspec.json.encode(resources.rules.index).decode().lower()
    assert not any(word in said for word in ("sangat baik", "butuh perbaikan", "cukup", "kurang", "predikat"))


def test_headline_and_what_is_mandatory(resources: Resources) -> None:
    mandatory = msgspec.structs.replace(finding("D013", "error"), force="wajib")
    to_consider = msgspec.structs.replace(finding("C001", "info"), force="wajib")
    measured = msgspec.structs.replace(text(3, "indikator", ()), findings=(mandatory,))
    plan = msgspec.structs.replace(text(2, "rencana_kinerja", ()), findings=(to_consider,))
    document = reviewed(resources, text(1, "rencana_kinerja", ("C001",)), plan, measured)
    assert (document.score.clean, document.score.statements) == (1, 2)
    assert [note.finding.code for note in document.notes if note.key in document.score.mandatory] == ["D013"]


def test_fingerprints_differ_by_text_rule_and_repetition_and_hold_for_another_place(resources: Resources) -> None:
    def keys(*checked: Checked) -> list[str]:
        return [note.key for note in reviewed(resources, *checked).notes]

    first = text(1, "rencana_kinerja", ("C001", "S001"))
    moved = msgspec.structs.replace(first, item=msgspec.structs.replace(first.item, at={"row": 9, "column": 1}, row=9))
    assert keys(first) == keys(moved)
    assert len(set(keys(first, text(2, "rencana_kinerja", ("C001", "C001"))))) == 4


def test_a_note_about_a_row_or_a_link_is_about_its_text(resources: Resources) -> None:
    plan, measure = text(1, "rencana_kinerja", ()), text(1, "indikator", (), at={"row": 1, "column": 2}, parent="b1")
    row, link = text(1, "baris", ("T001",)), text(1, "unit", ("R015",), at={"row": 1, "column": 2})
    target = text(1, "target", ("X003",), at={"row": 1, "column": 3}, parent="b1")
    whole = text(1, "dokumen", ("D001",))
    document = reviewed(resources, plan, measure, target, row, link, whole)
    assert [(note.finding.code, note.about) for note in document.notes] == [
        ("X003", 1), ("T001", 0), ("R015", 1), ("D001", None),
    ]  # fmt: skip


def test_no_rule_takes_points_in_two_slots(resources: Resources) -> None:
    """Each code and family falls under one slot of a group; what the loader refuses is refused here too."""
    for group, code in product(resources.rules.index.groups, resources.rules.rules):
        holding = [slot.name for slot in group.slots if any(_selects(take.notes, code) for take in slot.takes)]
        assert len(holding) <= 1, (group.part, code, holding)


def _selects(notes: tuple[str, ...], code: str) -> bool:
    return code in notes or code[0] in notes


def test_silenced_notes_take_nothing(resources: Resources) -> None:
    one = text(1, "rencana_kinerja", ("S001",))
    silenced = msgspec.structs.replace(
        one, findings=tuple(msgspec.structs.replace(f, suppressed="alasan") for f in one.findings)
    )
    assert reviewed(resources, silenced).notes == ()
    assert index_of(reviewed(resources, silenced)).value == 100


def test_a_note_knows_its_item_and_finding(resources: Resources) -> None:
    (note,) = reviewed(resources, text(1, "rencana_kinerja", ("S001",))).notes
    assert isinstance(note, Noted)
    assert (note.item.text, note.finding.code, len(note.key)) == ("teks 1", "S001", 16)
