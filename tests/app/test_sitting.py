"""A sitting: one document text by text, its rows, and what only the whole shows."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from linter.app import Analyser, instep
from linter.app.instep import in_step
from linter.app.pipeline import documents
from linter.app.sitting import checked_items
from linter.io.data import data_dir
from linter.model import Checked, Document, Header, Item, Said, UserError

DRAFT = """\
utama:
  - rhk: "Denah gudang terpasang"
    rhk_atasan: "Gudang aman dari kebakaran"
    indikator:
      - {aspek: kuantitas, teks: "Jumlah denah yang terpasang", target: "12 denah"}
      - {teks: "Persentase gudang berdenah", target: "90–95%"}
  - rhk: "Menata gudang"
    abaikan: {E001: tidak dipakai}
    indikator:
      - {teks: "Jumlah gudang yang tertata", target: "4 gudang"}
  - rhk: "Denah gudang terpasang"
    indikator:
      - {teks: "Jumlah denah yang terpasang", target: "3 denah"}
"""
SHAPE = [
    "rencana_kinerja", "rk_atasan", "aspek", "indikator", "target", "indikator", "target", "baris",
    "rencana_kinerja", "indikator", "target", "baris",
    "rencana_kinerja", "indikator", "target", "baris",
    "dokumen", "baris",
]  # fmt: skip


@pytest.fixture(scope="module")
def draft(analyser: Analyser) -> tuple[Header, tuple[Item, ...]]:
    """The header and the texts of the draft, which says nothing of its owner."""
    header, items = analyser.draft(DRAFT)
    return msgspec.structs.replace(header, kind="skp"), items


@pytest.fixture(scope="module")
def checked(analyser: Analyser, draft: tuple[Header, tuple[Item, ...]]) -> tuple[Checked, ...]:
    """Everything that the sitting yields, in its order."""
    return analyser.check_draft(*draft)


def test_a_row_follows_its_last_text_and_the_document_its_last_row(checked: tuple[Checked, ...]) -> None:
    assert [found.item.part for found in checked] == SHAPE


def test_texts_keep_their_order(draft: tuple[Header, tuple[Item, ...]], checked: tuple[Checked, ...]) -> None:
    assert [found.item for found in checked if found.item.part not in ("baris", "dokumen")] == list(draft[1])


def test_a_row_is_its_rencana_kinerja(checked: tuple[Checked, ...]) -> None:
    rows = [found.item for found in checked if found.criteria]
    texts = [found.item for found in checked if found.item.part == "rencana_kinerja"]
    assert [msgspec.structs.replace(row, part="rencana_kinerja") for row in rows] == texts


def test_a_row_is_judged_by_all_its_indicators(checked: tuple[Checked, ...]) -> None:
    measured = [c.said for found in checked for c in found.criteria if c.letter == "M"]
    assert measured == ["diukur dengan: jumlah, persentase", "diukur dengan: jumlah", "diukur dengan: jumlah"]


def test_a_rencana_kinerja_is_compared_with_those_before_it(checked: tuple[Checked, ...]) -> None:
    twins = [(n, f.code) for n, found in enumerate(checked) for f in found.findings if f.code == "D007"]
    assert [code for _, code in twins] == ["D007"]
    assert checked[twins[0][0]].item.text == "Denah gudang terpasang"
    assert twins[0][0] > SHAPE.index("baris")


def test_a_silence_in_vain_is_told_last(checked: tuple[Checked, ...]) -> None:
    assert checked[-1].item.text == "E001"
    assert "D092" in [f.code for f in checked[-1].findings]


def test_nothing_but_the_silence_is_told_of_it(checked: tuple[Checked, ...]) -> None:
    assert [f.code for f in checked[-1].findings] == ["D092"]


def test_a_plain_list_without_indicators_has_no_rows(analyser: Analyser) -> None:
    header, items = analyser.draft("utama: [{rhk: Denah gudang terpasang}, {rhk: Gudang tertata rapi}]")
    listed = analyser.check_draft(msgspec.structs.replace(header, kind="daftar"), items)
    assert "baris" not in [found.item.part for found in listed]


def test_a_form_without_indicators_has_rows(analyser: Analyser) -> None:
    header, items = analyser.draft("utama: [{rhk: Denah gudang terpasang}, {rhk: Gudang tertata rapi}]")
    rows = [
        found for found in analyser.check_draft(msgspec.structs.replace(header, kind="skp"), items) if found.criteria
    ]
    assert [row.item.text for row in rows] == ["Denah gudang terpasang", "Gudang tertata rapi"]


def test_an_empty_list_yields_nothing(analyser: Analyser) -> None:
    assert analyser.check_draft(Header(), ()) == ()


# -- streaming


def test_streamed_texts_are_judged_the_same(
    analyser: Analyser, draft: tuple[Header, tuple[Item, ...]], checked: tuple[Checked, ...]
) -> None:
    streamed = Document("draf.yaml", "yaml", iter(draft[1]), draft[0])
    assert tuple(checked_items(streamed, analyser)) == checked


def test_no_more_than_a_block_is_read_before_it_is_judged(
    analyser: Analyser, draft: tuple[Header, tuple[Item, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instep, "BLOCK", 2)
    read: list[Item] = []

    def items() -> Iterator[Item]:
        for item in draft[1]:
            read.append(item)
            yield item

    stream = checked_items(Document("draf.yaml", "yaml", items(), draft[0]), analyser)
    assert [next(stream).item for _ in range(3)] == list(draft[1][:3])
    assert len(read) == 4


def test_long_texts_make_short_blocks(analyser: Analyser) -> None:
    read: list[int] = []

    def items() -> Iterator[Item]:
        for n in range(9):
            read.append(n)
            yield Item(f"{n} laporan " * 9_000, "rencana_kinerja", {"line": n + 1, "column": 1})

    stream = in_step(items(), analyser.reader, lambda item: (analyser.check(msgspec.structs.replace(item, text="a")),))
    next(stream)
    assert read == [0, 1, 2]


@pytest.mark.parametrize("good", [0, 1, 5])
def test_what_was_read_is_judged_before_an_error_is_told(analyser: Analyser, good: int) -> None:
    def items() -> Iterator[Item]:
        for n in range(good):
            yield Item(f"Menyusun laporan triwulan {n + 1}", "rencana_kinerja", {"line": n + 1, "column": 1})
        raise UserError(Said("berkas ini putus", "this file breaks off"))

    stream, found = checked_items(Document("draf.txt", "text", items(), Header()), analyser), list[Checked]()
    with pytest.raises(UserError, match="putus"):
        found.extend(stream)
    assert [checked.item.at["line"] for checked in found] == list(range(1, good + 1))


def test_what_was_judged_is_told_before_an_error_of_judging(analyser: Analyser) -> None:
    def judge(item: Item) -> tuple[Checked]:
        if item.text == "c":
            raise UserError(Said("aturan gagal", "a rule failed"))
        return (analyser.check(item),)

    items = [Item(text, "rencana_kinerja", {"line": 1, "column": 1}) for text in "abcd"]
    found = list[str]()
    with pytest.raises(UserError, match="aturan gagal"):
        found.extend(checked.item.text for checked in in_step(items, analyser.reader, judge))
    assert found == ["a", "b"]


def test_two_sittings_know_nothing_of_each_other(
    analyser: Analyser, draft: tuple[Header, tuple[Item, ...]], checked: tuple[Checked, ...]
) -> None:
    sittings = (analyser.sitting(draft[0]), analyser.sitting(draft[0]))
    found: tuple[list[Checked], list[Checked]] = ([], [])
    for item in draft[1]:
        for n, sitting in enumerate(sittings):
            found[n].extend(sitting.check(item))
    for n, sitting in enumerate(sittings):
        found[n].extend(sitting.close())
    assert tuple(found[0]) == tuple(found[1]) == checked


@pytest.mark.parametrize("name", ["kepala-dinas.yaml", "analis-kebijakan.csv", "staf-kepegawaian.txt"])
def test_an_example_is_judged_the_same_from_memory(analyser: Analyser, name: str) -> None:
    def document() -> Document:
        (found,) = documents([str(data_dir("corpus") / "contoh" / name)], lambda: b"")
        assert isinstance(found, Document)
        return found

    kept = document()
    streamed = tuple(checked_items(document(), analyser))
    assert streamed
    assert streamed == analyser.check_draft(kept.header, tuple(kept.items))
