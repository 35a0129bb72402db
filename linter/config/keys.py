"""The keys of skplint.toml: loader, errors, JSON Schema, docs/pengaturan.md and ``skplint init`` derive from these types."""

from __future__ import annotations

import json
import re
from typing import Annotated, Literal, get_args

import msgspec
import msgspec.inspect
from msgspec import Meta

from linter.model import Said

Asal = Literal["sendiri", "pk", "katalog", "direktif"]
Level = Literal["error", "warning", "info", "never"]
WordClass = Literal[
    "verba", "verba-intransitif", "kegiatan", "dokumen", "orang", "lembaga", "tempat", "benda", "bidang",
    "sifat", "sifat-kabur", "penjenis",
]  # fmt: skip
"""What a root of an institution can be; linter/app/words.py knows the table of the lexicon for each."""
_CLASSES = ", ".join(f"`{kind}`" for kind in get_args(WordClass))

Selectors = tuple[str, ...]
Units = Annotated[
    tuple[str, ...],
    Meta(
        description="Unit kerja penulis draf: subjek dengan nama ini adalah pihak sendiri, seperti unit pada kepala SKP.",
        extra={
            "en": "Units of the writer: a subject of such a name is the own side, like the unit in the header of an SKP."
        },
        examples=[["Subbagian Keuangan"]],
    ),
]
Titles = Annotated[
    tuple[str, ...],
    Meta(
        description="Jabatan penulis draf: subjek dengan nama ini adalah pihak sendiri, seperti jabatan pada kepala SKP.",
        extra={
            "en": "Posts of the writer: a subject of such a name is the own side, like the post in the header of an SKP."
        },
        examples=[["Bendahara Pengeluaran"]],
    ),
]
Regime = Annotated[
    str | None,
    Meta(
        description="Peraturan yang berlaku; bila kosong, dikenali dari formulir. Nama: folder rules/regimes.",
        extra={"en": "The regulation in force; without it, told by the form. Names: folder rules/regimes."},
        examples=["p6-2022-kuantitatif"],
    ),
]
Part = Annotated[
    str,
    Meta(
        description="Bagian yang diwakili setiap baris berkas teks: rencana_kinerja, indikator, uraian_tugas, …",
        extra={"en": "What each line of a text file is: rencana_kinerja, indikator, uraian_tugas, …"},
    ),
]
Source = Annotated[
    Asal,
    Meta(
        description="Asal rumusan: `sendiri`, atau warisan dari `pk`, `katalog`, `direktif`, "
        "yang catatannya bukan untuk penulis.",
        extra={
            "en": "Where statements come from: `sendiri` (one's own), or inherited from `pk`, `katalog`, "
            "`direktif`, whose notes are not for the writer."
        },
    ),
]


