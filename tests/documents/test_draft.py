"""Drafts in YAML and JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.documents.draft import draft_schema
from linter.documents.read import read_data
from linter.model import Document, Item

Items = Callable[[str | bytes, str], list[Item]]
Read = Callable[[str | bytes, str], Document]
Why = Callable[[str | bytes, str], str]

ROOT = Path(__file__).parents[2]

DRAFT = """\
regime: p8-2021-dasar
periode: {mulai: 2026-01-01, akhir: 2026-12-31}
instansi: Pemerintah Kota Contoh
pegawai: {nama: Melati, nip: 198001012005011001, jabatan: Arsiparis, jenjang: Ahli Muda, unit_kerja: BKD}
pejabat_penilai: {nama: Mawar, jabatan: Kepala Bidang}
utama:
  - id: u1
    rhk_atasan: Tata kelola arsip meningkat
    rhk: "Arsip tertata tepat waktu"
    asal: pk
    abaikan: {C001: sesuai PK, S001: }
    indikator:
      - aspek: kuantitas
        teks: Jumlah arsip
        target: 0,5
        abaikan: {M001: alasan}
      - {teks: Lama penataan, target: 090}
  - rhk: "-"
    indikator:
      - {teks: Jumlah surat, aspek: }
tambahan:
"""


def test_a_draft_is_read_in_reading_order(items: Items) -> None:
    found = items(DRAFT, "skp.yaml")
    assert [(item.part, item.text, item.id) for item in found] == [
        ("rk_atasan", "Tata kelola arsip meningkat", "u1.atasan"),
        ("rencana_kinerja", "Arsip tertata tepat waktu", "u1"),
        ("aspek", "kuantitas", "u1.i1.aspek"),
        ("indikator", "Jumlah arsip", "u1.i1"),
        ("target", "0,5", "u1.i1.target"),
        ("indikator", "Lama penataan", "u1.i2"),
        ("target", "090", "u1.i2.target"),
        ("pengisi", "-", "rk2"),
        ("indikator", "Jumlah surat", "rk2.i1"),
    ]
    assert {(item.section, item.regime) for item in found} == {("utama", "p8-2021-dasar")}


def test_a_value_has_its_place_and_pointer(items: Items) -> None:
    at = {item.id: item.at for item in items(DRAFT, "skp.yaml")}
    assert at["u1"] == {"line": 9, "column": 10, "pointer": "/utama/0/rhk"}
    assert at["u1.i2.target"] == {"line": 17, "column": 39, "pointer": "/utama/0/indikator/1/target"}


def test_an_indicator_carries_what_stands_around_it(items: Items) -> None:
    found = {item.id: item for item in items(DRAFT, "skp.yaml")}
    one = found["u1.i1"]
    assert (one.rk, one.aspek, one.target, one.parent, one.asal) == (
        "Arsip tertata tepat waktu", "kuantitas", "0,5", "u1", "pk",
    )  # fmt: skip
    assert found["u1"].parent == "u1.atasan"
    assert (found["rk2.i1"].rk, found["rk2.i1"].aspek, found["rk2.i1"].asal) == (None, None, "sendiri")


def test_silences_hold_for_the_text_they_stand_at(items: Items) -> None:
    given = {item.id: item.silences for item in items(DRAFT, "skp.yaml")}
    found = {id_: [(s.codes, s.reason) for s in silences] for id_, silences in given.items()}
    assert found["u1"] == [(("C001",), "sesuai PK"), (("S001",), None)]
    assert found["u1.i1"] == found["u1.i1.target"] == [(("M001",), "alasan")]
    assert found["u1.i2"] == []
    assert found["u1.atasan"] == found["u1"]
    assert all(DRAFT.splitlines()[s.at["line"] - 1][s.at["column"] - 1 :].startswith(s.text) for s in given["u1"])


def test_the_header_says_the_post_and_names_nobody(read: Read) -> None:
    document = read(DRAFT, "skp.yaml")
    header = document.header
    assert (header.post, header.unit, header.level, header.regime, header.kind) == (
        "Arsiparis", "BKD", "Ahli Muda", "p8-2021-dasar", "skp",
    )  # fmt: skip
    told = repr(header) + repr(list(document.items))
    assert "Melati" not in told
    assert "198001012005011001" not in told


def test_json_is_read_as_yaml_is(read: Read) -> None:
    document = read(
        '{\n\t"tambahan": [{"rhk": "Notulen", "indikator": [{"teks": "Jumlah", "target": 0.50}]}]\n}', "a.json"
    )
    assert document.format == "json"
    assert [(item.text, item.section, item.at["line"]) for item in document.items] == [
        ("Notulen", "tambahan", 2),
        ("Jumlah", "tambahan", 2),
        ("0.50", "tambahan", 2),
    ]


def test_a_number_that_is_taken_is_not_given_again(items: Items) -> None:
    assert [item.id for item in items("utama: [{rhk: a}, {rhk: b, id: rk1}, {rhk: c, id: rk3}]", "a.yml")] == [
        "rk1-2",
        "rk1",
        "rk3",
    ]


@pytest.mark.parametrize("text", ["", "# catatan\n", "utama:\n", "utama: []\ntambahan: []\n"])
def test_an_empty_draft_has_no_items(items: Items, text: str) -> None:
    assert items(text, "skp.yaml") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("utma: []", "baris 1, kolom 1: kunci 'utma' tidak dikenal (mungkin maksudnya 'utama')"),
        ("a: b", "'utama' atau 'tambahan' tidak ada"),
        ("[1]", "'utama' atau 'tambahan' tidak ada"),
        ("utama:\n  - rhkk: a", "baris 2, kolom 5: kunci 'rhkk' tidak dikenal (mungkin maksudnya 'rhk')"),
        ("utama: [{rhk: a, indikator: [{tkes: b}]}]", "kunci 'tkes' tidak dikenal (mungkin maksudnya 'teks')"),
        ("utama: [{rhk: a, indikator: [{teks: b, target: 0,5}]}]", "tanda kutip"),
        ("utama: [{}]", "baris 1, kolom 9: kunci 'rhk' wajib ada"),
        ("utama: a", "baris 1, kolom 8: isi 'utama' harus berupa daftar, bukan teks"),
        ("utama: [a]", "pasangan 'kunci: nilai', bukan teks"),
        ("utama: [{rhk: }]", "isi 'rhk' masih kosong"),
        ("utama: [{rhk: ''}]", "isi 'rhk' masih kosong"),
        ("utama: [{rhk: [a]}]", "isi 'rhk' harus berupa teks, bukan daftar"),
        ("utama: [{rhk: a, asal: b}]", "sendiri, pk, katalog, direktif"),
        ("utama: [{rhk: a, id: b}, {rhk: c, id: b}]", "baris 1, kolom 39: id ini sudah dipakai"),
        ("utama: []\nperiode: {mulai: Januari, akhir: 2026-12-31}", "baris 2, kolom 18: isi 'mulai' harus tanggal"),
        ("utama: []\npegawai: {jabatan: a, nip: [198001012005011001]}", "isi 'nip' harus berupa teks"),
        ("utama: []\nutama: []", "baris 2, kolom 1: kunci 'utama' ditulis dua kali"),
        ("utama:\n\t- rhk: a", "ganti tab dengan spasi"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_was_meant(why: Why, text: str, told: str) -> None:
    reason = why(text, "skp.yaml")
    assert told in reason
    assert "198001012005011001" not in reason


def test_the_committed_schema_is_that_of_the_types() -> None:
    committed = (ROOT / "rules" / "schema" / "draft.json").read_text(encoding="utf-8")
    assert committed == json.dumps(draft_schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    schema = draft_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"utama": [{"rhk": "a", "indikator": [{"teks": "b", "target": 90}]}]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"utama": [{"rhkk": "a"}]}, schema)


NODES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["-", "pk", "2026-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["rhk", "indikator", "teks", "target", "id", "abaikan", "jabatan"]), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["utama", "tambahan", "pegawai", "periode", "regime"]), NODES))
def test_any_tree_gives_items_or_one_reason(tree: dict[str, object]) -> None:
    for name in ("a.json", "a.yaml"):
        (outcome,) = read_data(json.dumps(tree, ensure_ascii=True).encode(), name)
        if isinstance(outcome, Document):
            assert all(item.text.strip() for item in outcome.items)
        else:
            assert outcome.reason


@given(st.binary())
def test_any_bytes_give_items_or_one_reason(data: bytes) -> None:
    for name in ("a.json", "a.yaml"):
        (outcome,) = read_data(data, name)
        assert list(outcome.items) == [] if isinstance(outcome, Document) else outcome.reason
