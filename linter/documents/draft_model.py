"""The types of a draft: one SKP as a person writes it in YAML or JSON; its reader and its JSON Schema derive from them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from linter.model import Said

Text = Annotated[str, Meta(min_length=1)]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="Tanggal, misalnya 2026-01-31.")]
Abaikan = Annotated[
    dict[str, str | None],
    Meta(description="Kode atau nama aturan yang diabaikan untuk rumusan ini, masing-masing dengan alasannya."),
]

WORDING = {
    "asal": Said(
        "isi 'asal' harus salah satu dari: sendiri, pk, katalog, direktif",
        "the value of 'asal' must be one of: sendiri, pk, katalog, direktif",
    ),
    "mulai": Said(
        "isi 'mulai' harus tanggal seperti 2026-01-31", "the value of 'mulai' must be a date such as 2026-01-31"
    ),
    "akhir": Said(
        "isi 'akhir' harus tanggal seperti 2026-12-31", "the value of 'akhir' must be a date such as 2026-12-31"
    ),
    **{
        key: Said(f"isi '{key}' masih kosong", f"the value of '{key}' is still empty")
        for key in ("rhk", "teks", "jabatan", "unit_kerja", "dari")
    },
}


class Periode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Masa penilaian, dari mulai sampai akhir."""

    mulai: Day
    akhir: Day


class Pegawai(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pegawai yang dinilai."""

    jabatan: Text
    unit_kerja: Text
    nama: str | None = None
    nip: str | None = None
    pangkat_gol: str | None = None
    jenis_jabatan: str | None = None
    jenjang: str | None = None


class PejabatPenilai(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pejabat Penilai Kinerja."""

    jabatan: Text
    unit_kerja: str | None = None
    jenjang: str | None = None
    delegasi: Annotated[str, Meta(description="Surat pendelegasian wewenang menilai, bila ada.")] | None = None
    nama: str | None = None
    nip: str | None = None
    pangkat_gol: str | None = None


class Lampiran(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lampiran SKP: yang disepakati selain rencana dan targetnya."""

    sumber_daya: Annotated[str, Meta(description="Dukungan sumber daya.")] | None = None
    skema_pertanggungjawaban: str | None = None
    konsekuensi: str | None = None


class AtasanLain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rencana di luar rencana atasan langsung yang ikut didukung: milik ketua tim, atau unit atau instansi lain."""

    rhk: Annotated[Text, Meta(description="Rumusan rencana yang didukung.")]
    dari: Annotated[Text, Meta(description="Jabatan yang memberi tugas: ketua tim atau pemilik kinerja.")]
    unit_kerja: Annotated[str, Meta(description="Unit atau instansi pemberi tugas, bila lain.")] | None = None
    surat: Annotated[str, Meta(description="Surat tugas atau surat keputusannya.")] | None = None


class Indikator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu indikator kinerja individu dengan aspek dan targetnya."""

    teks: Annotated[Text, Meta(description="Rumusan indikator.")]
    aspek: str | None = None
    target: str | None = None
    sumber_data: Annotated[str, Meta(description="Dari mana realisasinya diketahui.")] | None = None
    abaikan: Abaikan | None = None


class Rhk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Satu rencana hasil kerja dengan indikatornya."""

    rhk: Annotated[Text, Meta(description="Rumusan rencana hasil kerja.")]
    id: str | None = None
    rhk_atasan: Annotated[str, Meta(description="Rencana hasil kerja pimpinan yang diintervensi.")] | None = None
    rhk_atasan_id: Annotated[str, Meta(description="Id rencana itu dalam draf SKP pimpinan, bila ada.")] | None = None
    atasan_lain: tuple[AtasanLain, ...] = ()
    asal: Annotated[
        Literal["sendiri", "pk", "katalog", "direktif"],
        Meta(description="Asal rumusan: ditulis sendiri, atau disalin dari PK, katalog, atau direktif."),
    ] = "sendiri"
    cascading: (
        Annotated[
            Literal["tidak langsung", "beban target", "wilayah", "aspek", "utuh"],
            Meta(
                description="Cara rencana atasan diturunkan: tidak langsung, utuh, atau dibagi (beban target, wilayah, aspek)."
            ),
        ]
        | None
    ) = None
    ak: Annotated[str, Meta(description="Angka kredit (formulir 2021).")] | None = None
    perspektif: Annotated[str, Meta(description="Perspektif (JPT dan pimpinan unit kerja mandiri).")] | None = None
    bukti: Annotated[str, Meta(description="Surat penugasan atau dokumen lain untuk kinerja tambahan.")] | None = None
    abaikan: Abaikan | None = None
    indikator: tuple[Indikator, ...] | None = None


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Draf satu SKP."""

    judul: Annotated[str, Meta(description="Judul formulir, misalnya Sasaran Kinerja Pegawai.")] | None = None
    regime: Annotated[str, Meta(description="Rezim, misalnya p6-2022-kuantitatif.")] | None = None
    periode: Periode | None = None
    instansi: str | None = None
    pegawai: Pegawai | None = None
    pejabat_penilai: PejabatPenilai | None = None
    abaikan: Abaikan | None = None
    utama: Annotated[tuple[Rhk, ...], Meta(description="Kinerja utama.")] | None = None
    tambahan: Annotated[tuple[Rhk, ...], Meta(description="Kinerja tambahan.")] | None = None
    perilaku: Annotated[tuple[Text, ...], Meta(description="Nilai perilaku kerja pada formulir.")] | None = None
    lampiran: Lampiran | None = None
    uraian_tugas: Annotated[tuple[Text, ...], Meta(description="Butir uraian tugas jabatan, sebagai pembanding.")] = ()
