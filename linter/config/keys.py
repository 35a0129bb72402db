"""The keys of skplint.toml: loader, errors, JSON Schema, docs/pengaturan.md and ``skplint init`` derive from these types."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import msgspec
import msgspec.inspect
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
        description="Unit kerja penulis draf: subjek dengan nama ini adalah pihak sendiri, seperti unit pada kepala SKP.",
        examples=[["Subbagian Keuangan"]],
    ),
]
Titles = Annotated[
    tuple[str, ...],
    Meta(
        description="Jabatan penulis draf: subjek dengan nama ini adalah pihak sendiri, seperti jabatan pada kepala SKP.",
        examples=[["Bendahara Pengeluaran"]],
    ),
]
Regime = Annotated[
    str | None,
    Meta(
        description="Peraturan yang berlaku; bila kosong, dikenali dari formulir. Nama: folder rules/regimes.",
        examples=["p6-2022-kuantitatif"],
    ),
]
Part = Annotated[
    str, Meta(description="Bagian yang diwakili setiap baris berkas teks: rencana_kinerja, indikator, uraian_tugas, …")
]
Source = Annotated[
    Asal,
    Meta(
        description="Asal rumusan: `sendiri`, atau warisan dari `pk`, `katalog`, `direktif`, yang catatannya bukan untuk penulis."
    ),
]


class PerPath(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What differs for the files that one of the patterns ``match`` names; a key that is absent changes nothing."""

    match: Annotated[
        tuple[str, ...],
        Meta(
            min_length=1,
            description="Pola berkas seperti pada .gitignore, dihitung dari folder berkas pengaturan.",
            examples=[["tambahan/**"]],
        ),
    ]
    select: Annotated[
        Selectors, Meta(description="Hanya aturan ini; menggantikan `select` di atasnya.", examples=[["C", "M001"]])
    ] = ()
    ignore: Annotated[
        Selectors, Meta(description="Tanpa aturan ini; ditambahkan pada `ignore` di atasnya.", examples=[["S001"]])
    ] = ()
    regime: Regime = None
    part: Part = "rencana_kinerja"
    asal: Source = "sendiri"
    own_units: Units = ()
    own_titles: Titles = ()


class ConfigFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Everything that a configuration file can say, with what holds where it says nothing."""

    extends: Annotated[
        str | None,
        Meta(
            description="Berkas pengaturan lain yang menjadi dasar, dihitung dari berkas ini: `../bersama.toml`.",
            examples=["../bersama.toml"],
        ),
    ] = None
    profile: Annotated[str, Meta(description="Tangga aturan: `dasar`, `lengkap`, `reviu`.")] = "lengkap"
    select: Annotated[
        Selectors,
        Meta(
            description="Hanya aturan ini, menggantikan pilihan profil: kode, nama, atau huruf keluarga.",
            examples=[["C", "M001"]],
        ),
    ] = ()
    ignore: Annotated[
        Selectors, Meta(description="Tanpa aturan ini: kode, nama, atau huruf keluarga.", examples=[["S001"]])
    ] = ()
    regime: Regime = None
    lang: Annotated[Literal["id", "en"], Meta(description="Bahasa laporan dan pesan.")] = "id"
    fail_on: Annotated[
        Level, Meta(description="Tingkat catatan yang memberi kode keluar 1: `error`, `warning`, `info`, `never`.")
    ] = "error"
    rules: Annotated[
        tuple[str, ...],
        Meta(
            description="Folder aturan sendiri di atas aturan bawaan, dihitung dari berkas ini; yang belakang menang.",
            examples=[["aturan-kami"]],
        ),
    ] = ()
    baseline: Annotated[
        str | None,
        Meta(
            description="Berkas catatan lama yang tidak ditampilkan lagi, dihitung dari berkas ini.",
            examples=["catatan-lama.json"],
        ),
    ] = None
    exclude: Annotated[
        tuple[str, ...],
        Meta(
            description="Pola berkas yang dilewati dalam folder; berkas yang disebut langsung tetap diperiksa.",
            examples=[["arsip/**"]],
        ),
    ] = ()
    part: Part = "rencana_kinerja"
    asal: Source = "sendiri"
    own_units: Units = ()
    own_titles: Titles = ()
    terms: Annotated[
        tuple[str, ...],
        Meta(
            description="Istilah baku instansi: kata mutu di dalamnya bukan kata kabur (daftar `istilah-baku`).",
            examples=[["laik fungsi"]],
        ),
    ] = ()
    abbreviations: Annotated[
        dict[str, str],
        Meta(
            description="Singkatan instansi dan kepanjangannya; dibaca seperti kepanjangannya.",
            examples=[{"spj": "surat pertanggungjawaban"}],
        ),
    ] = {}
    roots: Annotated[
        dict[str, WordClass],
        Meta(
            description="Kata dasar instansi dan jenisnya; bentuk berimbuhannya ikut dikenal. Jenis: "
            + ", ".join(f"`{kind}`" for kind in get_args(WordClass))
            + ".",
            examples=[{"lapak": "tempat"}],
        ),
    ] = {}
    lists: Annotated[
        dict[str, tuple[str, ...] | dict[str, str]],
        Meta(
            description='Tambahan pada daftar kata aturan menurut namanya; daftar berpasangan diisi `salah = "benar"`.',
            examples=[{"kata-kabur": ["mantap jaya"]}],
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


KEYS = tuple(field.encode_name for field in msgspec.structs.fields(ConfigFile))
"""Every key, in the order in which they are shown."""


class About(msgspec.Struct, frozen=True):
    """What the types say of a key: its description, what holds without it (as TOML; "" for nothing), an example."""

    key: str
    text: str
    default: str
    example: str


def about(table: type[ConfigFile] | type[PerPath]) -> tuple[About, ...]:
    """Return what there is to know of each key of *table*, in their order."""
    info = msgspec.inspect.type_info(table)
    assert isinstance(info, msgspec.inspect.StructType)
    return tuple(_about(field) for field in info.fields)


def _about(field: msgspec.inspect.Field) -> About:
    said: dict[str, object] = {}
    if isinstance(field.type, msgspec.inspect.Metadata):
        said = field.type.extra_json_schema or {}
    example = said.get("examples")
    value = field.default
    return About(
        field.encode_name,
        str(said.get("description", "")),
        "" if value in (None, (), msgspec.NODEFAULT) else toml(value),
        toml(example[0]) if isinstance(example, list) else "",
    )


def toml(value: object) -> str:
    """Return a text, a list or a table of them as an inline value of TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    quoted = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
