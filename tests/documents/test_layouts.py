"""Every layout of a form that was seen, in every format: what is read is exactly what was put in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import writers
import yaml

from linter.documents.read import read_data
from linter.model import Document, Item, NotChecked

ALWAYS, COMMON = ("csv", "xlsx"), ("csv", "xlsx", "ods", "docx", "pdf", "md")


def cases() -> Iterator[Any]:
    for file in sorted(Path(__file__).with_name("layouts").glob("*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            formats = case.get("only") or (COMMON if case.get("common") else ALWAYS)
            for kind in formats:
                if kind not in case.get("not", ()):
                    yield pytest.param(case, f".{kind}", id=f"{case['name']} · {kind}")


@pytest.mark.parametrize(("case", "suffix"), list(cases()))
def test_what_is_read_is_what_was_put_in(case: dict[str, Any], suffix: str) -> None:
    data = writers.WRITERS[suffix](case["rows"], case.get("merges", ()))
    found = list(read_data(data, f"skp{suffix}"))
    if "refused" in case:
        assert [case["refused"] in one.reason.id for one in found if isinstance(one, NotChecked)] == [True]
        return
    assert not [one for one in found if isinstance(one, NotChecked) and one.fatal], found
    (document,) = (one for one in found if isinstance(one, Document))
    items = list(document.items)
    assert [*rows_of(items)] == [expected(entry) for entry in case["expect"]]
    assert [i.text for i in items if i.part == "pengisi" and not i.id] == case.get("placeholders", [])
    for key, value in case.get("header", {}).items():
        assert getattr(document.header, key) == like(getattr(document.header, key), value), key
    if "told" in case:
        assert [item.target for item in items if item.part == "indikator"] == case["told"]
    if "asal" in case:
        assert {item.asal for item in items if item.part == "rencana_kinerja"} == {case["asal"]}
    passed = [one.reason.id for one in found if isinstance(one, NotChecked)]
    assert all(any(said in why for why in passed) for said in case.get("passed", ())), passed


def rows_of(items: list[Item]) -> Iterator[dict[str, Any]]:
    """Yield each rencana kinerja with its superior's, its section and its measures, as the cases write them."""
    above = {item.id: item.text for item in items if item.id.startswith("atasan")}
    for item in items:
        if item.id.startswith("rk") and "." not in item.id:
            below = [one for one in items if one.parent == item.id]
            numbers = dict.fromkeys(one.id.split(".")[1] for one in below)
            measures = [measure(item.id, number, {one.id: one for one in below}) for number in numbers]
            yield {"atasan": above.get(item.parent or ""), "rk": item.text, "bagian": item.section, "ukuran": measures}


def measure(rk: str, number: str, below: dict[str, Item]) -> list[str]:
    parts = [below.get(f"{rk}.{number}{suffix}") for suffix in (".aspek", "", ".target")]
    aspect, indicator, target = (one.text if one else "" for one in parts)
    if not indicator and not aspect and parts[2] is not None:
        aspect = parts[2].aspek or ""
    return [aspect, indicator, target]


def expected(entry: dict[str, Any]) -> dict[str, Any]:
    return {"atasan": entry.get("atasan"), "rk": entry["rk"], "bagian": entry.get("bagian"), "ukuran": entry["ukuran"]}


def like(held: Any, value: Any) -> Any:
    """Return *value*, which a case can only write as a list, in the type of what is *held*."""
    return type(held)(value) if isinstance(value, list) else value


TITLES = yaml.safe_load(Path(__file__).with_name("titles.yaml").read_text("utf-8"))
PLAIN = {
    "rk_atasan": ["Pasar tertib", "atasan1"], "rk": ["Los pasar bebas bocor", "rk1"], "aspek": ["Kualitas", "rk1.i1.aspek"],
    "indikator": ["Persentase los bebas bocor", "rk1.i1"], "target": ["95 %", "rk1.i1.target"],
}  # fmt: skip
USUAL = {
    "rk_atasan": "RHK PIMPINAN YANG DIINTERVENSI", "rk": "RENCANA HASIL KERJA", "aspek": "ASPEK",
    "indikator": "INDIKATOR KINERJA INDIVIDU", "target": "TARGET",
}  # fmt: skip


@pytest.mark.parametrize(("role", "title"), [(role, title) for role in PLAIN for title in TITLES[role]])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_every_title_that_was_seen_is_known(role: str, title: str, suffix: str) -> None:
    rows = [[title if name == role else usual for name, usual in USUAL.items()], [text for text, _ in PLAIN.values()]]
    found = list(read_data(writers.WRITERS[suffix](rows), f"skp{suffix}"))
    (document,) = (one for one in found if isinstance(one, Document))
    assert {item.id: item.text for item in document.items} == {id_: text for text, id_ in PLAIN.values()}


@pytest.mark.parametrize("title", TITLES["diabaikan"])
def test_a_column_of_something_else_is_not_read(title: str) -> None:
    rows = [["RENCANA HASIL KERJA", "INDIKATOR", title], ["Los pasar bebas bocor", "Jumlah los", "Menyusun jadwal"]]
    (document,) = (d for d in read_data(writers.to_csv(rows), "skp.csv") if isinstance(d, Document))
    assert [item.text for item in document.items] == ["Los pasar bebas bocor", "Jumlah los"]


@pytest.mark.parametrize("target", TITLES["isi_target"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods", ".docx", ".md"])
def test_every_target_that_was_seen_is_read_as_it_stands(target: str, suffix: str) -> None:
    rows = [["RENCANA HASIL KERJA", "INDIKATOR", "TARGET"], ["Los pasar bebas bocor", "Jumlah los", target]]
    (document,) = (d for d in read_data(writers.WRITERS[suffix](rows), f"skp{suffix}") if isinstance(d, Document))
    items = list(document.items)
    assert [item.text for item in items if item.id == "rk1.i1.target"] == ([target] if target else [])
    assert [item.target for item in items if item.id == "rk1.i1"] == [target or None]


def test_several_persons_in_one_file_are_documents_of_their_own() -> None:
    def form(name: str, post: str, rk: str) -> list[list[str]]:
        return [
            ["SASARAN KINERJA PEGAWAI"], ["Nama", name, "Nama", "Mawar"], ["Jabatan", post, "Jabatan", "Camat"],
            ["NO", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET"], ["A. KINERJA UTAMA"],
            ["1", rk, "Waktu", "Lama proses", "2 hari"],
            ["Pegawai yang Dinilai", "", "Pejabat Penilai Kinerja"], [name, "", "Mawar"],
        ]  # fmt: skip

    rows = [*form("Melati", "Arsiparis", "Arsip tertata"), *form("Kenanga", "Bendahara", "Kas cocok dengan buku")]
    for suffix in (".csv", ".xlsx", ".docx"):
        found = list(read_data(writers.WRITERS[suffix](rows), f"skp{suffix}"))
        assert [(d.header.post, [i.text for i in d.items if i.id == "rk1"]) for d in found if isinstance(d, Document)] == [
            ("Arsiparis", ["Arsip tertata"]), ("Bendahara", ["Kas cocok dengan buku"]),
        ]  # fmt: skip
