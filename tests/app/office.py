"""A made-up office as drafts: a head, two divisions, twelve staff, and the papers beside their SKP; no name is a person's."""

# ruff: noqa: E501 – a table of posts reads best with one post a line

from __future__ import annotations

from typing import Any

Draft = dict[str, Any]

HEAD, MARKETS, TRADE = "Kepala Dinas Perdagangan", "Kepala Bidang Pasar", "Kepala Bidang Niaga"
VALUES = (
    "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif",
)  # fmt: skip

GOALS = (
    ("Pedagang kecil naik kelas", "Persentase pedagang bersertifikat halal", "60 persen"),
    ("Harga bahan pokok stabil", "Koefisien variasi harga beras", "maksimal 5 persen"),
)
"""Goals of the head with measure and target, as the performance contract has them."""

PLANS = {
    MARKETS: (
        ("Los pasar rakyat terisi pedagang", GOALS[0][0], "Jumlah los terisi", "240 los"),
        (
            "Pasar rakyat bersih sebelum pukul tujuh pagi",
            GOALS[0][0],
            "Persentase pasar bersih menurut lembar amatan",
            "90 persen",
        ),
    ),
    TRADE: (
        ("Pasokan beras cukup sampai panen berikutnya", GOALS[1][0], "Persentase ketersediaan beras", "95 persen"),
        ("Alat ukur pedagang bertanda tera sah", GOALS[1][0], "Persentase alat ukur bertanda tera sah", "85 persen"),
    ),
}
STAFF = (
    ("Pengelola Pasar Utara", MARKETS, 0, "Los Pasar Utara terisi pedagang sebelum Juni", "Jumlah los terisi", "120 los", "beban target"),
    ("Pengelola Pasar Selatan", MARKETS, 0, "Los Pasar Selatan terisi pedagang sebelum Juni", "Jumlah los terisi", "120 los", "beban target"),
    ("Juru Pungut Retribusi", MARKETS, 0, "Retribusi harian tersetor pada hari yang sama", "Persentase setoran pada hari yang sama", "98 persen", ""),
    ("Petugas Kebersihan Pasar", MARKETS, 1, "Lorong pasar bersih sebelum pukul tujuh pagi", "Persentase lorong bersih menurut lembar amatan", "90 persen", ""),
    ("Teknisi Bangunan Pasar", MARKETS, 1, "Atap los bebas bocor sebelum musim hujan", "Persentase los bebas bocor", "95 persen", ""),
    ("Pengadministrasi Pasar", MARKETS, 1, "Izin pemakaian los terbit dalam tiga hari kerja", "Persentase izin terbit dalam tiga hari kerja", "95 persen", ""),
    ("Analis Pasokan Pangan", TRADE, 0, "Neraca beras bulanan tersaji sebelum tanggal lima", "Persentase neraca tersaji sebelum tanggal lima", "95 persen", ""),
    ("Pengawas Distribusi", TRADE, 0, "Gudang distributor bebas timbunan", "Persentase gudang bebas timbunan menurut pemeriksaan", "95 persen", ""),
    ("Petugas Operasi Pasar", TRADE, 0, "Beras operasi pasar sampai kepada keluarga sasaran", "Persentase keluarga sasaran penerima beras", "90 persen", ""),
    ("Penera Ahli Pertama", TRADE, 1, "Timbangan pedagang bertanda tera sah sebelum Oktober", "Persentase timbangan bertanda tera sah", "85 persen", ""),
    ("Pengamat Tera", TRADE, 1, "Pompa bensin bertakaran tepat", "Persentase pompa bensin bertakaran tepat", "90 persen", ""),
    ("Penyuluh Konsumen", TRADE, 1, "Pedagang memahami kewajiban tera ulang", "Persentase pedagang yang lulus uji pemahaman", "80 persen", ""),
)  # fmt: skip
"""Post, chief, which plan of the chief, own plan, measure, target, how it was cascaded."""


def measure(text: str, target: str) -> Draft:
    return {
        "teks": text,
        "aspek": "Kualitas" if "Persentase" in text or "Koefisien" in text else "Kuantitas",
        "target": target,
    }