class PerPath(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What differs for the files that one of the patterns ``match`` names; a key that is absent changes nothing."""

    match: Annotated[
        tuple[str, ...],
        Meta(
            min_length=1,
            description="Pola berkas seperti pada .gitignore, dihitung dari folder berkas pengaturan.",
            extra={"en": "Patterns of files as in .gitignore, counted from the folder of the configuration."},
            examples=[["tambahan/**"]],
        ),
    ]
    select: Annotated[
        Selectors,
        Meta(
            description="Hanya aturan ini; menggantikan `select` di atasnya.",
            extra={"en": "Only these rules; replaces the `select` above it."},
            examples=[["C", "M001"]],
        ),
    ] = ()
    ignore: Annotated[
        Selectors,
        Meta(
            description="Tanpa aturan ini; ditambahkan pada `ignore` di atasnya.",
            extra={"en": "Without these rules; added to the `ignore` above it."},
            examples=[["S001"]],
        ),
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
            extra={"en": "Another configuration file to build on, counted from this one: `../bersama.toml`."},
            examples=["../bersama.toml"],
        ),
    ] = None
    profile: Annotated[
        str,
        Meta(
            description="Tangga aturan: `dasar`, `lengkap`, `reviu`.",
            extra={"en": "The ladder of rules: `dasar`, `lengkap`, `reviu`."},
        ),
    ] = "lengkap"
    select: Annotated[
        Selectors,
        Meta(
            description="Hanya aturan ini, menggantikan pilihan profil: kode, nama, atau huruf keluarga.",
            extra={"en": "Only these rules, in place of those of the profile: codes, names, or letters of families."},
            examples=[["C", "M001"]],
        ),
    ] = ()
    ignore: Annotated[
        Selectors,
        Meta(
            description="Tanpa aturan ini: kode, nama, atau huruf keluarga.",
            extra={"en": "Without these rules: codes, names, or letters of families."},
            examples=[["S001"]],
        ),
    ] = ()
    regime: Regime = None
    lang: Annotated[
        Literal["id", "en"],
        Meta(description="Bahasa laporan dan pesan.", extra={"en": "Language of reports and messages."}),
    ] = "id"
    fail_on: Annotated[
        Level,
        Meta(
            description="Tingkat catatan yang memberi kode keluar 1: `error`, `warning`, `info`, `never`.",
            extra={"en": "The level of notes that gives exit code 1: `error`, `warning`, `info`, `never`."},
        ),
    ] = "error"
    rules: Annotated[
        tuple[str, ...],
        Meta(
            description="Folder atau berkas aturan sendiri di atas yang bawaan, dihitung dari berkas ini; yang belakang menang.",
            extra={
                "en": "Folders or files of rules of your own on top of the built-in ones, counted from this file; the last wins."
            },
            examples=[["aturan-kami"]],
        ),
    ] = ()
    baseline: Annotated[
        str | None,
        Meta(
            description="Berkas catatan lama yang tidak ditampilkan lagi, dihitung dari berkas ini.",
            extra={"en": "The file of old notes that are no longer shown, counted from this file."},
            examples=["catatan-lama.json"],
        ),
    ] = None
    exclude: Annotated[
        tuple[str, ...],
        Meta(
            description="Pola berkas yang dilewati dalam folder; berkas yang disebut langsung tetap diperiksa.",
            extra={
                "en": "Patterns of files to leave out of folders; a file that is named itself is checked all the same."
            },
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
            extra={
                "en": "Fixed terms of the institution: a word of quality in them is not vague (list `istilah-baku`)."
            },
            examples=[["laik fungsi"]],
        ),
    ] = ()
    abbreviations: Annotated[
        dict[str, str],
        Meta(
            description="Singkatan instansi dan kepanjangannya; dibaca seperti kepanjangannya.",
            extra={"en": "Abbreviations of the institution with their long forms; they are read like those."},
            examples=[{"spj": "surat pertanggungjawaban"}],
        ),
    ] = {}
    roots: Annotated[
        dict[str, WordClass],
        Meta(
            description=f"Kata dasar instansi dan jenisnya; bentuk berimbuhannya ikut dikenal. Jenis: {_CLASSES}.",
            extra={
                "en": f"Roots of the institution with their class; their affixed forms are known too. Classes: {_CLASSES}."
            },
            examples=[{"lapak": "tempat"}],
        ),
    ] = {}
    lists: Annotated[
        dict[str, tuple[str, ...] | dict[str, str]],
        Meta(
            description='Tambahan pada daftar kata aturan menurut namanya; daftar berpasangan diisi `salah = "benar"`.',
            extra={"en": 'Additions to word lists of the rules by name; a list of pairs takes `wrong = "right"`.'},
            examples=[{"kata-kabur": ["mantap jaya"]}],
        ),
    ] = {}
    per_path: Annotated[
        tuple[PerPath, ...],
        Meta(
            description="Kekecualian untuk sebagian berkas, ditulis sebagai `[[per-path]]`; yang belakang menang.",
            extra={"en": "Exceptions for some of the files, each written as `[[per-path]]`; the last wins."},
        ),
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
    text: Said
    default: str
    example: str


def about(table: type[ConfigFile] | type[PerPath]) -> tuple[About, ...]:
    """Return what there is to know of each key of *table*, in their order."""
    info = msgspec.inspect.type_info(table)
    assert isinstance(info, msgspec.inspect.StructType)
    return tuple(_about(field) for field in info.fields)


def _about(field: msgspec.inspect.Field) -> About:
    assert isinstance(field.type, msgspec.inspect.Metadata)
    said, english = field.type.extra_json_schema or {}, field.type.extra or {}
    example = said.get("examples")
    value = field.default
    return About(
        field.encode_name,
        Said(said["description"], english["en"]),
        "" if value in (None, (), msgspec.NODEFAULT) else toml(value),
        toml(example[0]) if isinstance(example, list) else "",
    )


_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""


def toml(value: object) -> str:
    """Return a text, a list or a table of them as an inline value of TOML."""
    if isinstance(value, dict):
        pairs = ", ".join(
            f"{key if _BARE.fullmatch(key) else toml(key)} = {toml(inner)}" for key, inner in value.items()
        )
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    # a basic string has the escapes of JSON, and one for U+007F (https://toml.io/en/v1.0.0#string)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
