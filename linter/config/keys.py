"""The keys of skplint.toml: loader, errors, JSON Schema, docs/pengaturan.md and ``skplint init`` derive from these types."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Asal = Literal["sendiri", "pk", "katalog", "direktif"]
Level = Literal["error", "warning", "info", "never"]
WordClass = Literal[
    "verba", "verba-intransitif", "kegiatan", "dokumen", "orang", "lembaga", "tempat", "benda", "bidang",
    "sifat", "sifat-kabur", "penjenis",
]  # fmt: skip
"""What a root of an institution can be; linter/app/words.py knows the table of the lexicon for each."""

Selectors = tuple[str, ...]
Units = Annotated[
    tuple[str, ...],
    Meta(
        description="Unit kerja penulis draf: subjek dengan nama ini adalah pihak sendiri, seperti unit pada kepala SKP."
    ),
]
Titles = Annotated[
    tuple[str, ...],
    Meta(
        description="Jabatan penulis draf: subjek dengan nama ini adalah pihak sendiri, seperti jabatan pada kepala SKP."
    ),
]
Regime = Annotated[
    str | None,
    Meta(description="Peraturan yang berlaku; bila kosong, dikenali dari formulir. Nama: folder rules/regimes."),
]
Part = Annotated[
    str, Meta(description="Bagian yang diwakili setiap baris berkas teks: rencana_kinerja, indikator, uraian_tugas, …")
]
Source = Annotated[
    Asal,
    Meta(description="Asal rumusan; yang bukan `sendiri` diwarisi, jadi catatannya untuk unit, bukan untuk penulis."),
]


class PerPath(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What differs for the files that one of the patterns ``match`` names; a key that is absent changes nothing."""

    match: Annotated[
        tuple[str, ...],
        Meta(min_length=1, description="Pola berkas seperti pada .gitignore, dihitung dari folder berkas pengaturan."),
    ]
    select: Annotated[Selectors, Meta(description="Hanya aturan ini; menggantikan `select` di atasnya.")] = ()
    ignore: Annotated[Selectors, Meta(description="Tanpa aturan ini; ditambahkan pada `ignore` di atasnya.")] = ()
    regime: Regime = None
    part: Part = "rencana_kinerja"
    asal: Source = "sendiri"
    own_units: Units = ()
    own_titles: Titles = ()


class ConfigFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Everything that a configuration file can say, with what holds where it says nothing."""

    extends: Annotated[
        str | None,
        Meta(description="Berkas pengaturan lain yang menjadi dasar, dihitung dari berkas ini: `../bersama.toml`."),
    ] = None
    profile: Annotated[str, Meta(description="Tangga aturan: `dasar`, `lengkap`, `reviu`.")] = "lengkap"
    select: Annotated[
        Selectors, Meta(description="Hanya aturan ini, menggantikan pilihan profil: kode, nama, atau huruf keluarga.")
    ] = ()
    ignore: Annotated[Selectors, Meta(description="Tanpa aturan ini: kode, nama, atau huruf keluarga.")] = ()
    regime: Regime = None
    lang: Annotated[Literal["id", "en"], Meta(description="Bahasa laporan dan pesan.")] = "id"
    fail_on: Annotated[
        Level, Meta(description="Tingkat catatan yang memberi kode keluar 1: `error`, `warning`, `info`, `never`.")
    ] = "error"
    rules: Annotated[
        tuple[str, ...],
        Meta(
            description="Folder aturan sendiri di atas aturan bawaan, dihitung dari berkas ini; yang belakang menang."
        ),
    ] = ()
    baseline: Annotated[
        str | None, Meta(description="Berkas catatan lama yang tidak ditampilkan lagi, dihitung dari berkas ini.")
    ] = None
    exclude: Annotated[
        tuple[str, ...],
        Meta(description="Pola berkas yang dilewati dalam folder; berkas yang disebut langsung tetap diperiksa."),
    ] = ()
    part: Part = "rencana_kinerja"
    asal: Source = "sendiri"
    own_units: Units = ()
    own_titles: Titles = ()
    terms: Annotated[
        tuple[str, ...],
        Meta(description="Istilah baku instansi: kata mutu di dalamnya bukan kata kabur (daftar `istilah-baku`)."),
    ] = ()
    abbreviations: Annotated[
        dict[str, str], Meta(description="Singkatan instansi dan kepanjangannya; dibaca seperti kepanjangannya.")
    ] = {}
    roots: Annotated[
        dict[str, WordClass],
        Meta(description="Kata dasar instansi dan jenisnya; semua bentuk berimbuhannya ikut dikenal."),
    ] = {}
    lists: Annotated[
        dict[str, tuple[str, ...] | dict[str, str]],
        Meta(
            description='Tambahan pada daftar kata aturan menurut namanya; daftar berpasangan diisi `salah = "benar"`.'
        ),
    ] = {}
    per_path: Annotated[
        tuple[PerPath, ...],
        Meta(description="Kekecualian untuk sebagian berkas, ditulis sebagai `[[per-path]]`; yang belakang menang."),
    ] = ()


GROWING = ("rules", "exclude", "own-units", "own-titles", "terms", "abbreviations", "roots", "lists", "per-path")
"""Keys that add to what ``extends`` brings; the others replace it."""


def field_of(key: str) -> str:
    """Return the name of the field that holds *key*."""
    return key.replace("-", "_")


KEYS = tuple(msgspec.structs.fields(ConfigFile)[n].encode_name for n in range(len(msgspec.structs.fields(ConfigFile))))
"""Every key, in the order in which they are shown."""