def skp(post: str, chief: str, rows: list[Draft]) -> Draft:
    return {
        "judul": "Sasaran Kinerja Pegawai",
        "regime": "p6-2022-kuantitatif",
        "periode": {"mulai": "2026-01-01", "akhir": "2026-12-31"},
        "pegawai": {"jabatan": post, "unit_kerja": "Dinas Perdagangan", "nama": f"Pemangku {post}"},
        "pejabat_penilai": {"jabatan": chief, "nama": f"Pemangku {chief}"},
        "utama": rows,
        "perilaku": list(VALUES),
    }


def row(text: str, above: str | None, said: str, target: str, way: str = "") -> Draft:
    plan: Draft = {"rhk": text, "indikator": [measure(said, target)]}
    if above is not None:
        plan["rhk_atasan"] = above
    if way:
        plan["cascading"] = way
    return plan


def task(text: str, output: str, amount: str, each: str, need: str) -> Draft:
    told = {
        "uraian": text,
        "hasil_kerja": output,
        "jumlah": amount,
        "waktu": each,
        "satuan_waktu": "jam",
        "efektif": "1250",
    }
    return {**told, "kebutuhan": need}


def office() -> dict[str, Draft]:
    """Return the drafts of the office without a fault, by file name."""
    files: dict[str, Draft] = {
        "00-kepala.yaml": skp(HEAD, "Bupati", [{**row(t, None, m, n), "asal": "pk"} for t, m, n in GOALS]),
    }
    for n, (chief, plans) in enumerate(PLANS.items(), 1):
        files[f"{n:02}-bidang.yaml"] = skp(chief, HEAD, [row(*plan) for plan in plans])
    for n, (post, chief, plan, text, said, target, way) in enumerate(STAFF, 11):
        files[f"{n}-staf.yaml"] = skp(post, chief, [row(text, PLANS[chief][plan][0], said, target, way)])
    files["50-matriks.yaml"] = {"matriks": matrix(MARKETS)}
    files["51-matriks.yaml"] = {"matriks": matrix(TRADE)}
    goals = [{"teks": t, "indikator": [{"teks": m, "target": n}]} for t, m, n in GOALS]
    files["60-pk.yaml"] = {"perjanjian_kinerja": {"jabatan": HEAD, "tahun": "2026", "sasaran": goals}}
    files["70-pohon.yaml"] = {"pohon_kinerja": {"simpul": tree()}}
    for n, (post, *_) in enumerate(STAFF[:4], 81):
        tasks = [
            task("Memeriksa kebersihan lorong", "Berita acara", "480", "1", "0,384"),
            task("Mencatat setoran retribusi", "Buku kas", "480", "1", "0,384"),
        ]
        files[f"{n}-abk.yaml"] = {"abk": {"jabatan": post, "pemangku": "1", "tugas": tasks}}
    files["90-manual.yaml"] = {"manual_indikator": [manual(m) for _, m, _ in GOALS]}
    return files


def matrix(chief: str) -> Draft:
    results = [{"id": f"h{n}", "teks": plan[0]} for n, plan in enumerate(PLANS[chief])]
    roles = []
    for post, above, plan, text, *_ in STAFF:
        if above == chief:
            cells = {one["id"]: text if n == plan else "x" for n, one in enumerate(results)}
            roles.append({"jabatan": post, "nama": f"Pemangku {post}", "sel": cells})
    return {"unit_kerja": "Dinas Perdagangan", "hasil": results, "peran": roles}


def tree() -> list[Draft]:
    return [
        {"id": "a", "teks": "Kesejahteraan pedagang meningkat", "tingkat": "final"},
        {"id": "b", "teks": "Pedagang kecil naik kelas", "induk": "a"},
        {"id": "c", "teks": "Los pasar rakyat terisi", "induk": "b"},
        {"id": "d", "teks": "Pembeli merasa aman di pasar", "induk": "b"},
        {"id": "e", "teks": "Lorong pasar terang pada malam hari", "induk": "d"},
        {"id": "f", "teks": "Pedagang menguasai pembukuan sederhana", "induk": "b"},
    ]


def manual(indicator: str) -> Draft:
    return {
        "indikator": indicator, "deskripsi_rk": "Pedagang kecil naik kelas", "definisi": "Bagian pedagang yang bersertifikat",
        "formula": "a / b × 100%", "tujuan": "Mengukur naik kelasnya pedagang", "satuan": "persen", "polaritas": "maksimalkan",
        "sumber_data": "Daftar induk pedagang",
    }  # fmt: skip
