"""A unit with its papers: without a fault no error; with forty planted ones each of them found, and no other error."""

# ruff: noqa: E501 – a table of faults reads best with one fault a line

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import office
import pytest
import yaml

from linter.app import Analyser
from linter.app.sitting import checked_items
from linter.app.unit import Unit
from linter.documents.read import read_path
from linter.model import Document

Draft = dict[str, Any]
Change = Callable[[Draft], object]


def set_plan(n: int = 0, **new: Any) -> Change:
    return lambda draft: draft["utama"][n].update(new)


def set_measure(n: int = 0, **new: Any) -> Change:
    return lambda draft: draft["utama"][n]["indikator"][0].update(new)


def add_plan(**new: Any) -> Change:
    return lambda draft: draft["utama"].append(new)


def set_task(n: int, **new: str) -> Change:
    return lambda draft: draft["abk"]["tugas"][n].update(new)


def add_node(**new: str) -> Change:
    return lambda draft: draft["pohon_kinerja"]["simpul"].append(new)


def drop(key: str) -> Change:
    return lambda draft: draft.pop(key)


def new_plan(text: str, above: str | None = None, **more: Any) -> Draft:
    return {**office.row(text, above, "Persentase kios bernomor", "90 persen"), **more}


ABOVE = {post: office.PLANS[chief][n][0] for post, chief, n, *_ in office.STAFF}

FAULTS: list[tuple[str, str, Change]] = [
    # -- R: keselarasan
    ("R001", "13-staf.yaml", add_plan(**new_plan("Karcis habis terpakai menurut nomor urut", "-"))),
    ("R001", "18-staf.yaml", add_plan(**new_plan("Laporan harga terbit setiap pagi", "....."))),
    ("R002", "14-staf.yaml", add_plan(**new_plan(ABOVE["Petugas Kebersihan Pasar"], ABOVE["Petugas Kebersihan Pasar"]))),
    ("R004", "15-staf.yaml", add_plan(**new_plan("Genset menyala dalam lima menit", ABOVE["Teknisi Bangunan Pasar"]))),
    ("R004", "50-matriks.yaml", lambda d: d["matriks"]["peran"][5]["sel"].update(h1="Kartu pedagang tercetak sebelum Lebaran")),
    ("R005", "51-matriks.yaml", lambda d: d["matriks"]["peran"].append({"jabatan": "Sopir", "sel": {"h0": "x", "h1": "x"}})),
    ("R006", "01-bidang.yaml", lambda d: None),  # ditanam pada 12-staf: bagian 100 los, bukan 120
    ("R011", "70-pohon.yaml", add_node(id="k", teks="Program Peningkatan Sarana Distribusi", induk="b")),
    ("R011", "70-pohon.yaml", add_node(id="l", teks="Bidang Pasar optimal", induk="b")),
    ("R012", "70-pohon.yaml", add_node(id="m", teks="Melakukan penyuluhan tera", induk="b")),
    ("R012", "70-pohon.yaml", add_node(id="n", teks="Penyuluhan", induk="b")),
    ("R013", "70-pohon.yaml", add_node(id="o", teks="Pedagang kecil naik kelas", induk="b")),
    ("R013", "70-pohon.yaml", add_node(id="p", teks="Pembeli merasa aman di pasar", induk="b")),
    ("R015", "19-staf.yaml", set_plan(rhk_atasan="Operasi pasar merata")),
    ("R015", "22-staf.yaml", set_plan(rhk_atasan="Konsumen cerdas dan berdaya")),
    # -- D: susunan
    ("D001", "20-staf.yaml", drop("periode")),
    ("D005", "00-kepala.yaml", set_measure(0, target="55 persen")),
    ("D017", "60-pk.yaml", lambda d: d["perjanjian_kinerja"]["sasaran"].append({"teks": "Ekspor kerajinan tumbuh"})),
    ("D007", "21-staf.yaml", add_plan(**new_plan("Pompa bensin bertakaran tepat", ABOVE["Pengamat Tera"]))),
    ("D009", "16-staf.yaml", drop("perilaku")),
    ("D010", "17-staf.yaml", lambda d: d.update(judul="Sasaran Kerja Pegawai")),
    ("D011", "11-staf.yaml", lambda d: d["pegawai"].update(nip="19900101201503200")),
    ("D012", "18-staf.yaml", add_plan(rhk="Gudang distributor terdata menurut isinya", rhk_atasan=ABOVE["Pengawas Distribusi"])),
    ("D013", "17-staf.yaml", add_plan(**{**new_plan("Harga beras tercatat setiap pagi", ABOVE["Analis Pasokan Pangan"]), "indikator": [{"teks": "Persentase hari tercatat", "aspek": "Kualitas"}]})),
    ("D003", "22-staf.yaml", lambda d: d.update(tambahan=[new_plan("Tugas Plt. Kepala Seksi Tera terlaksana tanpa tunggakan", "-")])),
    # -- X: padanan
    ("X001", "12-staf.yaml", set_measure(0, aspek="Waktu")),
    ("X002", "14-staf.yaml", add_plan(**{**new_plan("Sampah terangkut setiap sore", ABOVE["Petugas Kebersihan Pasar"]), "indikator": [{"teks": "Lama pengangkutan", "aspek": "Waktu", "target": "3 dokumen"}]})),
    ("X003", "19-staf.yaml", set_measure(0, target="90 dokumen")),
    ("X003", "20-staf.yaml", set_measure(0, teks="Jumlah timbangan bertanda tera sah", aspek="Kuantitas", target="85 persen")),
    ("X004", "21-staf.yaml", set_measure(0, target="90.5 %")),
    ("X006", "16-staf.yaml", set_measure(0, target="95–90 persen")),
    ("X006", "15-staf.yaml", set_measure(0, target="90–90 persen")),
    ("X005", "11-staf.yaml", add_plan(**{**new_plan("Papan nama los terpasang", ABOVE["Pengelola Pasar Utara"]), "indikator": [{"teks": "Jumlah papan nama", "aspek": "Kuantitas", "target": "12"}]})),
    ("X007", "12-staf.yaml", add_plan(**{**new_plan("Aduan pedagang terjawab", ABOVE["Pengelola Pasar Selatan"]), "indikator": [{"teks": "Jumlah aduan pedagang", "aspek": "Kuantitas", "target": "5 aduan"}]})),
    ("M012", "90-manual.yaml", lambda d: d["manual_indikator"][1].pop("formula")),
    # -- U: uraian tugas dan ABK
    ("U001", "81-abk.yaml", set_task(0, kebutuhan="0,5")),
    ("U002", "82-abk.yaml", set_task(0, efektif="1200", kebutuhan="0,4")),
    ("U003", "83-abk.yaml", set_task(0, uraian="Koordinasi")),
    ("U004", "84-abk.yaml", set_task(1, hasil_kerja="")),
    ("U005", "84-abk.yaml", lambda d: d["abk"].update(pemangku="3")),
]  # fmt: skip


