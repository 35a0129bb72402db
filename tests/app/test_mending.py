"""One text mended until it rests, by a judge whose notes the test gives."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from linter.app.mending import mend
from linter.model import Checked, Edit, Finding, Fix, Item, Verdict

Check = Callable[[Item], Checked]


def judge(notes: dict[str, tuple[tuple[str, str], ...]], harmful: str = "", class_: str = "") -> Check:
    """Return a check by which a text has an edit for each first word of the pairs under its code.

    A text with *harmful* in it has an error, one with *class_* is an aktivitas.
    """

    def check(item: Item) -> Checked:
        found = []
        for code, pairs in notes.items():
            edits = tuple(
                Edit(m.start(), m.end(), new) for old, new in pairs for m in re.finditer(rf"\b{old}\b", item.text)
            )
            if edits:
                found.append(Finding(code, "n", "info", "saran", 0, 1, "m", fix=Fix("aman", edits)))
        if harmful and harmful in item.text:
            found.append(Finding("S001", "n", "error", "wajib", 0, 1, "m"))
        verdict = Verdict("aktivitas" if class_ and class_ in item.text else "pencapaian")
        return Checked(item, "p6", verdict, findings=tuple(found))

    return check


def mended(text: str, check: Check) -> tuple[str, list[str]]:
    result = mend(check(Item(text, "rencana_kinerja", {})), check, frozenset({"aman"}))
    return result.text, [reason.id for _, reason in result.refused]


def test_of_edits_that_overlap_the_first_is_made_and_the_other_waits() -> None:
    check = judge({"E901": (("a b", "x"),), "E900": (("b c", "y"), ("c", "z"))})
    assert mended("a b c", check) == ("x z", [])


def test_an_edit_that_brings_an_error_is_left_out_and_the_others_are_made() -> None:
    check = judge({"E900": (("a", "x"), ("b", "buruk"), ("c", "z"))}, harmful="buruk")
    assert mended("a b c", check) == ("x b z", ["perubahan ini menimbulkan catatan S001"])


def test_an_error_that_was_there_does_not_keep_from_mending() -> None:
    assert mended("a buruk", judge({"E900": (("a", "x"),)}, harmful="buruk")) == ("x buruk", [])


def test_an_edit_that_changes_the_class_is_left_out() -> None:
    check = judge({"E900": (("a", "Menata"),)}, class_="Menata")
    assert mended("a b", check) == ("a b", ["perubahan ini mengubah kelas rumusan"])


@pytest.mark.parametrize("pairs", [(("a", "b"), ("b", "a")), (("a", "a a"),)])
def test_a_text_that_is_never_done_stays_as_it_was(pairs: tuple[tuple[str, str], ...]) -> None:
    text, reasons = mended("a c", judge({"E900": pairs}))
    assert text == "a c"
    assert set(reasons) == {"perbaikannya tidak pernah selesai"}


def test_an_edit_that_changes_nothing_is_none() -> None:
    assert mended("a c", judge({"E900": (("a", "a"),)})) == ("a c", [])


def test_a_lesser_note_may_come_but_not_become_graver() -> None:
    def check(item: Item) -> Checked:
        severity = "warning" if "x" in item.text else "info"
        fix = Fix("aman", tuple(Edit(m.start(), m.end(), "x") for m in re.finditer("a", item.text)))
        return Checked(item, "p6", findings=(Finding("E900", "n", severity, "saran", 0, 1, "m", fix=fix),))

    assert mended("a", check) == ("a", ["perubahan ini menimbulkan catatan E900"])
