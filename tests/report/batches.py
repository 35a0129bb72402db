"""Hand-made batches for the tests of the report and of the workbook of counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from linter.model.batch import (
    Agreement,
    Alike,
    Basis,
    Batch,
    Counts,
    Coverage,
    Doubtful,
    Drift,
    Left,
    Named,
    RuleLine,
    Shared,
    Spread,
)

RULES = (
    ("C001", "verba-aktivitas", "Rumusan menyebut kegiatan", "error"),
    ("S001", "mutu-kabur", "Mutu tanpa ukuran", "warning"),
    ("M001", "indikator-tanpa-ukuran", "Indikator tanpa ukuran", "error"),
    ("R001", "tanpa-rk-atasan", "Tidak terkait dengan rencana atasan", "error"),
    ("T003", "tanpa-batas-waktu", "Tidak ada batas waktu", "warning"),
    ("E004", "ejaan", "Ejaan yang tidak baku", "info"),
    ("P001", "dua-hasil", "Dua hasil dalam satu rumusan", "warning"),
    ("D001", "kepala-tidak-lengkap", "Kepala formulir tidak lengkap", "error"),
    ("X003", "target-tanpa-satuan", "Target tanpa satuan", "error"),
    ("A006", "di-luar-kendali", "Hasil di luar kendali", "warning"),
    ("M003", "indikator-melingkar", "Indikator mengulang rumusan", "warning"),
    ("C012", "kategori", "Nama urusan, bukan hasil", "warning"),
    ("A001", "kata-mutlak", "Kata mutlak", "warning"),
    ("D007", "rumusan-kembar", "Rumusan kembar dalam satu SKP", "info"),
    ("X011", "satuan-berbeda", "Satuan target dan indikator berbeda", "info"),
)
REMARK = "Sebagian besar SKP unit ini belum menyebut batas waktu; sebutkan bulan atau triwulannya."
"""A remark to a unit."""
PREDIKAT = re.compile(
    r"\b(baik|butuh|cukup|kurang(?! dari)|sangat|istimewa|buruk|good|poor|excellent|fair|outstanding|satisfactory)\b",
    re.IGNORECASE,
)
"""The words of an appraisal, which no report of wording uses; "kurang dari" counts and judges nothing."""


def counts(documents: int, seed: int = 0, rules: Sequence[tuple[str, ...]] = RULES) -> Counts:
    """Return plausible counts of a group; each *seed* gives others."""
    statements = documents * 5 + seed % 3
    results, activities = statements * (35 + seed * 7 % 45) // 100, statements * (8 + seed * 5 % 12) // 100
    fields = statements * (seed % 3) // 50
    shares = [max(0, (70 + seed * 13 % 37 - 6 * n - (n * seed) % 19)) for n in range(len(rules))]
    found = {code: documents * min(share, 94) // 100 for (code, *_), share in zip(rules, shares, strict=True)}
    notes = {code: number + number // 2 for code, number in found.items()}
    middle = 55 + seed * 3 % 30
    return Counts(
        documents=documents,
        statements=statements,
        clean=results * 9 // 10,
        mandatory=documents // 4,
        classes={
            "pencapaian": results,
            "aktivitas": activities,
            "kategori": fields,
            "null": statements - results - activities - fields,
        },
        severities={
            severity: sum(notes[code] for code, _, _, of in rules if of == severity)
            for severity in ("error", "warning", "info")
        },
        rules=notes,
        by_document=found,
        spread=Spread(documents, 11.25, middle - 12.5, float(middle), middle + 9.75, 99.75) if documents >= 5 else None,
    )


def summed(units: Sequence[Named]) -> Counts:
    """Return the counts of all units together."""

    def added(name: str) -> dict[str, int]:
        keys = dict.fromkeys(key for unit in units for key in getattr(unit.counts, name))
        return {key: sum(getattr(unit.counts, name).get(key, 0) for unit in units) for key in keys}

    single = ("documents", "statements", "clean", "mandatory")
    whole = {name: sum(getattr(unit.counts, name) for unit in units) for name in single}
    maps = {name: added(name) for name in ("classes", "severities", "rules", "by_document")}
    spread = Spread(whole["documents"], 8.5, 54.25, 68.5, 79.75, 100.0) if whole["documents"] >= 5 else None
    return Counts(**whole, **maps, spread=spread)


def batch(sizes: Sequence[int] = (), rules: Sequence[tuple[str, ...]] = RULES, **other: object) -> Batch:
    """Return a batch of units with so many documents each, and nothing to look at but what *other* says."""
    units = tuple(Named(f"Bidang Contoh {n:02}", counts(size, n, rules)) for n, size in enumerate(sizes, 1))
    total = summed(units)
    lines = tuple(
        RuleLine(
            code, name, title, severity, "pedoman", total.rules.get(code, 0), total.by_document.get(code, 0), len(units)
        )
        for code, name, title, severity in rules
    )
    made = Batch(
        basis=Basis("0.9.0", "3f9c2ab471d0", ("p6-2022-kuantitatif", "p6-2022-kualitatif"), "standar"),
        total=total,
        units=units,
        levels=(),
        rules=lines if units else (),
        histogram=(),
        doubtful=(),
        alike=(),
        shared=(),
        coverage=(),
        drift=(),
        agreement=(),
        left=(),
    )
    return msgspec.structs.replace(made, **other)


def office() -> Batch:
    """Return the batch of an office: 30 units, four of them small, 15 rules, 800 documents, something of everything."""
    sizes = [*[3, 1, 4, 2], *[12 + n * 37 % 31 for n in range(25)]]
    sizes.append(800 - sum(sizes))
    levels = [("JPT", 4), ("JF Ahli Muda", 300), ("", 496)]
    return batch(
        sizes,
        levels=tuple(Named(name, counts(size, n)) for n, (name, size) in enumerate(levels)),
        histogram=(0, 0, 1, 0, 2, 4, 9, 15, 28, 41, 66, 92, 110, 124, 109, 88, 62, 33, 12, 4),
        doubtful=tuple(
            Doubtful(f"SKP-{n:04}", f"baris {n + 3}", f"Pengelolaan arsip kegiatan ke-{n}", "kategori", "null", 0.42)
            for n in range(63)
        ),
        alike=tuple(
            Alike(
                f"Laporan pertanggungjawaban kegiatan bidang contoh ke-{n} tersusun tepat waktu",
                100.0 - n,
                tuple(f"SKP-{n + k:04}" for k in range(2 + n * 3)),
                ("Analis Contoh Ahli Muda", "Pengelola Contoh"),
            )
            for n in range(6)
        ),
        shared=(
            *(
                Shared(f"Bidang Contoh {n:02}", "T003", "tanpa-batas-waktu", REMARK, 9 + n, 12 + n)
                for n in range(5, 12)
            ),
            Shared("Bidang Contoh 02", "C001", "verba-aktivitas", "Catatan bagi unit kecil", 1, 1),
        ),
        coverage=(
            Coverage("Bidang Contoh 05", 6, 6, ()),
            Coverage("Bidang Contoh 06", 7, 5, ("Meningkatnya mutu layanan contoh", "Menurunnya temuan berulang")),
        ),
        drift=(Drift("C001", 1_412, 1_034), Drift("pencapaian", 1_820, 2_204)),
        agreement=(
            Agreement("C001", 1_250, 0.91, 0.62),
            Agreement("S001", 40, 0.55, -0.05),
            Agreement("T003", 12, 0.5),
            Agreement("E004", 9, 1.0, 1.0),
        ),
        left=(
            Left("masuk/terkunci.xlsx", "berkas dikunci dengan kata sandi; buka kuncinya lalu simpan kembali", True),
            *(Left(f"masuk/catatan-{n}.txt", "tidak ada tabel SKP di dalamnya", False) for n in range(27)),
        ),
    )
