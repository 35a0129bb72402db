"""The types of the papers beside an SKP, as a person writes them in YAML or JSON; readers and JSON Schemas derive from them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from linter.documents.draft_model import Abaikan, Text


class Ukuran(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu indikator dengan targetnya."""

    teks: Text
    target: str | None = None
    satuan: str | None = None


class Hasil(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu kolom matriks: hasil pimpinan yang dibagi."""

    id: Text
    teks: Text
    jenis: Literal["outcome_antara", "produk", "layanan", "peran", "iki"] | None = None


class Peran(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu baris matriks: seorang pegawai dan perannya pada tiap hasil."""

    jabatan: Text
    sel: Annotated[
        dict[str, str], Meta(description="Isi tiap sel menurut id hasilnya; x berarti tanpa peran, ….. belum diisi.")
    ]
    nama: str | None = None
    unit_kerja: str | None = None
    tingkat: Literal["pimpinan", "ketua", "anggota"] | None = None
    abaikan: Abaikan | None = None


class Matriks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Matriks pembagian peran dan hasil."""

    hasil: tuple[Hasil, ...]
    peran: tuple[Peran, ...]
    sasaran: Annotated[str, Meta(description="Sasaran di atas matriks.")] | None = None
    unit_kerja: str | None = None


class Sasaran(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu sasaran perjanjian kinerja."""

    teks: Text
    id: str | None = None
    indikator: tuple[Ukuran, ...] = ()
    abaikan: Abaikan | None = None


class PerjanjianKinerja(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Perjanjian kinerja (PK) seorang pimpinan."""

    jabatan: Text
    sasaran: tuple[Sasaran, ...]
    unit_kerja: str | None = None
    tahun: str | None = None


class Simpul(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu simpul pohon kinerja: kondisi yang akan terwujud."""

    id: Text
    teks: Text
    induk: Annotated[str, Meta(description="Id simpul di atasnya (akibatnya).")] | None = None
    tingkat: Literal["final", "intermediate", "immediate", "output"] | None = None
    pemilik: Annotated[str, Meta(description="Jabatan yang memikulnya.")] | None = None
    crosscutting_dengan: str | None = None
    csf: Annotated[Literal["ya", "tidak"], Meta(description="Faktor kunci keberhasilan.")] = "tidak"
    indikator: tuple[Ukuran, ...] = ()
    abaikan: Abaikan | None = None


class Pohon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pohon kinerja."""

    simpul: tuple[Simpul, ...]
    unit_kerja: str | None = None


class Tugas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu uraian tugas dengan beban kerjanya."""

    uraian: Text
    hasil_kerja: Annotated[str, Meta(description="Satuan hasil: Laporan, Konsep, Berkas.")] | None = None
    jumlah: Annotated[str, Meta(description="Jumlah hasil setahun.")] | None = None
    waktu: Annotated[str, Meta(description="Waktu penyelesaian satu hasil.")] | None = None
    satuan_waktu: Literal["jam", "menit"] | None = None
    efektif: Annotated[str, Meta(description="Waktu kerja efektif setahun, dalam satuan yang sama.")] | None = None
    kebutuhan: Annotated[str, Meta(description="Kebutuhan pegawai: jumlah × waktu / efektif.")] | None = None
    abaikan: Abaikan | None = None


class Abk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Analisis beban kerja satu jabatan."""

    jabatan: Text
    tugas: tuple[Tugas, ...]
    unit_kerja: str | None = None
    pemangku: Annotated[str, Meta(pattern=r"^[0-9]{1,5}$", description="Banyaknya pemangku jabatan ini.")] | None = None
    total: str | None = None


class Manual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Manual satu indikator kinerja."""

    indikator: Text
    deskripsi_rk: str | None = None
    definisi: str | None = None
    formula: str | None = None
    tujuan: str | None = None
    satuan: str | None = None
    polaritas: Literal["maksimalkan", "minimalkan", "stabilkan"] | None = None
    sumber_data: str | None = None
    perspektif: str | None = None
    sasaran: str | None = None
    jenis_aspek: str | None = None
    penanggung_jawab: str | None = None
    periode_pelaporan: str | None = None
    data_awal: str | None = None
    target_triwulanan: tuple[str, ...] = ()
    jenis_konsolidasi: str | None = None
    tingkat_kendali: str | None = None
    jenis_cascading: str | None = None
    abaikan: Abaikan | None = None


class Terkait(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keterkaitan satu rencana kinerja pejabat fungsional dengan butir kegiatan dan angka kreditnya."""

    rencana_kinerja: Text
    butir_kegiatan: tuple[Text, ...] = ()
    output: str | None = None
    angka_kredit: str | None = None


class Keterkaitan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keterkaitan SKP seorang pejabat fungsional dengan angka kredit (formulir 2021)."""

    jabatan: Text
    rencana: tuple[Terkait, ...]
    unit_kerja: str | None = None


class Papers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Dokumen di sekitar SKP; satu berkas boleh memuat beberapa di antaranya."""

    matriks: Matriks | None = None
    perjanjian_kinerja: PerjanjianKinerja | None = None
    pohon_kinerja: Pohon | None = None
    abk: Abk | None = None
    manual_indikator: tuple[Manual, ...] | None = None
    keterkaitan_angka_kredit: Keterkaitan | None = None


KINDS = {
    "matriks": "matriks",
    "perjanjian_kinerja": "pk",
    "pohon_kinerja": "pohon",
    "abk": "abk",
    "manual_indikator": "manual",
    "keterkaitan_angka_kredit": "keterkaitan",
}
"""The keys of a file with such papers, and the kind of document that each makes (see ``Header.kind``)."""
