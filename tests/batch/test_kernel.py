"""The kernel says of a text what the analyser says, of every text something, and the same in any company."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter import __version__
from linter.app import Analyser, Settings
from linter.app.keys import content_key
from linter.batch.kernel import FAULTS, LONGEST, REMEMBERED, Kernel, score_batch
from linter.batch.schema import INPUT, OUTPUT
from linter.model import TEXT_PARTS, Header, Item, UserError, level

ROOT = Path(__file__).parents[2]
KERNEL = Kernel()
TEXTS = (
    "Menyusun laporan keuangan daerah",
    "Terlaksananya pembinaan arsip dengan baik",
    "Izin praktik bidan terbit maksimal 4 hari kerja",
    "Monitoring dan evaluasi",
)

WORDS = (
    "Menyusun", "Terlaksananya", "laporan", "disusun", "yang", "95%", "Jumlah", "12", "Maret", "tepat", "waktu", "dan", "/", "(",
    "–", "•", "\u00ad", "e\u0301", "s.d.", "≥",
)  # fmt: skip
ANY_TEXT = st.one_of(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.text(max_size=40))
CELL = st.one_of(st.none(), st.just(""), ANY_TEXT)
ROW = st.fixed_dictionaries(
    {
        "id": CELL,
        "text": CELL,
        "part": st.one_of(st.sampled_from([None, "", *TEXT_PARTS]), CELL),
        "aspek": CELL,
        "target": CELL,
        "rk": CELL,
        "bagian": st.one_of(st.sampled_from(["utama", "tambahan"]), CELL),
        "asal": st.one_of(st.sampled_from(["sendiri", "pk", "katalog", "direktif"]), CELL),
        "jabatan": CELL,
        "unit": CELL,
        "regime": st.one_of(st.sampled_from(["p6-2022-kualitatif", "p8-2021-dasar"]), CELL),
    }
)


def batch(*rows: dict[str, Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([{"id": str(n), **row} for n, row in enumerate(rows, 1)], schema=INPUT)


def texts(column: pa.Array) -> pa.RecordBatch:
    return pa.record_batch({"id": pa.array(map(str, range(len(column)))), "text": column})


def test_the_output_is_of_the_one_schema_and_in_the_order_of_the_rows() -> None:
    told = score_batch(batch(*({"text": text} for text in (*TEXTS, *TEXTS[::-1]))), KERNEL)
    assert told.schema.equals(OUTPUT, check_metadata=True)
    assert told["id"].to_pylist() == ["1", "2", "3", "4", "5", "6", "7", "8"]
    classes = ["aktivitas", "pencapaian", "pencapaian", "kategori"]
    assert told["class"].to_pylist() == classes + classes[::-1]
    assert told["semu"].to_pylist()[:4] == [False, True, False, False]
    first = told.to_pylist()[0]
    assert first | {"confidence": None} == {
        "id": "1", "status": "ok", "galat": None, "part": "rencana_kinerja", "class": "aktivitas", "semu": False,
        "confidence": None, "level": "tinggi", "decided_by": "C001", "runners": [],
        "findings": [{"code": "C001", "severity": "error", "force": "pedoman", "start": 0, "end": 8}],
        "key": content_key(Item(TEXTS[0], "rencana_kinerja", {})), "regime": "p6-2022-kuantitatif",
        "engine": __version__, "rules": KERNEL.digest,
    }  # fmt: skip


def test_an_empty_batch_gives_an_empty_one() -> None:
    told = score_batch(batch(), KERNEL)
    assert told.schema == OUTPUT
    assert told.num_rows == 0


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"text": None}, "tanpa-teks"),
        ({"text": "a" * (LONGEST + 1)}, "terlalu-panjang"),
        ({"text": "Izin terbit", "rk": "a" * (LONGEST + 1)}, "terlalu-panjang"),
        ({"text": "Izin terbit", "part": "rencana"}, "part-tidak-dikenal"),
        ({"text": "Izin terbit", "part": "dokumen"}, "part-tidak-dikenal"),
        ({"text": "Izin terbit", "bagian": "Bagian Umum"}, "bagian-tidak-dikenal"),
        ({"text": "Izin terbit", "asal": "salinan"}, "asal-tidak-dikenal"),
        ({"text": "Izin terbit", "regime": "p9-2030"}, "regime-tidak-dikenal"),
    ],
)
def test_a_row_that_cannot_be_judged_says_why_and_spares_the_others(row: dict[str, Any], why: str) -> None:
    told = score_batch(batch(row, {"text": TEXTS[0]}), KERNEL).to_pylist()
    assert why in FAULTS
    told_of = {key: value for key, value in told[0].items() if value not in (None, [])}
    assert told_of == {"id": "1", "status": "galat", "galat": why, "engine": __version__, "rules": KERNEL.digest}
    assert [told[1]["status"], told[1]["class"]] == ["ok", "aktivitas"]


@pytest.mark.parametrize("type_", [pa.string(), pa.binary()])
def test_bytes_that_are_no_text_are_a_fault_of_their_row(type_: pa.DataType) -> None:
    raw = pa.array([TEXTS[0].encode(), b"Menyusun \xff\xfe", None, b"\xed\xa0\x80"], pa.binary())
    told = score_batch(texts(raw.cast(type_, safe=False)), KERNEL)
    assert told["galat"].to_pylist() == [None, "bukan-utf8", "tanpa-teks", "bukan-utf8"]
    assert told["class"].to_pylist() == ["aktivitas", None, None, None]


@given(st.lists(ROW, max_size=4))
@settings(max_examples=150)
@example([{"text": "a\0b", "part": None, "id": None}])
def test_any_content_has_an_answer(rows: list[dict[str, Any]]) -> None:
    told = score_batch(pa.RecordBatch.from_pylist(rows, schema=INPUT), KERNEL)
    told.validate(full=True)
    assert told["id"].to_pylist() == [row["id"] for row in rows]
    for row, said in zip(rows, told.to_pylist(), strict=True):
        assert said["status"] in ("ok", "galat")
        assert (said["galat"] in FAULTS) == (said["status"] == "galat")
        assert all(0 <= f["start"] <= f["end"] <= len(row["text"]) for f in said["findings"])


@given(st.lists(st.binary(max_size=20), max_size=4))
def test_any_bytes_have_an_answer(cells: list[bytes]) -> None:
    column = pa.array(cells, pa.binary())
    told = score_batch(pa.record_batch(dict.fromkeys(("id", "text", "target", "part"), column)), KERNEL)
    assert set(told["status"].to_pylist()) <= {"ok", "galat"}


@given(st.lists(ROW, min_size=2, max_size=8), st.integers(1, 8), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_a_row_is_told_the_same_in_any_company(rows: list[dict[str, Any]], size: int, chance: Any) -> None:
    """Neither the size of the batches nor the order of the rows nor what came before them matters."""
    rows = [row | {"id": str(n)} for n, row in enumerate([*rows, *rows[:2]])]
    whole = pa.RecordBatch.from_pylist(rows, schema=INPUT)
    expected = score_batch(whole, KERNEL).to_pylist()
    pieces = [score_batch(whole.slice(at, size), KERNEL) for at in range(0, len(rows), size)]
    assert [row for piece in pieces for row in piece.to_pylist()] == expected
    shuffled = chance.sample(rows, len(rows))
    told = score_batch(pa.RecordBatch.from_pylist(shuffled, schema=INPUT), KERNEL).to_pylist()
    assert sorted(told, key=lambda row: int(row["id"])) == expected


@pytest.fixture(scope="module")
def labelled() -> list[dict[str, Any]]:
    """The labelled corpus as rows of INPUT."""
    files = sorted((ROOT / "corpus" / "gold").glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [
        {"text": row["indikator"], "part": "indikator", "aspek": row["aspek"], "target": row["target"], "rk": row["rk"]}
        if "indikator" in row
        else {"text": row["text"], "jabatan": "Kepala Seksi Arsip" if n % 2 else None, "unit": "Dinas Kearsipan"}
        for n, row in enumerate(rows)
    ]


@pytest.mark.parametrize("regime", [None, "p6-2022-kualitatif"])
def test_it_says_of_the_labelled_corpus_what_the_analyser_says(
    labelled: list[dict[str, Any]], analyser: Analyser, regime: str | None
) -> None:
    rows = labelled[:: 7 if regime else 1]
    told = score_batch(batch(*(row | {"regime": regime} for row in rows)), KERNEL).to_pylist()
    for row, said in zip(rows, told, strict=True):
        beside = {name: row.get(name) for name in ("aspek", "target", "rk")}
        item = Item(row["text"], row.get("part", "rencana_kinerja"), {}, **beside)
        checked = analyser.check(item, Header(post=row.get("jabatan"), unit=row.get("unit")), regime)
        assert said["findings"] == [
            {"code": f.code, "severity": f.severity, "force": f.force, "start": f.start, "end": f.end}
            for f in checked.findings
        ]
        assert (said["key"], said["regime"]) == (content_key(item), checked.regime)
        verdict = checked.verdict
        if verdict is None:
            assert said["class"] is said["level"] is said["confidence"] is said["semu"] is None
            continue
        assert (said["class"], said["semu"], said["decided_by"]) == (verdict.class_, verdict.semu, verdict.decided_by)
        assert said["confidence"] == pytest.approx(verdict.confidence)
        assert said["level"] == level(verdict.confidence)
        assert said["runners"] == [runner.code for runner in verdict.runners_up]


def test_the_own_side_and_the_section_are_those_of_the_row() -> None:
    """An official who reports what another agency does is not accused of an activity of his own."""
    text = "Desa menyampaikan APBDes tepat waktu"
    told = score_batch(batch({"text": text, "jabatan": "Kepala Seksi Pemerintahan Desa"}, {"text": text}), KERNEL)
    header = Header(post="Kepala Seksi Pemerintahan Desa")
    expected = [Analyser().check(Item(text, "rencana_kinerja", {}), head) for head in (header, Header())]
    assert told["class"].to_pylist() == [one.verdict.class_ for one in expected if one.verdict]
    assert [[f["code"] for f in row] for row in told["findings"].to_pylist()] == [
        [f.code for f in one.findings] for one in expected
    ]


@pytest.mark.parametrize(
    "column",
    [
        pa.array(TEXTS).dictionary_encode(),
        pa.DictionaryArray.from_arrays(pa.array([0, 1, 2, 3], pa.int8()), pa.array(TEXTS, pa.large_string())),
        pa.array(TEXTS, pa.large_string()),
        pa.array(TEXTS, pa.string_view()),
        pa.array(["x", *TEXTS]).slice(1),
        pa.array([text.encode() for text in TEXTS], pa.large_binary()),
    ],
    ids=["dictionary", "dictionary-of-large", "large", "view", "slice", "binary"],
)
def test_texts_may_come_in_any_way_arrow_holds_them(column: pa.Array) -> None:
    expected = score_batch(texts(pa.array(TEXTS)), KERNEL)
    assert score_batch(texts(column), KERNEL).equals(expected)


def test_numbers_are_read_as_they_are_written() -> None:
    row = {"text": "Jumlah arsip yang tertata", "part": "indikator"}
    written = score_batch(batch(row | {"target": "12"}), KERNEL)
    columns = {"id": [1], "text": [row["text"]], "part": [row["part"]], "target": [12]}
    assert score_batch(pa.record_batch(columns), KERNEL).equals(written)


def test_columns_that_are_not_there_say_nothing_and_foreign_ones_do_not_matter() -> None:
    expected = score_batch(batch(*({"text": text} for text in TEXTS)), KERNEL)
    lean = pa.record_batch({"text": TEXTS, "nama": ["Pegawai Contoh"] * 4, "id": ["1", "2", "3", "4"]})
    assert score_batch(lean, KERNEL).equals(expected)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"id": ["1"]}, "kolom 'text' tidak ada"),
        ({"text": ["Izin terbit"]}, "kolom 'id' tidak ada"),
        ({"id": ["1"], "text": [["Izin", "terbit"]]}, "kolom 'text' bukan teks (list<item: string>)"),
    ],
)
def test_a_batch_of_another_shape_is_refused(columns: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError) as caught:
        score_batch(pa.record_batch(columns), KERNEL)
    assert str(caught.value) == said


def test_the_settings_hold_for_every_row() -> None:
    kernel = Kernel(Settings(select=("C001",), part="target", regime="p8-2021-dasar"))
    told = score_batch(batch({"text": "12 laporan"}, {"text": TEXTS[0], "part": "rencana_kinerja"}), kernel)
    assert told["part"].to_pylist() == ["target", "rencana_kinerja"]
    assert told["regime"].to_pylist() == ["p8-2021-dasar"] * 2
    assert [[f["code"] for f in row] for row in told["findings"].to_pylist()] == [[], ["C001"]]


def test_the_memory_is_bounded() -> None:
    kernel = Kernel()
    first = kernel.score(batch({"text": TEXTS[0]}))
    for at in range(0, REMEMBERED + 1, 8_192):  # rows that cannot be judged are remembered too, and cost nothing
        kernel.score(batch(*({"text": str(at + n), "part": "rencana"} for n in range(8_192))))
    assert len(kernel._remembered) == REMEMBERED
    assert kernel.score(batch({"text": TEXTS[0]})).equals(first)


def test_without_pyarrow_it_says_what_to_install() -> None:
    program = (
        "import sys\nsys.modules['pyarrow'] = None\nfrom linter.model import UserError\n"
        "try:\n    import linter.batch.kernel\nexcept UserError as error:\n    print(error.said('id'))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "untuk menilai tabel teks, pasang dahulu: pip install 'skplint[batch]'"


@pytest.mark.slow
def test_repeated_texts_are_judged_once() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "kernel.py"), "1000", "--rounds", "1"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (ratio,) = (float(line.split()[-2]) for line in said.splitlines() if line.startswith("kernel, 8 of 10 repeated"))
    assert ratio >= 3
    assert all(line in said for line in ("Analyser.check alone", "kernel, distinct"))