def written(folder: Path, faults: list[tuple[str, str, Change]]) -> Path:
    drafts = office.office()
    for _, file, change in faults:
        change(drafts[file])
    if any(code == "R006" for code, _, _ in faults):
        drafts["12-staf.yaml"]["utama"][0]["indikator"][0]["target"] = "100 los"
    for name, draft in drafts.items():
        (folder / name).write_text(yaml.safe_dump(draft, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def notes(analyser: Analyser, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield file, code and severity of every note about the unit in *folder*."""
    unit = Unit()
    told: list[tuple[str, Any]] = []
    for found in read_path(str(folder)):
        assert isinstance(found, Document), found
        paper = unit.open(found, analyser)
        for checked in checked_items(found, analyser):
            unit.add(paper, checked.item)
            told.append((found.path, checked))
    linked = (one for folder in unit.folders for one in unit.close(folder))
    told += [(one[0].path, one[1]) for one in linked if isinstance(one, tuple)]
    for path, checked in told:
        for note in checked.findings:
            yield Path(path).name, note.code, note.severity


def test_a_unit_without_a_fault_has_no_error(analyser: Analyser, tmp_path: Path) -> None:
    found = list(notes(analyser, written(tmp_path, [])))
    assert [note for note in found if note[2] == "error"] == []
    assert [note for note in found if note[1][0] in "RU"] == []


def test_every_planted_fault_is_found_and_no_other_error(analyser: Analyser, tmp_path: Path) -> None:
    assert len(FAULTS) == 40
    found = list(notes(analyser, written(tmp_path, FAULTS)))
    planted = Counter((file, code) for code, file, _ in FAULTS)
    seen = Counter((file, code) for file, code, _ in found)
    assert {key: n for key, n in planted.items() if seen[key] < n} == {}
    others = {(file, code) for file, code, severity in found if severity == "error"} - planted.keys()
    assert others == set()


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{code} {file} {n}" for n, (code, file, _) in enumerate(FAULTS)])
def test_a_fault_alone_is_found(analyser: Analyser, tmp_path: Path, fault: tuple[str, str, Change]) -> None:
    code, file, _ = fault
    assert (file, code) in {note[:2] for note in notes(analyser, written(tmp_path, [fault]))}
