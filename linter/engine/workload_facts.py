"""Facts of an analysis of work load (ABK): what a task yields, how long it takes, how many persons it needs."""

from __future__ import annotations

import re
from typing import Any

from linter.engine.facts import Facts, Registry
from linter.language.numerals import number

WORKLOAD: Registry = Registry()
fact = WORKLOAD

_MINUTES = 60
_OF_HOURS = 10_000
"""An effective time of at most so many units is in hours, even where a task is measured in minutes."""


def amount(written: str | None, *, share: bool = False) -> float | None:
    """Return a number as it is written ("48", "1.250", "0,192"); None where it is none.

    A *share* of a person is small: what stands behind its one separator are decimals ("1.250" is one and a quarter).
    """
    text = "".join((written or "").split())
    return number(text.replace(".", ",") if share else text)


def need(f: Facts) -> float | None:
    """Return how many persons a task needs: amount × time / effective time (S0); None where one of them is not given.

    Where nothing says whether times are minutes, they are if the need that is written comes of it.
    """
    cells = f.item.cells
    count, each, effective = (amount(cells.get(key)) for key in ("jumlah", "waktu", "efektif"))
    if count is None or each is None or not effective:
        return None
    found, unit = count * each / effective, cells.get("satuan_waktu")
    stated = amount(cells.get("kebutuhan"), share=True)
    if unit is None and stated is not None and effective <= _OF_HOURS:
        return min(found, found / _MINUTES, key=lambda one: abs(one - stated))
    return found / _MINUTES if unit == "menit" and effective <= _OF_HOURS else found


@fact("jenis_dokumen", "Jenis dokumennya: daftar, skp, matriks, pk, pohon, abk, manual, keterkaitan.")
def _kind(f: Facts) -> Any:
    return f.header.kind


@fact("hasil_kerja", "Satuan hasil kerja sebuah uraian tugas dalam ABK, huruf kecil; kosong bila tidak diisi.")
def _output(f: Facts) -> Any:
    return " ".join(f.item.cells.get("hasil_kerja", "").lower().split()) or None


@fact("uraian_abk", "Benar bila uraian tugas berdiri dalam tabel ABK.", ("true", "false"))
def _in_workload(f: Facts) -> Any:
    return "abk" in f.item.cells


@fact(
    "kebutuhan_hitung",
    "Kebutuhan pegawai menurut hitungan: jumlah hasil × waktu penyelesaian / waktu efektif.",
    number=True,
)
def _computed(f: Facts) -> Any:
    found = need(f)
    return None if found is None else round(found, 4)


@fact("kebutuhan_tertulis", "Kebutuhan pegawai sebagaimana tertulis.", number=True)
def _stated(f: Facts) -> Any:
    return amount(f.item.cells.get("kebutuhan"), share=True)


@fact(
    "kebutuhan_berbeda",
    "Benar bila kebutuhan yang tertulis berbeda dari hitungannya lebih dari setengah angka desimal terakhirnya.",
    ("true", "false"),
)
def _differs(f: Facts) -> Any:
    computed, stated = need(f), amount(f.item.cells.get("kebutuhan"), share=True)
    if computed is None or stated is None:
        return None
    decimals = re.split("[.,]", f.item.cells["kebutuhan"].strip())[1:]
    return abs(computed - stated) > 0.5 * 10 ** -len(decimals[0] if decimals else "") + 1e-9


@fact("jam_efektif", "Waktu kerja efektif setahun dalam jam.", number=True)
def _effective(f: Facts) -> Any:
    found = amount(f.item.cells.get("efektif"))
    return found / _MINUTES if found is not None and found > _OF_HOURS else found


@fact(
    "kebutuhan_per_pemangku",
    "Jumlah kebutuhan seluruh tugas dibagi banyaknya pemangku; kosong bila banyaknya tidak disebut.",
    number=True,
)
def _per_holder(f: Facts) -> Any:
    totals = f.around.totals
    if totals is None or f.header.kind != "abk" or not totals.needs or not f.header.holders:
        return None
    return round(totals.needs / f.header.holders, 3)


@fact("pemangku", "Banyaknya pemangku jabatan yang dihitung beban kerjanya.", number=True)
def _holders(f: Facts) -> Any:
    return f.header.holders
